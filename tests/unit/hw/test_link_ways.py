"""Every way bytes travel: they arrive in order, nothing waits past its deadline, and what is gone says so."""

import os
import socket
import time
import tty
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from hw.link import Deadline, Link, LinkUnavailableError, endpoint, memory_pair, write_all

SOON = 0.05


@dataclass
class Way:
    """A link of ours, and the device's side of it."""

    link: Link
    say: Callable[[bytes], object]
    hear: Callable[[], bytes]
    hang_up: Callable[[], object]


def _tcp(rooms: ExitStack) -> Way:
    server = rooms.enter_context(closing(socket.create_server(("127.0.0.1", 0))))
    link = endpoint(f"tcp://127.0.0.1:{server.getsockname()[1]}").open(Deadline.after(5))
    far = rooms.enter_context(closing(server.accept()[0]))
    return Way(link, far.sendall, lambda: far.recv(65536), far.close)


def _serial(rooms: ExitStack) -> Way:
    master, slave = os.openpty()
    rooms.callback(os.close, slave)
    ends = [master]

    def hang_up() -> None:
        while ends:
            os.close(ends.pop())

    rooms.callback(hang_up)
    tty.setraw(slave)
    link = endpoint(f"serial://{os.ttyname(slave)}").open(Deadline.after(5))
    return Way(link, lambda b: os.write(master, b), lambda: os.read(master, 65536), hang_up)


def _memory(rooms: ExitStack) -> Way:
    near, far = memory_pair(capacity=10_000)
    del rooms
    return Way(
        near, lambda b: far.write(b, Deadline.after(5)), lambda: far.read(Deadline.after(5)), far.close
    )


@pytest.fixture(params=[_tcp, _serial, _memory])
def way(request: pytest.FixtureRequest) -> Iterator[Way]:
    with ExitStack() as rooms:
        made: Way = request.param(rooms)
        rooms.callback(made.link.close)
        yield made


def _read(link: Link, n: int) -> bytes:
    got = b""
    while len(got) < n:
        piece = link.read(Deadline.after(5))
        assert piece
        got += piece
    return got


def test_bytes_arrive_both_ways_unchanged(way: Way) -> None:
    every = bytes(range(256))
    write_all(way.link, every, Deadline.after(5))
    heard = way.hear()
    while len(heard) < 256:
        heard += way.hear()
    assert heard == every
    way.say(every)
    assert _read(way.link, 256) == every


def test_silence_ends_at_the_deadline(way: Way) -> None:
    began = time.monotonic()
    assert way.link.read(Deadline.after(SOON)) == b""
    assert SOON * 0.8 <= time.monotonic() - began < 2


def test_a_device_that_takes_no_more_ends_at_the_deadline(way: Way) -> None:
    began = time.monotonic()
    with pytest.raises(LinkUnavailableError, match="then no more in time"):
        write_all(way.link, bytes(30_000_000), Deadline.after(SOON))
    assert time.monotonic() - began < 5


def test_a_device_that_goes_away_says_so(way: Way) -> None:
    way.hang_up()
    with pytest.raises(LinkUnavailableError) as e:
        way.link.read(Deadline.after(5))
    assert "\n" not in str(e.value)


def test_closing_twice_is_fine(way: Way) -> None:
    way.hang_up()
    way.link.close()
    way.link.close()


def test_a_refused_port_is_unavailable() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = server.getsockname()[1]
    with pytest.raises(LinkUnavailableError, match=f"tcp://127.0.0.1:{port}: Connection refused"):
        endpoint(f"tcp://127.0.0.1:{port}").open(Deadline.after(5))


def test_no_such_line_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(LinkUnavailableError, match="No such file"):
        endpoint(f"serial://{tmp_path}/ttyUSB0").open(Deadline.after(5))


def test_closing_a_connection_with_unread_answers_loses_nothing() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        link = endpoint(f"tcp://127.0.0.1:{server.getsockname()[1]}").open(Deadline.after(5))
        far, _ = server.accept()
        with far:
            far.sendall(b"unread")
            write_all(link, bytes(100_000), Deadline.after(5))
            link.close()
            got = 0
            while piece := far.recv(65536):
                got += len(piece)
    assert got == 100_000


def test_a_file_takes_every_job_one_after_the_other_and_never_answers(tmp_path: Path) -> None:
    for job in (b"first", b"second"):
        link = endpoint(f"file:{tmp_path}/out.bin").open(Deadline.after(5))
        assert not link.two_way
        write_all(link, job, Deadline.after(5))
        assert link.read(Deadline.after(5)) == b""
        link.close()
        link.close()
    assert (tmp_path / "out.bin").read_bytes() == b"firstsecond"


def test_a_file_that_cannot_be_written_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(LinkUnavailableError, match="No such file"):
        endpoint(f"file:{tmp_path}/missing/out.bin").open(Deadline.after(5))


def test_a_deadline_counts_its_own_clock_down() -> None:
    now = [100.0]
    slept: list[float] = []
    d = Deadline.after(10, clock=lambda: now[0], sleep=slept.append)
    assert (d.left(), d.within(3).left(), d.within(30).left()) == (10, 3, 10)
    d.pause(2)
    now[0] = 109.5
    d.pause(2)
    assert slept == [2, 0.5]
    now[0] = 111.0
    assert d.passed
    assert d.left() == 0
