"""Silence is tested: what Qt or a log said at warning level or above, unless the test expected it."""

import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

_QUIET = {"debug", "info"}


class _Collector(logging.Handler):
    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._said = said

    def emit(self, record: logging.LogRecord) -> None:
        self._said.append(f"{record.name}: {record.getMessage()}")


@contextmanager
def _standard_log(said: list[str]) -> Iterator[None]:
    handler = _Collector(said)
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)


@contextmanager
def _structured_log(said: list[str]) -> Iterator[None]:
    from structlog.testing import capture_logs

    with capture_logs() as entries:
        yield
    said += [f"structlog: {entry}" for entry in entries if entry["log_level"] not in _QUIET]


@contextmanager
def _qt_messages(said: list[str]) -> Iterator[None]:
    from PyQt6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def listen(kind: QtMsgType, _where: QMessageLogContext, text: str | None) -> None:
        if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
            said.append(f"Qt: {text}")

    previous = qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(previous)


@contextmanager
def silence(allowed: Sequence[str] = ()) -> Iterator[None]:
    """Fails if something inside warned in words that hold none of the `allowed` texts."""
    said: list[str] = []
    with ExitStack() as listening:
        listening.enter_context(_standard_log(said))
        if "structlog" in sys.modules:
            listening.enter_context(_structured_log(said))
        if "PyQt6.QtCore" in sys.modules:
            listening.enter_context(_qt_messages(said))
        yield
    unexpected = [text for text in said if not any(part in text for part in allowed)]
    assert not unexpected, "unexpected warnings:\n" + "\n".join(unexpected)
