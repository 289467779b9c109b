"""What is: the retained states that the dispatcher publishes, and each device's own presence."""

from pydantic import Field

from wire.base import Frozen, Texts, Whole
from wire.instant import Instant
from wire.replies import WaitRange
from wire.terms import CallReason, CounterState, DeviceKind, GreenMode, Priority, TicketPart, TicketState


class State(Frozen):
    """A retained state: receivers ignore one with a lower `epoch` than they have seen."""

    epoch: Whole = 0
    at: Instant = 0


class DispatcherState(State):
    """Published every second; its last will says `alive: false`."""

    alive: bool
    busy: bool | None = Field(
        None,
        description="true while nothing can be saved: every command is answered `busy`; what was promised stays good",
    )
    behind_s: Whole | None = Field(
        None,
        description="the machine's clock was put back, or had been ahead, and is so many seconds behind `at`: doors go "
        "by the clock, times and waits are off until somebody has seen to it",
    )
    instance: str | None = Field(
        None,
        description="another in each term of each process: two that don't know of each other notice it by this",
    )


class HallInfo(Frozen):
    """What the catalog says of the hall itself."""

    id: str
    name: Texts
    languages: tuple[str, ...]
    timezone: str
    public_url: str | None = None


class CategoryInfo(Frozen):
    """A heading of the kiosk's menu."""

    id: str
    name: Texts
    zone: str | None = None


class ServiceInfo(Frozen):
    """A service as stations know it."""

    id: str
    prefix: str
    name: Texts
    category: str | None = None
    expected_minutes: float | None = None
    checklist: tuple[Texts, ...] = ()
    follow_up: tuple[Texts, ...] = ()


class CounterInfo(Frozen):
    """A counter as stations know it; `services` left out means every one."""

    id: str
    zone: str | None = None
    services: tuple[str, ...] | None = None
    priority: bool = False


class GreenWindowInfo(Frozen):
    """A green window as stations know it."""

    id: str
    services: tuple[str, ...]
    counters: tuple[str, ...]


class DeviceInfo(Frozen):
    """A device of the hall file."""

    id: str
    kind: DeviceKind
    counter: str | None = None
    addresses: dict[str, str] | None = None
    zone: str | None = None
    language: str | None = None


class ClerkInfo(Frozen):
    """A clerk, without the hash of the PIN."""

    id: str
    name: Texts
    phone: str | None = None
    services: tuple[str, ...] | None = None
    pin: bool = Field(False, description="signs in with a PIN")


class NoticeInfo(Frozen):
    """A line that scrolls on the screens."""

    text: Texts
    from_: str | None = Field(None, alias="from", serialization_alias="from")
    until: str | None = None


class PaperInfo(Frozen):
    """What the hall has made its own on its papers."""

    logo: str | None = Field(None, description="a PNG of black and white dots, in base64")
    greeting: Texts = Field(default_factory=dict)
    footer: Texts = Field(default_factory=dict)
    ticket: tuple[str, ...] = Field(
        tuple(part.value for part in TicketPart),
        description="the ticket's parts from top to bottom; one that a kiosk doesn't know is left out",
    )


class Catalog(State):
    """`state/catalog`: what stations must know of the hall file."""

    version: str
    hall: HallInfo
    categories: tuple[CategoryInfo, ...] = ()
    services: tuple[ServiceInfo, ...] = ()
    counters: tuple[CounterInfo, ...] = ()
    zones: tuple[str, ...] = ()
    green_windows: tuple[GreenWindowInfo, ...] = ()
    devices: tuple[DeviceInfo, ...] = ()
    clerks: tuple[ClerkInfo, ...] = ()
    notices: tuple[NoticeInfo, ...] = ()
    paper: PaperInfo | None = Field(None, description="left out where all is as usual")


class ServiceLoad(Frozen):
    """How many wait for a service, and how long a ticket taken now would."""

    waiting: Whole
    expected: WaitRange | None = Field(None, description="left out while no open counter serves it")
    full: bool | None = Field(
        None, description="true when today's tickets for it (`daily_limit`) are all given out"
    )


class CounterSummary(Frozen):
    """A counter as everybody may know it."""

    state: CounterState
    reason: str | None = None
    ticket: str | None = None


class GreenWindowState(Frozen):
    """A green window's count, mode and effect."""

    mode: GreenMode
    engaged: bool
    waiting: Whole


class HelpCall(Frozen):
    """A resident called for staff at this device."""

    device: str
    since: Instant


class Fault(Frozen):
    """Something wrong with a device, as a code and in words."""

    code: str
    text: str


