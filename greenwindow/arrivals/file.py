"""Reads an arrivals file: a CSV whose every fault is named at once, with its line."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from greenwindow.arrivals import cells
from greenwindow.arrivals.model import Arrival, Need
from wire.terms import Priority

_T = TypeVar("_T")
_REQUIRED = ("arrival", "needs", "minutes")
_COLUMNS = (*_REQUIRED, "priority", "language", "event")


class ArrivalsError(ValueError):
    """Every fault of an arrivals file, one line each: `FILE:LINE: what is wrong, what is allowed`."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


def read_arrivals(path: Path) -> tuple[Arrival, ...]:
    """The residents of a file, by the time of their arrival. Raises ArrivalsError, which names every fault."""
    faults: list[str] = []
    lines = list(_lines(path, _text(path), faults))
    arrivals = _arrivals(path, lines, faults)
    if faults:
        raise ArrivalsError(faults)
    return tuple(sorted(arrivals, key=lambda arrival: arrival.seconds))


def _text(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise ArrivalsError([f"{path}: there is no such file; check the path"]) from None
    except IsADirectoryError:
        raise ArrivalsError([f"{path}: is a folder; name the file in it"]) from None
    except OSError as fault:
        raise ArrivalsError([f"{path}: cannot be read: {fault.strerror}"]) from None
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise ArrivalsError([f"{path}: is not a text file in UTF-8; save it as CSV in UTF-8"])
    return text


def _lines(path: Path, text: str, faults: list[str]) -> Iterator[tuple[int, list[str]]]:
    """The cells of the lines that say something, with their numbers."""
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            yield number, [cell.strip() for cell in next(csv.reader([line], strict=True))]
        except csv.Error as fault:
            faults.append(f"{path}:{number}: is not CSV ({fault}); a resident is one line")


def _arrivals(path: Path, lines: Sequence[tuple[int, list[str]]], faults: list[str]) -> list[Arrival]:
    if not lines:
        faults.append(f"{path}: is empty; its first line names the columns: {','.join(_COLUMNS)}")
        return []
    number, names = lines[0]
    if wrong := [f"{path}:{number}: {fault}" for fault in _header_faults(names)]:
        faults += wrong
        return []
    if len(lines) == 1:
        faults.append(f"{path}: names no resident; each is one line below the columns")
    return [_arrival(path, line, names, found, faults) for line, found in lines[1:]]


def _header_faults(names: Sequence[str]) -> Iterator[str]:
    allowed = ", ".join(_COLUMNS)
    for name in _REQUIRED:
        if name not in names:
            yield f"column `{name}` is missing; the columns are {allowed}"
    for name in dict.fromkeys(names):
        if name not in _COLUMNS:
            yield f"column `{name}` is unknown; the columns are {allowed}"
        elif names.count(name) > 1:
            yield f"column `{name}` is there twice; once is allowed"


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
