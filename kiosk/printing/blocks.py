"""What a paper is made of, in meaning and in words: `drawn` makes dots of it, `typed` letters of the printer's own."""

from dataclasses import dataclass, field

from hw.printer import Raster


@dataclass(frozen=True)
class Said:
    """The same in the paper's language and in the second one, "" where there is none or it says the same."""

    first: str
    second: str = ""

    @property
    def both(self) -> tuple[str, ...]:
        """As many as there are."""
        return (self.first, self.second) if self.second else (self.first,)


NOTHING = Said("")


@dataclass(frozen=True)
class Band:
    """White on black, across: `loud` large, the note small."""

    name: str
    loud: Said
    note: Said = NOTHING


@dataclass(frozen=True)
class Badge:
    """A word or two, white on black, in the middle."""

    name: str
    words: Said


@dataclass(frozen=True)
class Logo:
    """The hall's own picture."""

    picture: Raster


@dataclass(frozen=True)
class HallName:
    """Whose paper this is."""

    words: Said


@dataclass(frozen=True)
class Headline:
    """What paper this is, large."""

    name: str
    words: Said


@dataclass(frozen=True)
class Number:
    """The ticket's number, as large as it goes."""

    title: Said
    number: str


@dataclass(frozen=True)
class Fact:
    """A title and a figure."""

    name: str
    title: Said
    value: Said
    plain: bool = False
    """A name or a telephone number: all of it equally large."""


@dataclass(frozen=True)
class Facts:
    """Side by side where there is room."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Part:
    """From here on it is about something else."""

    name: str
    title: Said = NOTHING


@dataclass(frozen=True)
class Entry:
    """A thing of a list; `mark` stands before it: a box to tick, a figure, or nothing."""

    name: str
    words: Said
    mark: str = ""
    strong: bool = False


BOX = "\u25a1"
"""The mark of what is ticked off by hand."""


@dataclass(frozen=True)
class Note:
    """Running text."""

    name: str
    words: Said


@dataclass(frozen=True)
class Greeting:
    """Words of the hall's own, in the middle."""

    name: str
    words: Said


@dataclass(frozen=True)
class Code:
    """A QR code and what it is for."""

    url: str
    title: Said
    note: Said


@dataclass(frozen=True)
class Foot:
    """The last lines, under a line of their own."""

    lines: tuple[tuple[str, Said], ...] = field(default=())


Block = (
    Band | Badge | Logo | HallName | Headline | Number | Facts | Part | Entry | Note | Greeting | Code | Foot
)
