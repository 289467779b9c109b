"""The driver of `FF 68` pads and evaluators on one line: presses in, answered at once; digits when the line is free.

A frame acts only if its address is in the hall file and its key in the key map, and never twice: pads repeat a frame
until they hear it back.
"""

import time
from collections.abc import Callable, Iterable

from hw.keypad.census import Census
from hw.keypad.ff68 import Decoder, Frame, encode
from hw.keypad.ff68_map import Ff68Map
from hw.keypad.outbox import Outbox
from hw.keypad.pad import Action, FaultKind, PadFault, Press, Shown
from hw.link import Deadline, Endpoint, Link, LinkUnavailableError, write_all

RESENT_S = 1.0
"""The same frame again, within this time after the last one, is the same press."""
OVERLAP_S = 0.1
"""Two keys of one pad are not pressed within this time: two pads go by its address."""
SILENCE_S = 0.05
"""A pad does not pause for so long within a frame; some gateways do for a little less."""
ASLEEP_S = 1.5
"""After so long without reading, what waits in the system is too old to act."""
WRITE_S = 0.5
ANSWERS = 8
"""So often at most one press is answered: a line that hears itself would answer itself for ever."""
BEEP = b"\x01"


class Ff68Line:
    """One line. `clock` in monotonic seconds."""

    def __init__(
        self, place: Endpoint, table: Ff68Map, address: str = "1", clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.address = address
        self.census = Census(clock)
        self._place, self._map, self._clock = place, table, clock
        self._decoder = Decoder()
        self._outbox = Outbox(place.bytes_per_s)
        self._link: Link | None = None
        self._expected: frozenset[str] | None = None
        self._last: dict[int, tuple[bytes, float]] = {}
        self._pressed: dict[tuple[int, bytes], tuple[int, float]] = {}
        self._read_at = self._heard_at = float("-inf")
        self._senseless = 0

    def __str__(self) -> str:
        return str(self._place)

    def expect(self, addresses: Iterable[str]) -> None:
        self._expected = frozenset(addresses)

    def open(self, deadline: Deadline) -> None:
        self.close()
        self._link = self._place.open(deadline)
        self._decoder = Decoder()
        self._senseless = 0
        self._read_at = float("-inf")  # as after a sleep: what the way here has kept is old
        self._outbox.forget(self._clock())

    def read(self, deadline: Deadline) -> list[Press]:
        link = self._opened()
        got = link.read(deadline)
        before, now = self._read_at, self._clock()
        self._read_at = now
        if now - before > ASLEEP_S:
            self._drop(link)
            return []
        frames = self._decoder.feed(got)
        if got:
            self._heard_at = now
        elif self._decoder.waits and now - self._heard_at > SILENCE_S:
            frames = self._decoder.settle()
        self.census.noise(self._decoder.senseless - self._senseless)
        self._senseless = self._decoder.senseless
        presses = [press for frame in frames if (press := self._take(frame, link, now)) is not None]
        self._say(link)
        return presses

    def show(self, address: str, what: Shown) -> None:
        number = _number(address)
        if number is not None:
            frame = Frame(number, self._map.display(what))
            self._outbox.put_digits(address, encode(frame), self._clock())

    def beep(self, address: str, times: int = 1) -> None:
        number = _number(address)
        if number is not None:
            frame = Frame(number, bytes((self._map.beep_func,)) + BEEP)
            for _ in range(times):
                self._outbox.put_beep(encode(frame))

    def faults(self) -> tuple[PadFault, ...]:
        return self.census.faults()

    def close(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            link.close()

    def _opened(self) -> Link:
        if self._link is None:
            raise LinkUnavailableError(f"{self}: is not open")
        return self._link

    def _drop(self, link: Link) -> None:
        """Read away what nobody waits for any more: whoever pressed it has given it up."""
        until = Deadline(self._clock() + SILENCE_S, self._clock)
        while link.read(until) and not until.passed:
            pass
        self._decoder = Decoder()
        self._senseless = 0
        self._read_at = self._clock()

    def _take(self, frame: Frame, link: Link, now: float) -> Press | None:
        if frame.body[0] in (self._map.display_func, self._map.beep_func):
            return None  # another host's, or our own from a line that hears itself
        is_rating = frame.body[0] == self._map.rate_func
        address = self._known(frame.address, is_rating)
        if self._expected is None or address is None:
            if self._expected is not None:
                self.census.note(FaultKind.UNKNOWN_PAD, str(frame.address))
            return None
        times = self._times(frame, now)
        if times <= ANSWERS:
            self._answer(frame, link, is_rating, now)
        if times > 1:
            return None
        press = self._rating(frame, address) if is_rating else self._press(frame, address)
        if press is None or is_rating:  # an evaluator may go by its pad's address
            return press
        return None if self._overlaps(frame, now) else press

    def _known(self, number: int, is_rating: bool) -> str | None:
        """The hall file's address of a pad, or of the pad that an evaluator stands beside."""
        offset = self._map.evaluator_offset if is_rating else 0
        expected = self._expected or frozenset()
        return next((str(n) for n in (number - offset, number) if str(n) in expected), None)

    def _answer(self, frame: Frame, link: Link, is_rating: bool, now: float) -> None:
        """Said also for what is repeated: the first answer may have been lost."""
        body = bytes((self._map.rate_answer,)) + frame.body[1:] if is_rating else frame.body
        self._send(link, encode(Frame(frame.address, body)), now)

    def _times(self, frame: Frame, now: float) -> int:
        """How often this frame has come, each time within RESENT_S after the last: 1 is a press of its own."""
        self._pressed = {key: told for key, told in self._pressed.items() if now - told[1] <= RESENT_S}
        key = (frame.address, frame.body)
        times = self._pressed.get(key, (0, now))[0] + 1
        self._pressed[key] = (times, now)
        return times

    def _overlaps(self, frame: Frame, now: float) -> bool:
        before = self._last.get(frame.address)
        self._last[frame.address] = (frame.body, now)
        if before is None or before[0] == frame.body or now - before[1] > OVERLAP_S:
            return False
        self.census.note(FaultKind.SAME_ADDRESS, str(frame.address))
        return True

    def _press(self, frame: Frame, address: str) -> Press | None:
        found = self._map.keyed(frame.body)
        action = self._map.keys.meaning(*found) if found is not None else None
        if found is None or action is None:
            code = f"{found[1]} {found[0]}".strip() if found else frame.body.hex(" ").upper()
            self.census.note(FaultKind.UNKNOWN_KEY, address, code)
            self.beep(address, 3)
            return None
        return None if action is Action.IGNORE else Press(address, action, found[1])

    def _rating(self, frame: Frame, address: str) -> Press | None:
        score = self._map.grades.get(frame.body[1]) if len(frame.body) == 2 else None
        if score is None:
            self.census.note(FaultKind.UNKNOWN_KEY, address, frame.body.hex(" ").upper())
            return None
        return Press(address, Action.RATE, str(score))

    def _say(self, link: Link) -> None:
        """One thing at a time, and digits never while somebody is speaking: a press finds the line free."""
        now = self._clock()
        data = None if self._decoder.waits else self._outbox.next(now)
        if data is not None:
            self._send(link, data, now)

    def _send(self, link: Link, data: bytes, now: float) -> None:
        write_all(link, data, Deadline(now + WRITE_S, self._clock))
        self._outbox.sent(len(data), now)


def _number(address: str) -> int | None:
    """The byte that an address of the hall file stands for; None where it can't be one."""
    return int(address) if address.isascii() and address.isdigit() and int(address) < 256 else None
