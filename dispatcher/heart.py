"""Where a command becomes events and a reply. Holds the state; no disk, no network, no clock."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dispatcher.about import CALLING, ISSUING, reply_appointment, reply_ticket, ticket_of
from dispatcher.age import too_old
from dispatcher.calls import CallHistory
from dispatcher.effects import Effects
from dispatcher.extras import Extras
from dispatcher.letters import Letter, Unreadable
from dispatcher.phones import Phones
from dispatcher.pin_desk import PinChecked
from dispatcher.pin_gate import Passing, PinGate
from dispatcher.planfile import PlanText
from dispatcher.refused import error_of
from dispatcher.round import Round
from dispatcher.rows import journal_row, ticket_row
from forecast.rough import Load, RoughForecast
from hall import Refusal, State, advance, apply, change_plan, decide, right_refusal, snapshot
from hall.ticket import ENDS
from wire.commands import BookAppointment, CheckIn, Command, IssueTicket, OpenCounter
from wire.errors import FORGOTTEN, ErrorCode
from wire.events import Event, GreenEntered, PrintFailed, TicketEvent, TicketIssued, TicketPrinted
from wire.replies import (
    Reply,
    ReplyAppointment,
    ReplyError,
    ReplyPaper,
    ReplyTicket,
    reply_from_json,
    reply_json,
)
from wire.terms import TicketState

_LOAD_AGES_MS = 5_000
_ONLY_MORE_WAIT = (TicketIssued, TicketPrinted, PrintFailed, GreenEntered)
"""Events after which the hall's load is as it was, but for the ticket issued."""


_LATE = "this came too late to be done; do it again"


