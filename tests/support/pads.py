"""Benches with pads of each family: a simulated far end, a wire that can be unplugged, and the driver that reads it."""

import queue
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from hw.keypad import (
    Action,
    Faulty,
    Keeper,
    PadFault,
    PadLine,
    PadNews,
    Plugged,
    Press,
    Pressed,
    Shown,
    open_pads,
)
from hw.keypad.ff68_line import Ff68Line
from hw.keypad.ff68_map import read_map
from hw.link import Deadline
from hw.sim.buttons import SimButtons
from hw.sim.ff68_pads import SimFf68Line
from hw.sim.number_pad import SimNumberPad
from hw.sim.pads_wire import PadsMemory, PadsPty, PadsTcp

PATIENCE_S = 10.0


@dataclass
class News:
    """Everything that a keeper told, to wait for."""

    presses: list[Press] = field(default_factory=list)
    plugs: list[bool] = field(default_factory=list)
    faults: tuple[PadFault, ...] = ()
    seen: set[PadFault] = field(default_factory=set)
    details: list[str] = field(default_factory=list)
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def put(self, news: PadNews) -> None:
        with self._changed:
            match news:
                case Pressed(_, press, _):
                    self.presses.append(press)
                case Plugged(_, there, detail):
                    if self.plugs[-1:] != [there]:
                        self.plugs.append(there)
                    self.details.append(detail)
                case Faulty(_, faults):
                    self.faults = faults
                    self.seen |= set(faults)
            self._changed.notify_all()

    def wait(self, condition: Callable[[], bool], patience_s: float = PATIENCE_S) -> bool:
        with self._changed:
            return self._changed.wait_for(condition, patience_s)


class Bench(ABC):
    """One family over one way. Pads 3 and 4 are in the hall file; `clash` has a second pad that goes by 3."""

    addresses = frozenset({"3", "4"})

    @abstractmethod
    def line(self) -> PadLine:
        """The driver, not opened."""

    @abstractmethod
    def press(self, address: str = "3") -> None:
        """Somebody presses *next* there."""

    @abstractmethod
    def press_bouncing(self) -> None:
        """The same press of pad 3 arrives three times."""

    @abstractmethod
    def press_unknown_key(self) -> None:
        """A key that is in no map, at pad 3."""

    @abstractmethod
    def press_stranger(self) -> None:
        """A pad that is not in the hall file."""

    @abstractmethod
    def disturb(self, data: bytes) -> None:
        """These bytes come, for what they are worth."""

    @abstractmethod
    def plug(self) -> None: ...

    @abstractmethod
    def unplug(self) -> None: ...


class Ff68Bench(Bench):
    """`FF 68` over any of its wires."""

    def __init__(self, way: str, folder: Path) -> None:
        self.sim = SimFf68Line(3, 4, 7, resend_s=0.05)
        self.wire: PadsMemory | PadsPty | PadsTcp
        match way:
            case "memory":
                self.wire = PadsMemory(self.sim)
            case "pty":
                self.wire = PadsPty(self.sim, folder)
            case _:
                self.wire = PadsTcp(self.sim)

    def line(self) -> PadLine:
        if isinstance(self.wire, PadsMemory):
            return Ff68Line(self.wire, read_map("standard"))
        return open_pads(f"ff68+{self.wire.url}")

    def press(self, address: str = "3") -> None:
        self.sim.press(int(address), 0x0C)

    def press_bouncing(self) -> None:
        for _ in range(3):
            self.sim.press(3, 0x0C)

    def press_unknown_key(self) -> None:
        self.sim.press(3, 0x1F)

    def press_stranger(self) -> None:
        self.sim.press(7, 0x0C)

    def disturb(self, data: bytes) -> None:
        self.sim.disturb(data)

    def plug(self) -> None:
        self.wire.plug()

    def unplug(self) -> None:
        self.wire.unplug()


