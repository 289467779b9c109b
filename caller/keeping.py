"""What outlives a restart of the pad: who signed in at it last, so that this clerk comes first in the morning."""

from collections.abc import Mapping
from pathlib import Path

import structlog

_FILE = "last-clerk"


def state_folder(environment: Mapping[str, str], hall: str, device: str) -> Path:
    """Where a lone station's things belong, by the XDG base directories."""
    home = environment.get("XDG_STATE_HOME") or "~/.local/state"
    return Path(home).expanduser() / "greenwindow" / f"{hall}-{device}"


class LastClerk:
    """A clerk's id in a file. A folder that can't be used costs only this convenience: it is logged."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / _FILE

    def load(self) -> str | None:
        """None when nobody has signed in yet, or nobody can tell."""
        try:
            return self._file.read_text(encoding="utf-8").strip() or None
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as fault:
            self._complain(fault)
            return None

    def save(self, clerk: str) -> None:
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file.write_text(clerk + "\n", encoding="utf-8")
        except OSError as fault:
            self._complain(fault)

    def _complain(self, fault: Exception) -> None:
        structlog.get_logger("pad").info("last clerk not kept", file=str(self._file), why=str(fault))
