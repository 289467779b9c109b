"""What the dispatcher's benchmarks stand on: a broker, a dispatcher as a process, and one client that asks fast."""

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, time_ns
from typing import Any

from runtime import Arrived, Session, find_broker_url
from runtime.session import SessionMessage, Will
from tests.support.dispatcher_process import Place
from wire.instant import format_instant

HEAD = "hall/little/"
COUNTERS = 16
_LOOSE = (
    "import dispatcher.store.database as d; "
    "d.WRITER_PRAGMAS = ('journal_mode=WAL', 'synchronous=OFF'); "
    "from greenwindow.cli import main; main()"
)


def hall_file(counters: int = COUNTERS, services: int = 40) -> str:
    """Every counter serves every service; one kiosk and one console."""
    lines = ['[hall]\nid = "little"\nname = { zh = "厅" }\ntimezone = "Asia/Shanghai"\nlanguages = ["zh"]']
    for n in range(services):
        lines.append(f'[[service]]\nid = "s{n}"\nprefix = "{chr(65 + n % 26)}"\nname = {{ zh = "事" }}')
    lines += [f'[[counter]]\nid = "{n}"' for n in range(1, counters + 1)]
    lines += [f'[[device]]\nid = "{kind}-1"\nkind = "{kind}"' for kind in ("kiosk", "console", "display")]
    return "\n".join(lines)


@contextmanager
def dispatcher_process(where: Place, *, durable: bool = True) -> Iterator["subprocess.Popen[str]"]:
    """Ready when it begins; with `durable=False` commits are not synced, to see what that costs."""
    start = ["-m", "greenwindow"] if durable else ["-c", _LOOSE]
    words = [sys.executable, *start, "dispatcher", str(where.hall), "--dir", str(where.folder)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "ready\n"
        yield process
    finally:
        process.terminate()
        process.communicate()


class Client:
    """One connection that keeps so many commands under way, and takes the time of each."""

    def __init__(self, where: Place, device: str, subscriptions: list[str]) -> None:
        self.device = device
        self.inbox: queue.SimpleQueue[SessionMessage] = queue.SimpleQueue()
        self.session = Session(
            find_broker_url(where.folder, device, None), self.inbox, subscriptions=subscriptions,
            will=Will(f"{HEAD}device/{device}", '{"online":false}'),
        )  # fmt: skip
        self.session.start()
        self._number = 0

    def send(self, kind: str, **fields: Any) -> str:
        """A command now; its id."""
        self._number += 1
        name = f"{self.device}-{self._number}-{id(self)}"
        at = format_instant(time_ns() // 1_000_000)
        body = {"id": name, "at": at, "type": kind, **fields}
        self.session.publish(f"{HEAD}command/{self.device}", json.dumps(body))
        return name

    def hear(self) -> Arrived:
        """The next message."""
        while True:
            message = self.inbox.get(timeout=20)
            if isinstance(message, Arrived) and not message.retained:
                return message

    def run(self, count: int, window: int, make: Callable[[int], tuple[str, dict[str, Any]]]) -> list[float]:
        """So many commands with `window` under way at any time: the seconds until each one's reply."""
        sent: dict[str, float] = {}
        taken: list[float] = []
        for n in range(count):
            if len(sent) >= window:
                self._collect(sent, taken)
            kind, fields = make(n)
            begin = perf_counter()
            sent[self.send(kind, **fields)] = begin
        while sent:
            self._collect(sent, taken)
        return taken

    def _collect(self, sent: dict[str, float], taken: list[float]) -> None:
        reply = json.loads(self.hear().payload)
        assert reply["ok"], reply
        taken.append(perf_counter() - sent.pop(reply["command"]))

    def stop(self) -> None:
        self.session.stop()


def percentile(values: list[float], share: float) -> float:
    """In milliseconds."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] * 1000


def echo(where: Place, count: int, window: int) -> list[float]:
    """The broker alone, two hops: what one client says another says back."""
    topic, back = f"{HEAD}command/console-1", f"{HEAD}reply/console-1"
    asker = Client(where, "console-1", [back])
    answerer = Client(where, "dispatcher", [topic])
    stop = threading.Event()

    def answer() -> None:
        while not stop.is_set():
            try:
                message = answerer.inbox.get(timeout=0.1)
            except queue.Empty:
                continue
            if isinstance(message, Arrived):
                name = json.loads(message.payload)["id"]
                answerer.session.publish(back, json.dumps({"command": name, "ok": True}))

    thread = threading.Thread(target=answer)
    thread.start()
    try:
        return asker.run(count, window, lambda _: ("sync", {}))
    finally:
        stop.set()
        thread.join()
        asker.stop()
        answerer.stop()


def commit_ms(folder: Path, count: int = 200) -> list[float]:
    """A synced commit of four small rows, with the dispatcher's own connection, on the same disk: seconds each."""
    from dispatcher.store import Batch, JournalRow, open_store  # noqa: PLC0415

    store = open_store(folder / "commit.db", "little")
    row = JournalRow(1, 1, "2026-11-20", "ticket_called", "A001", "pad-1", "c", "x" * 250)
    taken = []
    for _ in range(count):
        begin = perf_counter()
        store.write(Batch(journal=[row] * 4))
        taken.append(perf_counter() - begin)
    store.close()
    return taken
