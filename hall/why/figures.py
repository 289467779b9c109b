"""The figure by which rule 5 compares tickets, taken apart so that anybody can work it out again."""

from dataclasses import dataclass
from fractions import Fraction

from hall.plan import Plan
from hall.rules import milliseconds
from hall.state import State
from hall.ticket import Ticket


@dataclass(frozen=True)
class Figure:
    """weight × (time waited + head starts), in milliseconds; exact. The time is negative before a ticket is ready."""

    weight: Fraction
    waited: int
    head_start: int
    """Of the services."""
    priority: int
    """Head start of a priority class."""

    @property
    def total(self) -> Fraction:
        """What is compared."""
        return self.weight * (self.waited + self.head_start + self.priority)


def figure_of(state: State, ticket: Ticket, now: int) -> Figure:
    """A waiting ticket's figure at that moment."""
    kind, queue = ticket.kind, state.plan.queue
    priority = milliseconds(queue.priority_head_start_minutes) if kind.priority else 0
    weight = Fraction(kind.weight, state.rules.unit)
    return Figure(weight, now - ticket.ready, kind.head_start - priority, priority)


def is_weighed(plan: Plan) -> bool:
    """Whether weights or head starts of the hall file can change first come, first served."""
    uneven = len({(s.weight, s.head_start_minutes) for s in plan.services}) > 1
    return uneven or plan.queue.priority_head_start_minutes != 0
