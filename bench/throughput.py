"""Commands a second with 64 pads pressing, all durable, against the same without syncing, and against the broker:
`python -m bench throughput`."""

from time import perf_counter
from typing import Any

from bench.pads import HEAD, PADS, connect, crowd
from bench.place import dispatcher_process, hall
from bench.press import PAD_NAMES, fill
from bench.raw import hear_all
from tests.support.dispatcher_process import Place

_COMMANDS = 6000
_ROUNDS = 2
WANTED = "1,500 durable commands a second or more, and at least 70 % of what it would be without syncing."


def run() -> dict[str, Any]:
    """Durable and loose take turns; the better of each counts: noise only ever slows."""
    durable: list[int] = []
    loose: list[int] = []
    for _ in range(_ROUNDS):
        durable.append(_commands_a_second(durable=True))
        loose.append(_commands_a_second(durable=False))
    with hall() as where:
        ceiling = _broker_alone(where)
    best, free = max(durable), max(loose)
    return {
        "benchmark": "throughput", "pads": PADS, "commands": _COMMANDS,
        "durable_per_second": best, "unsynced_per_second": free, "ratio_durable": round(best / free, 2),
        "broker_alone_per_second": ceiling, "ratio_broker": round(best / ceiling, 2), "all_runs": [durable, loose],
    }  # fmt: skip


def lines(result: dict[str, Any]) -> list[str]:
    """Both sides of each ratio."""
    return [
        f"{result['pads']} pads pressing: {result['durable_per_second']} durable commands a second, "
        f"{result['unsynced_per_second']} unsynced (ratio {result['ratio_durable']}); the broker alone, command and "
        f"reply: {result['broker_alone_per_second']}"
    ]


def _commands_a_second(*, durable: bool) -> int:
    with hall() as where, dispatcher_process(where, durable=durable):
        fill(where, 600, 500)
        with crowd(where, PAD_NAMES) as pads:
            pads.run(PADS, lambda _, name: ("next", {"counter": name.removeprefix("pad-")}))
            begin = perf_counter()
            pads.run(_COMMANDS, lambda _, name: ("recall", {"counter": name.removeprefix("pad-")}))
            return round(_COMMANDS / (perf_counter() - begin))


def _broker_alone(where: Place) -> int:
    """What the broker carries of commands and replies of that size when nobody decides anything."""
    pads = [connect(where, name, f"reply/{name}") for name in PAD_NAMES]
    answerer = connect(where, "dispatcher", "command/+")
    begin, heard = perf_counter(), 0
    for pad in pads:
        pad.publish(f"{HEAD}command/{pad.device}", pad.device.encode().ljust(120))
    for client, payload in hear_all([*pads, answerer]):
        if client is answerer:
            answerer.publish(f"{HEAD}reply/{payload.decode().strip()}", payload.ljust(250))
            continue
        heard += 1
        if heard >= _COMMANDS:
            break
        client.publish(f"{HEAD}command/{client.device}", client.device.encode().ljust(120))
    taken = perf_counter() - begin
    for client in (*pads, answerer):
        client.close()
    return round(_COMMANDS / taken)
