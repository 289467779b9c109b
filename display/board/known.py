"""What a display device has heard of its hall, seen from its own zone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from display.board.zone import concerns, counter_zone, device_zone
from runtime import Delivery, Online
from wire.states import Board, BoardCall, Catalog, HallState, MissedCall


@dataclass(frozen=True, slots=True)
class Known:
    """The dispatcher's last words. `online` is None until the first heartbeat, or its absence."""

    device: str
    catalog: Catalog | None = None
    hall: HallState | None = None
    board: Board | None = None
    online: Online | None = None

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
                return replace(self, online=delivery)
        return self

    @property
    def zone(self) -> str | None:
        """The device's zone; None: the whole hall."""
        return device_zone(self.catalog, self.device)

    @property
    def stale(self) -> bool:
        """Whether what is known may be out of date."""
        return self.online is not None and not self.online.online

    def calls(self) -> tuple[BoardCall, ...]:
        """The latest calls of this zone, newest first."""
        return tuple(self.of_zone(self.board.calls)) if self.board else ()

    def of_zone(self, calls: Iterable[BoardCall]) -> Iterator[BoardCall]:
        """Those of the calls that concern this zone."""
        zone = self.zone
        return (call for call in calls if concerns(zone, call.zone))

    def missed(self) -> tuple[MissedCall, ...]:
        """The missed numbers of this zone."""
        zone = self.zone
        missed = self.board.missed if self.board else ()
        return tuple(m for m in missed if concerns(zone, counter_zone(self.catalog, m.counter)))
