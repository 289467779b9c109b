"""Bytes into a file, or into a device file that never answers (/dev/usb/lp0)."""

import os
from dataclasses import dataclass
from pathlib import Path

from hw.link.deadline import Deadline
from hw.link.errors import LinkUnavailableError
from hw.link.waiting import writable


@dataclass(frozen=True)
class FileEndpoint:
    """file:PATH; each job is appended."""

    path: Path
    bytes_per_s: float = 100_000.0

    def __str__(self) -> str:
        return f"file:{self.path}"

    def open(self, deadline: Deadline) -> "FileLink":
        """Open for appending, made if missing. Raises LinkUnavailableError."""
        del deadline
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NONBLOCK
            return FileLink(os.open(self.path, flags, 0o644), str(self))
        except OSError as e:
            raise LinkUnavailableError(f"{self}: {e.strerror}") from e


class FileLink:
    """One opened file."""

    two_way = False

    def __init__(self, fd: int, label: str) -> None:
        self._fd = fd
        self._label = label

    def write(self, data: bytes, deadline: Deadline) -> int:
        if not data or not writable(self._fd, deadline):
            return 0
        try:
            return os.write(self._fd, data)
        except BlockingIOError:
            return 0
        except OSError as e:
            raise LinkUnavailableError(f"{self._label}: {e.strerror}") from e

    def read(self, deadline: Deadline) -> bytes:
        del deadline
        return b""

    def close(self) -> None:
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1
