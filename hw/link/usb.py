"""Bytes to and from a USB printer, through the kernel's own driver (usblp): found by vendor and product."""

import os
from dataclasses import dataclass
from pathlib import Path

from hw.link.deadline import Deadline
from hw.link.errors import LinkUnavailableError
from hw.link.usb_tree import UsbPrinter, usb_printers
from hw.link.waiting import ended, readable, writable

LINGER_S = 2.0
"""How long closing waits for the last bytes: the kernel throws away what is still under way when it closes."""

PIECE = 4096
"""Bytes a write; usblp itself passes on at most 8192 at a time."""

_EMPTY_S = 0.01
"""Some printers answer "nothing" instead of nothing: look again after so long."""

SYS = Path("/sys/class/usbmisc")
DEV = Path("/dev/usb")


@dataclass(frozen=True)
class UsbEndpoint:
    """usb://04b8:0e15, with `serial` where two equal ones are plugged in. `sys`, `dev`: the kernel's folders."""

    vendor: str
    product: str
    serial: str = ""
    sys: Path = SYS
    dev: Path = DEV
    bytes_per_s: float = 500_000.0

    def __str__(self) -> str:
        return f"usb://{self.vendor}:{self.product}" + (f"?serial={self.serial}" if self.serial else "")

    def open(self, deadline: Deadline) -> "UsbLink":
        """Look where it is plugged in now and open it. Raises LinkUnavailableError."""
        del deadline  # neither looking nor opening waits
        try:
            path = self.dev / self._find().node
            return UsbLink(os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY), str(self))
        except OSError as e:
            hint = "; the kiosk's user must be in group lp" if isinstance(e, PermissionError) else ""
            raise LinkUnavailableError(f"{self}: {e.strerror}{hint}") from e

    def _find(self) -> UsbPrinter:
        there = usb_printers(self.sys)
        mine = [p for p in there if (p.vendor, p.product) == (self.vendor, self.product)]
        if self.serial:
            mine = [p for p in mine if p.serial == self.serial]
        if len(mine) == 1:
            return mine[0]
        if mine:
            serials = ", ".join(p.serial or "none" for p in mine)
            raise LinkUnavailableError(f"{self}: {len(mine)} of them, add ?serial=; they are: {serials}")
        found = ", ".join(map(str, there)) or "no USB printer"
        raise LinkUnavailableError(f"{self}: not plugged in, or without usblp; there is {found}")


class UsbLink:
    """One opened printer."""

    two_way = True

    def __init__(self, fd: int, label: str) -> None:
        self._fd = fd
        self._label = label

    def write(self, data: bytes, deadline: Deadline) -> int:
        if not data or not writable(self._fd, deadline):
            return 0
        try:
            return os.write(self._fd, data[:PIECE])
        except BlockingIOError:
            return 0
        except OSError as e:
            raise self._gone(e) from e

    def read(self, deadline: Deadline) -> bytes:
        while readable(self._fd, deadline):
            try:
                if got := os.read(self._fd, 4096):
                    return got
            except BlockingIOError:
                pass
            except OSError as e:
                raise self._gone(e) from e
            if ended(self._fd):
                raise LinkUnavailableError(f"{self._label}: it is gone")
            if deadline.passed:
                break
            deadline.pause(_EMPTY_S)
        return b""

    def close(self) -> None:
        if self._fd < 0:
            return
        fd, self._fd = self._fd, -1
        writable(fd, Deadline.after(LINGER_S))
        os.close(fd)

    def _gone(self, e: OSError) -> LinkUnavailableError:
        return LinkUnavailableError(f"{self._label}: {e.strerror}")
