"""What is wrong with a station though its hall is there: by the dispatcher's words and its own clock."""

from collections.abc import Callable

from runtime.deliveries import Alarm
from wire.states import Catalog, DispatcherState, Fault, HallState

CLOCK_OFF_MS = 60_000
"""From here on somebody must set the clock; commands carry the dispatcher's time and don't suffer."""
_CLOCK_RIGHT_MS = 50_000
_TWICE_STANDS_S = 15.0
"""Of two machines with one name each hears the hall only now and then: the word of it stands so long."""

_WORDS = {
    Alarm.DUPLICATE_ID: (
        "另一台机器也在用本设备的名称，请停用其中一台",
        "another machine goes by this device's name too; stop one of the two",
    ),
    Alarm.NOT_IN_HALL_FILE: (
        "大厅配置中已没有本设备，请联系大厅管理员",
        "this device is no longer in the hall file; add it again, or stop it",
    ),
    Alarm.CLOCK_OFF: (
        "本机时钟与大厅相差一分钟以上，请校准",
        "this machine's clock is a minute or more off the hall's; set it",
    ),
}


class Watch:
    """One station's. Times are monotonic seconds unless their name says otherwise."""

    def __init__(self, device: str, changed: Callable[[frozenset[Alarm]], None]) -> None:
        """`changed` is told all that stands, whenever that is another set than before."""
        self._device = device
        self._changed = changed
        self._twice_heard: float | None = None
        self.standing: frozenset[Alarm] = frozenset()
        self.clock_offset_ms: int | None = None
        """How far our own clock is ahead of the dispatcher's; None before its first live heartbeat."""

    def heartbeat(self, state: DispatcherState, own_ms: int) -> None:
        """A live one; `own_ms` is what our own clock says now."""
        behind_ms = (
            state.behind_s or 0
        ) * 1000  # then its clock is not where its `at` is, and ours may be right
        self.clock_offset_ms = own_ms - (state.at - behind_ms)
        limit = _CLOCK_RIGHT_MS if Alarm.CLOCK_OFF in self.standing else CLOCK_OFF_MS
        self._set(Alarm.CLOCK_OFF, abs(self.clock_offset_ms) >= limit)
        self._set(Alarm.CANNOT_SAVE, bool(state.busy))
        self._set(Alarm.CLOCK_BEHIND, state.behind_s is not None)

    def catalog(self, catalog: Catalog) -> None:
        """The hall file as stations know it."""
        self._set(Alarm.NOT_IN_HALL_FILE, all(device.id != self._device for device in catalog.devices))

    def hall(self, state: HallState, now: float) -> None:
        """The dispatcher hears all devices: it knows whether somebody else goes by our name."""
        mine = (state.devices or {}).get(self._device)
        twice = mine is not None and bool(mine.twice)
        self._twice_heard = now if twice else None
        self._set(Alarm.DUPLICATE_ID, twice)

    def tick(self, now: float) -> None:
        """What nobody repeats is over."""
        if self._twice_heard is not None and now - self._twice_heard > _TWICE_STANDS_S:
            self._twice_heard = None
            self._set(Alarm.DUPLICATE_ID, False)

    def faults(self) -> tuple[Fault, ...]:
        """For the presence."""
        told = sorted(self.standing & _WORDS.keys())
        return tuple(Fault(code=alarm, text=" / ".join(_WORDS[alarm])) for alarm in told)

    def _set(self, alarm: Alarm, stands: bool) -> None:
        if stands != (alarm in self.standing):
            self.standing = self.standing ^ {alarm}
            self._changed(self.standing)
