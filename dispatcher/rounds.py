"""A round: decide all that has arrived, write it in one transaction, and only then say it."""

from collections.abc import Callable, Sequence

import structlog

from dispatcher.care.figures import Figures
from dispatcher.errors import DispatcherError, StoreFailure
from dispatcher.heart import Heart
from dispatcher.letters import Letter, Unreadable
from dispatcher.memory import ReplyMemory
from dispatcher.outbox import Outbox
from dispatcher.pin_desk import PinChecked, PinDesk
from dispatcher.restart import snapshot_row
from dispatcher.round import Round
from dispatcher.store import Batch, Store
from wire.errors import ErrorCode
from wire.replies import Reply, ReplyError, reply_json
from wire.states import DeviceState

_SNAPSHOT_EVERY = 5000
_BUSY = "the hall's computer can't keep what was asked at the moment; try again"

Mail = Sequence[Letter | Unreadable | PinChecked]


class Rounds:
    """Holds the heart, and lets go of it when what it decided did not reach the disk."""

    def __init__(
        self,
        store: Store,
        outbox: Outbox,
        *,
        now: Callable[[], int],
        behind: Callable[[], int],
        awaken: Callable[[], Heart],
        heart: Heart,
        desk: PinDesk,
        figures: Figures,
        monotonic: Callable[[], float],
        presence: Callable[[str], DeviceState | None],
    ) -> None:
        self._store = store
        self._outbox = outbox
        self._now = now
        self._behind = behind
        self._awaken = awaken
        self._desk = desk
        self._figures = figures
        self._monotonic = monotonic
        self._presence = presence
        self._epoch = heart.epoch
        self._memory = ReplyMemory(store)
        self._seq = heart.state.seq
        self._begun = store.day_begun()
        self._told = ""
        """Why it could not recover, when that was said last."""
        self._log = structlog.get_logger("dispatcher")
        self.heart: Heart | None = heart
        """None while the database can't be written: then every command is answered `busy`."""

    def recover(self) -> bool:
        """Begins from what is on disk. False if that can't be done now. Raises TermOver."""
        try:
            self._store.regain(self._epoch)
            self._store.try_out()
            heart = self._awaken()
            self._store.keep()
            self.heart = heart
            return True
        except DispatcherError as fault:
            if str(fault) != self._told:
                self._told = str(fault)
                self._log.info("still not", why=self._told)
            return False

    def keep(self) -> bool:
        """Whether the database still is ours to write; else the heart is let go."""
        if self.heart is not None:
            try:
                self._store.keep()
            except StoreFailure as fault:
                self._give_up((), f"the database is lost: {fault}")
                return False
        return True

    def run(self, mail: Mail) -> Round | None:
        """One round; None if nothing of it happened, and everybody in it was told so."""
        begun = self._monotonic()
        round_ = self._try(mail)
        self._figures.rounds.took(self._monotonic() - begun)
        for letter in mail:
            if isinstance(letter, PinChecked):
                self._desk.settle(letter)
        return round_

    def end(self) -> None:
        """No PIN is checked any more."""
        self._desk.stop()

    def _try(self, mail: Mail) -> Round | None:
        if self.heart is None:
            self._say_busy(mail)
            return None
        try:
            return self._run(self.heart, mail)
        except StoreFailure as fault:
            self._give_up(mail, f"the database can't be written: {fault}")
        except Exception:  # noqa: BLE001 - a loop that must survive: whatever one command did, the others go on
            self._log.exception("a round failed")
            self._one_by_one(mail)
        return None

    def write(self, batch: Batch) -> bool:
        """Writes something that no command asked for. If it fails the heart is let go."""
        try:
            self._store.write(batch)
        except StoreFailure as fault:
            self._give_up((), f"the database can't be written: {fault}")
            return False
        return True

    def take_snapshot(self) -> None:
        """So that the next start is quick."""
        if self.heart is None:
            return
        begins = self._day_to_keep(self.heart)
        if self.write(Batch(snapshot=snapshot_row(self.heart, self._now(), begins))):
            self._begun = begins or self._begun

    def snapshot_due(self, *, idle: bool) -> bool:
        """Whether enough has happened since the last one, or a day has begun; late in a full day it takes a tenth
        of a second, so rather when nobody waits."""
        if idle and self.heart is not None and self._day_to_keep(self.heart) is not None:
            return True
        since = self._store.journal_id - self._store.snapshot_id
        return since >= (_SNAPSHOT_EVERY if idle else 4 * _SNAPSHOT_EVERY)

    def _day_to_keep(self, heart: Heart) -> str | None:
        """The hall day, if there is no state yet that it began with."""
        day = heart.state.day
        return None if day is None or str(day) == self._begun else str(day)

    def _run(self, heart: Heart, mail: Mail) -> Round:
        known = self._memory.look_up(letter.key for letter in map(_asked, mail) if letter is not None)
        round_ = Round(known, self._desk.under_way, presence=self._presence)
        heart.behind = self._behind()
        for letter in mail:
            heart.handle(letter, self._now(), round_)
        if not mail:
            heart.wake(self._now(), round_)
        self._commit(round_)
        self._seq = heart.state.seq
        self._memory.remember(round_.given)
        self._outbox.events(round_.events)
        self._outbox.replies(round_.answers)
        for check in round_.checks.values():
            self._desk.take(check)
        return round_

    def _commit(self, round_: Round) -> None:
        begun = self._monotonic()
        batch = round_.close()
        if batch:
            self._store.write(batch)
            self._figures.commits.took(self._monotonic() - begun)
        self._figures.happened(event.type for event in round_.events if event.public)
        self._figures.answered(round_.outcomes)

    def _one_by_one(self, mail: Mail) -> None:
        """Begins anew from the disk, and asks each alone: only the one that can't be done is told `busy`."""
        self.heart = None
        if len(mail) > 1 and self.recover():
            for letter in mail:
                self.run((letter,))
            return
        self._give_up(mail, "a command could not be decided")
        self.recover()

    def _give_up(self, mail: Mail, why: str) -> None:
        self.heart = None
        self._log.error("nothing can be promised now", why=why)
        self._say_busy(mail)

    def _say_busy(self, mail: Mail) -> None:
        for letter in mail:
            asked = _asked(letter)
            if asked is not None:
                error = ReplyError(code=ErrorCode.BUSY, message=_BUSY)
                self._figures.answered([(asked.command.type, error.code)])
                self._refuse(asked.device, asked.command.id, error)
            elif isinstance(letter, Unreadable):
                fault = ReplyError(code=letter.fault.code, message=letter.fault.message)
                self._refuse(letter.device, letter.fault.command, fault)

    def _refuse(self, device: str, command: str | None, error: ReplyError) -> None:
        if command is not None:
            self._outbox.replies([(device, reply_json(self._no(command, error)))])

    def _no(self, command: str, error: ReplyError) -> Reply:
        return Reply(command=command, ok=False, at=self._now(), epoch=self._epoch, seq=self._seq, error=error)


def _asked(message: Letter | Unreadable | PinChecked) -> Letter | None:
    """The command in it, if there is one."""
    if isinstance(message, PinChecked):
        return message.letter
    return message if isinstance(message, Letter) else None
