"""What a display device has heard of its hall, seen from its own zone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from display.board.zone import concerns, counter_zone, device_zone
from runtime import Alarm, Alarms, Delivery, Online
from wire.states import Board, BoardCall, Catalog, HallState, MissedCall

CONNECTING_MS = 3_000
"""So long after its start a device is still connecting; then it is offline."""


@dataclass(frozen=True, slots=True)
class Known:
    """The dispatcher's last words. `online` is None until the station has said so; `ever`: it was online once."""

    device: str
    catalog: Catalog | None = None
    hall: HallState | None = None
    board: Board | None = None
    online: Online | None = None
    ever: bool = False
    alarms: frozenset[Alarm] = frozenset()

    def after(self, delivery: Delivery) -> "Known":
        """With this delivery taken in; most concern others and change nothing."""
        match delivery:
            case Catalog():
                return replace(self, catalog=delivery)
            case HallState():
                return replace(self, hall=delivery)
            case Board():
                return replace(self, board=delivery)
            case Online():
                return replace(self, online=delivery, ever=self.ever or delivery.online)
            case Alarms(standing):
                return replace(self, alarms=standing)
        return self

    @property
    def zone(self) -> str | None:
        """The device's zone; None: the whole hall."""
        return device_zone(self.catalog, self.device)

    @property
    def stale(self) -> bool:
        """Whether what is known may be out of date."""
        return self.online is not None and not self.online.online

    def connecting(self, now_ms: int) -> bool:
        """Whether it is too early to speak of a lost connection."""
        return self.online is None or (not self.ever and now_ms - self.online.since_ms < CONNECTING_MS)

    def calls(self) -> tuple[BoardCall, ...]:
        """The latest calls of this zone, newest first, without those that were missed: they stand apart."""
        missed = {missed.ticket for missed in self.board.missed} if self.board else set()
        return (
            tuple(self.of_zone(c for c in self.board.calls if c.ticket not in missed)) if self.board else ()
        )

    def of_zone(self, calls: Iterable[BoardCall]) -> Iterator[BoardCall]:
        """Those of the calls that concern this zone."""
        zone = self.zone
        return (call for call in calls if concerns(zone, call.zone))

    def missed(self) -> tuple[MissedCall, ...]:
        """The missed numbers of this zone."""
        zone = self.zone
        missed = self.board.missed if self.board else ()
        return tuple(m for m in missed if concerns(zone, counter_zone(self.catalog, m.counter)))
