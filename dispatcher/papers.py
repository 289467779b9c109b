"""At which kiosk a counter's paper is printed, and what that kiosk is told."""

from collections.abc import Callable

from hall import Refusal, State
from hall.papers import errands, last_at
from hall.plan import Device, Plan
from wire.commands import PrintPaper
from wire.errors import ErrorCode
from wire.replies import ReplyPaper
from wire.states import DeviceState
from wire.terms import DeviceKind

Presence = Callable[[str], DeviceState | None]
"""How a device of the hall is, as far as it is known."""

_STILL_PRINTS = ("printer_paper_low", "printer_unknown")


def kiosk_for(plan: Plan, command: PrintPaper, presence: Presence) -> str | Refusal:
    """The one named; else one that can print, of those the counter's zone before others, in the hall file's order."""
    kiosks = [device for device in plan.devices if device.kind is DeviceKind.KIOSK]
    if command.kiosk is not None:
        return _named(command.kiosk, kiosks, presence)
    there = [kiosk for kiosk in kiosks if _online(kiosk.id, presence) is not False]
    counter = plan.counter(command.counter)
    zone = counter.zone if counter is not None else None
    best = min(there, key=lambda kiosk: _last_choice(kiosk, zone, presence), default=None)
    if best is None:
        words = "no kiosk is online that could print it; switch one on"
        return Refusal(ErrorCode.UNKNOWN_DEVICE, words)
    return best.id


def told(state: State, command: PrintPaper) -> ReplyPaper:
    """What stands on the paper, in ids of the hall file: a kiosk has the words."""
    ticket = last_at(state, command.counter)
    return ReplyPaper(
        kind=command.paper,
        counter=command.counter,
        services=errands(state, command),
        clerk=state.counters[command.counter].clerk,
        language=ticket.language if ticket is not None else None,
    )


def _named(name: str, kiosks: list[Device], presence: Presence) -> str | Refusal:
    known = ", ".join(kiosk.id for kiosk in kiosks) or "none"
    if name not in [kiosk.id for kiosk in kiosks]:
        words = f"{name} is no kiosk; name one to print at (there is: {known})"
        return Refusal(ErrorCode.UNKNOWN_DEVICE, words)
    if _online(name, presence) is False:
        words = f"{name} is not online; name another kiosk (there is: {known}) or none"
        return Refusal(ErrorCode.UNKNOWN_DEVICE, words)
    return name


def _last_choice(kiosk: Device, zone: str | None, presence: Presence) -> tuple[bool, bool, bool]:
    """The least is the best."""
    how = presence(kiosk.id)
    codes = [fault.code for fault in (how.faults or () if how is not None else ())]
    cannot = any(code.startswith("printer_") and code not in _STILL_PRINTS for code in codes)
    return (cannot, kiosk.zone != zone, _online(kiosk.id, presence) is None)


def _online(name: str, presence: Presence) -> bool | None:
    how = presence(name)
    return how.online if how is not None else None
