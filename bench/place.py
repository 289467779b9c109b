"""What the dispatcher's benchmarks stand on: broker and dispatcher as processes, and a synced commit beside them."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from bench.pads import hall_file
from tests.support.dispatcher_process import Place, place

_LOOSE = (
    "import dispatcher.store.database as d; "
    "d.WRITER_PRAGMAS = ('journal_mode=WAL', 'synchronous=OFF'); "
    "from greenwindow.cli import main; main()"
)


@contextmanager
def hall() -> Iterator[Place]:
    """A hall of 64 counters on this machine, with its broker."""
    with tempfile.TemporaryDirectory() as folder, place(Path(folder), hall_file()) as where:
        yield where


@contextmanager
def dispatcher_process(
    where: Place, *, durable: bool = True, options: tuple[str, ...] = ()
) -> Iterator["subprocess.Popen[str]"]:
    """Ready when it begins; with `durable=False` commits are not synced, to see what that costs."""
    start = ["-m", "greenwindow"] if durable else ["-c", _LOOSE]
    words = [sys.executable, *start, "dispatcher", str(where.hall), "--dir", str(where.folder), *options]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "ready\n"
        yield process
    finally:
        process.terminate()
        process.communicate()


def commit_seconds(folder: Path, count: int = 300) -> list[float]:
    """A synced commit of four small rows, with the dispatcher's own connection, on the same disk."""
    from dispatcher.store import Batch, JournalRow, open_store  # noqa: PLC0415

    store = open_store(folder / "commit.db", "little")
    store.load()  # where its journal ends
    row = JournalRow(1, 1, "2026-11-20", "ticket_called", "A001", "pad-1", "c", "x" * 250)
    taken = []
    for _ in range(count):
        begin = perf_counter()
        store.write(Batch(journal=[row] * 4))
        taken.append(perf_counter() - begin)
    store.close()
    return taken


def percentile(values: list[float], share: float) -> float:
    """In milliseconds, of seconds."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] * 1000


def both(values: list[float]) -> dict[str, float]:
    """p50 and p99 in milliseconds."""
    return {"p50": round(percentile(values, 0.5), 2), "p99": round(percentile(values, 0.99), 2)}


def resident_mb(pid: int) -> float:
    """The memory of a process that is in RAM, in megabytes."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return round(int(line.split()[1]) / 1024, 1)
    raise ValueError(f"process {pid} has no memory of its own")
