"""The topics of a hall (CONTRACT §4)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Topics:
    """The topics of one hall, by name."""

    hall: str

    def _of(self, *parts: str) -> str:
        return "/".join(("hall", self.hall, *parts))

    def command(self, device: str) -> str:
        """Where a device asks."""
        return self._of("command", device)

    def reply(self, device: str) -> str:
        """Where a device is answered."""
        return self._of("reply", device)

    def event(self, kind: str) -> str:
        """Where events of a type are published; `#` for all."""
        return self._of("event", kind)

    def counter(self, counter: str) -> str:
        """A counter's own state; `+` for all."""
        return self._of("state", "counter", counter)

    def device(self, device: str) -> str:
        """A device's presence; `+` for all."""
        return self._of("device", device)

    @property
    def dispatcher(self) -> str:
        """The dispatcher's heartbeat."""
        return self._of("state", "dispatcher")

    @property
    def catalog(self) -> str:
        """What stations know of the hall file."""
        return self._of("state", "catalog")

    @property
    def hall_state(self) -> str:
        """The hall at a glance."""
        return self._of("state", "hall")

    @property
    def board(self) -> str:
        """The latest calls."""
        return self._of("state", "board")

    def split(self, topic: str) -> tuple[str, ...] | None:
        """What follows `hall/<hall>/`, in parts; None for another hall's topic."""
        head = f"hall/{self.hall}/"
        return tuple(topic.removeprefix(head).split("/")) if topic.startswith(head) else None
