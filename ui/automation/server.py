"""The station's side of the automation socket: JSON lines, served on Qt's thread, which never waits."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from PyQt6.QtCore import QCoreApplication, QElapsedTimer, QObject, QPointF, QTimer
from PyQt6.QtNetwork import QLocalServer, QLocalSocket
from PyQt6.QtQuick import QQuickItem

from ui.automation import finder
from ui.automation.frames import FrameWatch
from ui.automation.hands import Finger, front_window, press_key, steps, type_text

LOOK_MS = 15
Request = dict[str, Any]
Answer = dict[str, Any]


class SocketError(Exception):
    """The automation socket can't be opened; the text names it."""


class AutomationServer(QObject):
    """Listens on `path` (mode 0600, gone at exit) and lets who connects find, touch, type, read and look."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._finger = Finger()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        _listen(self._server, path.absolute())  # Qt takes a relative name for one in the machine's folder

    def close(self) -> None:
        self._server.close()

    def _accept(self) -> None:
        while (peer := self._server.nextPendingConnection()) is not None:
            Conversation(peer, self._finger, self)


class Conversation(QObject):
    """One peer: its requests are served one after the other; a wait lets Qt go on and answers later."""

    def __init__(self, peer: QLocalSocket, finger: Finger, parent: QObject) -> None:
        super().__init__(parent)
        self._peer, self._finger = peer, finger
        self._busy = False
        self._do: dict[str, Callable[[Request], Answer | None]] = {
            "tap": self._tap,
            "touch": self._touch,
            "type": self._type,
            "key": self._key,
            "text": self._text,
            "property": self._property,
            "visible": self._visible,
            "wait": self._wait,
            "wait_any": self._wait_any,
            "screenshot": self._screenshot,
            "frames": self._frames,
            "quit": self._quit,
        }
        peer.readyRead.connect(self._serve)
        peer.disconnected.connect(self._leave)

    def _serve(self) -> None:
        """A touch lets Qt run, which may bring the next request here: it waits for its turn."""
        while not self._busy and self._peer.canReadLine():
            self._busy = True
            answer = self._answer(bytes(self._peer.readLine().data()))
            if answer is not None:
                self._reply(answer)

    def _answer(self, line: bytes) -> Answer | None:
        try:
            request = json.loads(line)
            return self._do[request["do"]](request)
        except (finder.NotFoundError, ValueError, OSError, RuntimeError) as error:
            return {"ok": False, "error": str(error)}
        except (KeyError, TypeError) as error:
            return {"ok": False, "error": f"not a request: {line.decode(errors='replace').strip()} ({error})"}

    def _reply(self, answer: Answer) -> None:
        self._busy = False
        if self._peer.state() == QLocalSocket.LocalSocketState.ConnectedState:
            self._peer.write(json.dumps({"ok": True, **answer}, ensure_ascii=False).encode() + b"\n")
            self._peer.flush()

    def _leave(self) -> None:
        self._peer.deleteLater()
        self.deleteLater()

    def _tap(self, request: Request) -> None:
        """As soon as a finger could: a screen that is just changing is given its moment."""
        name, times = request["name"], int(request.get("times", 1))

        def touch() -> Answer | None:
            item = finder.visible().get(name)
            if item is None or not item.isEnabled() or finder.shielded(item):
                return None
            self._finger.tap(item, times)
            return {}

        self._await(touch, lambda: _untouchable(name), request)

    def _touch(self, request: Request) -> Answer:
        """Whatever lies there, and whether or not it takes touches just now."""
        self._finger.play(front_window(), steps(request["frames"]))
        return {}

    def _type(self, request: Request) -> Answer:
        type_text(request["text"])
        return {}

    def _key(self, request: Request) -> Answer:
        press_key(request["key"])
        return {}

    def _text(self, request: Request) -> Answer:
        return {"text": finder.text_of(finder.find_visible(request["name"]))}

    def _property(self, request: Request) -> Answer:
        value = finder.find_any(request["name"]).property(request["key"])
        return {"value": value if isinstance(value, str | int | float | bool | None) else str(value)}

    def _visible(self, _request: Request) -> Answer:
        return {"objects": [_describe(name, item) for name, item in finder.visible().items()]}

    def _screenshot(self, request: Request) -> Answer:
        shown = finder.windows()
        if not shown or not shown[0].grabWindow().save(request["path"]):
            raise ValueError("no picture: no window is open, or the file can't be written")
        return {}

    def _frames(self, _request: Request) -> Answer:
        shown = finder.windows()
        if not shown:
            raise ValueError("no window is open")
        watch = shown[0].findChild(FrameWatch) or FrameWatch(shown[0])
        return asdict(watch.take())

    def _quit(self, _request: Request) -> Answer:
        """Qt's own `quit` would ask the windows, and a locked one refuses."""
        QTimer.singleShot(0, lambda: QCoreApplication.exit(0))
        return {}

    def _wait(self, request: Request) -> None:
        name, text, gone = request["name"], request.get("text"), request.get("gone", False)

        def look() -> Answer | None:
            item = finder.visible().get(name)
            if item is None:
                return {"text": ""} if gone else None
            said = finder.text_of(item)
            return {"text": said} if not gone and (text is None or text in said) else None

        self._await(look, lambda: _still(name, text, gone), request)

    def _wait_any(self, request: Request) -> None:
        names = list(request["names"])

        def look() -> Answer | None:
            found = finder.visible()
            return next(({"name": name} for name in names if name in found), None)

        self._await(look, lambda: f"none of {', '.join(names)} came; {_there()}", request)

    def _await(
        self, look: Callable[[], Answer | None], complaint: Callable[[], str], request: Request
    ) -> None:
        """Looks now and then a while; Qt's loop runs on between the looks."""
        clock, timer = QElapsedTimer(), QTimer(self)
        clock.start()
        looking = False

        def check() -> None:
            nonlocal looking
            if looking:  # a touch lets Qt run, and with it this timer: it must not touch twice
                return
            looking = True
            try:
                answer = look()
            finally:
                looking = False
            if answer is None and clock.elapsed() >= int(request["timeout_ms"]):
                answer = {"ok": False, "error": complaint()}
            if answer is not None:
                timer.stop()
                timer.deleteLater()
                self._reply(answer)
                QTimer.singleShot(0, self._serve)

        timer.timeout.connect(check)
        timer.start(LOOK_MS)
        check()


