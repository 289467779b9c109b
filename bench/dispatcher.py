"""How quick a press is, and how many a second are durable, as ratios to what disk and broker give:
`python -m bench.dispatcher`."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.dispatcher_hall import COUNTERS, Client, commit_ms, dispatcher_process, echo, hall_file, percentile
from tests.support.dispatcher_process import Place, place

RESULTS = Path(__file__).parent / "results"
_PRESSES = 600
_UNDER_LOAD = 4000
_PADS = 64


def press_latency(waiting: int) -> dict[str, Any]:
    """One press at a time, until its event is at a screen; beside it two hops and a synced commit, measured now."""
    with _hall() as where:
        hops, commits = echo(where, _PRESSES, 1), commit_ms(where.folder)
        with dispatcher_process(where):
            taken = _presses(where, waiting)
    limit = {f"p{s}": percentile(hops, s / 100) + percentile(commits, s / 100) for s in (50, 99)}
    return {
        "waiting": waiting, "presses": len(taken),
        "press_to_event_ms": {"p50": round(percentile(taken, 0.5), 2), "p99": round(percentile(taken, 0.99), 2)},
        "limit_ms": {name: round(value, 2) for name, value in limit.items()},
        "two_hops_p50_ms": round(percentile(hops, 0.5), 2), "commit_p50_ms": round(percentile(commits, 0.5), 2),
        "over_limit_p50_ms": round(percentile(taken, 0.5) - limit["p50"], 2),
        "ratio_p50": round(percentile(taken, 0.5) / limit["p50"], 2),
        "ratio_p99": round(percentile(taken, 0.99) / limit["p99"], 2),
    }  # fmt: skip


def throughput() -> dict[str, Any]:
    """Recalls a second with 64 under way: durable, without syncing, and through the broker alone."""
    with _hall() as where:
        ceiling = _speed(lambda: echo(where, _UNDER_LOAD, _PADS))
        durable = _commands_a_second(where, durable=True)
    with _hall() as where:
        loose = _commands_a_second(where, durable=False)
    return {
        "pads": _PADS, "commands": _UNDER_LOAD, "durable_per_second": durable, "unsynced_per_second": loose,
        "ratio_durable": round(durable / loose, 2), "broker_alone_per_second": ceiling,
        "ratio_broker": round(durable / ceiling, 2),
    }  # fmt: skip


@contextmanager
def _hall() -> Iterator[Place]:
    with tempfile.TemporaryDirectory() as folder, place(Path(folder), hall_file()) as where:
        yield where


def _open(client: Client, waiting: int) -> None:
    """Every counter has a current ticket, and so many wait."""
    client.run(COUNTERS, 8, lambda n: ("open_counter", {"counter": str(n + 1)}))
    client.run(COUNTERS + waiting, 64, lambda n: ("issue_ticket", {"services": [f"s{n % 40}"]}))
    client.run(COUNTERS, 8, lambda n: ("next", {"counter": str(n + 1)}))


def _presses(where: Place, waiting: int) -> list[float]:
    console = Client(where, "console-1", ["hall/little/reply/console-1"])
    screen = Client(
        where, "display-1", ["hall/little/event/ticket_recalled", "hall/little/event/ticket_called"]
    )
    try:
        _open(console, waiting)
        for _ in range(COUNTERS):
            screen.hear()
        return [_one(console, screen, n) for n in range(_PRESSES)]
    finally:
        console.stop()
        screen.stop()


def _one(console: Client, screen: Client, n: int) -> float:
    begin = perf_counter()
    name = console.send("recall", counter=str(n % COUNTERS + 1))
    heard = json.loads(screen.hear().payload)
    taken = perf_counter() - begin
    assert heard["command"] == name
    return taken


def _commands_a_second(where: Place, *, durable: bool) -> int:
    with dispatcher_process(where, durable=durable):
        client = Client(where, "console-1", ["hall/little/reply/console-1"])
        try:
            _open(client, 50)
            return _speed(
                lambda: client.run(
                    _UNDER_LOAD, _PADS, lambda n: ("recall", {"counter": str(n % COUNTERS + 1)})
                )
            )
        finally:
            client.stop()


def _speed(work: Any) -> int:
    begin = perf_counter()
    count = len(work())
    return round(count / (perf_counter() - begin))


def run() -> dict[str, Any]:
    """All of it: about half a minute."""
    return {
        "benchmark": "dispatcher",
        "latency": [press_latency(0), press_latency(500)],
        "throughput": throughput(),
    }


def main() -> None:
    """Prints both sides of each ratio and writes `bench/results/dispatcher.json`."""
    result = run()
    for row in result["latency"]:
        press, limit = row["press_to_event_ms"], row["limit_ms"]
        print(
            f"press to event, {row['waiting']} waiting: p50 {press['p50']} ms, p99 {press['p99']} ms; "
            f"two hops and a synced commit: p50 {limit['p50']} ms, p99 {limit['p99']} ms; "
            f"ratio {row['ratio_p50']} and {row['ratio_p99']}"
        )
    found = result["throughput"]
    print(
        f"{found['pads']} pads: {found['durable_per_second']} commands a second, unsynced "
        f"{found['unsynced_per_second']} (ratio {found['ratio_durable']}), "
        f"broker alone {found['broker_alone_per_second']}"
    )
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "dispatcher.json").write_text(json.dumps(result, indent=2) + "\n")


if __name__ == "__main__":
    main()
