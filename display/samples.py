"""A hall to look at: what its screen hears on a quiet, a busy and a lost morning. For the gallery and the tests."""

from runtime import Alarm, Alarms, Online
from wire.states import (
    Announcement,
    Board,
    BoardCall,
    Catalog,
    CounterInfo,
    CounterSummary,
    DeviceInfo,
    GreenWindowInfo,
    GreenWindowState,
    HallInfo,
    HallState,
    MissedCall,
    NoticeInfo,
)
from wire.terms import CounterState, DeviceKind, GreenMode

DEVICE = "display-1"
NOW = 1_795_224_225_000
"""2026-11-21 09:23:45 in Shanghai."""
_MINUTE = 60_000
_NAME = {"zh": "宝山路街道社区事务受理服务中心", "en": "Baoshan Road Community Affairs Centre"}
_NOTICES = (
    {
        "zh": "请提前备齐材料；材料清单可在取号机上打印。",
        "en": "Please have your papers ready; the kiosk prints what to bring.",
    },
    {
        "zh": "老年人、残疾人、孕妇、军人等请到5号窗口优先办理。",
        "en": "The elderly, disabled, pregnant and military go first at counter 5.",
    },
)


def catalog(languages: tuple[str, ...] = ("zh", "en")) -> Catalog:
    """A small hall of five counters, two of them green."""
    return Catalog(
        epoch=1,
        version="1",
        hall=HallInfo(id="baoshan", name=_NAME, languages=languages, timezone="Asia/Shanghai"),
        counters=tuple(CounterInfo(id=str(n), priority=n == 5) for n in range(1, 6)),
        green_windows=(GreenWindowInfo(id="short", services=("a",), counters=("1", "2")),),
        devices=(DeviceInfo(id=DEVICE, kind=DeviceKind.DISPLAY),),
        notices=tuple(NoticeInfo(text=text) for text in _NOTICES),
    )


def large() -> Catalog:
    """A hall of 32 counters in three areas; this screen hangs in area C."""
    counters = tuple(CounterInfo(id=str(n), zone="ABC"[(n - 1) // 10 if n < 31 else 2]) for n in range(1, 33))
    devices = (DeviceInfo(id=DEVICE, kind=DeviceKind.DISPLAY, zone="C"),)
    changes = {"counters": counters, "devices": devices, "zones": ("A", "B", "C")}
    return catalog().model_copy(update=changes)


def online() -> Online:
    return Online(True, NOW - 10 * _MINUTE)


def not_saving() -> Alarms:
    """The dispatcher's disk is full."""
    return Alarms(frozenset({Alarm.CANNOT_SAVE}))


def clock_behind() -> Alarms:
    """The dispatcher's clock had been ahead."""
    return Alarms(frozenset({Alarm.CLOCK_BEHIND}))


def twice() -> Alarms:
    """Another screen was started with this one's name."""
    return Alarms(frozenset({Alarm.DUPLICATE_ID}))


def not_in_hall_file() -> Alarms:
    """Somebody took this screen out of the hall file."""
    return Alarms(frozenset({Alarm.NOT_IN_HALL_FILE}))


def offline() -> Online:
    return Online(False, NOW - 95_000, "nothing heard from the dispatcher")


def quiet() -> HallState:
    """Open, nobody called, one counter on its break."""
    states = {"1": _at("idle"), "2": _at("idle"), "3": _at("paused"), "4": _at("closed"), "5": _at("idle")}
    return HallState(epoch=1, seq=1, open=True, counters=states)


def busy() -> HallState:
    """All counters at work, the green window engaged."""
    states = {
        "1": _at("serving", "A041"),
        "2": _at("called", "B017"),
        "3": _at("called", "A042"),
        "4": _at("paused"),
        "5": _at("serving", "C009"),
    }
    green = {"short": GreenWindowState(mode=GreenMode.AUTO, engaged=True, waiting=5)}
    return HallState(epoch=1, seq=1, open=True, counters=states, green_windows=green, waiting=23, handled=118)


def closing_soon() -> HallState:
    """Twelve minutes before the hall closes, all counters at work."""
    return busy().model_copy(update={"until": NOW + 12 * _MINUTE - 45_000})


def over() -> HallState:
    """The hall has closed and so have its counters; it opens again on Monday."""
    counters = {str(n): _at("closed") for n in range(1, 6)}
    monday = NOW - 23 * _MINUTE - 45_000 + 2 * 24 * 60 * _MINUTE - 30 * _MINUTE
    return busy().model_copy(update={"open": False, "until": monday, "counters": counters, "waiting": 0})


def over_but_busy() -> HallState:
    """The hall has closed; those with a number are still served."""
    return busy().model_copy(update={"open": False, "until": over().until})


def old_calls() -> Board:
    """What was called in the morning and is long done."""
    done = tuple(call.model_copy(update={"live": False}) for call in calls().calls)
    return calls().model_copy(update={"calls": done})


def no_calls() -> Board:
    return Board(epoch=1, seq=0)


def calls() -> Board:
    """Nine calls of the last minutes, two of them still open."""
    tickets = ("A042", "B017", "C009", "A041", "A040", "D003", "B016", "A039", "C008", "A038")
    entries = tuple(
        _call(100 - n, ticket, "32514"[n % 5], NOW - n * _MINUTE, live=n < 2)
        for n, ticket in enumerate(tickets)
    )
    return Board(epoch=1, seq=100, calls=entries, missed=_missed("A035", "B012"))


def many_missed() -> Board:
    """More missed numbers than fit."""
    tickets = [f"{'ABCD'[n % 4]}{90 - n * 3:03d}" for n in range(14)]
    return calls().model_copy(update={"missed": _missed(*tickets)})


def words() -> Board:
    """Words for the whole hall."""
    text = "请车牌号 沪A12345 的车主尽快移车，谢谢合作。"
    return calls().model_copy(update={"announcements": (Announcement(number=1, at=NOW, text=text),)})


def large_hall() -> HallState:
    """Twelve counters at work in this screen's area."""
    states = {str(n): _at("serving", f"A{n + 100:03d}") for n in range(1, 33)}
    states |= {"31": _at("called", "AB1234"), "24": _at("paused"), "28": _at("closed"), "22": _at("idle")}
    return HallState(epoch=1, seq=1, open=True, counters=states, waiting=187, handled=1412)


def large_calls() -> Board:
    """Calls with the longest numbers there are."""
    entries = tuple(
        _call(
            100 - n,
            f"{'AB' if n % 2 == 0 else 'C'}{1234 - n}",
            str(31 - n),
            NOW - n * 20_000,
            live=n < 4,
            zone="C",
        )
        for n in range(10)
    )
    return Board(epoch=1, seq=100, calls=entries, missed=_missed("AB1201", "C999", "AB1188", counter="25"))


def _at(state: str, ticket: str | None = None) -> CounterSummary:
    return CounterSummary(state=CounterState(state), ticket=ticket)


def _call(seq: int, ticket: str, counter: str, at: int, *, live: bool, zone: str | None = None) -> BoardCall:
    return BoardCall(
        seq=seq, at=at, ticket=ticket, counter=counter, zone=zone, call=1, languages=("zh", "en"), live=live
    )


def _missed(*tickets: str, counter: str = "3") -> tuple[MissedCall, ...]:
    return tuple(MissedCall(ticket=ticket, counter=counter, at=NOW) for ticket in tickets)