@dataclass
class Heart:
    """The state of a hall and everything that changes it. Commands come one after the other."""

    plan: PlanText
    state: State
    calls: CallHistory
    extras: Extras
    gate: PinGate
    phones: Phones
    epoch: int
    new_token: Callable[[], str]
    find_token: Callable[[str, str], str | None]
    """Day and number → the token of a ticket of an earlier round."""
    behind: int = 0
    """Milliseconds that the wall clock is behind the hall's time: doors and hours go by it."""
    _load: Load | None = None
    """Kept while tickets are only issued: two hundred in one round must not count the hall two hundred times."""

    def __post_init__(self) -> None:
        self.forecast = RoughForecast(self.plan.plan)

    def handle(self, message: Letter | Unreadable | PinChecked, now: int, round_: Round) -> None:
        """Takes in one message: its events, its effects and its answer go into the round."""
        self.wake(now, round_)
        if isinstance(message, Unreadable):
            return self._unreadable(message, now, round_)
        done = message if isinstance(message, PinChecked) else None
        letter = message.letter if isinstance(message, PinChecked) else message
        refusal = right_refusal(self.plan.plan, letter.device, letter.command, self.state)
        earlier = round_.earlier(letter)
        if earlier is not None and (refusal is None or _says(earlier, refusal)):
            round_.answers.append((letter.device, self._said_again(earlier)))
            round_.outcomes.append((letter.command.type, "repeated"))
            return None
        if refusal is None and done is None and round_.waits(letter):
            return None
        if refusal is None and done is None and too_old(letter.command, now, self.state.rules.days.of):
            early = letter.command.at > now
            words = "the station's clock is ahead of the hall's; start the station again" if early else _LATE
            refusal = Refusal(ErrorCode.EXPIRED, words)
        if refusal is None:
            return self._decide(letter, now, round_, done)
        return self._refuse(letter, refusal, now, round_)

    def wake(self, now: int, round_: Round) -> None:
        """What time alone has brought up to now."""
        self.happen(advance(self.state, now, self.epoch, now - self.behind), round_, None)

    def change_plan(self, plan: PlanText) -> None:
        """Goes on by another hall file."""
        change_plan(self.state, plan.plan)
        self.plan = plan
        self.forecast = RoughForecast(plan.plan)
        self._load = None

    def snapshot(self) -> dict[str, Any]:
        """The whole state, for a restart."""
        return {"hall": snapshot(self.state), "calls": self.calls.snapshot()}

    def _decide(self, letter: Letter, now: int, round_: Round, done: PinChecked | None) -> None:
        if isinstance(letter.command, CheckIn):
            found = self.phones.find(letter.command, letter.device, self.state, now)
            if isinstance(found, Refusal):
                return self._refuse(letter, found, now, round_)
            letter = Letter(letter.device, found)
        command = _without_secrets(letter.command)
        outcome = decide(self.state, command, now, letter.device, self.epoch, now - self.behind)
        if not isinstance(outcome, Refusal):
            passing = self.gate.look(letter, self.plan.plan, done, now, round_)
            if passing is Passing.LATER:
                return None
            outcome = passing if isinstance(passing, Refusal) else outcome
        if isinstance(outcome, Refusal):
            return self._refuse(letter, outcome, now, round_)
        self.happen(outcome, round_, letter.device)
        effects = Effects(self.state, self.plan.plan, self.extras, self.calls, round_, now)
        problem = effects.of(letter.device, command)
        if problem is not None:
            return self._refuse(letter, problem, now, round_)
        self._note_phone(letter.command, round_)
        reply = self._reply(letter, outcome, now, round_)
        if effects.paper is not None:
            reply = reply.model_copy(update={"kiosk": effects.kiosk})
        round_.answer(letter, reply, remember=True)
        if effects.kiosk is not None:
            round_.answers.append((effects.kiosk, reply_json(self._to_print(reply, effects.paper, round_))))
        return None

    def _to_print(self, reply: Reply, paper: ReplyPaper | None, round_: Round) -> Reply:
        """The same answer as the kiosk gets it."""
        if paper is not None:
            return reply.model_copy(update={"paper": paper})
        secret = self._token(reply.ticket.number, round_) if reply.ticket is not None else None
        return reply.model_copy(update={"reprint": True, "token": secret})

    def happen(self, events: Sequence[Event], round_: Round, device: str | None) -> None:
        """Into the state and into the round."""
        for event in events:
            apply(self.state, event)
            self.calls.apply(event)
            if not isinstance(event, _ONLY_MORE_WAIT):
                self._load = None
            round_.events.append(event)
            round_.batch.journal.append(journal_row(event, str(self.state.day), device))
            counter = getattr(event, "counter", None)
            if counter is not None:
                round_.counters.add(counter)
            if isinstance(event, TicketEvent):
                self._touch(event, round_)

    def _touch(self, event: TicketEvent, round_: Round) -> None:
        ticket = self.state.tickets.get(event.ticket)
        if ticket is None:
            return
        key = (str(self.state.day), event.ticket)
        if isinstance(event, TicketIssued):
            round_.tokens[key] = self.new_token()
        round_.tickets[key] = ticket_row(ticket, key[0], event.at, round_.tokens.get(key))

    def _reply(self, letter: Letter, caused: Sequence[Event], now: int, round_: Round) -> Reply:
        command = letter.command
        number = ticket_of(command, caused, self.state)
        fields: dict[str, Any] = {}
        looks = isinstance(command, CheckIn) and command.look
        if number is not None and isinstance(command, ISSUING) and not looks and self._alive(number):
            fields["token"] = self._token(number, round_)
        if number is not None:
            fields["ticket"] = self._ticket(command, number, now)
        elif isinstance(command, CALLING):
            fields["ticket"] = None
        elif isinstance(command, BookAppointment):
            fields["appointment"] = reply_appointment(self.state, command.appointment)
        if isinstance(command, CheckIn):
            fields["appointment"] = reply_appointment(self.state, command.appointment or "", named=True)
        return Reply(
            command=command.id or "", ok=True, at=now, epoch=self.epoch, seq=self.state.seq, **fields
        )

    def _ticket(self, command: Command, number: str, now: int) -> ReplyTicket:
        if not isinstance(command, ISSUING) and command.type != "reprint":
            return reply_ticket(self.state, number)
        ticket = self.state.tickets[number]
        if ticket.state is not TicketState.WAITING:  # nobody is ahead of one that was called
            return reply_ticket(self.state, number)
        load = self._load
        if load is None or not isinstance(command, IssueTicket) or now - load.at > _LOAD_AGES_MS:
            load = self.forecast.load(self.state, now, before=ticket)
        about = reply_ticket(self.state, number, load.ahead(ticket.needs), load.wait(ticket.needs))
        if isinstance(command, IssueTicket):
            load.add(ticket.needs)
            self._load = load
        return about

    def _alive(self, number: str) -> bool:
        """Whether there is anything left to be followed by the code on the paper."""
        return self.state.tickets[number].state not in ENDS

    def _token(self, number: str, round_: Round) -> str | None:
        key = (str(self.state.day), number)
        return round_.tokens.get(key) or self.find_token(*key)

    def _refuse(self, letter: Letter, refusal: Refusal, now: int, round_: Round) -> None:
        command = letter.command
        reply = self.refusal(command.id or "", error_of(refusal), now)
        if refusal.code is ErrorCode.WRONG_STATE and isinstance(command, BookAppointment):
            there = reply_appointment(self.state, command.appointment)
            if _same_booking(there, command):  # a file brought again may have the phone that was missing
                self._note_phone(command, round_)
            reply = reply.model_copy(update={"appointment": there})
        round_.answer(letter, reply, remember=refusal.code not in FORGOTTEN)

    def _note_phone(self, command: Command, round_: Round) -> None:
        row = self.phones.note(command, self.state) if isinstance(command, BookAppointment) else None
        if row is not None:
            round_.batch.phones.append(row)

    def _unreadable(self, letter: Unreadable, now: int, round_: Round) -> None:
        fault = letter.fault
        if fault.command is not None:
            error = ReplyError(code=fault.code, message=fault.message)
            reply = self.refusal(fault.command, error, now)
            round_.answers.append((letter.device, reply_json(reply)))

    def refusal(self, command: str, error: ReplyError, now: int) -> Reply:
        """A reply that says no."""
        return Reply(command=command, ok=False, at=now, epoch=self.epoch, seq=self.state.seq, error=error)

    def _said_again(self, text: str) -> str:
        """The same reply; after a restart with the epoch of today, or receivers would ignore it."""
        reply = reply_from_json(text)
        return (
            text if reply.epoch == self.epoch else reply_json(reply.model_copy(update={"epoch": self.epoch}))
        )


def _says(earlier: str, refusal: Refusal) -> bool:
    error = reply_from_json(earlier).error
    return error is not None and error.code == refusal.code


def _without_secrets(command: Command) -> Command:
    """What the rules never see."""
    if isinstance(command, OpenCounter):
        return command.model_copy(update={"pin": None})
    return command.model_copy(update={"phone": None}) if isinstance(command, BookAppointment) else command


def _same_booking(there: ReplyAppointment, command: BookAppointment) -> bool:
    asked = (tuple(dict.fromkeys(command.services)), command.slot, command.priority, command.language)
    return (there.services, there.slot, there.priority, there.language) == asked
