"""A whole state as JSON-able data and back, also onto a changed hall file."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hall.moves import wait
from hall.plan import Plan
from hall.state import State
from hall.ticket import Appointment, Ticket
from wire.terms import CallReason, CounterState, GreenMode, Priority, TicketState

_PLAIN = ("seq", "clock", "is_open", "issue_count", "handled_today")
_TICKET = (
    "number", "issue", "issued_at", "ready", "device", "help", "language", "appointment", "counter", "pinned",
    "calls", "called_at", "ended_at", "rule", "rated",
)  # fmt: skip
_AT_COUNTER = (TicketState.CALLED, TicketState.SERVING)


def snapshot(state: State) -> dict[str, Any]:
    """Everything `restore` needs."""
    return {
        **{name: getattr(state, name) for name in _PLAIN},
        "day": None if state.day is None else state.day.isoformat(),
        "numbers": dict(state.numbers),
        **({"taken": {day: dict(numbers) for day, numbers in state.taken.items()}} if state.taken else {}),
        "issued": dict(state.issued),
        "tickets": [_ticket(ticket) for ticket in state.tickets.values()],
        "counters": {
            c.id: {
                "state": c.state.value, "reason": c.reason, "clerk": c.clerk, "current": c.current,
                "held": list(c.held), "missed": list(c.missed),
            }
            for c in state.counters.values()
        },
        "greens": {g.id: {"mode": g.mode.value, "engaged": g.engaged} for g in state.greens},
        "appointments": [
            {
                "id": a.id, "services": list(a.services), "slot": a.slot, "priority": a.priority.value,
                "language": a.language, "ticket": a.ticket, "used": a.used,
            }
            for a in state.appointments.values()
        ],
    }  # fmt: skip


def restore(plan: Plan, data: Mapping[str, Any]) -> State:
    """The state of a snapshot under that plan; both may come from different hall files.

    A ticket at a counter that is no longer in the file waits again, with its ready time; one pinned there waits for
    any counter; one held there stays held.
    """
    state = State(plan)
    _load(state, data)
    return state


def change_plan(state: State, plan: Plan) -> None:
    """The hall file was loaded again: the same hall, from now on by this plan."""
    vars(state).update(vars(restore(plan, snapshot(state))))


def _ticket(ticket: Ticket) -> dict[str, Any]:
    fields = {name: getattr(ticket, name) for name in _TICKET}
    reason = None if ticket.reason is None else ticket.reason.value
    return {
        **fields, "services": list(ticket.services), "needs": list(ticket.needs), "reason": reason,
        "priority": ticket.priority.value, "state": ticket.state.value,
    }  # fmt: skip


def _load(state: State, data: Mapping[str, Any]) -> None:
    for name in _PLAIN:
        setattr(state, name, data[name])
    state.day = None if data["day"] is None else date.fromisoformat(data["day"])
    state.numbers, state.issued = dict(data["numbers"]), dict(data["issued"])
    state.taken = {day: dict(numbers) for day, numbers in data.get("taken", {}).items()}
    for row in data["appointments"]:
        booking = {**row, "services": tuple(row["services"]), "priority": Priority(row["priority"])}
        state.appointments[row["id"]] = Appointment(**booking)
    for green in state.greens:
        known = data["greens"].get(green.id, {"mode": green.mode, "engaged": False})
        green.mode, green.engaged = GreenMode(known["mode"]), known["engaged"]
    for name, row in data["counters"].items():
        _load_counter(state, name, row)
    for row in data["tickets"]:
        _load_ticket(state, row)


def _load_counter(state: State, name: str, row: Mapping[str, Any]) -> None:
    counter = state.counters.get(name)
    if counter is None:
        return
    counter.state, counter.reason, counter.clerk = CounterState(row["state"]), row["reason"], row["clerk"]
    counter.current = row["current"]
    counter.held, counter.missed = dict.fromkeys(row["held"]), dict.fromkeys(row["missed"])
    if counter.state is not CounterState.CLOSED:
        counter.served = state.rules.served(name, counter.clerk)
        state.queues.open(counter.served)


def _load_ticket(state: State, row: Mapping[str, Any]) -> None:
    fields = {name: row[name] for name in _TICKET}
    needs, services = tuple(row["needs"]), tuple(row["services"])
    priority = Priority(row["priority"])
    kind = state.rules.kind_of(needs or services, priority is not Priority.NONE)
    ticket = Ticket(**fields, services=services, needs=needs, priority=priority, kind=kind)
    ticket.state = TicketState(row["state"])
    ticket.reason = None if row["reason"] is None else CallReason(row["reason"])
    state.tickets[ticket.number] = ticket
    gone_from_counter = ticket.state in _AT_COUNTER and ticket.counter not in state.counters
    if ticket.state is TicketState.WAITING or gone_from_counter:
        wait(state, ticket, ticket.pinned if ticket.pinned in state.counters else None)
