"""What one round leaves in the database. The rows are plain; `Store.write` writes them in one transaction."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class JournalRow:
    """An event or note; its id is given by the store."""

    seq: int
    at: int
    day: str
    type: str
    ticket: str | None
    device: str | None
    command: str | None
    json: str


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """What a command was answered."""

    command: str
    device: str
    at: int
    json: str


@dataclass(frozen=True, slots=True)
class TicketRow:
    """A ticket as it is now. The token is there when it was issued and stays afterwards."""

    day: str
    number: str
    state: str
    services: str
    priority: str
    language: str
    counter: str | None
    issued_at: int
    changed_at: int
    device: str
    token: str | None = None


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A call was shown or spoken."""

    seq: int
    part: str
    device: str
    at: int


@dataclass(frozen=True, slots=True)
class AnnouncementRow:
    """Words for the loudspeaker."""

    number: int
    at: int
    text: str
    zone: str | None


@dataclass(frozen=True, slots=True)
class WrongPins:
    """How often in a row a clerk's PIN was wrong, and when last."""

    tries: int
    at: int


@dataclass(frozen=True, slots=True)
class PhoneRow:
    """The last digits of a booking's phone, and the hall day after which they go."""

    appointment: str
    digits: str
    day: str


@dataclass(frozen=True, slots=True)
class SnapshotRow:
    """The whole state, by the rules of the plan of that version; `plan_text` is kept once."""

    at: int
    plan: str
    plan_text: str
    json: str
    day: str | None = None
    """The hall day that begins with it: then it is kept, so that the calls of that day can be explained."""


@dataclass(frozen=True, slots=True)
class SetRightRow:
    """The clock had been ahead up to the last entry of this batch: all entries are older than that day."""

    day: str


@dataclass(slots=True)
class Batch:
    """Everything of one round. Empty lists cost nothing."""

    journal: list[JournalRow] = field(default_factory=list)
    replies: list[ReplyRow] = field(default_factory=list)
    tickets: list[TicketRow] = field(default_factory=list)
    shown: list[ShownRow] = field(default_factory=list)
    announcements: list[AnnouncementRow] = field(default_factory=list)
    help: dict[str, int | None] = field(default_factory=dict)
    """Device → since when; None takes it away."""
    wrong_pins: dict[str, WrongPins | None] = field(default_factory=dict)
    """Clerk → wrong tries; None: the right one has come."""
    phones: list[PhoneRow] = field(default_factory=list)
    set_right: SetRightRow | None = None
    published: int | None = None
    snapshot: SnapshotRow | None = None

    def __bool__(self) -> bool:
        """Whether there is anything to write."""
        rows = (self.journal, self.replies, self.tickets, self.shown, self.announcements)
        lists = (*rows, self.help, self.wrong_pins, self.phones)
        marks = (self.published, self.snapshot, self.set_right)
        return any(lists) or any(mark is not None for mark in marks)
