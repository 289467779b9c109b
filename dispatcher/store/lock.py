"""One dispatcher a database file: an operating system's lock beside it, gone with the process that held it."""

import fcntl
import os
from contextlib import suppress
from pathlib import Path

from dispatcher.errors import DatabaseError, InUseError


class FileLock:
    """Held from its making until `release`, or until the process ends, however it ends."""

    def __init__(self, database: Path) -> None:
        """Raises InUseError, naming the process that has it; DatabaseError if the folder can't be written."""
        self._path = database.with_name(database.name + ".lock")
        try:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as fault:
            raise DatabaseError(f"{self._path}: cannot be written: {fault.strerror}") from None
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = os.pread(self._file, 20, 0).decode(errors="replace").strip() or "unknown"
            os.close(self._file)
            raise InUseError(
                f"{database}: in use by process {holder}", "a hall has one dispatcher: stop that one first"
            ) from None
        with suppress(OSError):  # the lock holds without it: on a full disk only its holder's name is missing
            os.ftruncate(self._file, 0)
            os.pwrite(self._file, f"{os.getpid()}\n".encode(), 0)

    def release(self) -> None:
        """Lets the next one in. The file stays: taking it away would race with that one."""
        os.close(self._file)
