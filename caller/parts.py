"""The parts of the pad's picture, as the window draws them: words, no codes but those that choose a colour."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Chip:
    """A small sign at a ticket. `tone` and `icon` are the design system's names."""

    text: str
    tone: str
    icon: str = ""


@dataclass(frozen=True)
class Head:
    """The top bar."""

    counter: str
    hall: str
    clerk: str
    online: bool
    banner: str
    clock: str


@dataclass(frozen=True)
class Need:
    """A service of a ticket; `here`: *done* would finish it at this counter."""

    name: str
    here: bool


@dataclass(frozen=True)
class Current:
    """The ticket at the counter and the counter's state."""

    number: str
    state: str
    state_words: str
    needs: tuple[Need, ...]
    chips: tuple[Chip, ...]
    waited: str


@dataclass(frozen=True)
class Upcoming:
    """What *next* would call, why, and how many wait."""

    number: str
    why: str
    services: str
    chips: tuple[Chip, ...]
    waiting: int


@dataclass(frozen=True)
class Row:
    """A ticket in one of the lists."""

    number: str
    services: str
    chips: tuple[Chip, ...]
    since: str


@dataclass(frozen=True)
class Lists:
    """Waiting (the first 20), held here, missed here."""

    waiting: tuple[Row, ...] = ()
    held: tuple[Row, ...] = ()
    missed: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Button:
    """`on`: a press would be sent. `busy`: its answer is outstanding."""

    on: bool
    busy: bool


@dataclass(frozen=True)
class Goal:
    """A service or a counter that the current ticket can be handed on to."""

    id: str
    name: str
    note: str
    on: bool


@dataclass(frozen=True)
class Goals:
    """What the transfer panel offers."""

    services: tuple[Goal, ...] = ()
    counters: tuple[Goal, ...] = ()
