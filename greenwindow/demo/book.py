"""What the players know of each other: which resident holds which number, and what is still to be done for them."""

import threading
from dataclasses import dataclass, field

from greenwindow.arrivals import Arrival, NoShow, Oddity
from hall.plan import Plan

_UNKNOWN_MINUTES = 5.0
_TRIES = 4


@dataclass
class Resident:
    """One resident with a number."""

    number: str
    left: dict[str, float]
    """Needs left → the minutes they take."""
    event: Oddity | None = None
    tries: int = 0
    """How often the event could not come about."""


@dataclass
class Book:
    """By number; kiosk and clerks write and read it from their threads."""

    plan: Plan
    residents: dict[str, Resident] = field(default_factory=dict)
    given: list[str] = field(default_factory=list)
    """Numbers that residents hold, in the order in which they got them."""
    away: dict[str, float] = field(default_factory=dict)
    """No-shows that will come back: number → hall second of their return."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, number: str, arrival: Arrival) -> None:
        """A resident got a number."""
        with self._lock:
            self.given.append(number)
            needs = {need.service: need.minutes for need in arrival.needs}
            self.residents[number] = Resident(number, needs, arrival.event)

    def event_of(self, number: str) -> Oddity | None:
        """What befalls the resident at this call; asked once, it has happened."""
        with self._lock:
            resident = self.residents.get(number)
            if resident is None:
                return None
            event, resident.event = resident.event, None
            return event

    def not_yet(self, number: str, event: Oddity) -> None:
        """It did not come about (the hall was offline, the goal closed): it is tried again, but not for ever."""
        with self._lock:
            resident = self.residents[number]
            resident.tries += 1
            resident.event = event if resident.tries < _TRIES else None

    def minutes_at(self, number: str, counter: str) -> float:
        """How long this counter will take for the needs it serves, and they are done."""
        with self._lock:
            resident = self.residents.get(number)
            if resident is None or not resident.left:
                return _UNKNOWN_MINUTES
            here = self._served(resident, counter)
            return sum(resident.left.pop(service) for service in here)

    def returns(self, number: str, event: NoShow, now: float) -> None:
        """A no-show will be back, or never."""
        if event.returns_after_minutes is not None:
            with self._lock:
                self.away[number] = now + event.returns_after_minutes * 60

    def _served(self, resident: Resident, counter: str) -> list[str]:
        services = next((c.services for c in self.plan.counters if c.id == counter), None)
        here = [s for s in resident.left if services is None or s in services]
        return here or list(resident.left)
