"""The hall file on disk: what it says, and when somebody has changed it."""

import os
from dataclasses import dataclass
from pathlib import Path

from dispatcher.logo import logo_path, read_logo
from dispatcher.views.catalog import catalog_view
from hall.plan import Plan, PlanError, load_plan, plan_version
from wire.base import MAX_CATALOG_BYTES, state_json


@dataclass(frozen=True)
class PlanText:
    """A hall file that is right: its plan, its version, and the text itself."""

    plan: Plan
    version: str
    text: str
    logo: str = ""
    """The picture it names, as the catalog carries it."""


def plan_from_text(text: str) -> PlanText:
    """Raises PlanError."""
    data = text.encode()
    return PlanText(load_plan(data), plan_version(data), text)


def plan_problem(plan: PlanText) -> str | None:
    """Why stations could not be told of that hall file."""
    size = len(state_json(catalog_view(plan.plan, plan.version, 0, 0, plan.logo)).encode())
    if size <= MAX_CATALOG_BYTES:
        return None
    return (
        f"its catalog has {size} bytes, at most {MAX_CATALOG_BYTES} are allowed; shorten checklists and texts"
    )


class PlanFile:
    """Asked once a second whether there is a new one, or another picture for the one there is."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._logo: Path | None = None
        self._seen = self._stamp()

    def read(self) -> PlanText:
        """Raises PlanError, with every fault; OSError."""
        data = self.path.read_bytes()
        plan = load_plan(data)
        self._logo = logo_path(plan, self.path)
        logo = read_logo(plan, self.path)
        return PlanText(plan, plan_version(data + logo.encode()), data.decode(), logo)

    def changed(self) -> bool:
        """Whether the file is another than when this was asked last."""
        stamp = self._stamp()
        different = stamp is not None and stamp != self._seen
        self._seen = stamp or self._seen
        return different

    def latest(self, known: PlanText) -> PlanText:
        """What it says by now, if it has changed and is right; else what is known."""
        if not self.changed():
            return known
        try:
            plan = self.read()
        except (PlanError, OSError):
            return known
        same_hall = plan.plan.hall.id == known.plan.hall.id
        return plan if same_hall and plan_problem(plan) is None else known

    def fault_lines(self, error: PlanError | OSError) -> list[str]:
        """One line a fault."""
        faults = error.faults if isinstance(error, PlanError) else (error.strerror or error,)
        return [f"{self.path}: {fault}" for fault in faults]

    def _stamp(self) -> tuple[int, ...] | None:
        own = _figures(self.path)
        return None if own is None else own + ((_figures(self._logo) or ()) if self._logo else ())


def _figures(path: Path) -> tuple[int, ...] | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - the three figures of it
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
