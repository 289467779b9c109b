"""A clerk's pin_hash, looked at without argon2: whether it is a whole argon2id hash that a small machine can check.

The form is that of the reference implementation (RFC 9106): `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, the last two in
base64 without padding.
"""

import re
from base64 import b64decode, b64encode
from typing import Any

_HOW = "make one with `greenwindow pin`"
_NUMBER = r"(0|[1-9][0-9]{0,9})"
_COSTS = re.compile(f"m={_NUMBER},t={_NUMBER},p={_NUMBER}")
_MOST_MEMORY = 1_048_576
"""KiB: 1 GiB."""
_MOST_PASSES = 100
_MOST_LANES = 64
_SALT_BYTES = 8
_HASH_BYTES = 16


def parse_pin_hash(value: Any) -> str:
    """The same text. Raises ValueError with words, which never repeat it: it may be a PIN that was put there."""
    if not isinstance(value, str) or not value.startswith("$argon2id$"):
        raise ValueError(f"is not an argon2id hash; {_HOW}")
    fault = _fault(value.split("$")[2:])
    if fault is not None:
        raise ValueError(f"is not a whole argon2id hash: {fault}; {_HOW}")
    return value


def _fault(parts: list[str]) -> str | None:
    if len(parts) != 4:
        return "after $argon2id$ it has v=19, costs, salt and hash, with $ between"
    version, costs, salt, digest = parts
    if version != "v=19":
        return f"its version is 19, written v=19, not {version[:20]}"
    if _bytes(salt) < _SALT_BYTES:
        return "its salt is cut short or mistyped"
    if _bytes(digest) < _HASH_BYTES:
        return "its end is cut short or mistyped"
    return _cost_fault(costs)


def _cost_fault(costs: str) -> str | None:
    form = _COSTS.fullmatch(costs)
    if form is None:
        return f"its costs are written m=47104,t=2,p=1, not {costs[:40]}"
    memory, passes, lanes = map(int, form.groups())
    if not (
        8 * lanes <= memory <= _MOST_MEMORY and 1 <= passes <= _MOST_PASSES and 1 <= lanes <= _MOST_LANES
    ):
        most = f"m from 8 times p to {_MOST_MEMORY}, t from 1 to {_MOST_PASSES}, p from 1 to {_MOST_LANES}"
        return f"its costs are {costs}; allowed is {most}"
    return None


def _bytes(text: str) -> int:
    """How many bytes a text stands for in base64 without padding; 0 where it stands for none."""
    try:
        found = b64decode(text + "=" * (-len(text) % 4), validate=True)
    except ValueError:
        return 0
    return len(found) if b64encode(found).decode().rstrip("=") == text else 0
