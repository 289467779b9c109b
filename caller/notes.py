"""What became of a press."""

from dataclasses import dataclass

from caller.actions import Press
from wire.errors import ErrorCode


@dataclass(frozen=True)
class Accepted:
    """The dispatcher did it; `ticket` is the number it concerned, None when there was none."""

    press: Press
    ticket: str | None
    kiosk: str | None = None
    """Where a paper comes out."""


@dataclass(frozen=True)
class Refused:
    """The dispatcher said no."""

    press: Press
    code: ErrorCode


@dataclass(frozen=True)
class NoAnswer:
    """Nothing came back in time; the press may or may not have been done. It is never sent again."""

    press: Press


@dataclass(frozen=True)
class NotSent:
    """The hall was not there: nothing was sent, nothing will be."""

    press: Press


Note = Accepted | Refused | NoAnswer | NotSent
