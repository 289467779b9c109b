"""The Qt application every station starts with: its font, signals, faults and messages."""

import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, MutableMapping, Sequence
from types import FrameType, TracebackType

import structlog
from PyQt6.QtCore import (
    QCoreApplication,
    QLocale,
    QMessageLogContext,
    QObject,
    QSocketNotifier,
    QtMsgType,
    qInstallMessageHandler,
)
from PyQt6.QtGui import QFont, QGuiApplication
from PyQt6.sip import voidptr

FAMILY = "Noto Sans CJK SC"
SISTERS = ["Noto Sans Arabic UI"]
FAILED = 1

_log = structlog.get_logger("ui")
_LEVELS = {
    QtMsgType.QtDebugMsg: "debug",
    QtMsgType.QtInfoMsg: "info",
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "error",
    QtMsgType.QtFatalMsg: "critical",
}


class StationApp(QGuiApplication):
    """The application of a station. It may be told to end before its loop runs, while the window is still loading."""

    def __init__(self, argv: Sequence[str]) -> None:
        super().__init__(list(argv))
        self._left: int | None = None

    def leave(self, code: int = 0) -> None:
        """Ends it with this exit code; the first one counts."""
        if self._left is None:
            self._left = code
        self.exit(self._left)

    def run(self) -> int:
        """Qt's loop until somebody ends it; the exit code."""
        return self._left if self._left is not None else self.exec()


def leave(code: int) -> None:
    """Ends the running station from Qt's thread."""
    app = QCoreApplication.instance()
    if isinstance(app, StationApp):
        app.leave(code)


def make_app(argv: Sequence[str]) -> StationApp:
    """The application, made once per process, before any window. End it with `leave()`, SIGTERM or SIGINT."""
    if choose_platform(os.environ):
        print("no screen found: running off-screen / 没有屏幕，离屏运行", file=sys.stderr)
    qInstallMessageHandler(log_qt_message)
    app = StationApp(argv)
    # The family alone doesn't decide between Chinese and Japanese glyphs: the locale does too.
    QLocale.setDefault(QLocale("zh_CN"))
    use_font(app)
    ender = Ender(app)
    ender.catch_signals()
    catch_faults(ender.end)
    return app


def use_font(app: QGuiApplication) -> None:
    """The house's font; letters it has none of come from its sisters before any other."""
    QFont.insertSubstitutions(FAMILY, SISTERS)
    app.setFont(QFont(FAMILY))


def choose_platform(env: MutableMapping[str, str]) -> bool:
    """Chooses off-screen and software drawing where nothing else can work; True if there is no screen."""
    asked = env.get("QT_QPA_PLATFORM")
    if asked is None and not env.get("DISPLAY") and not env.get("WAYLAND_DISPLAY"):
        env["QT_QPA_PLATFORM"] = "offscreen"
        env.setdefault("QT_QUICK_BACKEND", "software")
        return True
    if asked is not None and asked.split(":")[0] in ("offscreen", "minimal", "linuxfb"):
        env.setdefault("QT_QUICK_BACKEND", "software")
    return False


def log_qt_message(kind: QtMsgType, _where: QMessageLogContext, text: str | None) -> None:
    getattr(_log, _LEVELS.get(kind, "warning"))("qt", text=text)


def catch_faults(end: Callable[[int], None]) -> None:
    """An error nobody caught is logged and ends the process: a dead window shows a frozen truth."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.critical("uncaught", exc_info=(kind, error, trace))
        end(FAILED)

    def thread_hook(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            hook(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = hook
    threading.excepthook = thread_hook


class Ender(QObject):
    """Ends the application from a signal or any thread: a byte in a socket wakes Qt's loop, no polling."""

    def __init__(self, app: StationApp) -> None:
        super().__init__(app)
        self._app = app
        self._code = 0
        self._ours, self._theirs = socket.socketpair()
        self._ours.setblocking(False)
        self._theirs.setblocking(False)
        self._notifier = QSocketNotifier(voidptr(self._ours.fileno()), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._leave)

    def catch_signals(self) -> None:
        signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _heard)

    def end(self, code: int = 0) -> None:
        """May be called from any thread. The first non-zero code is the process's."""
        self._code = self._code or code
        self._theirs.send(b"\0")

    def _leave(self) -> None:
        self._ours.recv(64)
        self._app.leave(self._code)


def _heard(_number: int, _frame: FrameType | None) -> None:
    """Python needs a handler for the wake-up byte to be written; the notifier does the work."""
