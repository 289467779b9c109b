"""The parts of the pad's picture, as the window draws them: words, no codes but those that choose a colour."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Chip:
    """A small sign at a ticket. `tone` and `icon` are the design system's names."""

    text: str
    tone: str
    icon: str = ""


@dataclass(frozen=True)
class Head:
    """The top bar, and the words below it while not all is well; `lost`: there is no link.

    `closing`: words about the end of the day, while all else is well. `help`: where residents call for staff.
    """

    counter: str
    hall: str
    clerk: str
    online: bool
    banner: str
    lost: bool
    closing: str
    help: str
    clock: str


@dataclass(frozen=True)
class Need:
    """A service of a ticket; `here`: *done* would finish it at this counter."""

    name: str
    here: bool


@dataclass(frozen=True)
class Current:
    """The ticket at the counter and the counter's state; without one, `detail` says why or what to do."""

    number: str
    state: str
    state_words: str
    detail: str
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
    waiting: str


@dataclass(frozen=True)
class Choice:
    """A row to choose from: a ticket, a service, a counter. `title` is a ticket's number; `on`: it can be chosen."""

    id: str
    name: str
    title: str = ""
    note: str = ""
    chips: tuple[Chip, ...] = ()
    on: bool = True


@dataclass(frozen=True)
class Lists:
    """Waiting (the first 20), held here, missed here; and the papers that can be printed for who is here."""

    waiting: tuple[Choice, ...] = ()
    held: tuple[Choice, ...] = ()
    missed: tuple[Choice, ...] = ()
    papers: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Button:
    """`on`: a press would be sent. `busy`: its answer is outstanding."""

    on: bool
    busy: bool


@dataclass(frozen=True)
class Goals:
    """What the transfer panel offers."""

    services: tuple[Choice, ...] = ()
    counters: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Message:
    """What became of the last press."""

    text: str = ""
    trouble: bool = False


@dataclass(frozen=True)
class SignIn:
    """The question who opens the counter. `asks`: it is asked here; `who`: whose PIN is being typed, empty before.

    `waits`: words at those clerks whose PIN is not looked at yet. They change each second, the list of clerks doesn't.
    """

    asks: bool = False
    who: str = ""
    typed: int = 0
    can_choose: bool = False
    can_type: bool = False
    can_enter: bool = False
    waits: dict[str, str] = field(default_factory=dict)
    said: Message = field(default_factory=Message)
