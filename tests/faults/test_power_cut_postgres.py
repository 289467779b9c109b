"""The power cut at any instant on PostgreSQL: the server's writes and syncs and the dispatcher's answers are traced
together; what survives a cut is recovered by a server of its own, and nothing that was said is missing."""

import heapq
import os
import random
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import IO

import pytest

from dispatcher.store import open_store, parse_database
from tests.support.dispatcher_process import PROGRAM, Place, Process, devices, place
from tests.support.history import History, find_faults, read_rows
from tests.support.history.actors import at_work, finish, staff
from tests.support.mosquitto import free_port
from tests.support.postgres import Postgres
from tests.support.power import Disk, Traced, read_trace, traced_command, why_not
from tests.support.power.outage import DISPATCHER, SERVER, Cut, outages, write_files
from tests.support.shares import Share

pytestmark = pytest.mark.usefixtures("_tracing")
_NAMES = ("kiosk-1", "kiosk-2", "pad-1", "pad-2")
_COMMITS_A_CUT = 3


class Careless(Disk):
    """As if nothing were ever synced: shows that it would be seen."""

    def take(self, traced: Traced) -> None:
        if not traced.call.name.endswith("sync"):
            super().take(traced)


class Recovered(Postgres):
    """A server on files that are there already."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.folder = folder
        self.process = None
        self._numbers = count(1)
        self._as = self._postgres_user()


@pytest.fixture(scope="module")
def _tracing() -> None:
    reason = why_not()
    if reason is not None:
        pytest.skip(reason)


@pytest.mark.full(300, "cuts", short=3, share=60)
@pytest.mark.timeout(3600)
def test_nothing_acknowledged_is_lost(tmp_path: Path, share: Share) -> None:
    server = Postgres(fsync=True)
    base = server.folder / "base"
    try:
        server.start()
        url = server.new_database()
        with place(tmp_path, url=url) as where:
            begun = _work(server, base, where, share)
        server.kill()
        _judge(server, base, tmp_path, url, begun, share)
    finally:
        server.remove()


def _work(server: Postgres, base: Path, where: Place, share: Share) -> float:
    """Some commits under load, and a checkpoint among them; when the trace counts from."""
    traces = [where.hall.parent / name for name in (SERVER, DISPATCHER)]
    with _attached(server, traces[0]):
        server.execute("CHECKPOINT")
        time.sleep(0.3)
        begun = time.time()
        shutil.copytree(server.folder / "data", base)
        with _traced(where, traces[1]), devices(where, _NAMES, listens=False) as found:
            for pad in found[2:]:
                assert pad.ask("open_counter", counter=pad.name[-1])["ok"]
            actors = staff(found, threading.Event(), share.number)
            with at_work(actors), traces[0].open("rb") as lines:
                for _ in range(2):
                    _wait_for_commits(lines, share.count * _COMMITS_A_CUT // 2)
                    server.execute("CHECKPOINT")
                finish(actors)
    return begun


def _wait_for_commits(lines: IO[bytes], commits: int) -> None:
    while commits > 0:
        time.sleep(0.02)
        commits -= lines.read().count(b"fdatasync(")


@contextmanager
def _attached(server: Postgres, trace: Path) -> Iterator[None]:
    """All of a running server, and what it starts."""
    assert server.process is not None
    pid = server.process.pid
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    which = [word for one in (str(pid), *children) for word in ("-p", one)]
    said = trace.with_suffix(".said")
    with said.open("w") as stream:
        process = subprocess.Popen(traced_command(which, trace), stderr=stream)
    while said.read_text().count("attached") <= len(children):
        time.sleep(0.01)
    try:
        yield
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


@contextmanager
def _traced(where: Place, trace: Path) -> Iterator[None]:
    process = Process(where, program=traced_command(PROGRAM, trace))
    try:
        process.wait_ready(60)
        yield
    finally:
        for child in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split():
            os.kill(int(child), signal.SIGKILL)
        process.process.communicate(timeout=30)


def _judge(server: Postgres, base: Path, folder: Path, url: str, begun: float, share: Share) -> None:
    """At so many instants of it, by lot. On a disk that syncs nothing, the last one must be seen to be wrong."""
    chance, name, instants = random.Random(share.number), url.rpartition("/")[2], 0
    for careless in _cuts(Careless(server.folder / "data", base), folder, begun):
        instants, last = instants + 1, careless
    assert any("lost" in words for words in _faults(last, None, base, name))
    chosen = set(chance.sample(range(instants), min(share.count, instants)))
    for number, cut in enumerate(_cuts(Disk(server.folder / "data", base), folder, begun)):
        if number in chosen:
            found = _faults(cut, None if number % 2 else chance, base, name)
            share.add(cuts=1, at_an_answer=cut.answers > 0)
            assert not found, f"cut {number} of {instants}: {found[:5]}"
    share.add(instants=instants, lost=0)


def _cuts(disk: Disk, folder: Path, begun: float) -> Iterator[Cut]:
    with (
        (folder / SERVER).open(encoding="ascii") as written,
        (folder / DISPATCHER).open(encoding="ascii") as said,
    ):
        both = heapq.merge(read_trace(written, SERVER), read_trace(said, DISPATCHER), key=_at)
        yield from outages((traced for traced in both if traced.at > begun), disk)


def _at(traced: Traced) -> float:
    return traced.at


def _faults(cut: Cut, chance: random.Random | None, base: Path, name: str) -> list[str]:
    """What the checker finds in what a server recovers of it."""
    memory = Path("/dev/shm")
    image = Path(tempfile.mkdtemp(prefix="greenwindow-postgres-", dir=memory if memory.is_dir() else None))
    server = Recovered(image)
    try:
        _write(cut.disk, chance, base, image)
        server.start()
        return _missing(server.url(name), cut) if cut.witness.epoch else []
    finally:
        server.remove()


def _missing(url: str, cut: Cut) -> list[str]:
    store = open_store(parse_database(url), "little")
    try:
        state = store.load()
    finally:
        store.close()
    history = History(
        read_rows(url), list(cut.witness.logs.values()), quiet=False, heard_all=False, all_answered=False
    )  # fmt: skip
    if not history.rows.plans:
        return ["everything is lost"]
    return [str(fault) for fault in find_faults(history)] + (["no state"] if state is None else [])


def _write(disk: Disk, chance: random.Random | None, base: Path, image: Path) -> None:
    """For the user that PostgreSQL runs as."""
    for path in base.rglob("*"):
        if path.is_dir():
            (image / "data" / path.relative_to(base)).mkdir(parents=True, exist_ok=True)
    write_files(disk.survives(chance), image / "data")
    (image / "data").chmod(0o700)
    (image / "data" / "postmaster.pid").unlink(missing_ok=True)
    owner = image.stat()
    for path in image.rglob("*"):
        os.chown(path, owner.st_uid, owner.st_gid)
