"""Where commands wait while their PIN is checked: off the loop's thread, one at a time for each clerk."""

import queue
import threading
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass

import structlog

from dispatcher.letters import Letter
from dispatcher.memory import Key
from wire.commands import OpenCounter

AT_MOST = 100
"""Commands that may wait here; one more is told `busy`."""


@dataclass(frozen=True, eq=False)
class PinCheck:
    """A command that can be done if its PIN is right."""

    letter: Letter
    clerk: str
    pin_hash: str


@dataclass(frozen=True)
class PinChecked:
    """What came of it. `right` is None when it was not looked at yet: its turn has come."""

    check: PinCheck
    right: bool | None

    @property
    def letter(self) -> Letter:
        """The command, as it arrived."""
        return self.check.letter


class PinDesk:
    """Used by the loop's thread; the worker only computes. Whoever guesses at many devices at once gains nothing:
    the next PIN of a clerk is looked at when it is known what became of the last one."""

    def __init__(self, tell: Callable[[PinChecked], None], is_right: Callable[[str, str], bool]) -> None:
        self._tell = tell
        self._is_right = is_right
        self._work: queue.SimpleQueue[PinCheck | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._under_way: dict[Key, PinCheck] = {}
        self._clerks: dict[str, deque[PinCheck]] = {}
        """Clerk → those who wait behind the one that is being checked."""

    @property
    def under_way(self) -> Collection[Key]:
        """Commands that will be answered when their PIN is known."""
        return self._under_way.keys()

    def take(self, check: PinCheck) -> None:
        """Has it checked; `tell` is called on another thread, or soon on this one, with what came of it."""
        own_turn = self._under_way.get(check.letter.key)
        self._under_way[check.letter.key] = check
        if own_turn is None and check.clerk in self._clerks:
            self._clerks[check.clerk].append(check)
            return
        self._clerks.setdefault(check.clerk, deque())
        self._start()
        self._work.put(check)

    def settle(self, done: PinChecked) -> None:
        """It has been answered, unless it was taken again; the clerk's next one has its turn."""
        check = done.check
        if self._under_way.get(check.letter.key) is not check:
            return
        del self._under_way[check.letter.key]
        behind = self._clerks[check.clerk]
        if behind:
            self._tell(PinChecked(behind.popleft(), None))
        else:
            del self._clerks[check.clerk]

    def stop(self) -> None:
        """Ends the worker; what is under way stays unanswered."""
        if self._thread is not None:
            self._work.put(None)
            self._thread.join(2.0)
            self._thread = None

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="pins", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while (check := self._work.get()) is not None:
            command = check.letter.command
            pin = command.pin if isinstance(command, OpenCounter) else None
            self._tell(PinChecked(check, self._found(check.pin_hash, pin or "")))

    def _found(self, pin_hash: str, pin: str) -> bool:
        try:
            return self._is_right(pin_hash, pin)
        except Exception as fault:  # noqa: BLE001 - whatever a PIN is made of, the next clerk must be able to sign in
            structlog.get_logger("dispatcher").error("a PIN could not be checked", why=type(fault).__name__)
            return False
