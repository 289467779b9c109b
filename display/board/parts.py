"""What the hall screen shows, part by part: plain values that a window draws as they are."""

from dataclasses import dataclass, field

from display.words import NOTHING, Pair


@dataclass(frozen=True, slots=True)
class Head:
    """The top line."""

    hall: Pair = NOTHING
    area: Pair = NOTHING
    clock: str = ""
    date: Pair = NOTHING


@dataclass(frozen=True, slots=True)
class Newest:
    """The call that stands large. `seq` 0: nobody has been called. `blink`: the seq that blinks, 0: none.

    `live`: the ticket is still called there; later it only stays to be read, and `where` sends nobody any more.
    """

    seq: int = 0
    ticket: str = ""
    counter: str = ""
    where: Pair = NOTHING
    blink: int = 0
    live: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One of the last calls; `live`: the ticket is still called there."""

    seq: int
    ticket: str
    counter: str
    time: str
    live: bool


@dataclass(frozen=True, slots=True)
class Missed:
    """A number that was called and did not come."""

    ticket: str
    counter: str


@dataclass(frozen=True, slots=True)
class Tile:
    """A counter: what it does, and the ticket it is at. `green`: short business goes first there now."""

    counter: str
    state: str
    ticket: str
    words: Pair
    green: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """The hall in numbers."""

    waiting: int = 0
    handled: int = 0


@dataclass(frozen=True, slots=True)
class Closed:
    """The hall has closed; `opens`: when it opens again, or to come back then."""

    words: Pair
    opens: Pair


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole screen at one moment. `offline`, `alarm`: words for the banner, empty while all is well; never both.

    With `closed` there is no call, no missed number, no counter and no figure.
    """

    head: Head = field(default_factory=Head)
    closed: Closed | None = None
    newest: Newest = field(default_factory=Newest)
    calls: tuple[Row, ...] = ()
    missed: tuple[Missed, ...] = ()
    tiles: tuple[Tile, ...] = ()
    figures: Figures | None = None
    closing: Pair = NOTHING
    """Stands, and takes no turns with the notices: it must be seen by who looks up once."""
    notices: tuple[Pair, ...] = ()
    announcement: str = ""
    offline: Pair = NOTHING
    alarm: Pair = NOTHING
    stale: bool = False
    """Whether the numbers may be out of date."""
