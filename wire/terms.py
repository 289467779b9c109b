"""The words of the field that several messages use."""

from enum import StrEnum


class Priority(StrEnum):
    """Why a ticket may go first at a priority counter."""

    NONE = "none"
    ELDERLY = "elderly"
    ILL = "ill"
    DISABLED = "disabled"
    PREGNANT = "pregnant"
    MILITARY = "military"
    INFANT = "infant"


class TicketState(StrEnum):
    """Where a ticket is in its life; the last four are its ends."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    HELD = "held"
    NO_SHOW = "no_show"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class CounterState(StrEnum):
    """What a counter is doing."""

    CLOSED = "closed"
    IDLE = "idle"
    CALLED = "called"
    SERVING = "serving"
    PAUSED = "paused"


class TicketPart(StrEnum):
    """What a printed ticket is made of, in the usual order."""

    LOGO = "logo"
    HALL = "hall"
    GREETING = "greeting"
    NUMBER = "number"
    WAIT = "wait"
    SERVICES = "services"
    CODE = "code"
    CHECKLIST = "checklist"
    MISSED = "missed"
    FOOTER = "footer"
    ISSUED = "issued"


class PaperKind(StrEnum):
    """A paper that a counter has printed at a kiosk."""

    FOLLOW_UP = "follow_up"
    CONTACT = "contact"
    CHECKLIST = "checklist"


class CallReason(StrEnum):
    """The rule that chose a ticket (CONTRACT §3, the order), or `manual` for `call`."""

    PINNED = "pinned"
    OVERDUE = "overdue"
    PRIORITY = "priority"
    GREEN = "green"
    ORDER = "order"
    MANUAL = "manual"


class Position(StrEnum):
    """Where a ticket goes that waits again: with its old ready time, or ready now."""

    KEEP = "keep"
    BACK = "back"


class GreenMode(StrEnum):
    """`auto` counts; `on` and `off` override the count and the hours."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


class PrintResult(StrEnum):
    """What became of a ticket's paper."""

    PRINTED = "printed"
    FAILED = "failed"
    UNCONFIRMED = "unconfirmed"


class ShownPart(StrEnum):
    """What has shown or spoken a call."""

    SCREEN = "screen"
    STRIP = "strip"
    VOICE = "voice"


class DeviceKind(StrEnum):
    """What a device of the hall file is, and by that what it may ask."""

    KIOSK = "kiosk"
    PAD = "pad"
    EVALUATOR = "evaluator"
    DISPLAY = "display"
    STRIP = "strip"
    CONSOLE = "console"
    GUIDE = "guide"