class DeviceState(Frozen):
    """A device as the dispatcher hears it; what is as usual is left out."""

    online: bool | None = Field(
        None, description="left out while nothing can be said yet: the dispatcher just began"
    )
    since: Instant | None = Field(None, description="when that began; left out for one never heard")
    faults: tuple[Fault, ...] | None = Field(None, description="the first five")
    clock_offset_ms: int | None = Field(
        None, description="how far its clock is ahead of the dispatcher's; left out under half a second"
    )
    twice: bool | None = Field(None, description="two machines go by this name and throw each other out")


class BookingsInfo(Frozen):
    """How residents with a booking of today or later can be known at check-in; no booking itself."""

    letters: bool = Field(False, description="the id of one has more than digits and `-`")
    phones: bool = Field(False, description="one has phone digits")


class HallState(State):
    """`state/hall`: the hall at a glance."""

    seq: Whole
    open: bool
    until: Instant | None = Field(None, description="when that changes; left out where it never does")
    services: dict[str, ServiceLoad] = Field(default_factory=dict)
    counters: dict[str, CounterSummary] = Field(default_factory=dict)
    green_windows: dict[str, GreenWindowState] = Field(default_factory=dict)
    waiting: Whole = 0
    handled: Whole = Field(0, description="tickets finished today")
    catalog: str = Field("", description="the catalog's version")
    help: tuple[HelpCall, ...] = ()
    bookings: BookingsInfo | None = Field(
        None, description="left out where nobody has booked for today or later"
    )
    devices: dict[str, DeviceState] | None = Field(None, description="every device of the hall file")


class BoardCall(Frozen):
    """A call as the screens show it and the voice says it."""

    seq: Whole
    at: Instant
    ticket: str
    counter: str
    zone: str | None = None
    call: Whole
    languages: tuple[str, ...] = Field((), description="to speak, in this order")
    live: bool = Field(description="the ticket is still called there: only then may it be announced")


class MissedCall(Frozen):
    """A number that was called and did not come."""

    ticket: str
    counter: str
    at: Instant


class Announcement(Frozen):
    """Words for the loudspeaker: spoken once by who sees `number` rise, never when older than a minute."""

    number: Whole
    at: Instant
    text: str
    zone: str | None = None


class Board(State):
    """`state/board`: the latest calls, newest first, and the missed numbers."""

    seq: Whole
    calls: tuple[BoardCall, ...] = ()
    missed: tuple[MissedCall, ...] = ()
    announcements: tuple[Announcement, ...] = ()


class CurrentTicket(Frozen):
    """The ticket at a counter, for its clerk."""

    number: str
    state: TicketState
    services: tuple[str, ...]
    here: tuple[str, ...] = Field((), description="those of its needs that `done` would finish")
    priority: Priority = Priority.NONE
    help: str | None = None
    language: str | None = None
    reason: CallReason | None = None
    rule: str | None = None
    call: Whole = 1
    called_at: Instant
    waited_s: Whole = 0


class NextTicket(Frozen):
    """What `next` would call now, and by which rule."""

    number: str
    reason: CallReason
    rule: str | None = None
    services: tuple[str, ...] = ()
    priority: Priority = Priority.NONE
    help: str | None = None


class QueuedTicket(Frozen):
    """A waiting ticket that this counter could serve."""

    number: str
    services: tuple[str, ...]
    priority: Priority = Priority.NONE
    help: str | None = None
    since: Instant = Field(description="the moment from which it waits")
    pinned: bool = False
    overdue: bool = False


class AsideTicket(Frozen):
    """A ticket held here, or a no-show last called here."""

    number: str
    services: tuple[str, ...]
    since: Instant


class CounterView(State):
    """`state/counter/<counter>`: what its clerk must know."""

    seq: Whole
    counter: str
    state: CounterState
    reason: str | None = None
    clerk: str | None = None
    current: CurrentTicket | None = None
    next: NextTicket | None = None
    waiting: Whole = Field(0, description="all that wait and are eligible here, also past the first 20")
    queue: tuple[QueuedTicket, ...] = ()
    held: tuple[AsideTicket, ...] = ()
    missed: tuple[AsideTicket, ...] = ()


class Presence(Frozen):
    """`device/<device>`: written by that device, each second and when something changed; its last will says
    `online: false`."""

    online: bool
    kind: str = ""
    version: str = ""
    at: Instant = 0
    faults: tuple[Fault, ...] = ()
    details: dict[str, str] = Field(default_factory=dict)
    instance: str = Field("", description="made anew by each start: tells two machines of one name apart")
    clock_offset_ms: int | None = Field(
        None, description="how far the device's own clock is ahead of the dispatcher's, by its last heartbeat"
    )
