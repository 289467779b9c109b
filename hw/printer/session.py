"""One opened printer during one job: what was asked, what came back, and what that proves."""

from enum import Enum

from hw.link import Deadline, Link, LinkUnavailableError, write_all
from hw.printer import escpos
from hw.printer.printer import Watch, unwatched
from hw.printer.replies import Automatic, Done, InOrder, RealTime, Reply, ReplyReader
from hw.printer.status import PrinterState, PrinterStatus, from_automatic, from_real_time, status

REPLY_S = 0.5
"""How long a status byte may take; printers answer within milliseconds."""

QUIET_S = 0.06
"""So long nothing comes: what an earlier job left behind has been read. A delayed TCP packet takes 40 ms."""

FENCE_S = 1.0
"""How long a printer may take to reach our first question through what an earlier job left to print."""

STALLED_S = 1.0
"""So long it takes no more and says nothing: then it is told that nobody knows how it is."""

SLICE_S = 0.1
"""How long a write may wait before we look whether the printer has said why."""


class Proof(Enum):
    """What shows that everything up to the cut is done."""

    PRINTED = "the printer sent our mark back"
    WORKED_OFF = "the printer has worked off all commands"
    NONE = "nothing came back"


class StoppedError(Exception):
    """The printer said, during a ticket, that it cannot go on."""

    def __init__(self, status: PrinterStatus) -> None:
        super().__init__(status.detail)
        self.status = status


