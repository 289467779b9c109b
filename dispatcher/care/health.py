"""Whether a dispatcher does its work, judged from outside its loop: every reason why not, in words."""

from dataclasses import dataclass

from dispatcher.care.figures import Picture
from dispatcher.clock_watch import BEHIND, FAR_MS, RIGHT_OR_WRONG

_STILL_S = 5.0
"""The loop hands a picture over each second."""
_ROUND_TRIP_S = 5.0
LEAST_FREE = 64_000_000
"""Bytes. A full hall day needs about a tenth of that."""


@dataclass(frozen=True)
class Health:
    """What is wrong, most serious first; nothing: all is well."""

    reasons: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether there is nothing to be done."""
        return not self.reasons


def health(picture: Picture | None, now: float, free: int | None) -> Health:
    """`now` is monotonic; `free` are bytes on the database's disk, None where that is another machine."""
    if picture is None:
        return Health(("stands by: another dispatcher works, or the database is waited for",))
    moment, reasons = picture.moment, []
    if now - moment.monotonic > _STILL_S:
        reasons.append(f"the loop has stood still for {now - moment.monotonic:.0f} s")
    if not moment.heart:
        reasons.append("the database can't be written: every command is answered busy")
    if moment.monotonic - picture.round_trip_at > _ROUND_TRIP_S:
        reasons.append("the broker acknowledges nothing")
    if moment.behind_ms > FAR_MS:
        reasons.append(f"{BEHIND.format(seconds=moment.behind_ms // 1000)}; {RIGHT_OR_WRONG}")
    if free is not None and free < LEAST_FREE:
        reasons.append(f"the disk has {free // 1_000_000} MB free; make room")
    return Health(tuple(reasons))
