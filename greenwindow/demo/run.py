"""The director: opens the hall, lets residents and clerks play their parts, breaks two things, and tells the end."""

import sys
import threading
from dataclasses import dataclass, field
from itertools import chain, repeat

import structlog
from rich.console import Console

from greenwindow.demo.arrange import LISTENER, Stage, arrange
from greenwindow.demo.book import Book
from greenwindow.demo.clerks import Clerk
from greenwindow.demo.listener import Listener
from greenwindow.demo.live import Board
from greenwindow.demo.opening import ON_SCREEN, OpeningError, Sizes, free_port, open_hall
from greenwindow.demo.options import Options
from greenwindow.demo.pace import Pace
from greenwindow.demo.pictures import Photographer
from greenwindow.demo.processes import Processes
from greenwindow.demo.residents import Kiosk, Street
from greenwindow.demo.story import Story
from greenwindow.demo.summary import Outcome, tell
from greenwindow.demo.tally import Tally
from hall.plan import Plan
from runtime.clock import Clock
from runtime.session import BrokerError
from runtime.url import find_broker_url

_TAIL_S = 28.0
"""Kept for those who still wait when the last resident comes, for the pictures, and for closing."""
_CLOSING_S = 8.0
_TICK_S = 0.1


def run(options: Options, clock: Clock, console: Console) -> int:
    """Plays the morning; 0 when nothing was lost and nothing happened twice, 1 when something was or didn't start."""
    begun = clock.monotonic()
    stage = arrange(options.hall_file, options.out, options.home)
    for change in stage.changes:
        console.print(change, style="dim", highlight=False)
    log = stage.log("demo").open("a", encoding="utf-8")
    structlog.configure(logger_factory=structlog.WriteLoggerFactory(file=log))  # not into the live board
    processes = Processes()
    try:
        port = free_port()
        sizes = ON_SCREEN if options.on_screen else Sizes()
        open_hall(stage, processes, port, sizes, lambda line: console.print(line, highlight=False))
        return _Morning(options, stage, processes, clock, begun, console).play()
    except (OpeningError, BrokerError) as fault:
        print(f"demo: {fault}", file=sys.stderr)
        return 1
    finally:
        processes.stop()
        log.close()


@dataclass
class _Morning:
    options: Options
    stage: Stage
    processes: Processes
    clock: Clock
    begun: float
    console: Console
    stopping: threading.Event = field(default_factory=threading.Event)

    def play(self) -> int:
        plan = self.stage.plan
        short = frozenset(s for window in plan.green_windows for s in window.services)
        tally = Tally(short=short)
        book = Book(plan)
        pace = Pace(self._speed(), self.clock.monotonic() + 1.0, self.clock, self.stopping)
        street = Street(self.options.arrivals, pace)
        title = f"{plan.hall.name[plan.hall.languages[0]]} · {pace.speed:.0f}×"
        with Board(self.console, plan, len(self.options.arrivals), title) as board:
            listener = Listener(find_broker_url(self.stage.var, LISTENER, None), tally, board.event)
            listener.start()
            kiosks = [Kiosk(self.stage, kiosk, street, book, pace, board.say) for kiosk in self.stage.kiosks]
            clerks = self._clerks(book, pace, board)
            lives = [actor.run for actor in clerks] + [actor.run for actor in kiosks]
            threads = [threading.Thread(target=life, daemon=True) for life in lives]
            for thread in threads:
                thread.start()
            photographer = Photographer(self.stage, kiosks, clerks, pace)
            story = Story(self.processes, street, kiosks[0], photographer, clock=self.clock, say=board.say)
            try:
                cut_short = self._watch(listener, board, book, street, story)
            except KeyboardInterrupt:
                board.say("stopped by hand")
                cut_short = True
            photographer.all("end")
            self.stopping.set()
            for thread in threads:
                thread.join(5)
            listener.stop()
        seconds = self.clock.monotonic() - self.begun
        outcome = Outcome(
            tally,
            tuple(book.given),
            len(self.options.arrivals),
            pace.speed,
            seconds,
            self.options.out,
            cut_short,
        )
        tell(self.console, outcome)
        return 0 if outcome.good else 1

    def _speed(self) -> float:
        if self.options.speed is not None:
            return self.options.speed
        left = self.options.seconds - (self.clock.monotonic() - self.begun) - _TAIL_S
        return max(1.0, self.options.span_s / max(10.0, left))

    def _clerks(self, book: Book, pace: Pace, board: Board) -> list[Clerk]:
        middle = self.options.span_s * 0.45
        last = list(self.stage.pads)[-1]
        names = _names(self.stage.plan)
        return [
            Clerk(counter, self.stage.socket(pad), book, pace, name=name,
                  pauses_at=middle if counter == last else None, say=board.say)
            for (counter, pad), name in zip(self.stage.pads.items(), chain(names, repeat("")), strict=False)
        ]  # fmt: skip

    def _watch(self, listener: Listener, board: Board, book: Book, street: Street, story: Story) -> bool:
        """Keeps everything running until all are served; whether the time was over before."""
        deadline = self.begun + self.options.seconds - _CLOSING_S
        while self.clock.monotonic() < deadline:
            for name in self.processes.watch():
                board.say(f"{name} died and is started again", "red")
            with listener.lock:
                open_tickets = listener.tally.open_tickets()
                served = len(listener.tally.lives) - len(open_tickets)
            board.update(listener.hall, len(book.given), served)
            story.tick()
            if street.empty and not open_tickets and not book.away and story.over:
                return False
            self.stopping.wait(_TICK_S)
        return True


def _names(plan: Plan) -> list[str]:
    """The clerks who can sign in anywhere, without a PIN: nobody knows that of the others."""
    return [clerk.id for clerk in plan.clerks if clerk.pin_hash is None and clerk.services is None]
