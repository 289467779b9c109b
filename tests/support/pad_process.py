"""A hall with pads that are things: `greenwindow caller --no-window --pad …` as a person would start it."""

import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from hw.sim.ff68_pads import SimFf68Line, SimFf68Pad
from tests.support.dispatcher import HALL
from tests.support.dispatcher_process import PROGRAM, Place, clean_environment

PADS_HALL = HALL + '\n[[device]]\nid = "pads"\nkind = "pad"\naddresses = { "3" = "1", "4" = "2" }\n'


@contextmanager
def pad_process(
    where: Place, *pads: str, device: str = "pads", options: Sequence[str] = ()
) -> Iterator["subprocess.Popen[str]"]:
    """It runs; ended by SIGTERM, and then it must have ended well and without a word of warning."""
    words = [*PROGRAM, "caller", "--dir", str(where.folder), "--device", device, "--no-window", *options]
    for pad in pads:
        words += ["--pad", pad]
    process = subprocess.Popen(words, env=clean_environment(), stderr=subprocess.PIPE, text=True)
    try:
        yield process
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=15)
        assert process.returncode == 0, said
        assert "warning" not in said, said
        assert "Traceback" not in said, said
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


def until(condition: Callable[[], bool], patience_s: float = 10.0) -> bool:
    """Looks again and again."""
    end = time.monotonic() + patience_s
    while not condition() and time.monotonic() < end:
        time.sleep(0.01)
    return condition()


def shows(pad: SimFf68Pad, text: str, patience_s: float = 10.0) -> bool:
    """Whether its digits show this, or do soon."""
    return until(lambda: pad.shows == text, patience_s)


KEYS = {"start": 0x0A, "done": 0x0B, "next": 0x0C, "recall": 0x0D, "function": 0x0F}


class Hand:
    """Presses keys of a simulated line, each when the bounce of the one before is over."""

    def __init__(self, sim: SimFf68Line) -> None:
        self._sim = sim
        self._last = 0.0
        self._before = (0, "", "")

    def press(self, address: int, key: str, digits: str = "") -> SimFf68Pad:
        pause = 1.2 if self._before == (address, key, digits) else 0.6
        time.sleep(max(0.0, self._last + pause - time.monotonic()))
        self._last, self._before = time.monotonic(), (address, key, digits)
        self._sim.press(address, KEYS[key], digits)
        return self._sim[address]
