"""Commands to events or a refusal, pure: nothing is changed, whatever it answers (CONTRACT §3)."""

from collections.abc import Callable
from typing import Any

from hall import at_counter, at_desk, papers
from hall.draft import Draft
from hall.order import Choice, choose
from hall.refusals import Refusal, RefusedError
from hall.rights import right_refusal
from hall.state import State
from wire import commands as c
from wire.events import Event
from wire.terms import CounterState

_Decider = Callable[[Draft, Any], None]
_DECIDE: dict[type[c.Command], _Decider] = {
    c.IssueTicket: at_desk.issue,
    c.BookAppointment: at_desk.book,
    c.CheckIn: at_desk.check_in,
    c.CancelTicket: at_desk.cancel,
    c.Requeue: at_desk.requeue,
    c.Resume: at_desk.resume,
    c.Rate: at_desk.rate,
    c.SetGreen: at_desk.set_green,
    c.ReportPrint: at_desk.report_print,
    c.Reprint: at_desk.reprint,
    c.PrintPaper: papers.print_paper,
    c.ReportShown: at_desk.nothing,
    c.AskHelp: at_desk.nothing,
    c.Announce: at_desk.nothing,
    c.Sync: at_desk.nothing,
    c.OpenCounter: at_counter.open_,
    c.CloseCounter: at_counter.close,
    c.PauseCounter: at_counter.pause,
    c.ResumeCounter: at_counter.resume,
    c.Next: at_counter.next_,
    c.Call: at_counter.call,
    c.Recall: at_counter.recall,
    c.Start: at_counter.start,
    c.Done: at_counter.done,
    c.NoShow: at_counter.no_show,
    c.Transfer: at_counter.transfer,
    c.Hold: at_counter.hold,
}


def decide(
    state: State, command: c.Command, now: int, device: str, epoch: int = 0, wall: int | None = None
) -> list[Event] | Refusal:
    """What the command brings at `now`, sent by that device; an empty list: accepted, nothing happened.

    The state must have been advanced to `now` and `wall`. A PIN is not looked at: the dispatcher has checked it.
    """
    refusal = right_refusal(state.plan, device, command, state)
    if refusal is not None:
        return refusal
    draft = Draft(state, now, epoch, command.id, device, wall)
    try:
        _DECIDE[type(command)](draft, command)
    except RefusedError as refused:
        return refused.refusal
    return draft.events


def peek_next(state: State, counter: str, now: int, wall: int | None = None) -> Choice | None:
    """What `next` would call at that counter now; None for nothing, and at a closed counter."""
    place = state.counters[counter]
    if place.state is CounterState.CLOSED:
        return None
    draft = Draft(state, now, 0, wall=wall)
    at_counter.finish(draft, place)
    return choose(state, place, now, draft.engaged)
