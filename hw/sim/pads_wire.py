"""A simulated line of pads behind real wires that can be unplugged: a pseudo-terminal, a TCP port, or memory."""

import os
import select
import socket
import threading
import tty
from pathlib import Path
from typing import Protocol, Self

from hw.link import Deadline, Link, LinkUnavailableError, MemoryLink, memory_pair

_LOOK_S = 0.001


class Talker(Protocol):
    """What is at the far end."""

    def plugged(self) -> None:
        """A host is there anew."""

    def hear(self, data: bytes) -> None:
        """The host says something."""

    def say(self) -> bytes:
        """What the host hears now; once."""


class _Wire:
    """A thread that carries bytes to and fro until it is unplugged."""

    def __init__(self, far: Talker) -> None:
        self._far = far
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        self.plug()
        return self

    def __exit__(self, *_: object) -> None:
        self.unplug()

    def plug(self) -> None:
        """The line is there."""
        self._stop.clear()
        self._thread = threading.Thread(target=self._serve, name="sim-pads", daemon=True)
        self._thread.start()

    def unplug(self) -> None:
        """The line is gone, in the middle of whatever was said."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _serve(self) -> None:
        raise NotImplementedError


class PadsPty(_Wire):
    """At the end of a serial line. `url` names a link in the folder that stays the same through every unplugging."""

    def __init__(self, far: Talker, folder: Path, name: str = "pads") -> None:
        super().__init__(far)
        self.path = folder / name
        self.url = f"serial://{self.path}"
        self._ends: tuple[int, int] | None = None

    def plug(self) -> None:
        self._ends = master, slave = os.openpty()
        tty.setraw(slave)
        os.set_blocking(master, False)
        self.path.unlink(missing_ok=True)
        self.path.symlink_to(os.ttyname(slave))
        self._far.plugged()
        super().plug()

    def unplug(self) -> None:
        super().unplug()
        if self._ends is not None:
            self.path.unlink(missing_ok=True)
            for end in self._ends:
                os.close(end)
            self._ends = None

    def _serve(self) -> None:
        assert self._ends is not None
        _carry(self._far, self._ends[0], self._stop)


class PadsTcp(_Wire):
    """On a TCP port of this machine, as a serial server has it; one host at a time."""

    def __init__(self, far: Talker) -> None:
        super().__init__(far)
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=1)
        self.port: int = self._listener.getsockname()[1]
        self.url = f"socket://127.0.0.1:{self.port}"
        self._listener.close()

    def plug(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", self.port), backlog=1)
        self._listener.settimeout(0.02)
        super().plug()

    def unplug(self) -> None:
        super().unplug()
        self._listener.close()

    def _serve(self) -> None:
        while not self._stop.is_set():
            try:
                host, _ = self._listener.accept()
            except TimeoutError:
                self._far.say()  # to nobody
                continue
            with host:
                host.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                host.setblocking(False)
                self._far.plugged()
                _carry(self._far, host.fileno(), self._stop)


class PadsMemory(_Wire):
    """In memory: it is itself the place that a driver opens."""

    bytes_per_s = 960.0

    def __init__(self, far: Talker) -> None:
        super().__init__(far)
        self._there = False
        self._ours: MemoryLink | None = None

    def __str__(self) -> str:
        return "memory:pads"

    def open(self, deadline: Deadline) -> Link:
        """Raises LinkUnavailableError while it is unplugged."""
        del deadline
        if not self._there:
            raise LinkUnavailableError(f"{self}: no such device")
        self._ours, theirs = memory_pair()
        self._far.plugged()
        return theirs

    def plug(self) -> None:
        self._there = True
        super().plug()

    def unplug(self) -> None:
        self._there = False
        super().unplug()
        if self._ours is not None:
            self._ours.close()

    def _serve(self) -> None:
        while not self._stop.is_set():
            link = self._ours
            try:
                heard = link.read(Deadline.after(_LOOK_S)) if link is not None else b""
                if heard:
                    self._far.hear(heard)
                if link is not None and (said := self._far.say()):
                    link.write(said, Deadline.after(1))
            except LinkUnavailableError:
                self._ours = None
            if link is None:
                self._far.say()  # to nobody
                self._stop.wait(_LOOK_S)


def _carry(far: Talker, fd: int, stop: threading.Event) -> None:
    poll = select.poll()
    poll.register(fd, select.POLLIN)
    waiting = b""
    while not stop.is_set():
        ready = poll.poll(_LOOK_S * 1000)
        try:
            if ready:
                heard = os.read(fd, 4096)
                if not heard:
                    return
                far.hear(heard)
            waiting += far.say()
            if waiting:
                waiting = waiting[os.write(fd, waiting) :]
        except BlockingIOError:
            continue
        except OSError:
            return
