"""What a receipt printer makes of a stream of bytes: an ESC/POS reader of its own, sharing nothing with the driver."""

from dataclasses import dataclass

from hw.sim.printer_text import CodePart, EndLine, Setting, read_text


@dataclass(frozen=True)
class Reset:
    """ESC @"""


@dataclass(frozen=True)
class Row:
    """One row of dots of GS v 0, as soon as it is there."""

    dots: bytes


@dataclass(frozen=True)
class Feed:
    """Paper moved on by so many dots."""

    dots: int


@dataclass(frozen=True)
class Cut:
    """The knife; `feed` dots before it."""

    feed: int


@dataclass(frozen=True)
class AskPaper:
    """GS r n"""


@dataclass(frozen=True)
class AskDone:
    """GS ( H function 48"""

    mark: bytes


@dataclass(frozen=True)
class Watch:
    """GS a n"""

    kinds: int


@dataclass(frozen=True)
class Letter:
    """A byte to print as text, at the end of its line."""

    byte: int


@dataclass(frozen=True)
class Odd:
    """A command this printer can't do."""

    data: bytes


Command = Reset | Row | Feed | Cut | AskPaper | AskDone | Watch | Letter | Setting | EndLine | CodePart | Odd

_LINE_DOTS = 30


class CommandReader:
    """Takes commands off the front of a buffer, one by one. It remembers a picture whose rows are still to come."""

    def __init__(self) -> None:
        self._row_bytes = 0
        self._rows_left = 0

    @property
    def inside_picture(self) -> bool:
        """Whether the next bytes are dots, whatever they look like."""
        return self._rows_left > 0

    def take(self, buffer: bytearray) -> Command | None:
        """The first command that is there whole, removed from `buffer`; None if more bytes are needed."""
        while buffer:
            if self._rows_left:
                return self._row(buffer)
            del buffer[: len(buffer) - len(buffer.lstrip(b"\0"))]  # NUL between commands is nothing
            if not buffer:
                return None
            size, command = self._read(buffer)
            if not size:
                return None
            del buffer[:size]
            if command is not None:
                return command
        return None

    def rows(self, buffer: bytearray) -> list[bytes]:
        """All rows of a picture that are there whole, removed from `buffer`: what `take` gives one by one."""
        if not self._rows_left:
            return []
        size = self._row_bytes
        count = min(self._rows_left, len(buffer) // size)
        found = [bytes(buffer[at : at + size]) for at in range(0, count * size, size)]
        del buffer[: count * size]
        self._rows_left -= count
        return found

    def _row(self, buffer: bytearray) -> Row | None:
        if len(buffer) < self._row_bytes:
            return None
        dots = bytes(buffer[: self._row_bytes])
        del buffer[: self._row_bytes]
        self._rows_left -= 1
        return Row(dots)

    def _read(self, b: bytearray) -> tuple[int, Command | None]:
        """Bytes used (0: wait for more) and the command; None for what is no command to carry out."""
        size, command = read_text(b)
        if size:
            return size, command
        match b[0]:
            case 0x0A:
                return 1, EndLine()
            case 0x10:
                return self._real_time(b)
            case 0x1B:
                return self._esc(b)
            case 0x1D:
                return self._gs(b)
            case 0x1C:
                return (2, Odd(bytes(b[:2]))) if len(b) > 1 else (0, None)
        return 1, Letter(b[0]) if b[0] >= 0x20 else Odd(bytes(b[:1]))

    def _real_time(self, b: bytearray) -> tuple[int, Command | None]:
        """DLE EOT was answered on arrival; here it is only stepped over."""
        if len(b) < 3:
            return 0, None
        return (3, None) if b[1] == 0x04 else (1, None)  # half a question, of a host that broke off

    def _esc(self, b: bytearray) -> tuple[int, Command | None]:
        if len(b) < 2:
            return 0, None
        if b[1] == ord("@"):
            return 2, Reset()
        if b[1] in b"im":
            return 2, Cut(0)
        if b[1] in b"a3E":
            return 0, None  # its figure is still to come
        if b[1] in b"Jd":
            dots = 1 if b[1] == ord("J") else _LINE_DOTS
            return (3, Feed(b[2] * dots)) if len(b) > 2 else (0, None)
        return 2, Odd(bytes(b[:2]))

    def _gs(self, b: bytearray) -> tuple[int, Command | None]:
        if len(b) < 3:
            return 0, None
        match chr(b[1]):
            case "r":
                return 3, AskPaper()
            case "a":
                return 3, Watch(b[2])
            case "V":
                return self._cut(b)
            case "v":
                return self._picture(b)
            case "(":
                return self._block(b)
        return 2, Odd(bytes(b[:2]))

    def _cut(self, b: bytearray) -> tuple[int, Command | None]:
        if b[2] in (0, 1, 48, 49):
            return 3, Cut(0)
        if b[2] in (65, 66):
            return (4, Cut(b[3])) if len(b) > 3 else (0, None)
        return 3, Odd(bytes(b[:3]))

    def _picture(self, b: bytearray) -> tuple[int, Command | None]:
        if len(b) < 8:
            return 0, None
        self._row_bytes = b[4] + 256 * b[5]
        self._rows_left = b[6] + 256 * b[7] if self._row_bytes else 0
        return 8, None

    def _block(self, b: bytearray) -> tuple[int, Command | None]:
        """GS ( carries its own length, so even an unknown one is stepped over whole."""
        size = 5 + b[3] + 256 * b[4] if len(b) >= 5 else 5
        if len(b) < size:
            return 0, None
        if b[2] == ord("H") and bytes(b[5:7]) == b"00" and size == 11:
            return size, AskDone(bytes(b[7:11]))
        return size, Odd(bytes(b[:size]))
