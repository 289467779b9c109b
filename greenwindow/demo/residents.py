"""Residents: they come when the morning says, and touch their way through the kiosk's real window to a ticket."""

import threading
from collections import deque
from collections.abc import Callable, Iterable

import structlog

from greenwindow.arrivals import Arrival
from greenwindow.demo.arrange import Stage
from greenwindow.demo.book import Book
from greenwindow.demo.hand import Hand
from greenwindow.demo.opening import printer_folder
from greenwindow.demo.pace import Pace
from greenwindow.demo.patience import Patience
from ui.automation.client import AutomationError

_LOOK_S = 0.03
_PAPER_S = 6.0
_SETTLE_S = 0.25
_TRYING = ("screen-starting", "screen-offline", "screen-not-saving", "screen-issuing")
"""The kiosk says that it is trying: whoever reads that waits."""


class Street:
    """Who is still to come, and who stands before the kiosks."""

    def __init__(self, arrivals: Iterable[Arrival], pace: Pace) -> None:
        self._to_come = deque(arrivals)
        self._all = len(self._to_come)
        self._first = self._to_come[0].seconds if self._to_come else 0
        self._pace = pace
        self._at_kiosks = 0
        self._lock = threading.Lock()

    def come(self) -> Arrival | None:
        """The next resident, if it is time."""
        with self._lock:
            if not self._to_come or self._to_come[0].seconds - self._first > self._pace.hall_now():
                return None
            self._at_kiosks += 1
            return self._to_come.popleft()

    def leave(self) -> None:
        """One of them has turned from the kiosk."""
        with self._lock:
            self._at_kiosks -= 1

    @property
    def empty(self) -> bool:
        """Whether all of them have been at a kiosk."""
        with self._lock:
            return not self._to_come and not self._at_kiosks

    @property
    def progress(self) -> float:
        """The share of them that has come, 0 to 1."""
        with self._lock:
            return 1 - len(self._to_come) / max(1, self._all)


class Kiosk:
    """The residents before one kiosk, one after the other; `run` is a thread's whole life."""

    def __init__(
        self, stage: Stage, name: str, street: Street, book: Book, pace: Pace, say: Callable[[str, str], None]
    ) -> None:
        self.name = name
        self.hand = Hand(stage.socket(name), pace)
        self.stage = stage
        self.pace = pace
        self.say = say
        self.log = structlog.get_logger("resident")
        self._faults = printer_folder(stage, name) / "faults"
        self._street = street
        self._book = book
        self._pictured: set[str] = set()

    def run(self) -> None:
        """Serves residents until the demo ends."""
        while not self.pace.stopping.is_set():
            resident = self._street.come()
            if resident is None:
                self.pace.pause(0.05)
                continue
            _Visit(self, resident).run()
            self._street.leave()

    def run_out_of_paper(self) -> None:
        """The roll ends."""
        self._faults.mkdir(parents=True, exist_ok=True)
        (self._faults / "paper-out").touch()

    def new_roll(self) -> None:
        """Staff put in another."""
        (self._faults / "paper-out").unlink(missing_ok=True)

    def remember(self, seen: Iterable[str], language: str | None) -> None:
        """A picture of each screen the first time it is seen in a language, once it stands still."""
        screen = next((name.removeprefix("screen-") for name in seen if name.startswith("screen-")), None)
        moment = f"{screen}-{language or self.stage.plan.hall.languages[0]}"
        if screen is not None and moment not in self._pictured:
            self._pictured.add(moment)
            self.pace.pause(_SETTLE_S)
            self.hand.picture(self.stage.out / "screenshots" / f"{self.name}-{moment}.png")

    def got(self, number: str, arrival: Arrival) -> None:
        """A resident has read the number on the screen."""
        self._book.note(number, arrival)

    def is_known(self, number: str) -> bool:
        """Whether somebody else already holds that number."""
        return number in self._book.residents


