"""A hall of 64 pads that press all the time, driven by one lean thread."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter, time_ns
from typing import Any

from bench.raw import RawClient, hear_all
from runtime import find_broker_url
from tests.support.dispatcher_process import Place
from wire.instant import format_instant

HEAD = "hall/little/"
PADS = 64
KIOSKS = 32
"""So many that none comes near the limit of a hundred commands a second."""


def hall_file(counters: int = PADS, services: int = 40) -> str:
    """Every counter serves every service and has a pad; a kiosk, a console and a screen."""
    lines = ['[hall]\nid = "little"\nname = { zh = "厅" }\ntimezone = "Asia/Shanghai"\nlanguages = ["zh"]']
    for n in range(services):
        lines.append(f'[[service]]\nid = "s{n}"\nprefix = "{chr(65 + n % 26)}"\nname = {{ zh = "事" }}')
    lines += [f'[[counter]]\nid = "{n}"' for n in range(1, counters + 1)]
    lines += [f'[[device]]\nid = "pad-{n}"\nkind = "pad"\ncounter = "{n}"' for n in range(1, counters + 1)]
    lines += [f'[[device]]\nid = "{kind}-1"\nkind = "{kind}"' for kind in ("console", "display")]
    lines += [f'[[device]]\nid = "kiosk-{n}"\nkind = "kiosk"' for n in range(1, KIOSKS + 1)]
    return "\n".join(lines)


def connect(where: Place, device: str, *topics: str) -> RawClient:
    """That device, hearing those topics below the hall's."""
    url = find_broker_url(where.folder, device, None)
    return RawClient(url, *(HEAD + topic for topic in topics))


class Crowd:
    """Devices that each have at most so many commands under way."""

    def __init__(self, where: Place, names: list[str]) -> None:
        self.clients = [connect(where, name, f"reply/{name}") for name in names]
        self._heard = hear_all(self.clients)
        self._number = 0

    def run(
        self, count: int, make: Callable[[int, str], tuple[str, dict[str, Any]]], each: int = 1
    ) -> list[float]:
        """So many commands, `each` under way at each device: the seconds until each one's reply."""
        self._left, self._made, self._make = count, 0, make
        self._sent: dict[str, float] = {}
        taken: list[float] = []
        for client in self.clients:
            for _ in range(each):
                self._ask(client)
        while self._sent:
            client, payload = next(self._heard)
            reply = json.loads(payload)
            begin = self._sent.pop(reply["command"])
            assert reply["ok"], reply
            taken.append(perf_counter() - begin)
            self._ask(client)
        return taken

    def close(self) -> None:
        """Ends all connections."""
        for client in self.clients:
            client.close()

    def _ask(self, client: RawClient) -> None:
        if self._made >= self._left:
            return
        kind, fields = self._make(self._made, client.device)
        self._made += 1
        self._number += 1
        name = f"{client.device}-{self._number}-{id(self)}"
        self._sent[name] = perf_counter()
        client.publish(f"{HEAD}command/{client.device}", command(name, kind, fields))


@contextmanager
def crowd(where: Place, names: list[str]) -> Iterator[Crowd]:
    """Connected devices."""
    found = Crowd(where, names)
    try:
        yield found
    finally:
        found.close()


def command(name: str, kind: str, fields: dict[str, Any]) -> bytes:
    """A command of this moment."""
    at = format_instant(time_ns() // 1_000_000)
    return json.dumps({"id": name, "at": at, "type": kind, **fields}).encode()
