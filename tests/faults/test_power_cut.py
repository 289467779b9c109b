"""The power cut at any instant: everything written and synced is traced, then lived through again, and at each answer
and each sync the power goes. What survives is opened by the real store: nothing that was said is missing."""

import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from dispatcher.store import open_store
from tests.support.dispatcher_process import PROGRAM, Place, Process, devices, place
from tests.support.history import Fault, History, find_faults, read_rows
from tests.support.history.actors import at_work, finish, staff
from tests.support.power import Disk, read_trace, traced_command, why_not
from tests.support.power.outage import Cut, outages, write_files
from tests.support.shares import Share

pytestmark = pytest.mark.usefixtures("_tracing")
_NAMES = ("kiosk-1", "kiosk-2", "pad-1", "pad-2")
_JUDGED_EACH = 50
_NORMAL = (
    "import dispatcher.store.database as d; "
    "d.WRITER_PRAGMAS = ('journal_mode=WAL', 'synchronous=NORMAL', 'foreign_keys=ON'); "
    "from greenwindow.cli import main; main()"
)


@pytest.fixture(scope="module")
def _tracing() -> None:
    reason = why_not()
    if reason is not None:
        pytest.skip(reason)


@pytest.mark.full(3000, "commits", short=40, share=500)
@pytest.mark.timeout(3600)
def test_nothing_acknowledged_is_lost(tmp_path: Path, share: Share) -> None:
    with place(tmp_path) as where:
        trace = _work(where, share.count, share.number, PROGRAM)
    found = list(_lost(where, trace, share, random.Random(share.number)))
    trace.unlink()
    assert not found, f"{len(found)} losses: {found[:5]}"


def test_without_its_syncs_it_would_be_seen(tmp_path: Path) -> None:
    """With synchronous=NORMAL, the usual advice for WAL, answers are lost; so this would notice."""
    with place(tmp_path) as where:
        trace = _work(where, 1, 0, (sys.executable, "-c", _NORMAL))
    assert any("acknowledged" in words for words in _lost(where, trace, Share(30), random.Random(0)))


def _work(where: Place, commits: int, seed: int, program: tuple[str, ...]) -> Path:
    """A dispatcher from its first start to its death, with so many commits in between; the trace of it."""
    trace = where.hall.parent / "trace"
    with _traced(where, program, trace), devices(where, _NAMES, listens=False) as found:
        for pad in found[2:]:
            assert pad.ask("open_counter", counter=pad.name[-1])["ok"]
        actors = staff(found, threading.Event(), seed)
        with at_work(actors), trace.open("rb") as lines:
            while commits > 0:
                time.sleep(0.02)
                commits -= lines.read().count(b"fdatasync(")
            time.sleep(0.3)
            finish(actors)
    return trace


@contextmanager
def _traced(where: Place, program: tuple[str, ...], trace: Path) -> Iterator[None]:
    """It is killed at the end; `strace` then ends by itself."""
    process = Process(where, program=traced_command(program, trace))
    try:
        process.wait_ready(60)
        yield
    finally:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        for child in children:
            os.kill(int(child), signal.SIGKILL)
        process.process.communicate(timeout=30)


def _lost(where: Place, trace: Path, share: Share, chance: random.Random) -> Iterator[str]:
    """What is missing after any of the power cuts."""
    disk = Disk(where.folder)
    with trace.open(encoding="ascii") as lines, _memory() as folder:
        for number, cut in enumerate(outages(read_trace(lines), disk)):
            for kept in (None, chance):
                image = folder / f"{number}{'' if kept is None else ' some'}"
                image.mkdir()
                write_files(disk.survives(kept), image)
                yield from (f"cut {image.name}: {words}" for words in _missing(image / "hall.db", cut))
                if number % _JUDGED_EACH == 0:
                    yield from (f"cut {image.name}: {words}" for words in _judged(image / "hall.db", cut))
                shutil.rmtree(image)
            share.add(cuts=2, answers=cut.answers)
    share.add(commits=disk.synced["hall.db-wal"], lost=0)


@contextmanager
def _memory() -> Iterator[Path]:
    """A folder that is no disk: thousands of databases are written and opened in it."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


def _missing(database: Path, cut: Cut) -> Iterator[str]:
    witness = cut.witness
    if not database.exists():
        if witness.epoch:
            yield "the database is gone"
        return
    store = open_store(database, "little")
    try:
        if store.load() is None and witness.epoch:
            yield "there is no state in it"
    finally:
        store.close()
    with closing(sqlite3.connect(database)) as found:
        kept = set(found.execute("SELECT device, command FROM reply").fetchall())
        tokens = {token for (token,) in found.execute("SELECT token FROM ticket")}
        seq = found.execute("SELECT max(seq) FROM journal").fetchone()[0] or 0
        epoch = int((found.execute("SELECT value FROM meta WHERE name='epoch'").fetchone() or ("0",))[0])
    for key, reply in witness.replies.items():
        if key not in kept or ("token" in reply and reply["token"] not in tokens):
            yield f"{key} was acknowledged"
    if seq < witness.last_seq or epoch < witness.epoch:
        yield f"seq {witness.last_seq} of epoch {witness.epoch} was said; on disk: {seq}, {epoch}"


def _judged(database: Path, cut: Cut) -> Iterator[str]:
    """By the checker, which looks at every answer and event."""
    if database.exists() and cut.witness.epoch:
        history = History(
            read_rows(database), list(cut.witness.logs.values()), quiet=False, heard_all=False, all_answered=False
        )  # fmt: skip
        for fault in find_faults(history):
            if fault.fault is not Fault.NO_ANSWER:
                yield str(fault)
