"""A USB number pad that behaves: key down, report, key up, a contact that trembles; it can be pulled out.

It is a pipe in a folder, which a driver reads as it reads /dev/input: events are what the kernel would write.
"""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hw.keypad.events import key_down

TREMBLE_S = 0.004
TREMBLES = 3


class SimNumberPad:
    """`path` stays the same through every unplugging, as by-path names do."""

    def __init__(
        self, folder: Path, name: str = "number-pad", sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.path = folder / name
        self.url = f"evdev:{self.path}"
        self._sleep = sleep
        self._fd = -1

    def plug(self) -> None:
        """It is in its socket."""
        os.mkfifo(self.path)
        self._fd = os.open(self.path, os.O_RDWR | os.O_NONBLOCK)

    def unplug(self) -> None:
        """It is pulled out."""
        fd, self._fd = self._fd, -1
        if fd >= 0:
            self.path.unlink()
            os.close(fd)

    def press(self, *keys: str, trembling: bool = False) -> None:
        """These keys, one after the other."""
        for key in keys:
            for number in range(TREMBLES if trembling else 1):
                if number:
                    self._sleep(TREMBLE_S)
                self.write(key_down(key))

    def write(self, data: bytes) -> None:
        """Bytes as they are. A full pipe loses them, as the kernel loses events that nobody reads."""
        with suppress(BlockingIOError):
            os.write(self._fd, data)
