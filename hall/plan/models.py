"""The sections of the hall file as types. `docs/hall-file.md` is generated from the descriptions here."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from hall.plan.closest import did_you_mean
from hall.plan.fields import (
    ClosedDate,
    DatedHours,
    DaysKept,
    Flag,
    Hours,
    Id,
    Kind,
    LanguageId,
    Limit,
    Line,
    LongLine,
    Minutes,
    Moment,
    PinHash,
    Prefix,
    SomeMinutes,
    Threshold,
    TimeZone,
    WebAddress,
    Weight,
    shown,
)
from hall.plan.hours import Spans
from wire.terms import DeviceKind, TicketPart

_KINDS = ", ".join(kind.value for kind in DeviceKind)


def _device_kind(value: Any) -> DeviceKind:
    if value not in tuple(DeviceKind):
        guess = did_you_mean(str(value), DeviceKind)
        raise ValueError(f"{shown(value)} is no kind of device{guess}; the kinds are {_KINDS}")
    return DeviceKind(value)


def _ticket_part(value: Any) -> TicketPart:
    if value not in tuple(TicketPart):
        guess = did_you_mean(str(value), TicketPart)
        raise ValueError(
            f"{shown(value)} is no part of a ticket{guess}; the parts are {', '.join(TicketPart)}"
        )
    return TicketPart(value)


def _whole_ticket(parts: tuple[TicketPart, ...]) -> tuple[TicketPart, ...]:
    twice = [part for part in TicketPart if parts.count(part) > 1]
    if twice:
        raise ValueError(f"{shown(twice[0])} is there twice; every part comes at most once")
    if TicketPart.NUMBER not in parts:
        raise ValueError('"number" is missing; a ticket without its number is none')
    return parts


def _a_list(value: Any) -> Any:
    if not isinstance(value, list | tuple):
        raise ValueError(f"{shown(value)} is not a list; write it in [ ]")
    return value


def _some(value: Any) -> Any:
    if not _a_list(value):
        raise ValueError("is an empty list; at least one entry must be in it")
    return value


def _a_table(value: Any) -> Any:
    if not isinstance(value, Mapping):
        raise ValueError(f'{shown(value)} is not a table by language; write {{ zh = "…", en = "…" }}')
    return value


Names = Annotated[dict[LanguageId, Line], BeforeValidator(_a_table), Kind("text by language")]
Texts = Annotated[dict[LanguageId, LongLine], BeforeValidator(_a_table), Kind("text by language")]
TextList = Annotated[tuple[Texts, ...], BeforeValidator(_a_list)]
TicketPartName = Annotated[TicketPart, BeforeValidator(_ticket_part), Kind("part")]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_some)]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", protected_namespaces=())


class HallSection(_Section):
    """`[hall]`: which hall this is and when it is open."""

    id: Id = Field(description="the hall's id; it is in every MQTT topic")
    name: Names = Field(description="the hall's name by language")
    timezone: TimeZone = Field(description="the hall's own time zone; its day ends at local midnight")
    languages: Annotated[tuple[LanguageId, ...], BeforeValidator(_some)] = Field(
        description="the languages of the hall; the first is the default and must be in every text"
    )
    open: Annotated[tuple[Hours, ...] | None, BeforeValidator(_a_list)] = Field(
        None, description="opening hours by weekday; left out: always open"
    )
    closed: Annotated[tuple[ClosedDate, ...], BeforeValidator(_a_list)] = Field(
        (), description="dates on which `open` does not hold"
    )
    extra: Annotated[tuple[DatedHours, ...], BeforeValidator(_a_list)] = Field(
        (), description="hours of single dates, added to `open`; they hold on `closed` dates too"
    )
    public_url: WebAddress | None = Field(
        None, description="address of the residents' phone page; with it the ticket has a QR code"
    )

    @cached_property
    def hours(self) -> Spans | None:
        """The opening hours; None is always open."""
        return None if self.open is None else Spans(self.open, frozenset(self.closed), self.extra)

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone itself."""
        return ZoneInfo(self.timezone)


