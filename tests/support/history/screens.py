"""Checks of screens: when all is quiet, each retained state says what the journal comes to."""

from collections.abc import Iterator
from typing import Any

from tests.support.history.faults import Fault, Found
from tests.support.history.follow import Follower
from tests.support.history.records import History, Log
from tests.support.history.said import in_force

_SHOWN = 12
"""Missed numbers on a board, at most."""


def check_screens(history: History, follower: Follower) -> Iterator[Found]:
    """The last state of each kind that reached each actor."""
    for log in history.logs:
        for topic, body in last_states(log).items():
            for words in _differs(topic, body, follower, history.rows.last_seq):
                yield Found(Fault.SCREEN, f"{log.device}, {topic}: {words}")


def last_states(log: Log) -> dict[str, dict[str, Any]]:
    """Topic → what was heard last, of the highest epoch."""
    return {heard.topic: heard.body for heard in in_force(log) if heard.topic.startswith("state/")}


def _differs(topic: str, body: dict[str, Any], follower: Follower, seq: int) -> Iterator[str]:
    if not body:
        return
    if topic == "state/hall":
        yield from _unlike(_hall(body), _hall_wanted(follower, seq))
    elif topic == "state/board":
        yield from _unlike(_board(body), _board_wanted(follower, len(body["calls"])))
    elif topic.startswith("state/counter/"):
        yield from _unlike(_counter(body), _counter_wanted(follower, topic.rpartition("/")[2]))


def _unlike(told: dict[str, Any], wanted: dict[str, Any]) -> Iterator[str]:
    for name, value in wanted.items():
        if told[name] != value:
            yield f"{name} is {told[name]}, should be {value}"


def _hall(body: dict[str, Any]) -> dict[str, Any]:
    return {
        "seq": body["seq"],
        "waiting": body["waiting"],
        "handled": body["handled"],
        "services": {name: load["waiting"] for name, load in body["services"].items()},
        "counters": {name: (c["state"], c.get("ticket")) for name, c in body["counters"].items()},
        "green": {name: green["engaged"] for name, green in body.get("green_windows", {}).items()},
    }


def _hall_wanted(follower: Follower, seq: int) -> dict[str, Any]:
    waiting = [ticket for ticket in follower.tickets if ticket["state"] == "waiting"]
    return {
        "seq": seq,
        "waiting": len(waiting),
        "handled": follower.handled,
        "services": {name: sum(name in t["needs"] for t in waiting) for name in follower.services},
        "counters": {
            name: (counter["state"], counter["ticket"] and counter["ticket"]["number"])
            for name, counter in follower.counters.items()
            if name in follower.places
        },
        "green": {name: follower.greens[name]["on"] for name in follower.windows},
    }


def _board(body: dict[str, Any]) -> dict[str, Any]:
    return {
        "calls": [call["ticket"] for call in body["calls"]],
        "missed": sorted(missed["ticket"] for missed in body["missed"]),
    }


def _board_wanted(follower: Follower, length: int) -> dict[str, Any]:
    """At least the last ten calls; how many more is the dispatcher's to choose."""
    missed = sorted(ticket["number"] for ticket in follower.tickets if ticket["state"] == "no_show")
    least = min(10, len(follower.calls))
    wanted: dict[str, Any] = {"calls": follower.calls[: max(length, least)]}
    return wanted | ({"missed": missed} if len(missed) <= _SHOWN else {})


def _counter(body: dict[str, Any]) -> dict[str, Any]:
    current = body.get("current")
    return {
        "state": body["state"],
        "current": current and (current["number"], current["state"]),
        "waiting": body["waiting"],
        "held": sorted(ticket["number"] for ticket in body["held"]),
    }


def _counter_wanted(follower: Follower, name: str) -> dict[str, Any]:
    counter = follower.counters[name]
    current = counter["ticket"]
    held = [t["number"] for t in follower.tickets if t["state"] == "held" and t["last"] == name]
    return {
        "state": counter["state"],
        "current": current and (current["number"], current["state"]),
        "waiting": _eligible(follower, name),
        "held": sorted(held),
    }


def _eligible(follower: Follower, name: str) -> int:
    if follower.counters[name]["state"] == "closed":
        return 0
    served = follower.served(name)
    waiting = [ticket for ticket in follower.tickets if ticket["state"] == "waiting"]
    return sum(t["pin"] == name or (t["pin"] is None and bool(served & set(t["needs"]))) for t in waiting)
