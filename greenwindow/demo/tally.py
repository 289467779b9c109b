"""What happened in the hall, counted from its published events alone."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from wire.instant import parse_instant

_ENDS = {"ticket_cancelled": "cancelled", "ticket_expired": "expired"}
_AWAY = {"ticket_held": "held", "ticket_no_show": "no_show"}


@dataclass
class Life:
    """A ticket, as its events tell it."""

    number: str
    issued_ms: int
    needs: tuple[str, ...]
    state: str = "waiting"
    counter: str | None = None
    first_call_ms: int | None = None
    left: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Waits:
    """Waits from issue to first call, in real seconds."""

    count: int
    mean_s: float
    p90_s: float

    @classmethod
    def of(cls, waits: Iterable[float]) -> "Waits":
        """The figures of some waits; zeros for none."""
        ordered = sorted(waits)
        if not ordered:
            return cls(0, 0.0, 0.0)
        return cls(len(ordered), sum(ordered) / len(ordered), ordered[math.ceil(0.9 * len(ordered)) - 1])


@dataclass
class Tally:
    """Every event is given to `take`, once."""

    short: frozenset[str] = frozenset()
    """Services of the green windows: a ticket with only such needs is a short one."""
    lives: dict[str, Life] = field(default_factory=dict)
    reasons: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    called_twice: list[str] = field(default_factory=list)
    issued_twice: list[str] = field(default_factory=list)
    last_seq: int | None = None
    missed: int = 0

    def take(self, event: Mapping[str, Any]) -> bool:
        """Counts an event; False for one that was counted before."""
        seq = int(event["seq"])
        if self.last_seq is not None and seq <= self.last_seq:
            return False
        if self.last_seq is not None:
            self.missed += seq - self.last_seq - 1
        self.last_seq = seq
        self.kinds[event["type"]] += 1
        if "ticket" in event:
            self._of_ticket(event)
        return True

    def waits(self, *, short: bool) -> Waits:
        """Waits of the short tickets, or of the others."""
        return Waits.of(
            (life.first_call_ms - life.issued_ms) / 1000
            for life in self.lives.values()
            if life.first_call_ms is not None and self.is_short(life) == short
        )

    def is_short(self, life: Life) -> bool:
        """Whether a green window is for it."""
        return bool(life.needs) and self.short.issuperset(life.needs)

    def open_tickets(self) -> list[str]:
        """Numbers that have not come to an end: somebody still waits or is being served."""
        ended = ("finished", "cancelled", "expired", "no_show")
        return [life.number for life in self.lives.values() if life.state not in ended]

    def lost(self, given: Iterable[str]) -> list[str]:
        """Numbers that a resident holds and the hall knows nothing of."""
        return [number for number in given if number not in self.lives]

    def _of_ticket(self, event: Mapping[str, Any]) -> None:
        number, kind = event["ticket"], event["type"]
        if kind == "ticket_issued":
            self._issued(event)
            return
        life = self.lives.get(number)
        if life is None:
            life = self.lives[number] = Life(number, parse_instant(event["at"]), ())
        if kind == "ticket_called":
            self._called(life, event)
        elif kind == "service_started":
            life.state = "serving"
        elif kind == "service_finished":
            life.left -= set(event["services"])
            life.state, life.counter = ("waiting" if life.left else "finished"), None
        elif kind in ("ticket_transferred", "ticket_requeued", "ticket_resumed"):
            life.state, life.counter = "waiting", None
            life.left = set(event.get("services", life.left))
        elif kind in _ENDS or kind in _AWAY:
            life.state, life.counter = (_ENDS.get(kind) or _AWAY[kind]), None

    def _issued(self, event: Mapping[str, Any]) -> None:
        number = event["ticket"]
        if number in self.lives:
            self.issued_twice.append(number)
        needs = tuple(event["services"])
        self.lives[number] = Life(number, parse_instant(event["at"]), needs, left=set(needs))

    def _called(self, life: Life, event: Mapping[str, Any]) -> None:
        self.reasons[event["reason"]] += 1
        if life.state != "waiting":
            self.called_twice.append(life.number)
        life.state, life.counter = "called", event["counter"]
        if life.first_call_ms is None:
            life.first_call_ms = parse_instant(event["at"])
