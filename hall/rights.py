"""Who may send what (CONTRACT §3): by the kind of the device, and for a pad by its counter."""

from hall.plan import Device, Plan
from hall.refusals import Refusal
from hall.state import State
from wire import commands as c
from wire.errors import ErrorCode
from wire.terms import DeviceKind

_TICKETS_OF_A_PAD = (c.Resume, c.Requeue, c.CancelTicket)
_RIGHTS: dict[DeviceKind, tuple[type[c.Command], ...]] = {
    DeviceKind.KIOSK: (c.IssueTicket, c.CheckIn, c.ReportPrint, c.AskHelp),
    DeviceKind.PAD: (c.CounterCommand, *_TICKETS_OF_A_PAD),
    DeviceKind.EVALUATOR: (c.Rate,),
    DeviceKind.DISPLAY: (c.ReportShown,),
    DeviceKind.STRIP: (c.ReportShown,),
    DeviceKind.GUIDE: (c.IssueTicket, c.CheckIn, c.CancelTicket, c.Requeue, c.Reprint),
    DeviceKind.CONSOLE: (c.Command,),
}


def right_refusal(plan: Plan, device: str, command: c.Command, state: State | None = None) -> Refusal | None:
    """Why that device may not send this, or None. Looked at before repeated ids.

    With a state, a pad's `resume`, `requeue` and `cancel_ticket` are also held against the ticket's last counter;
    without one that part is left to `decide`.
    """
    known = plan.device(device)
    if known is None:
        return Refusal(
            ErrorCode.UNKNOWN_DEVICE, f'there is no device "{device}" in the hall file; add it there'
        )
    if not isinstance(command, (*_RIGHTS[known.kind], c.Sync)):
        words = f'{known.kind} "{device}" may not send {command.type}; ask the supervisor'
        return Refusal(ErrorCode.NOT_ALLOWED, words)
    return _pad_refusal(known, command, state) if known.kind is DeviceKind.PAD else None


def _pad_refusal(pad: Device, command: c.Command, state: State | None) -> Refusal | None:
    if isinstance(command, c.CounterCommand) and command.counter not in pad.counters:
        words = f'pad "{pad.id}" belongs to counter {", ".join(pad.counters)}, not {command.counter}'
        return Refusal(ErrorCode.NOT_ALLOWED, f"{words}; use that counter's pad, or ask the supervisor")
    if state is None or not isinstance(command, _TICKETS_OF_A_PAD):
        return None
    ticket = state.tickets.get(command.ticket)
    if ticket is None or ticket.counter in pad.counters:
        return None
    if ticket.counter is None:
        words = f"{ticket.number} has not been called to any counter yet; ask the supervisor"
    else:
        words = f"{ticket.number} was last at counter {ticket.counter}; use that counter's pad, or ask the supervisor"
    return Refusal(ErrorCode.NOT_ALLOWED, words)
