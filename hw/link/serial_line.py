"""Bytes over a serial line: RS-232, RS-485, or USB that looks like one."""

import os
from dataclasses import dataclass

import serial

from hw.link.deadline import Deadline
from hw.link.errors import LinkUnavailableError
from hw.link.waiting import readable, writable

LINGER_S = 5.0
"""How long closing waits for bytes the system still holds; the system's own wait is 30 s without an end."""


@dataclass(frozen=True)
class SerialEndpoint:
    """serial:///dev/ttyUSB0?baud=19200; 8 data bits, no parity, 1 stop bit, no flow control."""

    path: str
    baud: int = 9600

    def __str__(self) -> str:
        return f"serial://{self.path}"

    @property
    def bytes_per_s(self) -> float:
        """Ten bits on the line for each byte."""
        return self.baud / 10

    def open(self, deadline: Deadline) -> "SerialLink":
        """Open the line, for us alone. Raises LinkUnavailableError (no device, no permission, in use)."""
        del deadline  # opening a terminal device without modem control does not wait
        try:
            return SerialLink(
                serial.Serial(self.path, self.baud, timeout=0, write_timeout=0, exclusive=True), str(self)
            )
        except (serial.SerialException, OSError, ValueError) as e:
            raise LinkUnavailableError(f"{self}: {_words(e)}") from e


class SerialLink:
    """One opened line."""

    two_way = True

    def __init__(self, port: serial.Serial, label: str) -> None:
        self._port = port
        self._label = label

    @property
    def port(self) -> serial.Serial:
        """For settings beyond the usual."""
        return self._port

    def write(self, data: bytes, deadline: Deadline) -> int:
        try:
            if not data or not writable(self._port.fileno(), deadline):
                return 0
            return self._port.write(data) or 0
        except (serial.SerialException, OSError) as e:
            raise LinkUnavailableError(f"{self._label}: {_words(e)}") from e

    def read(self, deadline: Deadline) -> bytes:
        try:
            if not readable(self._port.fileno(), deadline):
                return b""
            return bytes(self._port.read(max(1, self._port.in_waiting)))
        except (serial.SerialException, OSError) as e:
            raise LinkUnavailableError(f"{self._label}: {_words(e)}") from e

    def close(self) -> None:
        try:
            self._drain(Deadline.after(LINGER_S))
            self._port.close()
        except (serial.SerialException, OSError):
            pass  # unplugged: nothing is left to let go of

    def _drain(self, deadline: Deadline) -> None:
        if not self._port.is_open:
            return
        while self._port.out_waiting:
            if deadline.passed:
                self._port.reset_output_buffer()
                return
            deadline.pause(0.01)


def _words(e: Exception) -> str:
    number = e.errno if isinstance(e, OSError) else None
    return os.strerror(number) if number else str(e).splitlines()[0]