class EvdevBench(Bench):
    """Two USB number pads; the second one's place is another line, so only pad 3 is here."""

    addresses = frozenset({"3", "4"})

    def __init__(self, folder: Path) -> None:
        self.pads = {"3": SimNumberPad(folder), "4": SimNumberPad(folder, "another")}
        self.stranger = False

    def line(self) -> PadLine:
        return Several([open_pads(f"{pad.url}?address={address}") for address, pad in self._all().items()])

    def press(self, address: str = "3") -> None:
        self.pads[address].press("KPENTER")

    def press_bouncing(self) -> None:
        self.pads["3"].press("KPENTER", trembling=True)

    def press_unknown_key(self) -> None:
        self.pads["3"].press("F7")

    def press_stranger(self) -> None:
        self.pads["7"].press("KPENTER")

    def disturb(self, data: bytes) -> None:
        self.pads["3"].write(data)

    def plug(self) -> None:
        for pad in self._all().values():
            pad.plug()

    def unplug(self) -> None:
        for pad in self._all().values():
            pad.unplug()

    def _all(self) -> dict[str, SimNumberPad]:
        if "7" not in self.pads:
            self.pads["7"] = SimNumberPad(self.pads["3"].path.parent, "stranger")
        return self.pads


class Several:
    """Lines of one pad each, read as one: how a process with several `--pad` sees them."""

    def __init__(self, lines: list[PadLine]) -> None:
        self.address = "1"
        self._lines = lines

    def __str__(self) -> str:
        return ", ".join(map(str, self._lines))

    def expect(self, addresses: Iterable[str]) -> None:
        known = frozenset(addresses)
        for line in self._lines:
            line.expect(known)

    def open(self, deadline: Deadline) -> None:
        for line in self._lines:
            line.open(deadline)

    def read(self, deadline: Deadline) -> list[Press]:
        return [press for line in self._lines for press in line.read(deadline.within(0.005))]

    def show(self, address: str, what: Shown) -> None:
        for line in self._lines:
            line.show(address, what)

    def beep(self, address: str, times: int = 1) -> None:
        for line in self._lines:
            line.beep(address, times)

    def faults(self) -> tuple[PadFault, ...]:
        return tuple(fault for line in self._lines for fault in line.faults())

    def close(self) -> None:
        for line in self._lines:
            line.close()


class ButtonBench(Bench):
    """Shelly buttons of the first generation, which count, at a broker in memory; or zigbee ones, which don't."""

    def __init__(self, preset: str) -> None:
        self.sim = SimButtons()
        self._preset, self._count = preset, 0

    def line(self) -> PadLine:
        return open_pads(f"mqtt-button+mqtt://u:p@memory?preset={self._preset}", connect=self.sim.connect)

    def press(self, address: str = "3") -> None:
        self._say(address)

    def press_bouncing(self) -> None:
        self._say("3", times=3)

    def press_unknown_key(self) -> None:
        self._say("3", "XYZ")

    def press_stranger(self) -> None:
        self._say("7")

    def disturb(self, data: bytes) -> None:
        self.sim.say(self._topic("3"), data)

    def plug(self) -> None:
        self.sim.plug()
        self._say("3", retain=True)  # what a broker has kept is nobody's press

    def unplug(self) -> None:
        self.sim.unplug()

    def _topic(self, address: str) -> str:
        return f"shellies/{address}/input_event/0" if self._preset == "shelly1" else f"zigbee2mqtt/{address}"

    def _say(self, address: str, code: str = "", *, retain: bool = False, times: int = 1) -> None:
        self._count += 1
        message: dict[str, object] = {"action": code or "single", "battery": 97}
        if self._preset == "shelly1":
            message = {"event": code or "S", "event_cnt": self._count}
        self.sim.say(self._topic(address), message, retain=retain, times=times)


NEXT = Press("3", Action.NEXT)


@contextmanager
def kept(line: PadLine, addresses: frozenset[str] = Bench.addresses) -> Iterator[tuple[News, Keeper]]:
    """That line with its keeper, which tries again at once."""
    news = News()
    keeper = Keeper(line, 0, news.put, back_off_s=(0.02,))
    keeper.expect(addresses)
    keeper.start()
    try:
        yield news, keeper
    finally:
        keeper.stop()


def settle(seconds: float = 0.15) -> None:
    """For what must *not* come: long enough that it would have."""
    time.sleep(seconds)


def empty(inbox: "queue.SimpleQueue[PadNews]") -> list[PadNews]:
    """What is in it now."""
    found = []
    while not inbox.empty():
        found.append(inbox.get_nowait())
    return found
