"""One round of the loop: what was decided, before any of it is on disk or told to anybody."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from dispatcher.letters import Letter
from dispatcher.memory import Key
from dispatcher.pin_desk import PinCheck
from dispatcher.store import Batch, ReplyRow, TicketRow
from wire.events import Event
from wire.replies import Reply, reply_json
from wire.states import DeviceState


@dataclass(slots=True)
class Round:
    """Collected command by command; afterwards `batch` is written, then the rest is published."""

    known: dict[Key, str]
    """Replies to commands that were answered in an earlier round."""
    under_way: Collection[Key] = ()
    """Commands of earlier rounds whose PIN is being checked."""
    batch: Batch = field(default_factory=Batch)
    events: list[Event] = field(default_factory=list)
    answers: list[tuple[str, str]] = field(default_factory=list)
    """Device and reply, in the order of asking."""
    given: dict[Key, str] = field(default_factory=dict)
    """Replies of this round that will be remembered."""
    tickets: dict[tuple[str, str], TicketRow] = field(default_factory=dict)
    tokens: dict[tuple[str, str], str] = field(default_factory=dict)
    """Day and number of tickets issued in this round → their secret."""
    checks: dict[Key, PinCheck] = field(default_factory=dict)
    """Commands whose PIN is to be checked; they are answered in a later round."""
    counters: set[str] = field(default_factory=set)
    """Counters that something happened at."""
    sync: bool = False
    outcomes: list[tuple[str, str]] = field(default_factory=list)
    """Type and outcome of each command that was answered, for whoever counts them."""
    presence: Callable[[str], DeviceState | None] = lambda _: None
    """How a device is, as far as it is known."""
    board: bool = False
    """Whether words for the loudspeaker were added."""

    def earlier(self, letter: Letter) -> str | None:
        """What this very command was answered before."""
        return self.given.get(letter.key) or self.known.get(letter.key)

    def waits(self, letter: Letter) -> bool:
        """Whether that very command will be answered when its PIN is known."""
        return letter.key in self.under_way or letter.key in self.checks

    def answer(self, letter: Letter, reply: Reply, *, remember: bool) -> None:
        """The reply to a command."""
        text = reply_json(reply)
        self.outcomes.append((letter.command.type, "ok" if reply.error is None else reply.error.code))
        self.answers.append((letter.device, text))
        if remember and letter.key not in self.known:
            self.given[letter.key] = text
            device, command = letter.key
            self.batch.replies.append(ReplyRow(command, device, reply.at, text))

    def close(self) -> Batch:
        """Everything to be written."""
        self.batch.tickets = list(self.tickets.values())
        return self.batch
