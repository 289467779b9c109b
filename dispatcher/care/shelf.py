"""Where a hall's backups lie when nobody says otherwise: `DIR/backups`, the newest of them kept."""

from datetime import datetime, tzinfo
from pathlib import Path

from dispatcher.care.archive import Manifest
from wire.base import Frozen, Whole
from wire.instant import Instant

FOLDER = "backups"
SUFFIX = ".gwbackup"
KEPT = 14
_LAST = "last-backup.json"


class LastBackup(Frozen):
    """What is remembered of the last backup, wherever it went."""

    at: Instant
    file: str
    size: Whole


def default_name(folder: Path, hall: str, at: int, zone: tzinfo) -> Path:
    """`DIR/backups/<hall>-<date>-<time>.gwbackup`, by the hall's own clock; sorted by name is sorted by time."""
    local = datetime.fromtimestamp(at / 1000, zone)
    return folder / FOLDER / f"{hall}-{local:%Y%m%d-%H%M%S}{SUFFIX}"


def clear_out(folder: Path, hall: str, keep: int) -> list[Path]:
    """Removes all but the newest of that hall in `DIR/backups`; those that went."""
    found = sorted((folder / FOLDER).glob(f"{hall}-????????-??????{SUFFIX}"))
    gone = found[: max(0, len(found) - keep)]
    for path in gone:
        path.unlink()
    return gone


def remember(folder: Path, target: Path, manifest: Manifest) -> None:
    """So that `doctor` and the metrics can tell how old the last one is."""
    last = LastBackup(at=manifest.at, file=str(target.absolute()), size=target.stat().st_size)
    draft = folder / f"{_LAST}.new"
    draft.write_text(last.model_dump_json(), encoding="utf-8")
    draft.rename(folder / _LAST)


def last_backup(folder: Path) -> LastBackup | None:
    """The last one that was taken of the hall in that folder, if any."""
    try:
        return LastBackup.model_validate_json((folder / _LAST).read_bytes())
    except (OSError, ValueError):
        return None
