"""Checks that a hall has what its arrivals ask for."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from greenwindow.arrivals.file import ArrivalsError
from greenwindow.arrivals.model import Arrival, TransferToCounter, TransferToService


def check_arrivals(
    arrivals: Iterable[Arrival],
    path: Path,
    *,
    services: Collection[str],
    languages: Collection[str],
    counters: Collection[str],
) -> None:
    """Raises ArrivalsError, naming every id the hall doesn't have; `path` is what its lines begin with."""
    known = {"service": services, "language": languages, "counter": counters}
    faults = [
        f"{path}:{arrival.line}: {kind} `{name}` is not in the hall file; "
        f"it has {', '.join(sorted(known[kind]))}"
        for arrival in sorted(arrivals, key=lambda arrival: arrival.line)
        for kind, name in _mentions(arrival)
        if name not in known[kind]
    ]
    if faults:
        raise ArrivalsError(faults)


def _mentions(arrival: Arrival) -> Iterator[tuple[str, str]]:
    """Kind and id of everything of the hall that an arrival names."""
    for need in arrival.needs:
        yield "service", need.service
    if arrival.language is not None:
        yield "language", arrival.language
    match arrival.event:
        case TransferToService(service):
            yield "service", service
        case TransferToCounter(counter):
            yield "counter", counter
