"""The bar for `FF 68`: every frame through noise, in pieces of 1 to 8 bytes, over a real pty, and no press that nobody
made. And the pace of a shared line at its real speed."""

import math
import os
import random
import threading
import time
import tty
from contextlib import suppress
from pathlib import Path

import pytest

from hw.keypad import Action, Keeper, Press, Shown, open_pads
from hw.keypad.ff68 import Frame, encode
from hw.link import Deadline
from hw.sim.ff68_pads import SimFf68Line
from hw.sim.pads_wire import PadsPty
from tests.support.pads import News
from tests.support.shares import Share

PADS = 200
AHEAD = 20


class Speaker:
    """Writes frames between noise, at most a few ahead of what was understood; its frames are the clock."""

    def __init__(self, master: int, count: int, seed: int) -> None:
        self.pressed: list[Press] = []
        self.understood = 0
        self._master, self._count, self._chance = master, count, random.Random(seed)
        self._ending = 0.0

    def clock(self) -> float:
        return time.monotonic() + len(self.pressed) * 0.02 + self._ending

    def run(self) -> None:
        for number in range(self._count):
            while len(self.pressed) - self.understood > AHEAD:
                time.sleep(0.0005)
            address, digits = str(1 + number % PADS), f"{number % 100_000:05d}"
            frame = encode(Frame(int(address), bytes((1, *map(int, digits), 0x0C))))
            self._say(self._noise() + frame)
            self.pressed.append(Press(address, Action.CALL, digits))
        self._say(self._noise())
        self._ending = 1.0  # a silence

    def _noise(self) -> bytes:
        size = self._chance.randrange(13)
        if self._chance.random() < 0.5:
            return self._chance.randbytes(size)
        return bytes(self._chance.choice(b"\xff\x68\x03\x01\x08\x0c\x16") for _ in range(size))

    def _say(self, data: bytes) -> None:
        while data:
            size = self._chance.randint(1, 8)
            os.write(self._master, data[:size])
            data = data[size:]
            with suppress(BlockingIOError):
                os.read(self._master, 65536)  # the host's answers


@pytest.mark.full(20_000, "frames through noise", short=400, share=2_500)
def test_every_frame_through_noise_and_no_ghost(share: Share) -> None:
    master, slave = os.openpty()
    tty.setraw(slave)
    os.set_blocking(master, False)
    speaker = Speaker(master, share.count, share.number)
    line = open_pads(f"ff68+serial://{os.ttyname(slave)}", speaker.clock)
    line.expect(str(n) for n in range(1, PADS + 1))
    line.open(Deadline.after(1))
    assert line.read(Deadline.after(0.01)) == []
    thread = threading.Thread(target=speaker.run, daemon=True)
    thread.start()
    heard: list[Press] = []
    until = Deadline.after(100)
    while len(heard) < share.count and not until.passed:
        heard += line.read(Deadline.after(0.01))
        speaker.understood = len(heard)
    thread.join()
    for _ in range(3):
        heard += line.read(Deadline.after(0.01))
    line.close()
    os.close(master)
    os.close(slave)
    assert heard == speaker.pressed
    share.add(frames=len(heard), lost=0, ghosts=0)


@pytest.mark.parametrize(("pads", "most_s"), [(8, 0.3), (32, 1.2)])
@pytest.mark.full(400, "presses on one line at 9600 baud", short=8, share=400)
def test_press_to_reply_on_a_shared_line(pads: int, most_s: float, share: Share, tmp_path: Path) -> None:
    """Presses one after the other while all digits change all the time: the line is never idle."""
    chance = random.Random(share.number)
    sim = SimFf68Line(*range(1, pads + 1), baud=9600, seed=share.number)
    news = News()
    with PadsPty(sim, tmp_path) as wire:
        keeper = Keeper(open_pads(f"ff68+{wire.url}"), 0, news.put)
        keeper.expect(str(pad.address) for pad in sim.pads)
        keeper.start()
        try:
            assert news.wait(lambda: news.plugs == [True])
            time.sleep(0.15)
            took = [_press(sim, keeper, chance, number) for number in range(share.count)]
        finally:
            keeper.stop()
    took.sort()
    p99 = took[math.ceil(len(took) * 0.99) - 1]
    share.worst(**{f"p99_ms_{pads}_pads": round(p99 * 1000), f"worst_ms_{pads}_pads": round(took[-1] * 1000)})
    share.add(presses=len(took), given_up=sum(pad.given_up for pad in sim.pads))
    assert p99 < most_s * (3 if share.short else 1)  # beside other tests it says little about time
    assert sum(pad.given_up for pad in sim.pads) == 0


def _press(sim: SimFf68Line, keeper: Keeper, chance: random.Random, number: int) -> float:
    """A press somewhere, while all pads are told something new; until its answer is back, in seconds."""
    for pad in sim.pads:
        keeper.show(str(pad.address), Shown(f"A{number:03d}", number % 50))
    time.sleep(chance.random() * 0.2)
    pad = chance.choice(sim.pads)
    before, begun = pad.answers, time.monotonic()
    sim.press(pad, 0x0C, f"{number}")
    while pad.answers == before and time.monotonic() - begun < 5:
        time.sleep(0.0005)
    return time.monotonic() - begun