class QueueSection(_Section):
    """`[queue]`: what holds for all tickets."""

    max_wait_minutes: SomeMinutes | None = Field(
        None, description="a ticket ready for longer is called before priorities and green windows (rule 2)"
    )
    priority_head_start_minutes: Minutes = Field(
        Decimal(0), description="head start of a ticket with a priority class (rule 5)"
    )
    appointment_head_start_minutes: Minutes = Field(
        Decimal(15), description="an appointment is ready this long before its slot"
    )
    appointment_grace_minutes: Minutes = Field(
        Decimal(15), description="checked in later than this after its slot, it is ready at its check-in"
    )


class KeepSection(_Section):
    """`[keep]`: how long the journal keeps what it knows."""

    personal_days: DaysKept = Field(
        30, description="days until what is personal is forgotten: priority, help, bookings, opinions, codes"
    )
    journal_days: DaysKept = Field(
        400,
        description="days until the rest is: tickets, calls and hall files of then; at least personal_days",
    )


class PaperSection(_Section):
    """`[paper]`: what the hall makes its own on tickets and sheets."""

    logo: Line | None = Field(
        None,
        description="a PNG beside the hall file, at most 360 by 200 dots (8 are 1 mm), printed in black and white "
        "at the top of every paper",
    )
    greeting: Texts | None = Field(None, description="words of welcome on the ticket, by language")
    footer: Texts | None = Field(None, description="the last words of every paper, by language")
    ticket: Annotated[tuple[TicketPartName, ...], BeforeValidator(_a_list), AfterValidator(_whole_ticket)] = (
        Field(
            tuple(TicketPart),
            description="the parts of the ticket, from top to bottom; `number` must be among them. A part for which "
            "there is nothing to say takes no room",
        )
    )


class Service(_Section):
    """`[[service]]`: one kind of business."""

    id: Id = Field(description="the service's id")
    prefix: Prefix = Field(description="the letters before a ticket's number; services may share them")
    name: Names = Field(description="its name by language")
    category: Id | None = Field(None, description="a `[[category]]` of the kiosk's menu")
    expected_minutes: SomeMinutes | None = Field(None, description="how long it usually takes at a counter")
    weight: Weight = Field(Decimal(1), description="how fast its tickets gain on others (rule 5)")
    head_start_minutes: Minutes = Field(
        Decimal(0), description="as if its tickets had waited this much longer (rule 5)"
    )
    daily_limit: Limit | None = Field(
        None, description="tickets a hall day with this need; left out: no limit"
    )
    checklist: TextList = Field((), description="what to bring, by language; printed on request")
    follow_up: TextList = Field((), description="what comes next, by language; handed out when done")


class Counter(_Section):
    """`[[counter]]`: a place where residents are served."""

    id: Id = Field(description="the counter's id, as it is called out")
    zone: Id | None = Field(None, description="the part of the hall it stands in")
    services: Ids | None = Field(None, description="what it serves; left out: every service")
    priority: Flag = Field(False, description="true: the counter for those who go first (rule 3)")


class GreenWindow(_Section):
    """`[[green_window]]`: counters that take short business first while many wait for it."""

    id: Id = Field(description="the green window's id; it is the `rule` of a call")
    services: Ids = Field(description="the short services, counted together")
    counters: Ids = Field(description="the counters that take them first while it is engaged")
    enter_above: Threshold = Field(description="engaged once more than this many wait")
    leave_below: Threshold = Field(
        description="no longer once fewer than this many wait; at most enter_above + 1"
    )
    when: Annotated[tuple[Hours, ...] | None, BeforeValidator(_a_list)] = Field(
        None, description="engaged only in these hours; left out: always"
    )

    @cached_property
    def hours(self) -> Spans | None:
        """The hours of `when`; None is always."""
        return None if self.when is None else Spans(self.when)