class Session:
    """Sends and listens. Raises LinkUnavailableError when the printer is gone or takes no more in time."""

    def __init__(self, link: Link, watch: Watch = unwatched) -> None:
        """`watch` is told every change that is noticed on the way."""
        self._link = link
        self._watch = watch
        self._noticed: PrinterStatus | None = None
        self._reader = ReplyReader()
        self._owed = 0  # answers to GS r that are still to come
        self._in_step = False  # every GS r so far was answered, so the next answer is to the next question
        self._marks: set[bytes] = set()
        self._stopped: PrinterStatus | None = None  # how it is, if it has said that it can't go on
        self.heard = False
        """Whether the printer has answered anything in this session."""

    def settle(self, deadline: Deadline) -> None:
        """End a command an earlier job left half sent, and read away the answers it left behind."""
        self.ask(escpos.NOTHING, deadline)
        while self._link.read(deadline.within(QUIET_S)) and not deadline.passed:
            pass
        self._reader = ReplyReader()

    def status(self, deadline: Deadline) -> PrinterStatus:
        """Ask all four kinds, one by one. An answer too many means we paired them wrongly: ask again."""
        answers: dict[int, int] = {}
        for _ in range(3):
            answers = self._ask_all(deadline)
            if len(answers) < len(escpos.STATUS_KINDS) or not self._one_too_many(deadline):
                return from_real_time(answers)
        return from_real_time({})

    def fence(self, deadline: Deadline) -> bool:
        """Initialise it, let it tell by itself when something changes, and ask a GS r; whether any came back: then the
        printer takes commands, and has worked off all before.

        A printer that still waits for the rest of a picture swallows the question as dots of it. Raises StoppedError
        if it tells that it can't go on.
        """
        self.ask(escpos.INIT + escpos.AUTO_STATUS_ON + escpos.ASK_PAPER, deadline)
        before, self._owed = self._owed, self._owed + 1
        wait = deadline.within(FENCE_S)
        while self._owed > before and not wait.passed:
            self._listen(wait)
        answered = self._owed <= before
        if answered:  # an answer to an earlier job's question comes just before ours: let both come
            self._listen(deadline.within(QUIET_S))
        self._in_step = self._owed <= 0
        if self._stopped:
            raise StoppedError(self._stopped)
        return answered

    def raise_if_stopped(self, deadline: Deadline) -> None:
        """Ask it again how it is. Raises StoppedError."""
        how = self.status(deadline)
        if how.stopped:
            raise StoppedError(how)

    def ask(self, question: bytes, deadline: Deadline) -> None:
        """Send a few bytes."""
        write_all(self._link, question, deadline)

    def send(self, data: bytes, deadline: Deadline, grace_s: float = 0.0) -> None:
        """Send all of it. Raises StoppedError `grace_s` after the printer said that it has stopped."""
        sent, stopped_by, stalled = 0, deadline, deadline.within(STALLED_S)
        while sent < len(data):
            taken = self._link.write(data[sent:], deadline.within(SLICE_S))
            sent += taken
            if self._listen(deadline.within(0)) or taken:
                stalled = deadline.within(STALLED_S)
            elif stalled.passed and not self._stopped:
                self._notice(status(PrinterState.UNKNOWN, "the printer takes no more and says nothing"))
            stopped_by = (
                stopped_by.within(grace_s) if self._stopped and stopped_by is deadline else stopped_by
            )
            if self._stopped and stopped_by.passed:
                raise StoppedError(self._stopped)
            if not taken and deadline.passed:
                raise LinkUnavailableError(f"the printer took {sent} of {len(data)} bytes, then no more")

    def send_last(self, question: bytes, deadline: Deadline) -> None:
        """Send what ends a ticket, one GS r in it; all answers until now were to earlier questions."""
        self._owed = max(self._owed, 0) + 1
        self.send(question, deadline, REPLY_S)

    def proof(self, mark: bytes, deadline: Deadline, grace_s: float) -> Proof:
        """Wait for `mark`, or for the answer to our last GS r and then `grace_s` more for the mark.

        Raises StoppedError if the printer says that it has stopped, and no proof follows soon.
        """
        end: Deadline | None = None
        while mark not in self._marks and not (end or deadline).passed:
            silent = not self._listen((end or deadline).within(REPLY_S))
            if end is None and self._worked_off:
                end = deadline.within(grace_s)
            elif end is None and self._has_stopped(silent, deadline):
                end = deadline.within(REPLY_S)
        if mark in self._marks:
            return Proof.PRINTED
        if self._stopped and not self._worked_off:
            raise StoppedError(self._stopped)
        return Proof.WORKED_OFF if self._worked_off else Proof.NONE

    def _has_stopped(self, silent: bool, deadline: Deadline) -> bool:
        """Whether it has stopped; after a silence, ask."""
        if silent and not self._stopped:
            how = self.status(deadline)
            self._notice(how)
            self._stopped = how if how.stopped else None
        return self._stopped is not None

    @property
    def _worked_off(self) -> bool:
        return self._in_step and self._owed <= 0

    def _ask_all(self, deadline: Deadline) -> dict[int, int]:
        answers: dict[int, int] = {}
        for kind in escpos.STATUS_KINDS:
            self.ask(escpos.ask_status(kind), deadline)
            byte = self._real_time(deadline.within(REPLY_S))
            if byte is None:
                break
            answers[kind] = byte
        return answers

    def _real_time(self, deadline: Deadline) -> int | None:
        while True:
            heard = [reply.byte for reply in self._listen(deadline) if isinstance(reply, RealTime)]
            if heard:
                return heard[-1]  # what came with it, before it, is older than the question
            if deadline.passed:
                return None

    def _one_too_many(self, deadline: Deadline) -> bool:
        return any(isinstance(reply, RealTime) for reply in self._listen(deadline.within(0)))

    def _listen(self, deadline: Deadline) -> list[Reply]:
        """What came by the deadline, kept account of."""
        replies = self._reader.feed(self._link.read(deadline))
        for reply in replies:
            self.heard = True
            match reply:
                case InOrder():
                    self._owed -= 1
                case Done(mark):
                    self._marks.add(mark)
                case Automatic(frame):
                    how = from_automatic(frame)
                    self._notice(how)
                    self._stopped = how if how.stopped else None
        return replies

    def _notice(self, how: PrinterStatus) -> None:
        if how != self._noticed:
            self._noticed = how
            self._watch(how)
