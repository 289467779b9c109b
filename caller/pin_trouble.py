"""What a wrong PIN costs: the two figures in the dispatcher's words, which are all that a reply has of them."""

import re
from dataclasses import dataclass

_LEFT = re.compile(r"\((\d+) more\b")
_WAIT = re.compile(r"\b(\d+) seconds\b")


@dataclass(frozen=True)
class PinTrouble:
    """`left`: how many wrong ones are still free; `wait_s`: seconds until a PIN is looked at again. None: not said."""

    left: int | None = None
    wait_s: int | None = None


def pin_trouble(message: str) -> PinTrouble:
    """Read from the words of a `wrong_pin`; other words than those known say nothing, and nothing is made up."""
    return PinTrouble(_figure(_LEFT, message), _figure(_WAIT, message))


def _figure(pattern: re.Pattern[str], message: str) -> int | None:
    found = pattern.search(message)
    return int(found[1]) if found else None
