"""A receipt printer that isn't there: takes ESC/POS bytes, draws what it prints, answers, and can go wrong.

sim = SimPrinter(Path("out"), paper=50)          # out/ticket-0001.png …, faults in out/faults/
place = SimPrinterPlace(sim)                      # an hw.link Endpoint for a driver in the same process
with SimPrinterServer(sim) as server: server.url  # the same printer over TCP (hw.sim.printer_server)
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from hw.sim.printer_bytes import (
    AskDone,
    AskPaper,
    Command,
    CommandReader,
    Cut,
    Feed,
    Letter,
    Odd,
    Reset,
    Row,
    Watch,
)
from hw.sim.printer_faults import Fault, Faults, FolderFaults
from hw.sim.printer_motor import Motor
from hw.sim.printer_paper import DrawnPaper, Paper
from hw.sim.printer_status import Condition
from hw.sim.printer_text import CodePart, EndLine, Setting, TextHead
from hw.sim.printer_voice import Voice

BUFFER_BYTES = 4096
"""What it takes beyond what it has worked off: a full one is how a stopped printer stops its host."""

LEFT_OVER = b"\x12\x10\x00\x0c\x00\x00\x12\x37\x22A0"
"""Of another host's: all was well, no paper, all was worked off, all was well, half a mark."""

XOFF, XON = b"\x13", b"\x11"


@dataclass(frozen=True)
class Trip:
    """A fault that strikes once that many bytes have come."""

    at_byte: int
    fault: Fault