class Clerk(_Section):
    """`[[clerk]]`: who may sign in at a counter."""

    id: Id = Field(description="the clerk's id")
    name: Names = Field(description="the clerk's name by language; a plain text is in the default language")
    phone: Line | None = Field(None, description="printed on the contact card")
    services: Ids | None = Field(None, description="what this clerk can do; left out: everything")
    pin_hash: PinHash | None = Field(
        None, description="made by `greenwindow pin`; left out: signs in without a PIN"
    )


class Device(_Section):
    """`[[device]]`: a station; what it may ask follows from its kind."""

    id: Id = Field(description="the device's id, its user name at the broker; not `dispatcher…`")
    kind: Annotated[DeviceKind, BeforeValidator(_device_kind), Kind("kind")] = Field(
        description=f"one of {_KINDS}"
    )
    counter: Id | None = Field(None, description="the counter it belongs to; a pad needs this or `addresses`")
    addresses: dict[str, Id] | None = Field(
        None,
        description="several on one line: address of each → counter; not of a kiosk, display, console or guide",
    )
    zone: Id | None = Field(None, description="the part of the hall it stands in")
    language: LanguageId | None = Field(None, description="the language it starts with, one of the hall's")

    @property
    def counters(self) -> tuple[str, ...]:
        """The counters it belongs to."""
        own = () if self.counter is None else (self.counter,)
        return own + tuple((self.addresses or {}).values())


class Category(_Section):
    """`[[category]]`: a heading of the kiosk's menu."""

    id: Id = Field(description="the category's id")
    name: Names = Field(description="its name by language")
    zone: Id | None = Field(None, description="the part of the hall where it is served")


class Notice(_Section):
    """`[[notice]]`: a line that scrolls on the screens."""

    text: Texts = Field(description="the words by language")
    from_: Moment | None = Field(None, alias="from", description="from this date or time, the hall's own")
    until: Moment | None = Field(None, description="until this date (inclusive) or time, the hall's own")


class Plan(_Section):
    """A whole hall file, without a fault."""

    hall: HallSection
    queue: QueueSection = QueueSection()
    keep: KeepSection = KeepSection()
    paper: PaperSection = PaperSection()
    services: tuple[Service, ...] = ()
    counters: tuple[Counter, ...] = ()
    green_windows: tuple[GreenWindow, ...] = ()
    clerks: tuple[Clerk, ...] = ()
    devices: tuple[Device, ...] = ()
    categories: tuple[Category, ...] = ()
    notices: tuple[Notice, ...] = ()

    def service(self, name: str) -> Service | None:
        """The service of that id, or None."""
        return self._services.get(name)

    def counter(self, name: str) -> Counter | None:
        """The counter of that id, or None."""
        return self._counters.get(name)

    def green_window(self, name: str) -> GreenWindow | None:
        """The green window of that id, or None."""
        return self._green_windows.get(name)

    def clerk(self, name: str) -> Clerk | None:
        """The clerk of that id, or None."""
        return self._clerks.get(name)

    def device(self, name: str) -> Device | None:
        """The device of that id, or None."""
        return self._devices.get(name)

    @property
    def default_language(self) -> str:
        """The first of the hall's languages."""
        return self.hall.languages[0]

    @cached_property
    def _services(self) -> dict[str, Service]:
        return {s.id: s for s in self.services}

    @cached_property
    def _counters(self) -> dict[str, Counter]:
        return {c.id: c for c in self.counters}

    @cached_property
    def _green_windows(self) -> dict[str, GreenWindow]:
        return {g.id: g for g in self.green_windows}

    @cached_property
    def _clerks(self) -> dict[str, Clerk]:
        return {c.id: c for c in self.clerks}

    @cached_property
    def _devices(self) -> dict[str, Device]:
        return {d.id: d for d in self.devices}
