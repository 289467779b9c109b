"""A device's own network cable, as a network namespace joined to this machine by a veth pair: needs root.

with cable() as one:
    broker …                     # listens on one.here
    child = one.run(sys.executable, "-m", "tests.support.far_session", url)   # sees nothing but one.here
    one.pull(); …; one.plug()    # the kernel goes on trying, as with a real cable
    one.lose(30)                 # percent of what arrives at the device; 0 ends it
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import IPv4Address
from itertools import count

import pytest

_numbers = count()
_RANGE = IPv4Address("198.18.0.0")
"""Kept for measurements (RFC 2544), so nobody's network; room for 32,768 cables."""
_LOSS = """table inet loss { chain arriving {
type filter hook input priority 0;
CHANCE drop;
}
}
"""


class Cable:
    """One cable. `here`: this machine's address on it; `there`: the device's."""

    def __init__(self, number: int) -> None:
        self.name = f"gw{os.getpid()}x{number}"[-15:]
        first = _RANGE + 4 * (os.getpid() % 2048 * 16 + number % 16)
        self.here, self.there = str(first + 1), str(first + 2)
        self._near = f"v{self.name}"[-15:]

    def lay(self) -> None:
        """Makes it."""
        _ip("netns", "add", self.name)
        _ip("link", "add", self._near, "type", "veth", "peer", "name", "eth0", "netns", self.name)
        _ip("addr", "add", f"{self.here}/30", "dev", self._near)
        _ip("link", "set", self._near, "up")
        for words in (("addr", "add", f"{self.there}/30", "dev", "eth0"), ("link", "set", "eth0", "up")):
            _ip("-n", self.name, *words)
        _ip("-n", self.name, "link", "set", "lo", "up")

    def remove(self) -> None:
        """Takes it away, from whatever is plugged in."""
        _ip("netns", "del", self.name, check=False)
        _ip("link", "del", self._near, check=False)

    def pull(self) -> None:
        """From now on nothing arrives, and nobody is told."""
        _ip("link", "set", self._near, "down")

    def plug(self) -> None:
        """It is back."""
        _ip("link", "set", self._near, "up")

    def lose(self, percent: int) -> None:
        """That share of the packets to the device is dropped, each by chance."""
        inside = ("ip", "netns", "exec", self.name, "nft")
        subprocess.run([*inside, "flush", "ruleset"], check=True)
        chance = f"numgen random mod 100 < {percent}" if percent < 100 else ""
        if percent:
            subprocess.run([*inside, "-f", "-"], input=_LOSS.replace("CHANCE", chance), text=True, check=True)

    def run(self, *command: str) -> "subprocess.Popen[str]":
        """A program at the other end, with pipes to its input and output."""
        words = ["ip", "netns", "exec", self.name, *command]
        return subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, cwd=os.curdir
        )


def _ip(*words: str, check: bool = True) -> None:
    subprocess.run(["ip", *words], check=check, capture_output=True, timeout=10)


@contextmanager
def cable() -> Iterator[Cable]:
    """A cable, plugged in. The test is skipped where this user may not lay one."""
    if os.geteuid() != 0 or not shutil.which("ip") or not shutil.which("nft"):
        pytest.skip("needs root, ip and nft: network namespaces")
    found = Cable(next(_numbers))
    try:
        found.lay()
        yield found
    finally:
        found.remove()
