"""What a station says of itself: that it is there, who it is, and what ails it."""

from wire.base import state_json
from wire.states import Fault, Presence


class OwnPresence:
    """Of one run of one device."""

    def __init__(self, kind: str, version: str, instance: str) -> None:
        """`instance` is made anew by each start."""
        self._here = Presence(online=True, kind=kind, version=version, instance=instance)

    def ails(self, faults: tuple[Fault, ...], details: dict[str, str]) -> None:
        """All that is wrong with the device now."""
        self._here = self._here.model_copy(update={"faults": faults, "details": details})

    def here(self, at: int, offset_ms: int | None, more: tuple[Fault, ...]) -> str:
        """That we are there; `more` are faults of the link or the clock. `at`: the dispatcher's time."""
        faults = self._here.faults + more
        update = {"at": at, "clock_offset_ms": offset_ms, "faults": faults}
        return state_json(self._here.model_copy(update=update))

    def gone(self, at: int = 0) -> str:
        """That we are not; without a time it is the last will."""
        kept = {"kind": self._here.kind, "instance": self._here.instance, "version": self._here.version}
        return state_json(Presence(online=False, at=at, **kept))
