"""What an MQTT button says, by its vendor's preset: topic + JSON path + value → key. Pure; presets are data files.

topic = "shellies/{address}/input_event/0"    # {address}: the pad's address stands here in the topic
code = ["event"]                               # where in the JSON; several are joined by a space
count = "event_cnt"                            # a number that rises with each press, where there is one
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hw.keypad.keymap import KeyMap, MapFile

ADDRESS = "{address}"
MOST_BYTES = 8192


@dataclass(frozen=True)
class Preset:
    """One kind of button."""

    keys: KeyMap
    topic: str
    code: tuple[str, ...]
    each: str = ""
    """The list whose items are presses of their own; empty: the whole message is one."""
    count: str = ""
    time: str = ""
    """Seconds or milliseconds since 1970 at which it was pressed, by the button's clock."""

    def pattern(self, topic: str) -> str:
        """What to subscribe to."""
        return topic.replace(ADDRESS, "+")

    def address(self, topic: str, heard: str) -> str | None:
        """The part of the heard topic that stands for the address; '' where the topic has none; None: another topic."""
        wanted, said = topic.split("/"), heard.split("/")
        if len(wanted) != len(said):
            return None
        found = ""
        for part, is_part in zip(wanted, said, strict=True):
            if part == ADDRESS:
                found = is_part
            elif part not in ("+", is_part):
                return None
        return found


@dataclass(frozen=True)
class Said:
    """One press as a button says it."""

    code: str
    count: int | None = None
    at_s: float | None = None


def read(preset: Preset, payload: bytes) -> list[Said] | None:
    """The presses in this message, none where it says nothing of a press; None if it can't be understood."""
    if len(payload) > MOST_BYTES:
        return None
    try:
        message = json.loads(payload) if preset.code else payload.decode("utf-8")
    except (ValueError, RecursionError):
        return None
    if not preset.code:
        return [Said(message.strip())] if message.strip() else []
    items = _find(message, preset.each) if preset.each else message
    said = [_said(preset, message, item) for item in (items if isinstance(items, list) else [items])]
    return [one for one in said if one is not None]


def _said(preset: Preset, message: Any, item: Any) -> Said | None:
    parts = [_find(item, path) for path in preset.code]
    if not all(isinstance(part, str | int) and part != "" for part in parts):
        return None  # a state, a battery level, the end of a press
    count = _find(item, preset.count) if preset.count else None
    at = _find(message, preset.time) if preset.time else None
    return Said(
        " ".join(str(part) for part in parts),
        count if isinstance(count, int) and not isinstance(count, bool) else None,
        _seconds(at) if isinstance(at, int | float) and not isinstance(at, bool) else None,
    )


def _seconds(at: float) -> float | None:
    """A clock that was never set counts from its start: that tells nothing."""
    seconds = at / 1000 if at > 1e11 else at
    return seconds if seconds > 1e9 else None


def _find(item: Any, path: str) -> Any:
    for step in path.split(".") if path else ():
        if isinstance(item, Mapping):
            item = item.get(step)
        elif isinstance(item, list) and step.isdigit() and int(step) < len(item):
            item = item[int(step)]
        else:
            return None
    return item


def read_preset(name: str) -> Preset:
    """A preset that comes with the program, by its name, or one in a file. Raises MapError."""
    file = MapFile(name, "mqtt-button")
    file.only("topic", "code", "each", "count", "time")
    code = file.table.get("code")
    if not isinstance(code, list) or not all(isinstance(path, str) for path in code):
        raise file.bad("code", 'must be a list of places in the JSON, like ["action"]; [] for a plain text')
    topic = file.text("topic", "")
    for fault in topic_faults(topic):
        raise file.bad("topic", fault)
    return Preset(
        file.key_map(),
        topic,
        tuple(code),
        file.text("each", ""),
        file.text("count", ""),
        file.text("time", ""),
    )


def topic_faults(topic: str) -> Iterator[str]:
    """What is wrong with a topic of a preset or of an address."""
    parts = topic.split("/")
    if not topic:
        yield "is missing; write e.g. zigbee2mqtt/{address}"
    elif "#" in topic:
        yield "has a '#'; name the topic exactly, with {address} where the button's name stands"
    elif any(ADDRESS in part and part != ADDRESS for part in parts) or parts.count(ADDRESS) > 1:
        yield "must have {address} once, alone between two slashes"
