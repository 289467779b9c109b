"""All pads of one process: whose each is by the hall file; keys to their desks, truth to their digits, what is wrong.

A pad's address is looked up in `addresses` of the device's entry. A device with a `counter` has that one counter: its
pads go by the addresses that their URLs say (1 where they say none).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from caller.assignment import pad_of
from caller.pads.desk import DONE, Desk
from caller.pads.faults import Complaint, Complaints
from caller.presses import Presses
from hw.keypad import Faulty, Keeper, PadNews, Plugged, Press, Pressed, Shown
from runtime import Delivery
from runtime.deliveries import Alarms, Answered, Online, Unanswered
from wire.states import Catalog, CounterView, DeviceInfo, HallState
from wire.terms import DeviceKind

TWICE_S = 600.0
"""Two lines on which one address was pressed within this time."""


@dataclass
class _Place:
    """A pad's place: its counter, its desk, on which line it was last, and what it was told to show."""

    counter: str
    desk: Desk
    lines: dict[int, float] = field(default_factory=dict)
    shown: Shown | None = None


class Bank:
    """Not for several threads: everything comes in through one queue. Times called `now` are monotonic seconds."""

    def __init__(
        self, device: str, keepers: Sequence[Keeper], make_presses: Callable[[str], Presses],
        complain: Callable[[tuple[Complaint, ...]], None], reasons: Sequence[str] = (),
        rated: Callable[[str, int, float], bool] | None = None, *, feeds: bool = True,
    ) -> None:  # fmt: skip
        """`make_presses` for a counter; `feeds`: what the hall says goes on to them (a window does it by itself).

        `rated` is told an evaluator's score for a counter; without it that is a fault. `complain` is told all that
        is wrong, when that changes.
        """
        self._device, self._keepers, self._make = device, list(keepers), make_presses
        self._reasons, self._rated, self._feeds = reasons, rated, feeds
        self._places: dict[str, _Place] = {}
        self._complaints = Complaints([str(keeper.line) for keeper in keepers], complain)
        self._catalog: Catalog | None = None
        self._link: Online | None = None
        self._alarms: Alarms | None = None
        self._views: dict[str, CounterView] = {}
        self._one_counter = False

    def take(self, delivery: Delivery, now: float) -> None:
        """Something came from the hall. Raises WrongDeviceError for a catalog that has no such pad."""
        match delivery:
            case Catalog():
                self._catalogued(delivery)
            case Online():
                self._link = delivery
            case Alarms():
                self._alarms = delivery
            case CounterView():
                self._views[delivery.counter] = delivery
        if self._feeds:
            for presses in self._all_presses():
                _feed(presses, delivery, now)
        self._say(now)

    def news(self, news: PadNews, now: float) -> bool:
        """Something came from a line; True if a command was sent for it."""
        sent = False
        match news:
            case Pressed(line, press, at):
                sent = self._pressed(line, press, now, at)
            case Plugged(line, there, detail):
                self._complaints.plugged(line, there, detail)
                if there:
                    self._forget_shown()
            case Faulty(line, faults):
                self._complaints.faulty(line, faults)
        self._say(now)
        return sent

    def tick(self, now: float) -> None:
        """Time alone; a few times a second."""
        if self._feeds:
            for presses in self._all_presses():
                presses.tick(now)
        for address, place in self._places.items():
            place.lines = {line: at for line, at in place.lines.items() if now - at < TWICE_S}
            self._complaints.twice(address, len(place.lines) > 1 and not self._one_counter)
        self._say(now)

    def _catalogued(self, catalog: Catalog) -> None:
        if self._places and all(known.id != self._device for known in catalog.devices):
            return  # the hall's word of it comes as an alarm; it may be back in a moment
        info = pad_of(catalog, self._device)
        own = {keeper.line.address: info.counter for keeper in self._keepers if info.counter}
        wanted: dict[str, str] = dict(info.addresses or {}) or {a: c for a, c in own.items() if c}
        self._one_counter = info.counter is not None
        desks = {place.counter: place.desk for place in self._places.values()}
        before, self._places = self._places, {}
        self._catalog = catalog
        for address, counter in wanted.items():
            kept = before.get(address)
            if kept is not None and kept.counter == counter:
                self._places[address] = kept
            else:
                desk = desks.get(counter) or self._new_desk(counter)
                desks[counter] = desk
                self._places[address] = _Place(counter, desk)
        for keeper in self._keepers:
            keeper.expect(self._places)

    def _new_desk(self, counter: str) -> Desk:
        presses = self._make(counter)
        if self._feeds:  # what it has missed
            for delivery in (self._catalog, self._link, self._alarms, *self._views.values()):
                if delivery is not None:
                    _feed(presses, self._seen_by(counter, delivery), 0.0)
        return Desk(presses, lambda times: self._beep(counter, times), self._reasons)

    def _seen_by(self, counter: str, delivery: Delivery) -> Delivery:
        return (
            delivery if not isinstance(delivery, Catalog) else _as_if_alone(delivery, self._device, counter)
        )

    def _all_presses(self) -> list[Presses]:
        return list({place.counter: place.desk.presses for place in self._places.values()}.values())

    def _pressed(self, line: int, press: Press, now: float, at: float) -> bool:
        place = self._places.get(press.address)
        if place is None:
            return False
        place.lines[line] = now
        if press.action == "rate":
            self._complaints.unrated(press.address, self._rated is None)
            if self._rated is not None and self._rated(place.counter, int(press.digits), now):
                place.desk.beep(DONE)
            return False
        return place.desk.pressed(press, now, at)

    def _beep(self, counter: str, times: int) -> None:
        for address, place in self._places.items():
            if place.counter == counter:
                for keeper in self._keepers_of(place):
                    keeper.beep(address, times)

    def _keepers_of(self, place: _Place) -> list[Keeper]:
        """Where that pad was heard last; all of them while it wasn't."""
        heard = [keeper for keeper in self._keepers if keeper.number in place.lines]
        return heard or self._keepers

    def _forget_shown(self) -> None:
        for place in self._places.values():
            place.shown = None

    def _say(self, now: float) -> None:
        for desk in {id(place.desk): place.desk for place in self._places.values()}.values():
            desk.hear(now)
        for address, place in self._places.items():
            shown = place.desk.shown()
            if shown != place.shown:
                place.shown = shown
                for keeper in self._keepers:
                    keeper.show(address, shown)


def _as_if_alone(catalog: Catalog, device: str, counter: str) -> Catalog:
    """As the pad of that one counter sees the hall."""
    mine = DeviceInfo(id=device, kind=DeviceKind.PAD, counter=counter)
    devices = tuple(mine if known.id == device else known for known in catalog.devices)
    return catalog.model_copy(update={"devices": devices})


def _feed(presses: Presses, delivery: Delivery, now: float) -> None:
    match delivery:
        case Online(online, since_ms):
            presses.linked(online, since_ms)
        case Alarms(standing):
            presses.warned(standing)
        case Catalog():
            counter = presses.counter
            device = presses.device
            presses.catalogued(_as_if_alone(delivery, device, counter) if counter is not None else delivery)
        case HallState():
            presses.hall = delivery
        case CounterView():
            presses.viewed(delivery)
        case Answered(_, reply):
            presses.answered(reply, now)
        case Unanswered(command, why):
            presses.unanswered(command.id, why, now)
