"""Who waits, kept in order for every set of services that an open counter serves.

A pool holds all that such a counter may call, in one sorted queue per kind of ticket: the choice of a call looks at
the heads of a few queues, however many wait. Several counters with the same set share a pool.
"""

from collections.abc import Iterator
from heapq import merge

from hall.rules import Kind, Served
from hall.ticket import Entry, Ticket, put, take

Pool = dict[Kind, list[Entry]]


class Queues:
    """The tickets that are waiting and not pinned."""

    def __init__(self) -> None:
        self.waiting: dict[str, Ticket] = {}
        self._pools: dict[Served, Pool] = {}
        self._users: dict[Served, int] = {}

    def pool(self, served: Served) -> Pool:
        """The queues of a counter that is open, by kind; none is empty."""
        return self._pools[served]

    def in_order(self, served: Served) -> Iterator[Entry]:
        """All that a counter may call, ready longest first."""
        return merge(*self._pools[served].values())

    def open(self, served: Served) -> None:
        """A counter that serves these opened."""
        self._users[served] = self._users.get(served, 0) + 1
        if served not in self._pools:
            pool = self._pools[served] = {}
            for ticket in self.waiting.values():
                _add(pool, served, ticket)

    def close(self, served: Served) -> None:
        """A counter that serves these closed."""
        self._users[served] -= 1
        if not self._users[served]:
            del self._users[served], self._pools[served]

    def add(self, ticket: Ticket) -> None:
        """A ticket begins to wait."""
        self.waiting[ticket.number] = ticket
        for served, pool in self._pools.items():
            _add(pool, served, ticket)

    def remove(self, ticket: Ticket) -> None:
        """A ticket no longer waits; its needs and ready time are still those it was added with."""
        del self.waiting[ticket.number]
        for served, pool in self._pools.items():
            if served is None or not served.isdisjoint(ticket.needs):
                queue = pool[ticket.kind]
                take(queue, ticket.entry)
                if not queue:
                    del pool[ticket.kind]


def _add(pool: Pool, served: Served, ticket: Ticket) -> None:
    if served is None or not served.isdisjoint(ticket.needs):
        put(pool.setdefault(ticket.kind, []), ticket.entry)
