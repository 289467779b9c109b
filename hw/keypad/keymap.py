"""Key maps: which key means what, as a data file that a hall engineer writes. Unknown keys mean nothing.

[keys]
"0C" = "next"          # the key alone
"# 0C" = "call"        # after digits, which go with it
"5 0F" = "no-show"     # after just these digits
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hw.keypad.pad import Action
from hw.link import BadAddressError

MAPS = Path(__file__).parent / "maps"
ANY_DIGITS = "#"


class MapError(BadAddressError):
    """A key map that can't be used, in one line: file, key, what is allowed."""


@dataclass(frozen=True)
class KeyMap:
    """What the keys of one vendor's pads mean."""

    name: str
    keys: Mapping[str, Action] = field(default_factory=dict)

    def meaning(self, key: str, digits: str = "") -> Action | None:
        """Of this key after these digits. A key that takes no digits means nothing after some: no guess is made."""
        if not digits:
            return self.keys.get(key)
        return self.keys.get(f"{digits} {key}") or self.keys.get(f"{ANY_DIGITS} {key}")


class MapFile:
    """A TOML file of one family, read with named faults."""

    def __init__(self, name: str, family: str) -> None:
        """`name` is that of a map that comes with the program, or the path of a file. Raises MapError."""
        self.path = MAPS / f"{family}-{name}.toml" if _is_word(name) else Path(name)
        if _is_word(name) and not self.path.is_file():
            known = ", ".join(
                sorted(p.stem.removeprefix(f"{family}-") for p in MAPS.glob(f"{family}-*.toml"))
            )
            raise MapError(
                f"there is no map {name!r}; known: {known}; or the path of a file, with a slash in it"
            )
        self.table = _read(self.path)
        if self.table.get("family") != family:
            raise self.bad("family", f"is {self.table.get('family')!r}, must be {family!r} for this line")

    def bad(self, where: str, what: str) -> MapError:
        """The error to raise about this place of the file."""
        return MapError(f"{self.path}: {where}: {what}")

    def only(self, *names: str) -> None:
        """Raises MapError if there is anything else at the top."""
        for name in self.table:
            if name not in ("family", "name", "keys", *names):
                raise self.bad(name, f"is unknown; known: {', '.join(sorted({*names, 'keys', 'name'}))}")

    def key_map(self) -> KeyMap:
        """Its `[keys]`. Raises MapError."""
        keys = self.texts("keys")
        if not keys:
            raise self.bad("keys", 'is missing; write e.g. "0C" = "next"')
        return KeyMap(
            str(self.table.get("name", self.path.stem)), {k: self._action(k, v) for k, v in keys.items()}
        )

    def texts(self, name: str) -> dict[str, str]:
        """A table of texts; empty where there is none. Raises MapError."""
        table = self.table.get(name, {})
        if not isinstance(table, dict):
            raise self.bad(name, "is not a table")
        for key, value in table.items():
            if not isinstance(value, str):
                raise self.bad(f'{name}."{key}"', f"is {value!r}, must be a text in quotes")
        return dict(table)

    def number(self, name: str, default: int, least: int = 0, most: int = 255) -> int:
        """A whole number; 0x11 is one too. Raises MapError."""
        value = self.table.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise self.bad(name, f"is {value!r}, must be a whole number from {least} to {most}")
        return value

    def text(self, name: str, default: str) -> str:
        """A text. Raises MapError."""
        value = self.table.get(name, default)
        if not isinstance(value, str):
            raise self.bad(name, f"is {value!r}, must be a text in quotes")
        return value

    def _action(self, key: str, word: str) -> Action:
        try:
            return Action(word)
        except ValueError:
            raise self.bad(f'keys."{key}"', f"unknown action {word!r}; known: {', '.join(Action)}") from None


def known_maps(family: str) -> list[str]:
    """The names of those that come with the program."""
    return sorted(path.stem.removeprefix(f"{family}-") for path in MAPS.glob(f"{family}-*.toml"))


def _is_word(name: str) -> bool:
    return "/" not in name and not name.endswith(".toml")


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise MapError(f"{path}: cannot be read: {fault.strerror or fault}") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise MapError(f"{path}: is no TOML: {fault}") from None
