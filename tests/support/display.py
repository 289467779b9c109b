"""A small hall as a display hears of it: catalog, hall state and boards, made in one line each."""

from pathlib import Path
from typing import Any

import display
from runtime import Online
from ui.languages import Texts
from wire.states import (
    Board,
    BoardCall,
    Catalog,
    CounterInfo,
    CounterSummary,
    DeviceInfo,
    GreenWindowInfo,
    HallInfo,
    HallState,
    MissedCall,
)
from wire.terms import CounterState, DeviceKind

ROOM = Path(display.__file__).parent
TEXTS = Texts.load(ROOM / "languages")
START = 1_763_600_400_000
"""2025-11-20 09:00:00 in Shanghai."""
ONLINE = Online(True, START)


def catalog(languages: tuple[str, ...] = ("zh", "en"), **changes: Any) -> Catalog:
    """Three counters: 1 and 2 in area A, 3 in area B; a display for each area and one for all; a strip at 1."""
    given: dict[str, Any] = {
        "version": "1",
        "hall": HallInfo(
            id="test",
            name={"zh": "测试大厅", "en": "Test hall"},
            languages=languages,
            timezone="Asia/Shanghai",
        ),
        "counters": (
            CounterInfo(id="1", zone="A"),
            CounterInfo(id="2", zone="A"),
            CounterInfo(id="3", zone="B"),
        ),
        "zones": ("A", "B"),
        "green_windows": (GreenWindowInfo(id="short", services=("s",), counters=("1",)),),
        "devices": (
            DeviceInfo(id="all", kind=DeviceKind.DISPLAY),
            DeviceInfo(id="north", kind=DeviceKind.DISPLAY, zone="A"),
            DeviceInfo(id="strip-1", kind=DeviceKind.STRIP, counter="1"),
        ),
    }
    return Catalog(**(given | changes))


def call(seq: int, ticket: str = "", counter: str = "1", **changes: Any) -> BoardCall:
    """A live call, a second after the start for each `seq`."""
    given: dict[str, Any] = {
        "seq": seq, "at": START + 1000 * seq, "ticket": ticket or f"A{seq:03d}", "counter": counter,
        "zone": {"1": "A", "2": "A", "3": "B"}.get(counter), "call": 1, "languages": ("zh", "en"), "live": True,
    }  # fmt: skip
    return BoardCall(**(given | changes))


def board(*calls: BoardCall, seq: int | None = None, epoch: int = 1, **changes: Any) -> Board:
    """A board with these calls, given oldest first."""
    newest = max((c.seq for c in calls), default=0)
    return Board(epoch=epoch, seq=newest if seq is None else seq, calls=tuple(reversed(calls)), **changes)


def missed(ticket: str, counter: str = "1") -> MissedCall:
    return MissedCall(ticket=ticket, counter=counter, at=START)


def hall(seq: int = 1, waiting: int = 0, handled: int = 0, **counters: CounterSummary) -> HallState:
    """`hall(c1=summary("called", "A001"))`: every other counter is closed."""
    closed = {number: summary("closed") for number in "123"}
    states = closed | {name.removeprefix("c"): state for name, state in counters.items()}
    return HallState(epoch=1, seq=seq, open=True, waiting=waiting, handled=handled, counters=states)


def summary(state: str, ticket: str | None = None, reason: str | None = None) -> CounterSummary:
    return CounterSummary(state=CounterState(state), ticket=ticket, reason=reason)
