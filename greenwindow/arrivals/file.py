"""Reads an arrivals file: a CSV whose every fault is named at once, with its line."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from greenwindow.arrivals import cells
from greenwindow.arrivals.model import Arrival, Need
from greenwindow.table import TableError, header_faults, table_lines, table_text
from wire.terms import Priority

_T = TypeVar("_T")
_REQUIRED = ("arrival", "needs", "minutes")
_COLUMNS = (*_REQUIRED, "priority", "language", "event")


class ArrivalsError(TableError):
    """Every fault of an arrivals file, one line each: `FILE:LINE: what is wrong, what is allowed`."""


def read_arrivals(path: Path) -> tuple[Arrival, ...]:
    """The residents of a file, by the time of their arrival. Raises ArrivalsError, which names every fault."""
    faults: list[str] = []
    lines = list(table_lines(path, table_text(path, ArrivalsError), faults, one="a resident"))
    arrivals = _arrivals(path, lines, faults)
    if faults:
        raise ArrivalsError(faults)
    return tuple(sorted(arrivals, key=lambda arrival: arrival.seconds))


def _arrivals(path: Path, lines: Sequence[tuple[int, list[str]]], faults: list[str]) -> list[Arrival]:
    if not lines:
        faults.append(f"{path}: is empty; its first line names the columns: {','.join(_COLUMNS)}")
        return []
    number, names = lines[0]
    if wrong := [f"{path}:{number}: {fault}" for fault in header_faults(names, _REQUIRED, _COLUMNS)]:
        faults += wrong
        return []
    if len(lines) == 1:
        faults.append(f"{path}: names no resident; each is one line below the columns")
    return [_arrival(path, line, names, found, faults) for line, found in lines[1:]]


class _Row:
    """One resident's cells, and what is wrong with them."""

    def __init__(self, cells_by_name: Mapping[str, str]) -> None:
        self._cells = cells_by_name
        self.faults: list[str] = []

    def read(self, column: str, parse: Callable[[str], _T], otherwise: _T) -> _T:
        """The value in a column; `otherwise` stands in for a faulty one."""
        try:
            return parse(self._cells.get(column, ""))
        except ValueError as fault:
            self.faults.append(f"{column}: {fault}")
            return otherwise


def _arrival(path: Path, line: int, names: Sequence[str], found: Sequence[str], faults: list[str]) -> Arrival:
    row = _Row(dict(zip(names, found, strict=False)))
    if len(found) != len(names):
        row.faults.append(f"has {len(found)} cells where the first line names {len(names)} columns")
    arrival = Arrival(
        seconds=row.read("arrival", cells.seconds, 0),
        needs=_needs(row),
        priority=row.read("priority", cells.priority, Priority.NONE),
        language=row.read("language", cells.language, None),
        event=row.read("event", cells.event, None),
        line=line,
    )
    faults += [f"{path}:{line}: {fault}" for fault in row.faults]
    return arrival


def _needs(row: _Row) -> tuple[Need, ...]:
    nothing: tuple[()] = ()
    services: tuple[str, ...] = row.read("needs", cells.services, nothing)
    minutes: tuple[float, ...] = row.read("minutes", cells.durations, nothing)
    if services and minutes and len(services) != len(minutes):
        row.faults.append(
            f"minutes: there are {len(minutes)} for {len(services)} needs; one each, joined by +"
        )
    return tuple(Need(service, length) for service, length in zip(services, minutes, strict=False))
