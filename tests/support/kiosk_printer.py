"""A simulated printer that can be unplugged from a running kiosk, over TCP or as a serial device; its presence."""

import json
import queue
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from hw.sim.printer import SimPrinter
from hw.sim.printer_server import SimPrinterPty, SimPrinterServer
from runtime import Arrived, Session, find_broker_url
from runtime.session import SessionMessage, Will
from tests.support.dispatcher_process import Place


class Plug(Protocol):
    """`url` stays the same however often it is pulled."""

    url: str

    def pull(self) -> None: ...
    def put_back(self) -> None: ...


class TcpPlug:
    """Pulled, its port refuses; who was connected is cut off."""

    def __init__(self, sim: SimPrinter, folder: Path) -> None:
        del folder
        self._sim = sim
        self._server = SimPrinterServer(sim)
        self._server.__enter__()
        self.url = self._server.url

    def pull(self) -> None:
        self._server.close()

    def put_back(self) -> None:
        self._server = SimPrinterServer(self._sim, self._server.port)
        self._server.__enter__()


class SerialPlug:
    """A pseudo-terminal under a name that udev would give: pulled, the name is gone and the line is dead."""

    def __init__(self, sim: SimPrinter, folder: Path) -> None:
        self._sim = sim
        self._name = folder / "ticket-printer"
        self.url = f"serial://{self._name}?baud=115200"
        self.put_back()

    def pull(self) -> None:
        self._name.unlink()
        self._line.close()

    def put_back(self) -> None:
        self._line = SimPrinterPty(self._sim)
        self._line.__enter__()
        self._name.symlink_to(self._line.wire)


PLUGS: dict[str, Callable[[SimPrinter, Path], Plug]] = {"tcp": TcpPlug, "serial": SerialPlug}


def wait_until(true: Callable[[], bool], patience_s: float) -> None:
    """Looks each hundredth of a second."""
    end = time.monotonic() + patience_s
    while not true():
        assert time.monotonic() < end, f"not within {patience_s} s"
        time.sleep(0.01)


class PresenceEar:
    """Hears what a device says of itself."""

    def __init__(self, where: Place, device: str) -> None:
        self._inbox: queue.SimpleQueue[SessionMessage] = queue.SimpleQueue()
        topic = f"hall/little/device/{device}"
        self.session = Session(
            find_broker_url(where.folder, "console-1", None), self._inbox, subscriptions=[topic],
            will=Will("hall/little/device/console-1", '{"online":false}'),
        )  # fmt: skip

    def until(
        self, wanted: Callable[[dict[str, Any]], bool], patience_s: float
    ) -> tuple[float, dict[str, Any]]:
        """Seconds until such a presence comes, and it."""
        begun, last = time.monotonic(), {}
        while (left := begun + patience_s - time.monotonic()) > 0:
            try:
                message = self._inbox.get(timeout=left)
            except queue.Empty:
                break
            if isinstance(message, Arrived):
                last = json.loads(message.payload)
                if wanted(last):
                    return time.monotonic() - begun, last
        raise AssertionError(f"not said within {patience_s} s; last: {last}")

    def printer_is(self, *states: str, patience_s: float = 10.0) -> float:
        """Seconds until the printer is in one of them."""
        return self.until(lambda said: said.get("details", {}).get("printer") in states, patience_s)[0]


@contextmanager
def presence_of(where: Place, device: str) -> Iterator[PresenceEar]:
    """An ear as a console has it."""
    ear = PresenceEar(where, device)
    ear.session.start()
    try:
        yield ear
    finally:
        ear.session.stop()
