"""Reads a bookings file: a CSV whose every fault is named at once, with its line."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from greenwindow.arrivals import cells
from greenwindow.table import TableError, header_faults, table_lines, table_text
from hall.plan import Plan
from wire.terms import Priority

_T = TypeVar("_T")
_REQUIRED = ("appointment", "needs", "slot")
_COLUMNS = (*_REQUIRED, "priority", "language", "phone")
_APPOINTMENT = re.compile(r"[A-Za-z0-9._-]{1,64}")
_PHONE = re.compile(r"(?:\+86)?([0-9]{4,11})")
_LAST = 4
_SLOT = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d", re.ASCII)


class BookingsError(TableError):
    """Every fault of a bookings file, one line each: `FILE:LINE: what is wrong, what is allowed`."""


@dataclass(frozen=True)
class Booking:
    """One line. `slot` is in milliseconds since 1970 UTC."""

    appointment: str
    services: tuple[str, ...]
    slot: int
    priority: Priority
    language: str | None
    line: int
    phone: str | None = field(default=None, repr=False)
    """Its last four digits."""

    @property
    def command(self) -> str:
        """The id of its command: the same line asks the same thing, however often the file is brought. The phone is
        no part of it: ids are journalled."""
        content = (self.appointment, self.services, self.slot, self.priority.value, self.language)
        return f"book-{hashlib.sha256(repr(content).encode()).hexdigest()[:32]}"


def read_bookings(path: Path, plan: Plan) -> tuple[Booking, ...]:
    """The bookings of a file, in its order, held against the hall file. Raises BookingsError with every fault."""
    faults: list[str] = []
    lines = list(table_lines(path, table_text(path, BookingsError), faults, one="an appointment"))
    found = _bookings(path, lines, plan, faults)
    if faults:
        raise BookingsError(faults)
    return tuple(found)


def _bookings(
    path: Path, lines: Sequence[tuple[int, list[str]]], plan: Plan, faults: list[str]
) -> list[Booking]:
    if not lines:
        faults.append(f"{path}: is empty; its first line names the columns: {','.join(_COLUMNS)}")
        return []
    number, names = lines[0]
    if wrong := [f"{path}:{number}: {fault}" for fault in header_faults(names, _REQUIRED, _COLUMNS)]:
        faults += wrong
        return []
    rows = [_Row(number, names, found, plan) for number, found in lines[1:]]
    found = [row.booking() for row in rows]
    seen: dict[str, int] = {}
    for row, booking in zip(rows, found, strict=True):
        first = seen.setdefault(booking.appointment, booking.line)
        if first != booking.line and booking.appointment:
            row.faults.append(
                f"appointment: `{booking.appointment}` is in line {first} already; once is allowed"
            )
        faults += [f"{path}:{row.line}: {fault}" for fault in row.faults]
    return found


class _Row:
    """One line's cells, and what is wrong with them."""

    def __init__(self, line: int, names: Sequence[str], found: Sequence[str], plan: Plan) -> None:
        self.line = line
        self._cells = dict(zip(names, found, strict=False))
        self._plan = plan
        self.faults: list[str] = []
        if len(found) != len(names):
            self.faults.append(f"has {len(found)} cells where the first line names {len(names)} columns")

    def booking(self) -> Booking:
        """What it says; stand-ins for faulty cells."""
        nothing: tuple[str, ...] = ()
        return Booking(
            appointment=self._read("appointment", _appointment, ""),
            services=self._read("needs", self._services, nothing),
            slot=self._read("slot", self._slot, 0),
            priority=self._read("priority", cells.priority, Priority.NONE),
            language=self._read("language", self._language, None),
            line=self.line,
            phone=self._read("phone", _phone, None),
        )

    def _read(self, column: str, parse: Callable[[str], _T], otherwise: _T) -> _T:
        try:
            return parse(self._cells.get(column, ""))
        except ValueError as fault:
            self.faults.append(f"{column}: {fault}")
            return otherwise

    def _services(self, cell: str) -> tuple[str, ...]:
        names = cells.services(cell)
        for name in names:
            if self._plan.service(name) is None:
                known = ", ".join(service.id for service in self._plan.services)
                raise ValueError(f"service `{name}` is not in the hall file; it has {known}")
        return names

    def _language(self, cell: str) -> str | None:
        if cell and cell not in self._plan.hall.languages:
            known = ", ".join(self._plan.hall.languages)
            raise ValueError(f"`{cell}` is not a language of the hall; it has {known}, or leave it empty")
        return cell or None

    def _slot(self, cell: str) -> int:
        return local_instant(cell, self._plan.hall.zone)


def _appointment(cell: str) -> str:
    if not _APPOINTMENT.fullmatch(cell):
        raise ValueError(f"`{cell}` is not an appointment's id; allowed are 1-64 of A-Z a-z 0-9 . _ -")
    return cell


def _phone(cell: str) -> str | None:
    """Its last four digits, for no more is needed; what is wrong is not said again: it may be somebody's."""
    found = _PHONE.fullmatch(cell.replace(" ", "").replace("-", ""))
    if cell and found is None:
        raise ValueError("is not a phone; allowed are 4 to 11 digits, or nothing")
    return found[1][-_LAST:] if found is not None else None


def local_instant(text: str, zone: ZoneInfo) -> int:
    """`2026-11-23 09:30` by the hall's clock. Raises ValueError, also for an hour that a change of clocks skips."""
    wrong = (
        f"`{text}` is not a moment; allowed is YYYY-MM-DD HH:MM by the hall's clock, as in 2026-11-23 09:30"
    )
    if not _SLOT.fullmatch(text):
        raise ValueError(wrong)
    try:
        local = datetime.fromisoformat(text).replace(tzinfo=zone)
        moment = local.astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError(wrong) from None
    if moment.astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise ValueError(f"`{text}` does not exist: the clocks are put forward then; choose another")
    return int(moment.timestamp()) * 1000