class _Visit:
    """One resident before the kiosk: looks at the screen and touches what it asks for."""

    def __init__(self, kiosk: Kiosk, arrival: Arrival) -> None:
        self._kiosk = kiosk
        self._hand = kiosk.hand
        self._arrival = arrival
        self._wishes = [need.service for need in arrival.needs]
        self._number: str | None = None
        self._gone = False

    def run(self) -> None:
        """Until the resident has a number and turns away, or loses patience."""
        pace = self._kiosk.pace
        patience = Patience(pace.clock)
        while not self._gone and patience.left and not pace.stopping.is_set():
            patience.looked(served=self._try())
            pace.pause(_LOOK_S)
        if self._number is None and not pace.stopping.is_set():
            self._kiosk.say(
                f"a resident left {self._kiosk.name} without a number (line {self._arrival.line})", "red"
            )

    def _try(self) -> bool:
        """Looks and touches; whether the kiosk was there to be used."""
        try:
            seen = self._hand.look()
            self._look_and_touch(seen)
        except (AutomationError, OSError) as fault:
            self._kiosk.log.info("kiosk does not answer", fault=str(fault))
            self._hand.let_go()
            self._kiosk.pace.pause(0.5)
            return False
        return not any(screen in seen for screen in _TRYING)

    def _look_and_touch(self, seen: dict[str, bool]) -> None:
        self._kiosk.remember(seen, self._arrival.language)
        if "ticket-number" in seen:
            self._ticket(seen)
        elif self._number is not None:
            self._gone = True  # taken; the kiosk died before it could say so
        elif "screen-categories" in seen:
            self._turn_to(seen, f"category-{self._category()}")
        elif "screen-services" in seen:
            self._turn_to(seen, f"service-{self._wishes[0]}" if self._wishes else "back")
        elif "screen-priority" in seen:
            self._hand.touch(f"priority-{self._arrival.priority.value}", 1.0)
        elif "screen-confirm" in seen:
            self._confirm(seen)
        elif waking := next((name for name in ("go-on", "wake", "stay") if name in seen), None):
            self._hand.touch(waking, 1.0)
        elif "again" in seen:
            self._hand.touch("again", 1.0)
        elif (language := self._language(seen)) is not None:
            self._hand.touch(language, 1.0)

    def _turn_to(self, seen: dict[str, bool], name: str) -> None:
        """Touches it, turning pages until it is there."""
        if name in seen:
            self._hand.touch(name, 1.0)
        elif seen.get("next-page"):
            self._hand.touch("next-page", 1.0)
        elif seen.get("previous-page"):
            self._hand.touch("previous-page", 1.0)

    def _confirm(self, seen: dict[str, bool]) -> None:
        chosen = {name.removeprefix("need-") for name in seen if name.startswith("need-")}
        self._wishes = [need.service for need in self._arrival.needs if need.service not in chosen]
        self._hand.touch("add-need" if self._wishes and seen.get("add-need") else "confirm", 1.0)

    def _ticket(self, seen: dict[str, bool]) -> None:
        number = self._hand.window.text("ticket-number").strip()
        if self._number is None and self._kiosk.is_known(number):
            self._hand.touch("take", 1.0)
            return
        if self._number is None:
            self._number = number
            self._kiosk.got(number, self._arrival)
        paper = self._hand.wait_for(["paper-failed", "take"], _PAPER_S)
        if paper == "paper-failed" or "paper-failed" in seen:
            self._kiosk.say(f"{number}: no paper; the number stays on the screen until it is noted", "red")
            self._hand.picture(self._kiosk.stage.out / "screenshots" / f"{self._kiosk.name}-no-paper.png")
            self._kiosk.pace.pause(0.8)
            self._kiosk.new_roll()
        self._gone = self._hand.touch("take", 2.0)

    def _category(self) -> str:
        wish = self._wishes[0] if self._wishes else self._arrival.needs[0].service
        service = next(s for s in self._kiosk.stage.plan.services if s.id == wish)
        return service.category or "other"

    def _language(self, seen: dict[str, bool]) -> str | None:
        wanted = f"language-{self._arrival.language or self._kiosk.stage.plan.hall.languages[0]}"
        return wanted if wanted in seen else None
