"""What stops a dispatcher from starting or working on: one line each, that says what, where and what to do."""


class DispatcherError(Exception):
    """The root of this room's errors."""


class DatabaseError(DispatcherError):
    """The database can't be used: not ours, damaged, of another hall, of a newer program, or not there."""


class InUseError(DatabaseError):
    """Another dispatcher works with the same database."""

    def __init__(self, found: str, todo: str) -> None:
        """`found`: who has it; that is all that somebody who waits wants to know."""
        super().__init__(f"{found}; {todo}")
        self.found = found


class AwayError(DatabaseError):
    """The database server can't be reached or isn't up yet: later it may be."""


class StoreFailure(DispatcherError):  # noqa: N818 - not a fault of the caller: the disk or the lock
    """A transaction did not come about: disk full, I/O error, connection lost, or locked by somebody else."""


class TermOver(Exception):  # noqa: N818 - no error: another dispatcher decides now
    """This dispatcher's term is over: whatever it still holds in memory must neither be written nor said."""

    def __init__(self, why: str, heard: int = 0) -> None:
        """`heard`: the higher epoch that was heard, if that is how it was found out."""
        super().__init__(why)
        self.heard = heard


class CareError(DispatcherError):
    """A backup that can't be taken, read or restored."""
