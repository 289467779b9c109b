"""One device as the dispatcher hears it: there or not, what ails it, how far its clock is off, one machine or two."""

from dataclasses import dataclass, field

from wire.states import DeviceState, Fault, Presence

MISSED_AFTER_S = 2.5
"""A device says each second that it is there."""
_UNHEARD_S = 3.0
"""So long after its own start a dispatcher says nothing of a device that it has not heard."""
_TWICE_STANDS_S = 10.0
_REMEMBERED_S = 60.0
"""So long after another machine took over, one that comes back under the same name is a second one."""
_OFFSET_STEP_MS = 500
_OFFSET_MOST_MS = 10**12
"""Thirty years; what a device says may have any number of digits."""
_OFFSET_GRAIN_MS = 100
_FAULTS, _CODE, _WORDS = 5, 40, 200


@dataclass(slots=True)
class Device:
    """Moments are monotonic seconds, but for `since` and what is called `at`: the dispatcher's time, ms."""

    heard: float
    """When it was last heard, or began to be expected."""
    online: bool | None = None
    since: int | None = None
    faults: tuple[Fault, ...] = ()
    offset_ms: int = 0
    instance: str = ""
    left: dict[str, float] = field(default_factory=dict)
    """Instances that were followed by another one, and when."""
    twice_until: float | None = None

    def hear(self, said: Presence, now: float, at: int) -> None:
        """Takes in a live presence, or the last will."""
        if not said.online:
            if said.instance in ("", self.instance) or not self.instance:
                self._be(False, at)
            return
        self.heard = now
        self._be(True, at)
        self._goes_by(said.instance, now)
        self.faults = tuple(Fault(code=f.code[:_CODE], text=f.text[:_WORDS]) for f in said.faults[:_FAULTS])
        offset = said.clock_offset_ms
        if offset is not None and abs(offset - self.offset_ms) >= _OFFSET_STEP_MS:
            offset = max(-_OFFSET_MOST_MS, min(_OFFSET_MOST_MS, offset))
            self.offset_ms = round(offset / _OFFSET_GRAIN_MS) * _OFFSET_GRAIN_MS

    def look(self, now: float, at: int) -> None:
        """What time alone brings: silence, and the end of what nobody repeats."""
        if self.online is not False and now >= self._missed_at:
            self._be(False, None if self.online is None else at)
        if self.twice_until is not None and now >= self.twice_until:
            self.twice_until = None

    @property
    def next(self) -> float:
        """When `look` may bring something; infinity for never."""
        missed = float("inf") if self.online is False else self._missed_at
        return missed if self.twice_until is None else min(missed, self.twice_until)

    def state(self) -> DeviceState:
        """As everybody is told; what was wrong with one that is away is not known to be so now."""
        here = self.online is True
        return DeviceState(
            online=self.online,
            since=self.since,
            faults=self.faults or None if here else None,
            clock_offset_ms=self.offset_ms if here and abs(self.offset_ms) >= _OFFSET_STEP_MS else None,
            twice=True if self.twice_until is not None else None,
        )

    @property
    def _missed_at(self) -> float:
        return self.heard + (_UNHEARD_S if self.online is None else MISSED_AFTER_S)

    def _be(self, online: bool, at: int | None) -> None:
        if online != self.online:
            self.online, self.since = online, at

    def _goes_by(self, instance: str, now: float) -> None:
        """A machine that was replaced and comes back was not replaced: there are two. A restart is a new one."""
        if not instance or instance == self.instance:
            return
        if self.instance:
            self.left[self.instance] = now
        self.instance = instance
        self.left = {name: when for name, when in self.left.items() if now - when < _REMEMBERED_S}
        if self.left.pop(instance, None) is not None:
            self.twice_until = now + _TWICE_STANDS_S
        while len(self.left) > 8:
            del self.left[next(iter(self.left))]
