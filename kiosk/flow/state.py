"""What the kiosk remembers of the resident before it, and what it knows of the hall. All of it frozen."""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.flow.modes import PLAIN, Modes
from kiosk.flow.search import Index
from wire.commands import CheckIn, IssueTicket
from wire.replies import Reply, ReplyAppointment, ReplyTicket
from wire.states import Catalog, HallState
from wire.terms import Priority


class Screen(StrEnum):
    """The question the kiosk asks, or what it says, right now."""

    WELCOME = "welcome"
    CATEGORIES = "categories"
    SERVICES = "services"
    SEARCH = "search"
    CHECKLIST = "checklist"
    """What to bring: for one errand before the next question, or for all of them."""
    PRIORITY = "priority"
    CONFIRM = "confirm"
    APPOINTMENT = "appointment"
    """Which appointment? By its code or by a phone's last digits."""
    BOOKING = "booking"
    """Is it this one?"""
    ISSUING = "issuing"
    TICKET = "ticket"
    TROUBLE = "trouble"


class Paper(StrEnum):
    """What is known of the resident's slip."""

    PRINTING = "printing"
    PRINTED = "printed"
    UNCONFIRMED = "unconfirmed"
    """All was sent; this printer cannot say whether it printed."""
    FAILED = "failed"
    UNKNOWN = "unknown"
    """The kiosk was restarted, or the printer fell silent, while it printed."""


class Entry(StrEnum):
    """What is typed to find an appointment."""

    CODE = "code"
    PHONE = "phone"


class Trouble(StrEnum):
    """Why there is no ticket."""

    HALL_CLOSED = "hall_closed"
    SERVICE_FULL = "service_full"
    GONE = "gone"
    """A chosen service is no longer offered."""
    NO_ANSWER = "no_answer"
    NOT_SAVING = "not-saving"
    """Until the request was over the dispatcher answered that it can take nothing."""
    REFUSED = "refused"
    UNKNOWN_CODE = "unknown_code"
    UNKNOWN_PHONE = "unknown_phone"
    SEVERAL = "several"
    """Several appointments of today have these phone digits."""
    GUESSED = "guessed"
    """Digits were wrong too often here: for a minute they are not looked at."""
    ANOTHER_DAY = "another_day"
    USED = "used"


@dataclass(frozen=True)
class State:
    """One resident's way through the screens; a new one forgets the last."""

    language: str
    screen: Screen = Screen.WELCOME
    modes: Modes = PLAIN
    category: str | None = None
    page: int = 0
    typed: str = ""
    """In the search, or to find an appointment."""
    overview: bool = False
    """The checklist is that of all errands, asked for before the number; else that of the last one chosen."""
    list_paper: Paper | None = None
    """What is known of the printed checklist; None: none was asked for."""
    basket: tuple[str, ...] = ()
    priority: Priority | None = None
    entry: Entry | None = None
    """Set on the whole way of a check-in."""
    look: CheckIn | None = None
    """The question which appointment that is, until it is answered."""
    booking: ReplyAppointment | None = None
    early: bool = False
    """Its time is still a while off."""
    request: IssueTicket | CheckIn | None = None
    since: int = 0
    """When the request was first asked, by the hall's time."""
    busy: bool = False
    """The last answer to the request: the dispatcher can take nothing now."""
    reply: Reply | None = None
    paper: Paper = Paper.PRINTING
    copies: int = 0
    trouble: Trouble | None = None
    asking: int = 0
    """Nobody has touched it for long: it asks whether somebody is there, so many seconds; 0 while it doesn't."""
    resting: bool = False
    """Nobody has been there for minutes: the welcome is a picture that moves."""

    @property
    def fresh(self) -> "State":
        """Nothing chosen yet, by a resident who is still there."""
        return State(language=self.language, modes=self.modes)

    @property
    def listed(self) -> tuple[str, ...]:
        """The services whose checklist is on the screen."""
        return self.basket if self.overview else self.basket[-1:]

    @property
    def ticket(self) -> ReplyTicket | None:
        return self.reply.ticket if self.reply is not None else None


@dataclass(frozen=True)
class Known:
    """What the hall has told: nothing at first."""

    catalog: Catalog | None = None
    hall: HallState | None = None
    online: bool = False
    printer_stopped: bool = False
    reading: str = ""
    """What keeps the kiosk from reading aloud: a fault's code, `none` where it has no voice at all."""
    not_saving: bool = False
    """The dispatcher can't keep anything just now: it gives no number."""
    twice: bool = False
    """Another machine goes by this kiosk's name: they throw each other out."""
    times_off: bool = False
    """The hall's clock had been ahead: the time on a ticket is not right, its number is."""
    index: Index = ()
    """What the search looks in; empty until the catalog is spelled."""
    unlisted: bool = False
    """The hall file doesn't name this kiosk, so nothing it asks for is done; it may be back in a moment."""

    @property
    def languages(self) -> tuple[str, ...]:
        return self.catalog.hall.languages if self.catalog is not None else ()

    @property
    def ready(self) -> bool:
        """A ticket can be asked for."""
        alarm = self.not_saving or self.twice or self.unlisted
        hindered = alarm or (self.hall is not None and not self.hall.open)
        return self.catalog is not None and self.online and not hindered


@dataclass(frozen=True)
class Pending:
    """What outlives a kill -9: the request as it was sent, its answer if there is one, the paper's fate."""

    request: IssueTicket | CheckIn
    reply: Reply | None = None
    paper: Paper = Paper.PRINTING
    copies: int = field(default=0)
    language: str | None = None
    """The screen's: a check-in has none of its own."""
