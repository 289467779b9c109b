"""All checks, one after the other: none of them can keep the others from being made."""

from collections.abc import Callable, Iterator

from greenwindow.doctor.broker import broker, certificates
from greenwindow.doctor.devices import devices
from greenwindow.doctor.finding import Check, Finding, Words
from greenwindow.doctor.hall_file import hall_file
from greenwindow.doctor.heart import clock, dispatcher
from greenwindow.doctor.patient import Patient
from greenwindow.doctor.senses import fonts, sound, voice
from greenwindow.doctor.storage import backup, database, disk

CHECKS: tuple[Callable[[Patient], Iterator[Finding]], ...] = (
    hall_file, broker, certificates, dispatcher, database, backup, disk, clock, devices, voice, sound, fonts,
)  # fmt: skip


def examine(patient: Patient) -> Iterator[Finding]:
    """Everything that can be looked at."""
    for check in CHECKS:
        yield from safely(check, patient)


def safely(check: Callable[[Patient], Iterator[Finding]], patient: Patient) -> Iterator[Finding]:
    """A check that fails is a finding too."""
    try:
        yield from check(patient)
    except Exception as fault:  # noqa: BLE001 - whatever is broken here, the other checks are wanted all the more
        words = f"{type(fault).__name__}: {' '.join(str(fault).split())}"[:200]
        name = Check(Words(check.__name__, check.__name__))
        yield name.fault(
            Words(f"无法检查（{words}）", f"could not be looked at ({words})"),
            Words("请把这一行报告给维护者", "report this line to whoever maintains the program"),
        )
