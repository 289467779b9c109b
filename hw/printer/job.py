"""One ticket on an opened printer: in step, sent, and what became of it."""

from typing import Literal

from hw.link import Deadline, Link, LinkUnavailableError
from hw.printer import escpos
from hw.printer.printer import PrintOutcome, PrintResult, Watch, unwatched
from hw.printer.session import Proof, Session, StoppedError
from hw.printer.sheet import Sheet
from hw.printer.status import PrinterState, PrinterStatus, status
from hw.printer.text import bands

Confirm = Literal["auto", "status", "none"]
"""What to ask after a ticket: `auto` GS ( H and GS r; `status` GS r alone, for clones that would print GS ( H as
text; `none` nothing, for printers known not to answer."""

SILENT_S = 1.0
"""How long to wait for proof from a printer that has said nothing so far."""

STATUS_S = 1.0
"""Kept back for asking how the printer is once the wait for proof is over."""

DETAIL_LETTERS = 200
"""No detail is longer: it travels in a report."""

MARK_GRACE_S = 0.3
"""How much longer to wait for the stronger proof once the weaker one is there."""

_HALF = bytes(escpos.BAND_BYTES // 2)
"""Twice this ends a picture that was never sent whole, in white; else it does nothing."""


class Job:
    """Prints one sheet. `torn` at the start: the ticket before ended in the middle. Afterwards: this one did."""

    def __init__(
        self,
        link: Link,
        sheet: Sheet,
        confirm: Confirm,
        mark: bytes,
        torn: bool,
        watch: Watch = unwatched,
    ) -> None:
        self._session = Session(link, watch)
        self._sheet = sheet
        self._asks = confirm if link.two_way else "none"
        self._two_way = link.two_way
        self._mark = mark
        self.torn = torn

    def run(self, deadline: Deadline) -> PrintOutcome:
        """Print and cut. Raises LinkUnavailableError if the printer is gone before any of the ticket was sent."""
        before = self._before(deadline)
        if before.stopped:
            return outcome("failed", before, "nothing was printed")
        try:
            self._get_in_step(deadline)
        except StoppedError as e:
            return outcome("failed", e.status, "nothing was printed")
        self.torn = True
        try:
            self._send(deadline)
        except StoppedError as e:
            return outcome("failed", e.status, "it stopped in the middle of the ticket")
        except LinkUnavailableError as e:
            return outcome(
                "failed", status(PrinterState.OFFLINE, str(e)), "only a part of the ticket was sent"
            )
        self.torn = False
        return self._what_became(before, deadline)

    def _before(self, deadline: Deadline) -> PrinterStatus:
        if not self._two_way:
            return status(PrinterState.UNKNOWN, "bytes only go there, nothing comes back")
        self._session.settle(deadline)
        return self._session.status(deadline)

    def _get_in_step(self, deadline: Deadline) -> None:
        """Make sure that commands are read as commands, that nothing of an earlier ticket hangs on ours, and that the
        printer tells from now on when it stops. Raises StoppedError if it has by now."""
        if self.torn:
            self._fill(deadline)
        if self._asks == "none" or not self._session.heard:
            self._session.ask(escpos.INIT, deadline)
        elif not self._session.fence(deadline):
            self._find_out(deadline)
        if self.torn:
            self._session.ask(escpos.CUT, deadline)

    def _find_out(self, deadline: Deadline) -> None:
        """It has stopped since it was asked, or takes commands for dots of a picture that was never sent whole, or
        doesn't know GS r."""
        self._session.raise_if_stopped(deadline)
        self._fill(deadline)
        if self._session.fence(deadline):
            self.torn = True
        else:
            self._session.raise_if_stopped(deadline)

    def _fill(self, deadline: Deadline) -> None:
        """In halves: a printer that stops meanwhile takes only so much, and must still hear the question."""
        for _ in range(2):
            self._session.ask(_HALF, deadline)
            if self._session.heard:
                self._session.raise_if_stopped(deadline)

    def _send(self, deadline: Deadline) -> None:
        for band in bands(self._sheet):
            self._session.send(band, deadline)
        # With the knife go the questions, whatever the printer says meanwhile: the paper may end right behind
        # a ticket that is out whole, and then the answers still come.
        mark = escpos.ask_done(self._mark) if self._asks == "auto" else b""
        question = b"" if self._asks == "none" else mark + escpos.ASK_PAPER
        self._session.send_last(escpos.CUT + question, deadline)

    def _what_became(self, before: PrinterStatus, deadline: Deadline) -> PrintOutcome:
        if self._asks == "none":
            return outcome("unconfirmed", before, "nothing tells whether it was printed")
        try:
            proof = self._prove(deadline)
        except StoppedError as e:
            return outcome("failed", e.status, "it stopped before it was done with the ticket")
        except LinkUnavailableError as e:
            return outcome(
                "unconfirmed", status(PrinterState.OFFLINE, str(e)), "all was sent, then it was gone"
            )
        after = self._after(before, deadline)
        certain = proof is Proof.PRINTED or (proof is Proof.WORKED_OFF and not after.stopped)
        return outcome("printed" if certain else "unconfirmed", after, proof.value)

    def _prove(self, deadline: Deadline) -> Proof:
        wait = deadline.within(deadline.left() - STATUS_S if self._session.heard else SILENT_S)
        return self._session.proof(self._mark, wait, MARK_GRACE_S if self._asks == "auto" else 0.0)

    def _after(self, before: PrinterStatus, deadline: Deadline) -> PrinterStatus:
        if not self._session.heard:
            return before
        try:
            self._session.ask(escpos.AUTO_STATUS_OFF, deadline)
            return self._session.status(deadline)
        except LinkUnavailableError as e:
            return status(PrinterState.OFFLINE, str(e))


def outcome(result: PrintResult, how: PrinterStatus, what: str) -> PrintOutcome:
    """An outcome whose detail is one line: what became of the ticket, and how the printer is."""
    return PrintOutcome(result, how, f"{what}; {how.detail}"[:DETAIL_LETTERS])
