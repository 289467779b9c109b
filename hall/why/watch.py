"""Goes along with a state from event to event and explains calls from the state that they met."""

from collections.abc import Iterator, Mapping

from hall.effects import apply
from hall.order import choose, index
from hall.plan import Plan
from hall.snapshots import change_plan
from hall.state import State
from hall.ticket import Counter, Ticket
from hall.why.facts import Booking, ClerkThen, Explanation, Instead, PassedOver, Switch, Waiting, WindowThen
from hall.why.figures import figure_of, is_weighed
from hall.why.passing_over import Press
from wire.events import Event, GreenEntered, GreenModeSet, TicketCalled
from wire.terms import CallReason, GreenMode, TicketState


class Watcher:
    """Takes a state from event to event, and remembers of the green windows what the state does not."""

    def __init__(self, state: State, switches: Mapping[str, Switch] | None = None) -> None:
        """`switches`: how the green windows were last switched before, by id, as far as that is known."""
        self.state = state
        self.switches = dict(switches or {})

    def see(self, event: Event) -> None:
        """The state after the event."""
        if isinstance(event, GreenModeSet | GreenEntered):
            self._note_switch(event)
        apply(self.state, event)

    def change_plan(self, plan: Plan) -> None:
        """From here on the hall went by another hall file."""
        change_plan(self.state, plan)

    def explain(self, call: TicketCalled) -> Explanation:
        """Why that was called. To be asked before it is seen."""
        state = self.state
        ticket, counter = state.tickets[call.ticket], state.counters[call.counter]
        press = Press(state, counter, call)
        callable_ = [t for t in state.queues.waiting.values() if press.serves(t)]
        others = [t for t in callable_ if t is not ticket]
        earlier = tuple(self._passed_over(ticket, press))
        return Explanation(
            call,
            self._waiting(ticket, call.at),
            ticket.priority,
            ticket.pinned,
            () if press.serves(ticket) else ticket.needs,
            all(t.ready > call.at for t in callable_),
            earlier,
            self._runner_up(others, call),
            self._instead(counter, call),
            state.plan.queue.max_wait_minutes,
            counter.priority,
            self._clerk(counter),
            tuple(self._window(window, call.at) for window in state.rules.windows_at[counter.id]),
            is_weighed(state.plan) or any(one.why in press.BY_FIGURE for one in earlier),
            state.plan.queue.priority_head_start_minutes,
        )

    def _note_switch(self, event: GreenModeSet | GreenEntered) -> None:
        """With `auto` a window may stay engaged without a word: its count begins there. By hand it is all the same
        what it then entered by."""
        green = self.state.green(event.rule)
        if isinstance(event, GreenModeSet) or green.mode is GreenMode.AUTO:
            window = next(w for w in self.state.rules.windows if w.id == event.rule)
            self.switches[event.rule] = Switch(event.at, green.waiting, window.enter_above)

    def _waiting(self, ticket: Ticket, now: int) -> Waiting:
        booking = None
        if ticket.appointment is not None:
            booking = Booking(self.state.appointments[ticket.appointment].slot, ticket.issued_at)
        return Waiting(ticket.number, ticket.ready, booking, figure_of(self.state, ticket, now))

    def _passed_over(self, called: Ticket, press: Press) -> Iterator[PassedOver]:
        waiting = [t for t in self.state.tickets.values() if t.state is TicketState.WAITING]
        for ticket in sorted((t for t in waiting if t.entry < called.entry), key=lambda t: t.entry):
            why = press.why_not(ticket, called)
            needs, by = press.behind(ticket, why)
            yield PassedOver(self._waiting(ticket, press.call.at), why, needs, by)

    def _runner_up(self, others: list[Ticket], call: TicketCalled) -> Waiting | None:
        if call.reason is not CallReason.ORDER or not others:
            return None
        best = min(others, key=lambda t: (-index(t.kind, t.ready, call.at), t.issue))
        return self._waiting(best, call.at)

    def _instead(self, counter: Counter, call: TicketCalled) -> Instead | None:
        if call.reason is not CallReason.MANUAL:
            return None
        choice = choose(self.state, counter, call.at, [green.engaged for green in self.state.greens])
        if choice is None:
            return None
        return Instead(self._waiting(choice.ticket, call.at), choice.reason, choice.rule)

    def _clerk(self, counter: Counter) -> ClerkThen | None:
        """Of one whose skills leave out something that the counter serves."""
        if counter.clerk is None or counter.served is None:
            return None
        known = tuple(s.id for s in self.state.plan.services)
        anyone = self.state.rules.served(counter.id, None)
        here = known if anyone is None else tuple(name for name in known if name in anyone)
        serves = tuple(name for name in here if name in counter.served)
        return None if serves == here else ClerkThen(counter.clerk, serves)

    def _window(self, window: int, now: int) -> WindowThen:
        rule, green = self.state.rules.windows[window], self.state.greens[window]
        spans = self.state.plan.green_windows[window].when
        return WindowThen(
            rule.id, rule.enter_above, rule.leave_below, spans, rule.hours.hold(now),
            green.mode, green.engaged, green.waiting, self.switches.get(rule.id),
        )  # fmt: skip
