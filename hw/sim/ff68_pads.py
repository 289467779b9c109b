"""A line with `FF 68` pads and evaluators that behave: they wait for a free line, collide, repeat what isn't answered.

The line has its real speed: a frame of ten bytes takes 10.4 ms at 9600 baud, and while one speaks nobody else is
heard. Who begins within the same byte, or speaks into another's frame, spoils both.
"""

import random
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import RLock

from hw.keypad.ff68 import Decoder, Frame, encode

RESEND_S = 0.15
TRIES = 4
SLOT_S = 0.004
"""Pads that wait for a free line begin again at one of eight such moments after it."""


@dataclass
class SimFf68Pad:
    """One device on the line. `digits` are its display's codes, `answers` the presses that the host gave back."""

    address: int
    digits: bytes = b""
    beeps: int = 0
    answers: int = 0
    given_up: int = 0
    """Presses that no host answered, however often they were said."""
    _to_say: "deque[bytes]" = field(default_factory=deque)
    _tries: int = 0
    _due: float = 0.0

    @property
    def shows(self) -> str:
        """Its display as it is read: blank cells are spaces."""
        return "".join("0123456789 "[code] if code <= 10 else "?" for code in self.digits)


@dataclass
class _Said:
    begun: float
    ends: float
    data: bytes
    pad: SimFf68Pad | None
    """None: the host."""
    given: int = 0
    """So many bytes of it the host has heard."""

    def due(self, now: float, byte_s: float) -> bytes:
        """What is heard of it now; once."""
        until = len(self.data) if now >= self.ends or not byte_s else int((now - self.begun) / byte_s)
        heard, self.given = self.data[self.given : until], max(self.given, until)
        return heard


class SimFf68Line:
    """The line; used from the thread that serves it and from whoever presses. `clock` in seconds."""

    def __init__(
        self, *addresses: int, baud: int = 0, resend_s: float = RESEND_S,
        clock: Callable[[], float] = time.monotonic, seed: int = 1,
    ) -> None:  # fmt: skip
        """`baud` 0: bytes take no time. An address may be there twice, as in a hall where somebody set it wrong."""
        self.pads = [SimFf68Pad(address) for address in addresses]
        self.spoiled = 0
        """Frames that collided."""
        self._byte_s = 10 / baud if baud else 0.0
        self._resend_s, self._clock, self._chance = resend_s, clock, random.Random(seed)
        self._air: list[_Said] = []
        self._noise = b""
        self._decoder = Decoder()
        self._lock = RLock()

    def __getitem__(self, address: int) -> SimFf68Pad:
        return next(pad for pad in self.pads if pad.address == address)

    def press(self, pad: SimFf68Pad | int, key: int, digits: str = "") -> None:
        """Somebody presses digits and a key."""
        body = bytes((0x01, *map(int, digits), key))
        self._want(self[pad] if isinstance(pad, int) else pad, body)

    def rate(self, pad: SimFf68Pad | int, grade: int) -> None:
        """Somebody presses an evaluator's button."""
        self._want(self[pad] if isinstance(pad, int) else pad, bytes((0x11, grade)))

    def disturb(self, data: bytes) -> None:
        """These bytes come out of the line too: lightning, a loose terminal."""
        with self._lock:
            self._noise += data

    def plugged(self) -> None:
        """The host is there anew: it hears what is said from now on."""
        with self._lock:
            self._air, self._noise, self._decoder = [], b"", Decoder()

    def hear(self, data: bytes) -> None:
        """The host says something."""
        with self._lock:
            now = self._clock()
            begun = max((s.ends for s in self._air if s.pad is None), default=now)
            self._begin(_Said(max(now, begun), max(now, begun) + len(data) * self._byte_s, data, None))

    def say(self) -> bytes:
        """What the host hears now; once."""
        with self._lock:
            now = self._clock()
            heard, self._noise = self._noise, b""
            for said in sorted(self._air, key=lambda s: s.ends):
                if said.pad is not None:
                    heard += said.due(now, self._byte_s)
                elif said.ends <= now:
                    self._hear_host(said.data)
            self._air = [s for s in self._air if s.ends > now]
            for pad in self.pads:
                self._let_speak(pad, now)
            return heard

    def _want(self, pad: SimFf68Pad, body: bytes) -> None:
        with self._lock:
            pad._to_say.append(encode(Frame(pad.address, body)))
            if len(pad._to_say) == 1:
                pad._tries, pad._due = 0, self._clock()

    def _let_speak(self, pad: SimFf68Pad, now: float) -> None:
        if not pad._to_say or now < pad._due:
            return
        if pad._tries == TRIES:
            pad._to_say.popleft()
            pad.given_up += 1
            pad._tries, pad._due = 0, now
            return
        if any(s.begun + self._byte_s < now for s in self._air):  # it hears that somebody speaks
            pad._due = max(s.ends for s in self._air) + self._chance.randrange(8) * SLOT_S
            return
        ends = now + len(pad._to_say[0]) * self._byte_s
        pad._tries += 1
        pad._due = ends + self._resend_s * (1 + 0.3 * self._chance.random())
        self._begin(_Said(now, ends, pad._to_say[0], pad))

    def _begin(self, said: _Said) -> None:
        others = [s for s in self._air if s.ends > said.begun and not (s.pad is None and said.pad is None)]
        if others and self._byte_s:
            self.spoiled += 1
            for spoilt in (said, *others):
                spoilt.data = bytes(b ^ 0x5A for b in spoilt.data)
        self._air.append(said)

    def _hear_host(self, data: bytes) -> None:
        for frame in self._decoder.feed(data):
            for pad in self.pads:
                if pad.address == frame.address:
                    self._obey(pad, frame)

    def _obey(self, pad: SimFf68Pad, frame: Frame) -> None:
        func, data = frame.body[0], frame.body[1:]
        if pad._to_say and self._answers(frame, pad._to_say[0]):
            pad._to_say.popleft()
            pad.answers += 1
            pad._tries, pad._due = 0, self._clock()
        elif func == 0x02:
            pad.digits = data
        elif func == 0x03:
            pad.beeps += 1

    def _answers(self, frame: Frame, said: bytes) -> bool:
        body = b"\x11" + frame.body[1:] if said[6] == 0x11 and frame.body[0] == 0x01 else frame.body
        return encode(Frame(frame.address, body)) == said
