"""A USB printer is found where it is plugged in now, and what is not there is said in one line."""

import os
import tty
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from hw.link import Deadline, Link, LinkUnavailableError, write_all
from hw.link.usb_tree import usb_printers
from hw.printer import EscPosPrinter, PrinterState
from tests.support.usb_tree import UsbTree

EPSON = "04b8:0e15"


@pytest.fixture
def ports(tmp_path: Path) -> UsbTree:
    return UsbTree(tmp_path)


@pytest.fixture
def wire() -> Iterator[tuple[int, str]]:
    """The device's end of a tty, and the other end's name."""
    master, slave = os.openpty()
    tty.setraw(slave)
    yield master, os.ttyname(slave)
    os.close(slave)
    with suppress(OSError):  # a test may have pulled it
        os.close(master)


def _open(ports: UsbTree, **words: str) -> Link:
    return ports.place(**words).open(Deadline.after(1))


def test_it_is_found_by_its_ids_wherever_it_is_plugged_in(ports: UsbTree, wire: tuple[int, str]) -> None:
    ports.plug("lp0", "0519:0001", "/dev/null")
    ports.plug("lp3", EPSON, wire[1])
    assert [str(printer) for printer in usb_printers(ports.sys)] == ["0519:0001", EPSON]
    link = _open(ports)
    write_all(link, b"there", Deadline.after(5))
    assert os.read(wire[0], 100) == b"there"
    os.write(wire[0], b"back")
    assert link.read(Deadline.after(5)) == b"back"
    link.close()
    link.close()


def test_of_two_equal_ones_the_serial_number_decides(ports: UsbTree, wire: tuple[int, str]) -> None:
    ports.plug("lp0", EPSON, "/dev/null", serial="J001")
    ports.plug("lp1", EPSON, wire[1], serial="J002")
    with pytest.raises(LinkUnavailableError, match=r"2 of them, add .serial=; they are: J001, J002"):
        _open(ports)
    link = _open(ports, serial="J002")
    write_all(link, b"x", Deadline.after(5))
    assert os.read(wire[0], 100) == b"x"
    link.close()


def test_what_is_not_there_is_said_with_what_is(ports: UsbTree) -> None:
    with pytest.raises(
        LinkUnavailableError, match="not plugged in, or without usblp; there is no USB printer"
    ):
        _open(ports)
    ports.plug("lp0", "0519:0001", "/dev/null", serial="S7")
    with pytest.raises(LinkUnavailableError, match=r"there is 0519:0001 \(serial S7\)") as e:
        _open(ports)
    assert "\n" not in str(e.value)


def test_no_right_to_it_says_which_group_is_missing(ports: UsbTree, monkeypatch: pytest.MonkeyPatch) -> None:
    ports.plug("lp0", EPSON, "/dev/null")

    def forbidden(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", forbidden)
    with pytest.raises(LinkUnavailableError, match="Permission denied; the kiosk's user must be in group lp"):
        _open(ports)


def test_pulled_in_the_middle_is_gone_and_pulled_before_is_offline(
    ports: UsbTree, wire: tuple[int, str]
) -> None:
    ports.plug("lp0", EPSON, wire[1])
    link = _open(ports)
    os.close(wire[0])
    ports.unplug("lp0")
    with pytest.raises(LinkUnavailableError):
        link.read(Deadline.after(5))
    with pytest.raises(LinkUnavailableError):
        link.write(b"x", Deadline.after(5))
    link.close()
    how = EscPosPrinter(ports.place()).status(Deadline.after(1))
    assert (how.state, how.stopped) == (PrinterState.OFFLINE, True)
    assert usb_printers(ports.sys) == []


def test_one_that_is_just_being_unplugged_is_left_out(ports: UsbTree) -> None:
    (ports.sys / "lp5").symlink_to(ports.sys / "gone")
    assert usb_printers(ports.sys) == []


def test_a_printer_that_answers_nothing_at_once_is_waited_for_without_spinning(
    ports: UsbTree, tmp_path: Path
) -> None:
    """usblp says "readable" and gives no byte: seen of printers that return empty packets. /dev/null does that too."""
    ports.plug("lp0", EPSON, "/dev/null")
    link = _open(ports)
    pauses: list[float] = []
    now = [0.0]

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        now[0] += seconds

    assert link.read(Deadline.after(0.1, clock=lambda: now[0], sleep=sleep)) == b""
    assert 9 <= len(pauses) <= 12
    link.close()
