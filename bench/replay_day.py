"""Halls and recorded days of any size, from a seed: what the benchmarks of the rules run on."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wire.base import dump
from wire.instant import format_instant, parse_instant

_BEGIN = parse_instant("2026-11-20T23:55:00Z")  # 7:55 in Shanghai
_PRIORITIES = ("none",) * 17 + ("elderly", "disabled", "infant")


@dataclass(frozen=True)
class Size:
    """A hall and its day. Half the counters serve everything, the others a tenth of the services each."""

    name: str
    counters: int
    services: int
    tickets: int
    backlog: int
    """Tickets issued before the first counter opens: about so many wait all day."""


SMALL = Size("baoshan-like", counters=5, services=38, tickets=1500, backlog=40)
LARGE = Size("large", counters=40, services=200, tickets=10_000, backlog=500)


def hall_file(size: Size) -> bytes:
    """A hall file of that size: green windows, weights, a priority counter, a longest wait, no closing hours."""
    lines = [
        '[hall]\nid = "bench"\nname = { zh = "厅" }\ntimezone = "Asia/Shanghai"\nlanguages = ["zh"]',
        "[queue]\nmax_wait_minutes = 60",
    ]
    for i in range(size.services):
        lines.append(
            f'[[service]]\nid = "s{i}"\nprefix = "{chr(65 + i % 12)}"\nname = {{ zh = "事" }}\n'
            f"weight = {(1.0, 1.0, 1.5, 2.0)[i % 4]}"
        )
    for i in range(1, size.counters + 1):
        some = ", ".join(f'"s{j}"' for j in range(i % 10, size.services, 10))
        lines.append(f'[[counter]]\nid = "{i}"\npriority = {"true" if i == 3 else "false"}')
        lines.append("" if i % 2 else f"services = [{some}]")
    short = ", ".join(f'"s{j}"' for j in range(0, size.services, 4))
    green = ", ".join(f'"{i}"' for i in range(1, max(2, size.counters * 2 // 5), 2))
    lines.append(
        f'[[green_window]]\nid = "short"\nservices = [{short}]\ncounters = [{green}]\n'
        "enter_above = 2\nleave_below = 2"
    )
    lines.append('[[device]]\nid = "kiosk"\nkind = "kiosk"\n[[device]]\nid = "console"\nkind = "console"')
    return "\n".join(lines).encode()


def day(size: Size, seed: int = 1) -> list[bytes]:
    """A day's commands: six for each ticket, some of them in vain, in the order of their time."""
    chance = random.Random(seed)
    commands = list(_commands(size, chance))
    step = 9 * 3600 * 1000 // len(commands)
    return [
        dump({"id": f"c{i}", "at": format_instant(_BEGIN + i * step), **command}).encode()
        for i, command in enumerate(commands)
    ]


def _commands(size: Size, chance: random.Random) -> Iterator[dict[str, Any]]:
    for _ in range(size.backlog):
        yield _issue(size, chance)
    for counter in range(1, size.counters + 1):
        yield _press("open_counter", counter)
    for i in range(size.tickets - size.backlog):
        yield _issue(size, chance)
        counter = i % size.counters + 1
        yield _press("next", counter)
        yield _press("start", counter)
        yield _press(chance.choice(("recall", "done", "done", "no_show", "hold", "pause_counter")), counter)
        yield {"device": "console", "type": "resume_counter", "counter": str(counter)}
        yield {"device": "console", "type": "report_print", "ticket": f"A{i // 12:03d}", "result": "printed"}


def _issue(size: Size, chance: random.Random) -> dict[str, Any]:
    needs = [f"s{chance.randrange(size.services)}" for _ in range(chance.choice((1, 1, 1, 1, 2)))]
    return {
        "device": "kiosk",
        "type": "issue_ticket",
        "services": needs,
        "priority": chance.choice(_PRIORITIES),
    }


def _press(kind: str, counter: int) -> dict[str, Any]:
    return {"device": "console", "type": kind, "counter": str(counter)}
