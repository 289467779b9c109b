"""Clerks: each looks at a pad's window, presses what it offers, and serves who is called for as long as it takes."""

from collections.abc import Callable
from pathlib import Path

import structlog

from greenwindow.arrivals import Hold, NoShow, Oddity, TransferToCounter, TransferToService
from greenwindow.demo.book import Book
from greenwindow.demo.hand import Hand
from greenwindow.demo.pace import Pace
from ui.automation.client import AutomationError

_LOOK_S = 0.3
_ANSWER_S = 3.0
_NO_SHOW_S = 1.2
_UNKNOWN_S = 1.5
_PAUSE_HALL_S = 360


class Clerk:
    """One clerk at one counter; `run` is a thread's whole life."""

    def __init__(
        self,
        counter: str,
        socket: Path,
        book: Book,
        pace: Pace,
        *,
        name: str,
        pauses_at: float | None,
        say: Callable[[str], None],
    ) -> None:
        """`name` is the id by which to sign in where the hall file names its clerks; empty: without a name."""
        self.counter = counter
        self._name = name
        self.hand = Hand(socket, pace)
        self._book = book
        self._pace = pace
        self._pauses_at = pauses_at
        self._say = say
        self._held: dict[str, float] = {}
        self._done_by_next = True
        self._log = structlog.get_logger("clerk")

    def run(self) -> None:
        """Works until the demo ends."""
        while not self._pace.stopping.is_set():
            try:
                self._turn()
            except (AutomationError, OSError) as fault:
                self._log.info("pad does not answer", counter=self.counter, fault=str(fault))
                self.hand.let_go()
                self._pace.pause(1.0)

    def _turn(self) -> None:
        seen = self.hand.look()
        if "clerks" in seen:
            self._sign_in()
        elif seen.get("open-counter"):
            self.hand.touch("open-counter")
        elif seen.get("resume-counter"):
            self.hand.touch("resume-counter")
        elif seen.get("start"):
            self._receive()
        elif seen.get("done"):
            self._go_on()
        elif seen.get("next"):
            self._idle()
        self._pace.pause(_LOOK_S)

    def _sign_in(self) -> None:
        """Down the list by keyboard to the own name: a long one scrolls, and what is not there can't be touched."""
        wanted, window = f"clerk-{self._name}", self.hand.window
        rows = int(window.property("clerks", "count"))
        for _ in range(rows):
            if window.property("clerks", "currentName") == wanted:
                break
            window.key("Down")
        window.key("Return")

    def _idle(self) -> None:
        """Nobody is here: bring back who returned, take a break when it is time, or call the next."""
        if self._look_aside():
            return
        if self._pauses_at is not None and self._pace.hall_now() > self._pauses_at:
            self._pauses_at = None
            self._break()
        elif self._someone_waits() and self.hand.touch("next"):
            self._wait_until_called()

    def _someone_waits(self) -> bool:
        return any(ch.isdigit() and ch != "0" for ch in self.hand.window.text("waiting-count"))

    def _wait_until_called(self) -> None:
        deadline = self._pace.clock.monotonic() + _ANSWER_S
        while not self.hand.can("start") and self._pace.clock.monotonic() < deadline:
            if not self._pace.pause(0.1):
                return

    def _receive(self) -> None:
        """Somebody was called: who is it, and what befalls them?"""
        begun = self._pace.clock.monotonic()
        number = self.hand.window.text("current-number").strip()
        self._wait_until_known(number)
        event = self._book.event_of(number)
        if isinstance(event, NoShow):
            came_about = self._nobody_came(number, event)
        else:
            self._pace.pause(self._pace.real(20))
            came_about = self.hand.touch("start") and self._serve(number, event, begun)
        if event is not None and not came_about:
            self._book.not_yet(number, event)

    def _serve(self, number: str, event: Oddity | None, begun: float) -> bool:
        """What is done for the resident at the counter; False if that can't be done now."""
        match event:
            case TransferToService(service):
                return self._hand_on(number, f"transfer-service-{service}", search=service)
            case TransferToCounter(counter):
                return self._hand_on(number, f"transfer-counter-{counter}")
            case Hold(minutes):
                return self._set_aside(number, minutes)
        minutes = self._book.minutes_at(number, self.counter)
        done_at = begun + self._pace.real(minutes * 60)
        self._pace.pause(done_at - self._pace.clock.monotonic())
        self._finish()
        return True

    def _wait_until_known(self, number: str) -> None:
        """The resident may still be reading the number; one whom a person sent stays unknown."""
        deadline = self._pace.clock.monotonic() + _UNKNOWN_S
        while number not in self._book.residents and self._pace.clock.monotonic() < deadline:
            if not self._pace.pause(0.05):
                return

    def _go_on(self) -> None:
        """Somebody sits here already: what was to befall them, or the end of it."""
        number = self.hand.window.text("current-number").strip()
        event = self._book.event_of(number)
        if event is None or isinstance(event, NoShow):
            self._finish()
        elif not self._serve(number, event, self._pace.clock.monotonic()):
            self._book.not_yet(number, event)

    def _finish(self) -> None:
        """Every other time by *done*, else by calling the next, as clerks do."""
        self._done_by_next = not self._done_by_next
        if self._done_by_next and self._someone_waits():
            before = self.hand.window.text("current-number")
            if self.hand.touch("next"):
                self._wait_for_change(before)
        else:
            self.hand.touch("done")
            self._pace.pause(_LOOK_S)

    def _wait_for_change(self, before: str) -> None:
        deadline = self._pace.clock.monotonic() + _ANSWER_S
        while self.hand.window.text("current-number") == before and self._pace.clock.monotonic() < deadline:
            if not self._pace.pause(0.1):
                return

    def _nobody_came(self, number: str, event: NoShow) -> bool:
        self._pace.pause(_NO_SHOW_S)
        self.hand.touch("recall")
        self._pace.pause(_NO_SHOW_S)
        if not self.hand.touch("no-show"):
            return False
        self._book.returns(number, event, self._pace.hall_now())
        self._say(f"{number}: nobody came to counter {self.counter}")
        return True

    def _hand_on(self, number: str, goal: str, search: str | None = None) -> bool:
        self._pace.pause(self._pace.real(60))
        if not self.hand.touch("transfer"):
            return False
        if search is not None and self.hand.wait_for(["transfer-search"], 2.0):
            self.hand.window.type(search)
        if not self.hand.touch(goal):
            self.hand.touch("panel-close", 1.0)
            return False
        self._say(f"{number}: handed on from counter {self.counter}")
        return True

    def _set_aside(self, number: str, minutes: float) -> bool:
        self._pace.pause(self._pace.real(60))
        if not self.hand.touch("hold"):
            return False
        self._held[number] = self._pace.hall_now() + minutes * 60
        self._say(f"{number}: set aside at counter {self.counter}, a form is filled in")
        return True

    def _look_aside(self) -> bool:
        """Somebody held here is ready, or a no-show of this counter is back."""
        now = self._pace.hall_now()
        ready = [number for number, due in self._held.items() if due <= now]
        if ready and self._from_list("tab-held", f"held-{ready[0]}"):
            del self._held[ready[0]]
            return True
        here = self._missed_here(now)
        return bool(here) and self._from_list("tab-missed", f"missed-{here[0]}")

    def _missed_here(self, now: float) -> list[str]:
        due = [number for number, at in self._book.away.items() if at <= now]
        if not due or not self._open_tab("tab-missed"):
            return []
        there = self.hand.look()
        mine = [number for number in due if f"missed-{number}" in there]
        if not mine:
            self.hand.touch("panel-close", 1.0)
            return []
        self._book.away.pop(mine[0], None)
        self._say(f"{mine[0]}: is back and waits again")
        return mine

    def _from_list(self, tab: str, entry: str) -> bool:
        if not self.hand.can(tab) and not self._open_tab(tab):
            return False
        if self.hand.touch(tab) and self.hand.touch(entry):
            return True
        self.hand.touch("panel-close", 1.0)
        return False

    def _open_tab(self, tab: str) -> bool:
        if not self.hand.touch("lists"):
            return False
        return self.hand.touch(tab)

    def _break(self) -> None:
        if self.hand.touch("pause") and self.hand.touch("pause-reason-1"):
            self._say(f"counter {self.counter} pauses")
            self._pace.pause(self._pace.real(_PAUSE_HALL_S))
