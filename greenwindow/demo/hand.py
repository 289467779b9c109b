"""A hand at a window: touches that find what they need, and come back when the station was started again."""

import contextlib
from collections.abc import Iterable
from pathlib import Path

from greenwindow.demo.pace import Pace
from ui.automation.client import Automation, AutomationError

_CONNECT_S = 20.0


class Hand:
    """One station's window, through its automation socket."""

    def __init__(self, socket: Path, pace: Pace) -> None:
        self.socket = socket
        self.pace = pace
        self._window: Automation | None = None

    @property
    def window(self) -> Automation:
        """The connection, made anew where it broke. Raises AutomationError."""
        if self._window is None:
            self._window = Automation(self.socket, _CONNECT_S)
        return self._window

    def let_go(self) -> None:
        """Forgets a connection that no longer answers."""
        if self._window is not None:
            with contextlib.suppress(OSError):
                self._window.close()
        self._window = None

    def look(self) -> dict[str, bool]:
        """What can be seen, and whether it can be touched."""
        return {str(item["name"]): bool(item.get("enabled", True)) for item in self.window.visible()}

    def can(self, name: str) -> bool:
        """Whether that can be touched now."""
        return self.look().get(name, False)

    def touch(self, name: str, patience_s: float = 3.0) -> bool:
        """Touches it as soon as it can be; False if it could not be within the patience."""
        deadline = self.pace.clock.monotonic() + patience_s
        while not self.can(name):
            if self.pace.clock.monotonic() > deadline or not self.pace.pause(0.05):
                return False
        try:
            self.window.tap(name)
        except AutomationError:
            return False
        return True

    def wait_for(self, names: Iterable[str], patience_s: float) -> str | None:
        """The first of them that can be seen; None if none can within the patience."""
        try:
            return self.window.wait_any(list(names), patience_s)
        except AutomationError:
            return None

    def picture(self, path: Path) -> bool:
        """A screenshot, if the window answers."""
        try:
            self.window.screenshot(path)
        except AutomationError:
            self.let_go()
            return False
        return True
