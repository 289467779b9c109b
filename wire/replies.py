"""What the dispatcher answers a device."""

from typing import Any

from pydantic import Field
from pydantic_core import from_json

from wire.base import CommandId, Frozen, Whole, dump, key_order
from wire.errors import ErrorCode
from wire.instant import Instant
from wire.terms import CallReason, PaperKind, Priority, TicketState

FIRST_KEYS = ("command", "ok", "at", "epoch", "seq", "ticket", "error")
_TICKET_FIRST = ("number", "state", "counter", "reason")


class WaitRange(Frozen):
    """An expected wait in seconds: half of such tickets wait under `low_s`, nine in ten under `high_s`."""

    low_s: Whole
    high_s: Whole


class ReplyTicket(Frozen):
    """A ticket as the device that asked about it may see it."""

    number: str
    state: TicketState
    counter: str | None = Field(
        None, description="where it is or was last; of one that waits, where it is pinned"
    )
    reason: CallReason | None = None
    rule: str | None = None
    services: tuple[str, ...] = ()
    priority: Priority = Priority.NONE
    help: str | None = None
    language: str | None = None
    issued_at: Instant | None = None
    ahead: Whole | None = Field(
        None, description="how many of those waiting are expected to be called before it"
    )
    wait: WaitRange | None = None


class ReplyAppointment(Frozen):
    """A booking as it stands."""

    id: str | None = Field(None, description="its id, in the answer to a check-in")
    services: tuple[str, ...]
    slot: Instant
    priority: Priority = Priority.NONE
    language: str | None = None
    ticket: str | None = Field(None, description="its number, once the resident has checked in")


class ReplyError(Frozen):
    """Why not, as a code and in words that tell what to do."""

    code: ErrorCode
    message: str
    tries_left: Whole | None = Field(None, description="wrong_pin: how many more may be wrong before a wait")
    wait_s: Whole | None = Field(
        None,
        description="wrong_pin: seconds until a PIN is looked at again; busy: until phone digits are, after wrong ones",
    )
    bookings: Whole | None = Field(
        None, description="unknown_appointment of phone digits: how many bookings of today have them"
    )


class ReplyPaper(Frozen):
    """A sheet to print, in ids of the hall file: the kiosk has the words."""

    kind: PaperKind
    counter: str
    services: tuple[str, ...] = ()
    clerk: str | None = Field(None, description="who is signed in at the counter")
    language: str | None = Field(None, description="the resident's; the hall's first when left out")


class Reply(Frozen):
    """The answer to one command. `seq` is the last event the command caused, or else the current one."""

    command: CommandId
    ok: bool
    at: Instant
    epoch: Whole
    seq: Whole
    ticket: ReplyTicket | None = Field(None, description="null where there was nothing to call")
    error: ReplyError | None = None
    token: str | None = Field(
        None, description="128 random bits in hex, for the address in the ticket's QR code"
    )
    appointment: ReplyAppointment | None = Field(
        None,
        description="to book_appointment: the booking of that id as it stands, also where it was there before; to "
        "check_in: the booking that was checked in, or looked at",
    )
    reprint: bool | None = Field(None, description="to a kiosk: print this ticket again, marked as a reprint")
    kiosk: str | None = Field(None, description="to print_paper: the kiosk that was told to print it")
    paper: ReplyPaper | None = Field(None, description="to a kiosk: print this sheet")


def reply_json(reply: Reply) -> str:
    """A reply as it is published. An accepted one about a ticket says `ticket: null` when there is none."""
    fields = reply.model_dump(mode="json", exclude_none=True)
    if reply.ok and reply.ticket is None and "ticket" in reply.model_fields_set:
        fields["ticket"] = None
    if reply.ticket is not None:
        ticket: dict[str, Any] = fields["ticket"]
        fields["ticket"] = {name: ticket[name] for name in key_order(ticket, _TICKET_FIRST)}
    return dump({name: fields[name] for name in key_order(fields, FIRST_KEYS)})


def reply_from_json(text: str | bytes) -> Reply:
    """The reply in a packet or a journal row. Raises ValueError."""
    return Reply.model_validate(from_json(text))
