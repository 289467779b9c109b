"""What stops a dispatcher from starting: one line each, that says what, where and what to do."""


class DispatcherError(Exception):
    """The root of this room's errors."""


class DatabaseError(DispatcherError):
    """The database can't be used: not ours, damaged, of another hall, of a newer program, or not there."""


class InUseError(DatabaseError):
    """Another dispatcher works with the same database file."""


class StoreFailure(DispatcherError):  # noqa: N818 - not a fault of the caller: the disk or the lock
    """A transaction did not come about: disk full, I/O error, or the database locked by somebody else."""
