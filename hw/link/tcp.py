"""Bytes over TCP: a network printer on port 9100, a panel's controller."""

import socket
from dataclasses import dataclass

from hw.link.deadline import Deadline
from hw.link.errors import LinkUnavailableError
from hw.link.waiting import readable, writable

LINGER_S = 0.2
"""How long closing waits for the other side to close too."""

REPEATED = 3
"""So often in a row something was said again (after 0.2, 0.4 and 0.8 s on a quick network): the way is cut."""


@dataclass(frozen=True)
class TcpEndpoint:
    """tcp://host:port"""

    host: str
    port: int
    bytes_per_s: float = 100_000.0

    def __str__(self) -> str:
        return f"tcp://{self.host}:{self.port}"

    def open(self, deadline: Deadline) -> "TcpLink":
        """Connect. Raises LinkUnavailableError (refused, no route, no such name, not in time)."""
        try:
            # A timeout of 0 would mean "do not wait for the handshake at all".
            sock = socket.create_connection((self.host, self.port), timeout=max(deadline.left(), 0.001))
        except OSError as e:
            raise LinkUnavailableError(f"{self}: {_words(e)}") from e
        return TcpLink(sock, str(self))


class TcpLink:
    """One connection."""

    two_way = True

    def __init__(self, sock: socket.socket, label: str) -> None:
        self._sock = sock
        self._label = label
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def write(self, data: bytes, deadline: Deadline) -> int:
        if not data:
            return 0
        if not writable(self._sock.fileno(), deadline):
            self._check_heard()
            return 0
        try:
            return self._sock.send(data)
        except BlockingIOError:
            return 0
        except OSError as e:
            raise LinkUnavailableError(f"{self._label}: {_words(e)}") from e

    def read(self, deadline: Deadline) -> bytes:
        if not readable(self._sock.fileno(), deadline):
            self._check_heard()
            return b""
        try:
            got = self._sock.recv(4096)
        except BlockingIOError:
            return b""
        except OSError as e:
            raise LinkUnavailableError(f"{self._label}: {_words(e)}") from e
        if not got:
            raise LinkUnavailableError(f"{self._label}: the other side closed the connection")
        return got

    def _check_heard(self) -> None:
        """Raises LinkUnavailableError when what we said was repeated and repeated, and nobody acknowledges it: the
        kernel itself would go on for a quarter of an hour. A printer with a full buffer does acknowledge."""
        state = self._sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 4)
        repeated, probed = state[2], state[3]
        if max(repeated, probed) >= REPEATED:
            raise LinkUnavailableError(f"{self._label}: it no longer acknowledges anything")

    def close(self) -> None:
        """Say goodbye, then read on for a moment.

        Closing with unread bytes would reset the connection, and a reset may throw away what the printer
        has not read yet.
        """
        if self._sock.fileno() < 0:
            return
        try:
            self._sock.shutdown(socket.SHUT_WR)
            linger = Deadline.after(LINGER_S)
            while readable(self._sock.fileno(), linger) and self._sock.recv(4096):
                pass
        except OSError:
            pass  # it is gone already, which is what closing is for
        self._sock.close()


def _words(e: OSError) -> str:
    return "no answer in time" if isinstance(e, TimeoutError) else (e.strerror or str(e))
