"""What an accepted command does beside its events: the commands that only a live hall knows."""

from dispatcher.calls import CallHistory
from dispatcher.extras import Extras
from dispatcher.papers import kiosk_for, told
from dispatcher.round import Round
from dispatcher.store import ShownRow
from hall import Refusal, State
from hall.plan import Plan
from wire.commands import Announce, AskHelp, Command, PrintPaper, ReportShown, Reprint, Sync
from wire.errors import ErrorCode
from wire.replies import ReplyPaper
from wire.terms import DeviceKind


class Effects:
    """Of one command."""

    def __init__(
        self, state: State, plan: Plan, extras: Extras, calls: CallHistory, round_: Round, now: int
    ) -> None:
        self._state = state
        self._plan = plan
        self._extras = extras
        self._calls = calls
        self._round = round_
        self._now = now
        self.kiosk: str | None = None
        """Where the ticket is to be printed again, or the paper."""
        self.paper: ReplyPaper | None = None
        """The sheet that is to be printed there."""

    def of(self, device: str, command: Command) -> Refusal | None:
        """Brings them about; a refusal if that can't be done."""
        match command:
            case ReportShown():
                return self._shown(device, command)
            case AskHelp():
                self._extras.call_for_help(device, self._now)
                self._round.batch.help[device] = self._now
            case Announce():
                words = self._extras.announce(command.text, command.zone, self._now)
                self._round.batch.announcements.append(words)
                self._round.board = True
            case Sync():
                self._round.sync = True
            case Reprint():
                return self._reprint(command)
            case PrintPaper():
                return self._print_paper(command)
        return None

    def _print_paper(self, command: PrintPaper) -> Refusal | None:
        found = kiosk_for(self._plan, command, self._round.presence)
        if isinstance(found, Refusal):
            return found
        self.kiosk, self.paper = found, told(self._state, command)
        return None

    def _shown(self, device: str, command: ReportShown) -> Refusal | None:
        if not self._calls.knows(command.seq):
            words = f"seq: {command.seq} is no call of late; give that of a ticket_called or ticket_recalled"
            return Refusal(ErrorCode.BAD_MESSAGE, words)
        self._round.batch.shown.append(ShownRow(command.seq, command.part.value, device, self._now))
        return None

    def _reprint(self, command: Reprint) -> Refusal | None:
        issuer = self._state.tickets[command.ticket].device
        name = command.kiosk or issuer
        device = self._plan.device(name)
        if device is not None and device.kind is DeviceKind.KIOSK:
            self.kiosk = name
            return None
        known = ", ".join(d.id for d in self._plan.devices if d.kind is DeviceKind.KIOSK) or "none"
        told = f"{name or 'the device that issued it'} is no kiosk; name one to print at (there is: {known})"
        return Refusal(ErrorCode.UNKNOWN_DEVICE, told)
