"""What each column of an arrivals file may hold; ValueError says what is wrong with a cell and what is allowed."""

import re

from greenwindow.arrivals.model import Hold, NoShow, Oddity, TransferToCounter, TransferToService
from wire.terms import Priority

_LONGEST_MIN = 480
_ID = re.compile(r"[A-Za-z0-9-]{1,32}")
_NUMBER = re.compile(r"\d{1,6}(\.\d{1,6})?", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d):([0-5]\d)", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def seconds(cell: str) -> int:
    """`08:31:05` as seconds since midnight."""
    found = _TIME.fullmatch(cell)
    if not found:
        raise ValueError(f"`{cell}` is not a time; allowed is HH:MM:SS, as in 08:31:05")
    return int(found[1]) * 3600 + int(found[2]) * 60 + int(found[3])


def services(cell: str) -> tuple[str, ...]:
    """`med-register+id-card`, no service twice."""
    names = tuple(_identifier(part.strip(), "service") for part in cell.split("+"))
    if len(set(names)) < len(names):
        raise ValueError(f"`{cell}` names a service twice; once is allowed")
    return names


def durations(cell: str) -> tuple[float, ...]:
    """`4+12.5`, the minutes of each need."""
    return tuple(_minutes(part.strip()) for part in cell.split("+"))


def priority(cell: str) -> Priority:
    """A priority class; empty is `none`."""
    try:
        return Priority(cell or "none")
    except ValueError:
        raise ValueError(f"`{cell}` is not a priority class; allowed are {', '.join(Priority)}") from None


def language(cell: str) -> str | None:
    """A language's code; empty is the hall's first."""
    if cell and not _LANGUAGE.fullmatch(cell):
        raise ValueError(f"`{cell}` is not a language's code; allowed are those of the hall file, as in zh")
    return cell or None


def event(cell: str) -> Oddity | None:
    """What befalls the resident; empty is nothing."""
    name, colon, rest = cell.partition(":")
    match name, bool(colon):
        case "", False:
            return None
        case "transfer", True:
            return TransferToService(_identifier(rest, "service"))
        case "transfer-counter", True:
            return TransferToCounter(_identifier(rest, "counter"))
        case "hold", True:
            return Hold(_minutes(rest))
        case "no-show", False:
            return NoShow()
        case "no-show-returns", True:
            return NoShow(_minutes(rest))
    raise ValueError(
        f"`{cell}` is unknown; allowed are transfer:SERVICE, transfer-counter:COUNTER, hold:MINUTES, "
        "no-show, no-show-returns:MINUTES, or nothing"
    )


def _identifier(text: str, what: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError(
            f"`{text}` is not a {what}'s id; allowed are 1-32 of A-Z a-z 0-9 -, joined by + if several"
        )
    return text


def _minutes(text: str) -> float:
    if not _NUMBER.fullmatch(text) or not 0 < float(text) <= _LONGEST_MIN:
        raise ValueError(f"`{text}` is not a number of minutes; allowed is more than 0, up to {_LONGEST_MIN}")
    return float(text)
