"""`greenwindow doctor`: what is wrong with a hall, and what to do about it."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greenwindow.arguments import Database, Folder, HallFile
from greenwindow.problems import FAILED

if TYPE_CHECKING:
    from greenwindow.doctor import Finding, Patient


class Language(StrEnum):
    """What the table is written in."""

    ZH = "zh"
    EN = "en"


def doctor(
    hall: HallFile,
    directory: Folder = None,
    database: Database = None,
    language: Annotated[
        Language, typer.Option(envvar="GREENWINDOW_LANGUAGE", help="of the table")
    ] = Language.ZH,
    as_json: Annotated[bool, typer.Option("--json", help="for programs, in both languages")] = False,
) -> None:
    """Looks at hall file, broker, dispatcher, database, backup, disk, clock, devices, sound and fonts.

    Each with what was seen and what to do. It works when everything is down, and is in nobody's way when nothing is.
    Exit code 0 without faults, else 1.
    """
    from greenwindow.doctor import Level, examine  # noqa: PLC0415 - quick --help

    with _hushed():
        findings = list(examine(_listened(_patient(hall, directory, database))))
    _show(findings, language, as_json=as_json)
    if any(finding.level is Level.FAULT for finding in findings):
        raise typer.Exit(FAILED)


def _patient(hall: Path, directory: Path | None, database: str | None) -> "Patient":
    from dispatcher.store.address import SqliteFile  # noqa: PLC0415
    from greenwindow.doctor.patient import find_patient  # noqa: PLC0415
    from greenwindow.places import database_of  # noqa: PLC0415
    from runtime import SystemClock  # noqa: PLC0415

    address = None if database is None else database_of(directory or Path(), database)
    if address is None and directory is not None:
        address = SqliteFile(directory / "hall.db")
    return find_patient(hall, directory, address, SystemClock())


def _listened(patient: "Patient") -> "Patient":
    from greenwindow.doctor.ear import Heard, listen  # noqa: PLC0415

    if patient.plan is None or patient.folder is None:
        return replace(patient, heard=Heard(trouble="the hall file doesn't say which hall this is"))
    return replace(patient, heard=listen(patient.folder, patient.plan.hall.id, patient.clock))


def _show(findings: "list[Finding]", language: Language, *, as_json: bool) -> None:
    from rich.console import Console  # noqa: PLC0415

    from greenwindow.doctor.table import as_json as jsonable  # noqa: PLC0415
    from greenwindow.doctor.table import table  # noqa: PLC0415

    if as_json:
        typer.echo(json.dumps(jsonable(findings), ensure_ascii=False, indent=1))
    else:
        Console(highlight=False).print(table(findings, language.value))


@contextmanager
def _hushed() -> Iterator[None]:
    """What the parts say to a log is in the table, in better words."""
    import structlog  # noqa: PLC0415

    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    try:
        yield
    finally:
        structlog.configure(**before)
