"""The simulated printer behind real wires: a TCP port, or a pseudo-terminal that looks like a serial line."""

import os
import select
import socket
import tty
from collections.abc import Callable
from threading import Event, Thread
from types import TracebackType
from typing import Self

from hw.link.deadline import Deadline
from hw.link.waiting import readable
from hw.sim.printer import SimPrinter

_LOOK_S = 0.02


class _Served:
    """A thread that serves until closed."""

    def __init__(self, work: Callable[[], None]) -> None:
        self._stop = Event()
        self._thread = Thread(target=work, name="sim-printer", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop serving, and wait for it."""
        self._stop.set()
        self._thread.join()


class SimPrinterServer(_Served):
    """`sim` on a TCP port (0: any free one), of this machine only unless `host` says otherwise; one client at a time,
    as such printers do."""

    def __init__(self, sim: SimPrinter, port: int = 0, host: str = "127.0.0.1") -> None:
        """Raises OSError when the port is taken."""
        super().__init__(self._serve)
        self._sim = sim
        self._socket = socket.create_server((host, port), backlog=1)
        self.port: int = self._socket.getsockname()[1]
        self.url = f"tcp://{host}:{self.port}"

    def close(self) -> None:
        """Stop, and give the port back."""
        super().close()
        self._socket.close()

    def _serve(self) -> None:
        while not self._stop.is_set():
            _ = self._sim.connected  # it goes on printing what its last host has left
            if readable(self._socket.fileno(), Deadline.after(_LOOK_S)):
                client, _ = self._socket.accept()
                with client:
                    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    _pump(self._sim, client.fileno(), self._stop)
                self._sim.hang_up()


class SimPrinterPty(_Served):
    """`sim` at the end of a serial line; `url` names it for a driver. Switched off, such a line is just silent."""

    def __init__(self, sim: SimPrinter) -> None:
        super().__init__(self._serve)
        self._sim = sim
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.wire = os.ttyname(self._slave)
        self.url = f"serial://{self.wire}?baud=115200"

    def close(self) -> None:
        """Stop, and take the line away."""
        super().close()
        if self._master >= 0:
            os.close(self._master)
            os.close(self._slave)
            self._master = -1

    def _serve(self) -> None:
        while not self._stop.is_set():
            _pump(self._sim, self._master, self._stop)
            self._stop.wait(_LOOK_S)


def _pump(sim: SimPrinter, fd: int, stop: Event) -> None:
    """Carry bytes between `fd` and the printer until either side is gone."""
    waiting = b""
    while not stop.is_set() and sim.connected:
        try:
            # While the printer takes nothing, neither do we: so its host feels it.
            if not waiting and readable(fd, Deadline.after(_LOOK_S)):
                waiting = os.read(fd, 1024)
                if not waiting:
                    return
            waiting = waiting[sim.accept(waiting) :]
            os.write(fd, sim.answers())
        except OSError:
            return
        if waiting and (_hung_up(fd) or stop.wait(_LOOK_S)):
            return


def _hung_up(fd: int) -> bool:
    poll = select.poll()
    poll.register(fd, select.POLLRDHUP)
    return bool(poll.poll(0))
