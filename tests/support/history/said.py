"""Checks of events: all that is on disk was said, nothing else was, and nobody's epoch went back."""

from collections.abc import Iterator
from typing import Any

from tests.support.history.faults import Fault, Found
from tests.support.history.records import Heard, History, JournalLine, Log

_PRIVATE = ("priority", "help", "token", "pin", "name", "phone")


def check_said(history: History) -> Iterator[Found]:
    """Every message that any actor heard."""
    kept = {line.seq: line for line in history.rows.journal if line.public}
    told: set[int] = set()
    for log in history.logs:
        fresh = list(in_force(log))
        epoch = max((heard.body.get("epoch", 0) for heard in fresh), default=0)
        if epoch > history.rows.epoch:
            yield Found(
                Fault.NOT_KEPT, f"{log.device} heard of epoch {epoch}, on disk is {history.rows.epoch}"
            )
        if history.one_at_a_time:
            yield from _gone_back(log)
        for heard in fresh:
            if heard.topic.startswith("event/"):
                yield from _one(log, heard, kept.get(heard.body["seq"]))
                told.add(heard.body["seq"])
    missing = sorted(kept.keys() - told)
    if history.heard_all and missing and any(log.events() for log in history.logs):
        yield Found(Fault.NEVER_SAID, f"{len(missing)} events, such as seq {missing[0]}")


def in_force(log: Log) -> Iterator[Heard]:
    """What a receiver takes in: nothing with a lower epoch than it has seen."""
    highest = 0
    for heard in list(log.heard):
        epoch = heard.body.get("epoch", highest)
        if epoch >= highest:
            highest = epoch
            yield heard


def _gone_back(log: Log) -> Iterator[Found]:
    highest = 0
    for heard in log.heard:
        epoch = heard.body.get("epoch", highest)
        if epoch < highest:
            yield Found(Fault.EPOCH_BACK, f"{log.device} heard {heard.topic} of {epoch} after {highest}")
            return
        highest = epoch


def _one(log: Log, heard: Heard, line: JournalLine | None) -> Iterator[Found]:
    private = [name for name in _PRIVATE if name in heard.body]
    private += ["reason"] if heard.body["type"] == "rated" and "reason" in heard.body else []
    if private:
        yield Found(Fault.PRIVATE, f"{heard.topic}, seq {heard.body['seq']}: {private}")
    if line is None or not _agrees(heard.body, line.body):
        yield Found(Fault.NOT_KEPT, f"{log.device} heard {heard.body}, on disk {line and line.body}")


def _agrees(said: dict[str, Any], kept: dict[str, Any]) -> bool:
    """Said again after a restart an event carries the epoch of then."""
    names = [name for name in said if name not in ("epoch", *_PRIVATE)]
    return all(said[name] == kept.get(name) for name in names) and said["epoch"] >= kept["epoch"]
