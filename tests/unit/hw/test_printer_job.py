"""What the driver does about a ticket that was torn, seen from a printer that records every byte."""

from collections.abc import Callable

from hw.link import Deadline, LinkUnavailableError
from hw.printer import EscPosPrinter, PrinterState, escpos
from tests.support.printers import Patience, noise

TICKET = noise(576, 8)


class Recorder:
    """A place whose link takes `room` bytes in all and answers by `answer`."""

    bytes_per_s = 1000.0
    two_way = True

    def __init__(self, room: int, answer: Callable[[bytes], bytes]) -> None:
        self.room = room
        self.got = b""
        self._answer = answer
        self._said = b""

    def open(self, deadline: Deadline) -> "Recorder":
        del deadline
        self._said = b""
        return self

    def write(self, data: bytes, deadline: Deadline) -> int:
        del deadline
        if self.room <= 0:
            raise LinkUnavailableError("gone")
        taken = data[: self.room]
        self.room -= len(taken)
        self.got += taken
        self._said += self._answer(taken)
        return len(taken)

    def read(self, deadline: Deadline) -> bytes:
        said, self._said = self._said, b""
        if not said:
            deadline.pause(deadline.left())
        return said

    def close(self) -> None: ...


def _healthy(data: bytes) -> bytes:
    done = data.find(b"\x1d(H")
    marks = b"\x37\x22" + data[done + 7 : done + 11] + b"\0" if done >= 0 else b""
    return b"\x12" * data.count(b"\x10\x04") + marks + b"\0" * data.count(b"\x1dr\x01")


def test_what_a_killed_kiosk_left_hanging_is_cut_off_before_the_first_ticket() -> None:
    """Once a start: nobody knows whether there is anything."""
    place, patience = Recorder(100_000, _healthy), Patience()
    printer = EscPosPrinter(place)
    for cuts in (2, 3):
        assert printer.print(TICKET, patience.deadline(15)).result == "printed"
        assert place.got.count(escpos.CUT) == cuts
    assert place.got.count(bytes(escpos.BAND_BYTES // 2)) == 2


def test_the_rest_of_a_torn_ticket_is_cut_off_before_the_next() -> None:
    place, patience = Recorder(100, _healthy), Patience()
    printer = EscPosPrinter(place)
    first = printer.print(TICKET, patience.deadline(15))
    assert (first.result, first.status.state) == ("failed", PrinterState.OFFLINE)
    place.room, place.got = 100_000, b""
    assert printer.print(TICKET, patience.deadline(15)).result == "printed"
    assert place.got.count(escpos.CUT) == 2
    assert place.got.index(escpos.CUT) < place.got.index(b"\x1dv0")
    place.got = b""
    assert printer.print(TICKET, patience.deadline(15)).result == "printed"
    assert place.got.count(escpos.CUT) == 1


def test_a_printer_that_swallows_the_question_is_filled_up_until_it_hears() -> None:
    swallow = [2000]

    def deaf_at_first(data: bytes) -> bytes:
        if b"\x10\x04" in data:
            return _healthy(data)
        heard = data[swallow[0] :]
        swallow[0] = max(0, swallow[0] - len(data))
        return _healthy(heard)

    place = Recorder(100_000, deaf_at_first)
    assert EscPosPrinter(place).print(TICKET, Patience().deadline(15)).result == "printed"
    assert bytes(escpos.BAND_BYTES // 2) in place.got


def test_an_answer_to_an_earlier_question_does_not_prove_this_ticket() -> None:
    """A clone that still owed an answer: two come at the fence, then none."""
    asked = [0]

    def owing(data: bytes) -> bytes:
        asked[0] += data.count(b"\x1dr\x01")
        return b"\x12" * data.count(b"\x10\x04") + (b"\0\0" if asked[0] == 1 and b"\x1dr" in data else b"")

    outcome = EscPosPrinter(Recorder(100_000, owing)).print(TICKET, Patience().deadline(15))
    assert outcome.result == "unconfirmed"


def test_a_mark_of_another_ticket_proves_nothing() -> None:
    def other(data: bytes) -> bytes:
        return b"\x12" * data.count(b"\x10\x04") + (b"\x37\x22????\0" if b"\x1d(H" in data else b"")

    assert (
        EscPosPrinter(Recorder(100_000, other)).print(TICKET, Patience().deadline(15)).result == "unconfirmed"
    )


def test_proof_stands_even_if_the_line_breaks_right_after_it() -> None:
    place = Recorder(100_000, _healthy)

    def then_gone(data: bytes) -> bytes:
        if b"\x1d(H" in data:
            place.room = 0
        return _healthy(data)

    place._answer = then_gone
    outcome = EscPosPrinter(place).print(TICKET, Patience().deadline(15))
    assert (outcome.result, outcome.status.state) == ("printed", PrinterState.OFFLINE)


def test_marks_differ() -> None:
    seen: list[bytes] = []

    def keep(data: bytes) -> bytes:
        at = data.find(b"\x1d(H")
        seen.extend([data[at + 7 : at + 11]] if at >= 0 else [])
        return _healthy(data)

    printer = EscPosPrinter(Recorder(1_000_000, keep))
    for _ in range(20):
        printer.print(TICKET, Patience().deadline(15))
    assert len(set(seen)) == 20
