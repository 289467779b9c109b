"""What a clerk does instead, where the state of a ticket, of a counter or of the hall doesn't allow a command."""

from datetime import UTC, datetime, timedelta

from hall.plan import DAYS
from hall.state import State
from hall.ticket import Counter, Ticket
from wire import commands as c
from wire.terms import CounterState, TicketState

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICKET = {
    TicketState.WAITING: "is waiting",
    TicketState.CALLED: "has been called",
    TicketState.SERVING: "is being served",
    TicketState.HELD: "is set aside",
    TicketState.NO_SHOW: "was missed",
    TicketState.FINISHED: "is finished",
    TicketState.CANCELLED: "is cancelled",
}
_ENDED = (TicketState.FINISHED, TicketState.CANCELLED)
_ANEW = dict.fromkeys(_ENDED, "take a new ticket")
_AT_A_COUNTER = {
    TicketState.CALLED: "press done, no-show or transfer at its counter",
    TicketState.SERVING: "press done, or transfer it",
}
_LATER = dict.fromkeys(TicketState, "it can be rated when it is finished")
_DO: dict[type[c.Command], dict[TicketState, str]] = {
    c.CancelTicket: _AT_A_COUNTER | dict.fromkeys(_ENDED, "nothing to do"),
    c.Requeue: _AT_A_COUNTER
    | _ANEW
    | {TicketState.WAITING: "nothing to do", TicketState.HELD: "press resume"},
    c.Resume: _AT_A_COUNTER
    | _ANEW
    | {TicketState.WAITING: "nothing to do", TicketState.NO_SHOW: "requeue it"},
    c.Rate: _LATER | {TicketState.CANCELLED: "only one that is finished can be rated"},
    c.Call: _ANEW
    | dict.fromkeys((TicketState.CALLED, TicketState.SERVING), "call one that waits")
    | {TicketState.HELD: "resume it first", TicketState.NO_SHOW: "requeue it first"},
}
_OPEN = (CounterState.IDLE, CounterState.CALLED, CounterState.SERVING)
_CLOSED = {CounterState.CLOSED: "is closed; open it first"}
_COUNTER: dict[type[c.Command], dict[CounterState, str]] = {
    c.OpenCounter: dict.fromkeys(_OPEN, "is open already; nothing to do")
    | {CounterState.PAUSED: "is paused; press resume"},
    c.CloseCounter: {CounterState.CLOSED: "is closed already; nothing to do"},
    c.PauseCounter: _CLOSED | {CounterState.PAUSED: "is paused already; nothing to do"},
    c.ResumeCounter: _CLOSED | dict.fromkeys(_OPEN, "is not paused; nothing to do"),
}


def of_ticket(ticket: Ticket, command: c.Command) -> str:
    """Of a ticket that isn't in a state for this command."""
    return f"{ticket.number} {_TICKET[ticket.state]}; {_DO[type(command)][ticket.state]}"


def of_counter(counter: Counter, command: c.Command) -> str:
    """Of a counter that isn't in a state for this command."""
    return f"counter {counter.id} {_COUNTER[type(command)][counter.state]}"


def of_closed_hall(state: State, now: int) -> str:
    """With the day and the time, the hall's own, at which it opens again."""
    opens = state.opens_or_closes_at(now)
    if opens is None:
        return "the hall is closed, and the hall file has no day on which it opens again; ask the staff"
    local = (_EPOCH + timedelta(milliseconds=opens)).astimezone(state.plan.hall.zone)
    return f"the hall is closed; it opens again on {DAYS[local.weekday()]} {local:%Y-%m-%d} at {local:%H:%M}"
