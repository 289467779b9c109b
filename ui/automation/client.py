"""The client's side of the automation socket: what the demo and the end-to-end tests hold. No Qt."""

import json
import socket
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

POLL_S = 0.05
GRACE_S = 10.0


class AutomationError(Exception):
    """The station didn't do it; the text says what was asked, of which socket, and why not."""


class Automation:
    """One connection to a station's window. Every call answers when the station has done it, or raises."""

    def __init__(self, path: Path | str, timeout_s: float = 20.0) -> None:
        """Waits up to `timeout_s` for the station to open its socket."""
        self.path = Path(path)
        self._socket = self._connect(time.monotonic() + timeout_s)
        self._lines = self._socket.makefile("rb")

    def tap(self, name: str, times: int = 1, timeout_s: float = 2.0) -> None:
        """A finger touches the middle of the object, `times` in a row, as soon as it is visible and enabled."""
        self._ask("tap", timeout_s, name=name, times=times)

    def touch(self, frames: Sequence[Sequence[Sequence[object]]]) -> None:
        """Fingers at places of the window, whatever lies there: in each frame one [what, finger, x, y] for every finger
        that is down; what is "press", "move", "stationary" or "release"."""
        self._ask("touch", frames=frames)

    def touch_at(self, x: float, y: float) -> None:
        """One finger touches that place."""
        self.touch([[["press", 0, x, y]], [["release", 0, x, y]]])

    def type(self, text: str) -> None:
        """Types `text` where the focus is."""
        self._ask("type", text=text)

    def key(self, key: str) -> None:
        """Presses a key or a shortcut by Qt's name: 'Space', 'F5', 'Ctrl+N'."""
        self._ask("key", key=key)

    def wait(self, name: str, timeout_s: float = 10.0, *, text: str | None = None, gone: bool = False) -> str:
        """Waits until the object is visible (and shows `text` in its text; or is gone); its text then."""
        return str(self._ask("wait", timeout_s, name=name, text=text, gone=gone)["text"])

    def wait_any(self, names: list[str], timeout_s: float = 10.0) -> str:
        """Waits until one of the objects is visible; its name."""
        return str(self._ask("wait_any", timeout_s, names=names)["name"])

    def text(self, name: str) -> str:
        """What the visible object says: its text, or its accessible name."""
        return str(self._ask("text", name=name)["text"])

    def property(self, name: str, key: str) -> Any:
        """A property of the object, visible or not, as JSON has it."""
        return self._ask("property", name=name, key=key)["value"]

    def visible(self) -> list[dict[str, Any]]:
        """Every named object one can see: name, text, enabled, and rect = [x, y, width, height] in pixels."""
        return list(self._ask("visible")["objects"])

    def names(self) -> list[str]:
        return [str(item["name"]) for item in self.visible()]

    def screenshot(self, path: Path | str) -> Path:
        """Saves the window as a picture (by the file's suffix)."""
        self._ask("screenshot", path=str(Path(path).absolute()))
        return Path(path)

    def frames(self) -> dict[str, float]:
        """Of the window, since this was asked last: `count` of frames shown, `longest_ms` from one to the next, and
        `starved_ms`, how long the process waited for a core meanwhile. The first call begins to watch; from then on the
        window draws all the time."""
        answer = self._ask("frames")
        return {key: float(answer[key]) for key in ("count", "longest_ms", "starved_ms")}

    def quit(self) -> None:
        """Ends the station as closing its window does."""
        self._ask("quit")
        self.close()

    def close(self) -> None:
        self._lines.close()
        self._socket.close()

    def _connect(self, deadline: float) -> socket.socket:
        while True:
            sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                sock.connect(str(self.path))
            except OSError as error:
                sock.close()
                if time.monotonic() > deadline:
                    raise AutomationError(
                        f"{self.path}: no station answers here ({error.strerror})"
                    ) from error
                time.sleep(POLL_S)
            else:
                return sock

    def _ask(self, do: str, patience_s: float = 0.0, **fields: Any) -> dict[str, Any]:
        request = {"do": do, "timeout_ms": int(patience_s * 1000), **fields}
        asked = " ".join(str(part) for part in (do, *fields.values()) if part not in (None, False, 1))
        try:
            self._socket.settimeout(patience_s + GRACE_S)
            self._socket.sendall(json.dumps(request).encode() + b"\n")
            line = self._lines.readline()
        except OSError as error:
            raise AutomationError(f"{self.path}: {asked}: no answer ({error})") from error
        if not line:
            raise AutomationError(f"{self.path}: {asked}: the station closed the connection")
        answer: dict[str, Any] = json.loads(line)
        if not answer.get("ok"):
            raise AutomationError(f"{self.path}: {asked}: {answer.get('error')}")
        return answer
