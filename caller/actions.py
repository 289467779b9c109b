"""What a clerk can press, the command each press makes, and when the counter's state lets it be pressed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from wire import commands as ask
from wire.base import one_line
from wire.terms import CounterState, PaperKind

MakeCommand = Callable[[str, int], ask.Command]
"""From the command's id and its moment (ms since 1970, the dispatcher's time) to the command."""


class Action(StrEnum):
    """A button of the pad; the value is its object name, and what a hardware key map will name."""

    NEXT = "next"
    RECALL = "recall"
    START = "start"
    DONE = "done"
    NO_SHOW = "no-show"
    HOLD = "hold"
    TRANSFER = "transfer"
    PAUSE = "pause"
    RESUME_COUNTER = "resume-counter"
    OPEN = "open-counter"
    CLOSE = "close-counter"
    CALL = "call"
    RESUME = "resume"
    BRING_BACK = "bring-back"
    FOLLOW_UP = "follow-up"
    CONTACT = "contact-card"
    CHECKLIST = "checklist"


@dataclass(frozen=True)
class Press:
    """One press: the action and, where it needs one, its goal."""

    action: Action
    ticket: str | None = None
    service: str | None = None
    counter: str | None = None
    reason: str | None = None
    clerk: str | None = None
    pin: str | None = field(default=None, repr=False)
    """Only on the way into the command; what is kept of a press has none."""


_ASIDE = {Action.RESUME, Action.BRING_BACK}
PAPERS = {
    Action.FOLLOW_UP: PaperKind.FOLLOW_UP,
    Action.CONTACT: PaperKind.CONTACT,
    Action.CHECKLIST: PaperKind.CHECKLIST,
}
"""Printed at a kiosk for the resident who is here, or was last."""

_CALLING = {Action.NEXT, Action.CALL}
_CURRENT = {Action.RECALL, Action.DONE, Action.HOLD, Action.TRANSFER}

POSSIBLE: dict[CounterState, frozenset[Action]] = {
    CounterState.CLOSED: frozenset({Action.OPEN} | _ASIDE),
    CounterState.IDLE: frozenset({Action.PAUSE, Action.CLOSE, *PAPERS} | _CALLING | _ASIDE),
    CounterState.CALLED: frozenset({Action.START, Action.NO_SHOW, *PAPERS} | _CURRENT | _CALLING | _ASIDE),
    CounterState.SERVING: frozenset({*PAPERS} | _CURRENT | _CALLING | _ASIDE),
    CounterState.PAUSED: frozenset({Action.RESUME_COUNTER, Action.CLOSE, *PAPERS} | _ASIDE),
}
"""Which buttons make sense now. Only a hint for the hand: the dispatcher alone decides."""

_PLACES = {
    Action.OPEN: "door",
    Action.CLOSE: "door",
    Action.RESUME_COUNTER: "pause",
    Action.PAUSE: "pause",
}


FROM_PANEL = frozenset({Action.TRANSFER, Action.PAUSE, Action.CALL, *PAPERS} | _ASIDE)
"""Chosen in a panel that goes away with the press: a bounce would land on whatever lies under it, often *next*."""


def place(action: Action) -> str:
    """Where the button stands: a bounce of *open* must not land on the *close* that took its place."""
    return _PLACES.get(action, action.value)


def command_of(press: Press, counter: str) -> MakeCommand:
    """What to send for this press at this counter, once it has an id and a moment."""

    def make(command_id: str, at_ms: int) -> ask.Command:
        return ask.COMMANDS[_TYPES[press.action]].model_validate(
            {"id": command_id, "at": at_ms, **_fields(press, counter)}
        )

    return make


def _fields(press: Press, counter: str) -> dict[str, str]:
    goals = {
        "counter": None if press.action in _ASIDE else counter,
        "ticket": press.ticket,
        "to_service": press.service,
        "to_counter": press.counter,
        "reason": one_line(press.reason or "") or None,
        "clerk": press.clerk,
        "pin": press.pin,
        "paper": PAPERS.get(press.action),
    }
    return {name: value for name, value in goals.items() if value is not None}


_TYPES = {
    Action.NEXT: ask.Next.type,
    Action.RECALL: ask.Recall.type,
    Action.START: ask.Start.type,
    Action.DONE: ask.Done.type,
    Action.NO_SHOW: ask.NoShow.type,
    Action.HOLD: ask.Hold.type,
    Action.TRANSFER: ask.Transfer.type,
    Action.PAUSE: ask.PauseCounter.type,
    Action.RESUME_COUNTER: ask.ResumeCounter.type,
    Action.OPEN: ask.OpenCounter.type,
    Action.CLOSE: ask.CloseCounter.type,
    Action.CALL: ask.Call.type,
    Action.RESUME: ask.Resume.type,
    Action.BRING_BACK: ask.Requeue.type,
    **dict.fromkeys(PAPERS, ask.PrintPaper.type),
}