def _listen(server: QLocalServer, path: Path) -> None:
    probe = QLocalSocket()
    probe.connectToServer(str(path))
    if probe.waitForConnected(200):
        raise SocketError(f"{path}: another station answers here; give this one its own --automation path")
    QLocalServer.removeServer(str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    if not server.listen(str(path)):
        raise SocketError(f"{path}: cannot listen here: {server.errorString()}")
    path.chmod(0o600)


def _describe(name: str, item: QQuickItem) -> dict[str, Any]:
    corner = item.mapToScene(QPointF(0, 0))
    rect = [round(n) for n in (corner.x(), corner.y(), item.width(), item.height())]
    return {"name": name, "text": finder.text_of(item), "enabled": item.isEnabled(), "rect": rect}


def _untouchable(name: str) -> str:
    item = finder.visible().get(name)
    if item is None:
        return finder.missing(name)
    if item.isEnabled():
        return "it can be seen, but something lies over it"
    return "it can be seen, but is not enabled"


def _still(name: str, text: str | None, gone: bool) -> str:
    item = finder.visible().get(name)
    if gone:
        return f"{name!r} is still to be seen"
    if item is not None:
        return f"{name!r} says {finder.text_of(item)!r}, not {text!r}"
    return f"{name!r} did not come; {_there()}"


def _there() -> str:
    return f"to be seen: {', '.join(sorted(finder.visible())) or 'nothing with a name'}"