class SimPrinter:
    """The printer itself, whatever way its bytes come. Safe for several threads."""

    def __init__(
        self,
        folder: Path,
        *,
        width_dots: int = 576,
        paper: int | None = None,
        faults: Faults | None = None,
        clone: bool = False,
        chinese: bool = True,
        trip: Trip | None = None,
        comes_out: Paper | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`paper`: tickets on a roll, None for an endless one. `clone`: no GS ( H and no near-end sensor. `comes_out`:
        where the rows go, instead of into pictures in `folder`. `clock` in seconds: for the slow and the late.
        `chinese`: it starts with Chinese letters on, as most sold in China do."""
        self._paper = comes_out or DrawnPaper(folder, width_dots)
        self._text = TextHead(width_dots, chinese=chinese)
        self._roll = self._left = paper
        self._faults = faults or FolderFaults(folder / "faults")
        self._clone = clone
        self._trip = trip
        self._lock = RLock()
        self._clock = clock
        self._motor = Motor(clock)
        self.bytes_seen = 0
        """Bytes taken in since it was made."""
        self._active: frozenset[Fault] = frozenset()
        self.tickets: list[Path] = []
        """Pictures drawn so far, partial ones included."""
        self.odd: list[bytes] = []
        """Commands that it could not make sense of."""
        self.junk = b""
        """Bytes of text that stand on paper; a kiosk that sends pictures means none."""
        self._power_on()

    @property
    def connected(self) -> bool:
        """Whether it can be reached at all. Looked at, it also goes on with what it still has to print."""
        with self._lock:
            self._look()
            self._work()
            return Fault.OFFLINE not in self._active

    def accept(self, data: bytes) -> int:
        """Take bytes in, as many as there is room for; return how many."""
        with self._lock:
            taken = 0
            for piece in self._pieces(data):
                self._look()
                room = 0 if self._active & {Fault.STUCK, Fault.OFFLINE} else BUFFER_BYTES - len(self._buffer)
                self._take_in(piece[:room])
                taken += min(room, len(piece))
                if room < len(piece):
                    break
            return taken

    def answers(self) -> bytes:
        """What it has to say now; said once."""
        with self._lock:
            self._look()
            self._work()
            said = self._voice.due()
            return b"" if self._active & {Fault.MUTE, Fault.STUCK, Fault.OFFLINE} else said

    def say(self, data: bytes) -> None:
        """Make it say that as well: what a real one has left over from whoever spoke to it before."""
        with self._lock:
            self._say(data)

    def use_up(self, tickets: int) -> None:
        """So many of the roll are gone at once; never the last one."""
        with self._lock:
            if self._left is not None:
                self._left = max(1, self._left - tickets)

    def hang_up(self) -> None:
        """The host has closed its link. It keeps what it has and prints on; if it can't, somebody pulls off what
        hangs out."""
        with self._lock:
            self._look()
            busy = self._work()
            if Fault.STALE in self._active:
                self._say(LEFT_OVER)
            if not busy:
                self._tear()

    def _power_on(self) -> None:
        self._buffer = bytearray()
        self._reader = CommandReader()
        self._next: Command | None = None
        self._voice = Voice(self._clock)
        self._tail = b""
        self._line = b""  # text waiting for the end of its line
        self._text.reset()
        self._watched = False
        self._told = b""
        self._headless = False  # what is printed now is the rest of a ticket whose beginning was pulled off

    def _pieces(self, data: bytes) -> Iterator[bytes]:
        """`data` in pieces that end where a trip lies or the buffer could be full."""
        at = 0
        while at < len(data):
            size = BUFFER_BYTES // 4
            if self._trip and self.bytes_seen < self._trip.at_byte:
                size = min(size, self._trip.at_byte - self.bytes_seen)
            yield data[at : at + size]
            at += size

    def _take_in(self, piece: bytes) -> None:
        self._answer_real_time(piece)
        self._buffer += piece
        self.bytes_seen += len(piece)
        self._work()
        if self._trip and self.bytes_seen >= self._trip.at_byte:
            self._faults.add(self._trip.fault)
            self._trip = None
            self._look()

    def _look(self) -> None:
        """See what has gone wrong or was put right since the last look."""
        before, self._active = self._active, self._faults.active()
        if Fault.PAPER_OUT in before - self._active:
            self._left = self._roll
        if Fault.PAPER_OUT in self._active - before:
            self._tear()
        if Fault.OFFLINE in self._active - before:
            self._tear()
            self._power_on()
        if self._watched and self._told != self._condition().automatic():
            self._told = self._condition().automatic()
            self._say(self._told)
        if Fault.STALE in self._active - before:
            self._say(LEFT_OVER)

    def _say(self, data: bytes) -> None:
        late, in_fragments = Fault.LATE in self._active, Fault.FRAGMENTS in self._active
        self._voice.say(data, late=late, in_fragments=in_fragments)

    def _condition(self) -> Condition:
        low = not self._clone and self._left is not None and self._left <= max(1, (self._roll or 0) // 10)
        return Condition.of(self._active, low)

    def _answer_real_time(self, piece: bytes) -> None:
        """DLE EOT is answered on arrival, wherever it stands: even dots that look like it are."""
        seen = self._tail + piece
        at = seen.find(b"\x10\x04")
        while 0 <= at < len(seen) - 2:
            if at + 2 >= len(self._tail) and 1 <= seen[at + 2] <= 4:
                self._say_condition(seen[at + 2])
            at = seen.find(b"\x10\x04", at + 1)
        self._tail = seen[-2:]

    def _say_condition(self, kind: int) -> None:
        answer = self._condition().real_time(kind)
        if Fault.CHATTER in self._active:
            answer = XOFF + self._condition().automatic() + answer + XON
        self._say(answer)

    def _work(self) -> bool:
        """Carry out what has come, as far as its condition allows; whether it is still at it."""
        halted = {Fault.STUCK, Fault.OFFLINE, Fault.COVER_OPEN, Fault.CUTTER}
        while not self._active & halted:
            self._work_off_rows()
            self._next = self._next or self._reader.take(self._buffer)
            needs_paper = isinstance(self._next, Row | Feed | Cut | EndLine | CodePart)
            if self._next is None or (needs_paper and Fault.PAPER_OUT in self._active):
                return False
            if isinstance(self._next, Row) and not self._motor.move(Fault.SLOW in self._active):
                return True
            command, self._next = self._next, None
            self._carry_out(command)
        return False

    def _work_off_rows(self) -> None:
        """At once, where nothing can come between them: a ticket is a thousand rows."""
        if self._next is None and not self._active & {Fault.PAPER_OUT, Fault.SLOW}:
            rows = self._reader.rows(self._buffer)
            if rows:
                self._end_line()
            for dots in rows:
                self._paper.row(dots)

    def _carry_out(self, command: Command) -> None:
        match command:
            case Row(dots):
                self._end_line()
                self._paper.row(dots)
            case Feed(dots):
                self._end_line()
                self._paper.feed(dots)
            case Cut():
                self._end_line()
                self._cut()
            case Reset():
                self._watched = self._headless = False
                self._line = b""
                self._text.reset()
            case Letter() | Setting() | EndLine() | CodePart():
                self._type(command)
            case Watch(kinds):
                self._watched, self._told = bool(kinds), b""
                self._look()
            case AskPaper():
                self._say(self._condition().in_order())
            case AskDone(mark) if not self._clone:
                self._say(b"\x37\x22" + mark + b"\0")
            case Odd(data):
                self.odd.append(data)

    def _type(self, command: Letter | Setting | EndLine | CodePart) -> None:
        match command:
            case Letter(byte):
                self._line += bytes((byte,))
                self._draw(self._text.letter(byte))
            case Setting():
                self._text.set(command)
            case EndLine():
                self._end_line(feed=True)
            case CodePart():
                self._end_line()
                self._draw(self._text.code(command))

    def _end_line(self, *, feed: bool = False) -> None:
        self.junk, self._line = self.junk + self._line, b""
        self._draw(self._text.end_line(feed=feed))

    def _draw(self, rows: list[bytes]) -> None:
        for row in rows:
            self._paper.row(row)

    def _cut(self) -> None:
        picture = self._paper.cut(partial=self._headless)
        self._headless = False
        if picture is None:
            return
        self.tickets.append(picture)
        if self._left is not None:
            self._left -= 1
            if self._left <= 0:
                self._faults.add(Fault.PAPER_OUT)
                self._look()

    def _tear(self) -> None:
        self._headless = self._headless or self._reader.inside_picture or not self._paper.blank
        picture = self._paper.cut(partial=True)
        if picture is not None:
            self.tickets.append(picture)
