"""The backup file: a zip of the database's copy, the hall file, credentials, pki, and a manifest of all.

Any program that knows zip can look into it. It holds passwords and keys: for the owner only.
"""

import hashlib
import lzma
import os
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from dispatcher.care.copying import Progress
from dispatcher.errors import CareError
from wire.base import Frozen, Whole
from wire.instant import Instant

FORMAT = 1
MANIFEST = "manifest.json"
DATABASE = "hall.db"
HALL_FILE = "hall.toml"
KEPT_FOLDERS = ("credentials", "pki")
_CHUNK = 1 << 20
_SPOILED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, LookupError, ValueError, RuntimeError,
)  # fmt: skip
"""What zipfile and pydantic raise for damaged files, by where the damage is."""
_LONGEST_MANIFEST = 10_000_000
_USE_ANOTHER = "use another backup"


class FileEntry(Frozen):
    """A file in the backup."""

    size: Whole
    sha256: str


class Manifest(Frozen):
    """What the backup says of itself."""

    format: Whole
    version: str
    """Of the program."""
    hall: str
    name: dict[str, str]
    at: Instant
    schema_: str
    """The database's migration step."""
    home: str
    """Where it was: sqlite or postgresql."""
    epoch: Whole
    last_at: Instant
    """The last moment that the journal knows."""
    rows: dict[str, Whole]
    files: dict[str, FileEntry]


@dataclass(frozen=True)
class Source:
    """A file that goes into a backup, under a name."""

    name: str
    path: Path


def sources_of(folder: Path, database: Path, hall: Path) -> list[Source]:
    """Everything of a hall on this machine that can't be made again from something else."""
    kept = [
        Source(path.relative_to(folder).as_posix(), path)
        for name in KEPT_FOLDERS
        for path in sorted((folder / name).rglob("*"))
        if path.is_file() and not path.name.endswith(".new")
    ]
    return [Source(DATABASE, database), Source(HALL_FILE, hall), *kept]


def write_archive(target: Path, about: Manifest, sources: Iterable[Source], progress: Progress) -> Manifest:
    """Whole or not at all, mode 0600; the manifest with what was found. Raises OSError."""
    draft = target.with_name(target.name + ".new")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            manifest = _fill(file, about, list(sources), progress)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)
    return manifest


def sync_folder(folder: Path) -> None:
    """A name is on disk only when its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _fill(file: IO[bytes], about: Manifest, sources: list[Source], progress: Progress) -> Manifest:
    entries: dict[str, FileEntry] = {}
    done, whole = 0, max(1, sum(source.path.stat().st_size for source in sources))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for source in sources:
            sha, begun = hashlib.sha256(), done
            about_it = zipfile.ZipInfo.from_file(source.path, source.name, strict_timestamps=False)
            about_it.compress_type = zipfile.ZIP_DEFLATED
            with source.path.open("rb") as content, archive.open(about_it, "w", force_zip64=True) as entry:
                while chunk := content.read(_CHUNK):
                    sha.update(chunk)
                    entry.write(chunk)
                    done += len(chunk)
                    progress(min(1.0, done / whole))
            entries[source.name] = FileEntry(size=done - begun, sha256=sha.hexdigest())
        manifest = about.model_copy(update={"files": entries})
        archive.writestr(MANIFEST, manifest.model_dump_json(indent=1))
    return manifest


class Archive:
    """A backup file, opened for reading."""

    def __init__(self, path: Path, file: zipfile.ZipFile, manifest: Manifest) -> None:
        self.path = path
        self.manifest = manifest
        self._file = file

    def extract(self, folder: Path, progress: Progress) -> None:
        """All files below that folder, each compared with the manifest. Raises CareError, OSError."""
        done, whole = 0, max(1, sum(entry.size for entry in self.manifest.files.values()))
        for name, entry in self.manifest.files.items():
            goal = folder / name
            goal.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._copy(name, goal) != entry.sha256:
                raise _damaged(self.path, f"{name} is not what was backed up")
            done += entry.size
            progress(done / whole)

    def _copy(self, name: str, goal: Path) -> str:
        sha = hashlib.sha256()
        descriptor = os.open(goal, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as file, self._file.open(name) as content:
                while chunk := content.read(_CHUNK):
                    sha.update(chunk)
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
        except _SPOILED as fault:
            raise _damaged(self.path, str(fault)) from None
        except OSError as fault:
            if fault.errno is None:  # zlib's and zipfile's own
                raise _damaged(self.path, str(fault)) from None
            raise
        return sha.hexdigest()


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """Raises CareError for anything but a whole backup that this version understands."""
    try:
        file = zipfile.ZipFile(path)
    except FileNotFoundError:
        raise CareError(f"{path}: there is no such file; check the path") from None
    except IsADirectoryError:
        raise CareError(f"{path}: is a folder; name the backup in it") from None
    except OSError as fault:
        raise CareError(f"{path}: cannot be read: {fault.strerror or fault}") from None
    except _SPOILED:
        raise CareError(f"{path}: is no backup, or only a part of one; {_USE_ANOTHER}") from None
    with file:
        yield Archive(path, file, _manifest(path, file))


def _manifest(path: Path, file: zipfile.ZipFile) -> Manifest:
    try:
        if file.getinfo(MANIFEST).file_size > _LONGEST_MANIFEST:
            raise _damaged(path, "its manifest is too long")
        manifest = Manifest.model_validate_json(file.read(MANIFEST))
    except KeyError:
        raise CareError(f"{path}: is a zip, but no backup of Green Window; {_USE_ANOTHER}") from None
    except (*_SPOILED, OSError) as fault:
        raise _damaged(path, f"its manifest can't be read: {type(fault).__name__}") from None
    if manifest.format > FORMAT:
        words = f"made by a newer version of Green Window ({manifest.version})"
        raise CareError(f"{path}: {words}; install that version")
    _check_names(path, manifest.files)
    return manifest


def _check_names(path: Path, files: Mapping[str, FileEntry]) -> None:
    """Nothing in it may lead out of the folder it is restored to."""
    for name in files:
        parts = PurePosixPath(name).parts
        known = name in (DATABASE, HALL_FILE) or (len(parts) > 1 and parts[0] in KEPT_FOLDERS)
        if not known or ".." in parts or name.startswith("/") or "\\" in name:
            raise _damaged(path, f"it has a file {name!r} that no backup has")
    for name in (DATABASE, HALL_FILE):
        if name not in files:
            raise _damaged(path, f"{name} is not in it")


def _damaged(path: Path, words: str) -> CareError:
    return CareError(f"{path}: is damaged ({' '.join(words.split())[:120]}); {_USE_ANOTHER}")
