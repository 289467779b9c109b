"""What all messages share: frozen models, ids, limited texts, and the one order of keys."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StrictStr, StringConstraints

MAX_COMMAND_BYTES = 4096
MAX_CATALOG_BYTES = 200_000
MAX_SEQ = 2**53 - 1  # what every reader of JSON can count to

Id = Annotated[StrictStr, StringConstraints(pattern=r"^[A-Za-z0-9-]{1,32}\z")]
"""Ids of the hall file (counter, service, green window, clerk, zone, device, hall) and ticket numbers."""
Prefix = Annotated[StrictStr, StringConstraints(pattern=r"^[A-Z]{1,2}\z")]
CommandId = Annotated[StrictStr, StringConstraints(pattern=r"^[A-Za-z0-9._-]{1,64}\z")]
Language = Annotated[StrictStr, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}\z")]
ShortText = Annotated[StrictStr, StringConstraints(min_length=1, max_length=200)]
LongText = Annotated[StrictStr, StringConstraints(min_length=1, max_length=1000)]
_NOT_IN_WORDS = r"\u0000-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
WORDS = rf"^[^{_NOT_IN_WORDS}]*\z"
"""One line as people read it: no control character, no line break, no mark that turns the direction of writing for all
that follows on the screen. The joiners that some scripts need are let through."""
ShortWords = Annotated[ShortText, StringConstraints(pattern=WORDS)]
"""As somebody asks it to stand on a screen."""
LongWords = Annotated[LongText, StringConstraints(pattern=WORDS)]
Detail = Annotated[ShortText, StringConstraints(pattern=r"^[^\x00]*\z")]
"""What a machine reports, for staff and logs: refused only for what PostgreSQL can't keep, so that none is lost."""
Whole = Annotated[StrictInt, Field(ge=0)]
Texts = Mapping[str, str]
"""A name or text by language, as in the hall file."""


class Frozen(BaseModel):
    """A message or a part of one: never changed after it was made; unknown fields are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore", protected_namespaces=())


class Asked(BaseModel):
    """What a device asks for: frozen as well, and refused when it has a field nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid", protected_namespaces=())


class Private:
    """Marks a field that is journalled but never published (CONTRACT §4: nothing personal on the wire)."""


PRIVATE = Private()


def key_order(names: Iterable[str], first: tuple[str, ...]) -> tuple[str, ...]:
    """`first` as far as they are there, then the others by name (CONTRACT §3, finer points)."""
    there = set(names)
    return tuple(n for n in first if n in there) + tuple(sorted(there.difference(first)))


def one_line(text: str) -> str:
    """What somebody typed or pasted, as words may stand in a command."""
    return " ".join(re.sub(f"[{_NOT_IN_WORDS}]+", " ", text).split())


def dump(value: Any) -> str:
    """Compact JSON, characters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def state_json(message: BaseModel) -> str:
    """A state as it is published: fields in the order they are declared, empty ones left out."""
    return message.model_dump_json(exclude_none=True, by_alias=True)
