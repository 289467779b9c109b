"""Makes what the kiosk's search looks in: every service's names as they are typed, Hanzi in pinyin.

The dictionary of phrases that knows the right reading of 行 and 长 takes half a second and 60 MB: a process of its own
reads it, `python -m kiosk.spelling` with a catalog on standard input, and is gone.
"""

import ctypes
import json
import os
import re
import signal
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import structlog

from kiosk.flow.inputs import IndexCame
from kiosk.flow.search import Entry, Index, Name, Sound
from wire.base import state_json
from wire.states import Catalog

_PIECES = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+")
_HANZI = re.compile(r"[\u3400-\u9fff]")
_PATIENCE_S = 60.0
_PR_SET_PDEATHSIG = 1
"""prctl(2): the signal this process gets when the one that started it ends."""
_POLITE = 10
"""So much does the process let others go first."""

_log = structlog.get_logger("kiosk")


@dataclass(frozen=True)
class Speller:
    """Has each catalog spelled; `told` is called on a thread of its own. Without it the kiosk has no search."""

    told: Callable[[IndexCame], None]

    def spell(self, catalog: Catalog) -> None:
        """Never waits."""
        work = threading.Thread(target=self._spell, args=(catalog,), name="kiosk-spelling", daemon=True)
        work.start()

    def _spell(self, catalog: Catalog) -> None:
        words = [sys.executable, "-m", "kiosk.spelling", str(os.getpid())]
        try:
            done = subprocess.run(
                words,
                input=state_json(catalog).encode(),
                capture_output=True,
                timeout=_PATIENCE_S,
                check=True,
            )
            self.told(IndexCame(catalog.version, _index(json.loads(done.stdout))))
        except (OSError, subprocess.SubprocessError, ValueError) as fault:
            _log.error("no search: the names could not be spelled", error=str(fault))


def spelled(catalog: Catalog) -> Index:
    """The services of the catalog, in its order."""
    lines = {line.id: _names(line.name) for line in catalog.categories}
    return tuple(
        Entry(
            service.id,
            _names(service.name),
            tuple(name for _, name in lines.get(service.category or "", ())),
        )
        for service in catalog.services
    )


def _names(texts: Mapping[str, str]) -> tuple[tuple[str, Name], ...]:
    return tuple((language, sounds(text)) for language, text in texts.items())


def sounds(text: str) -> Name:
    """医保2号 → yi, bao, 2, hao; `Social card` → social, card. A character can be typed as itself too."""
    found: list[Sound] = []
    for piece in _PIECES.findall(text):
        found += _of_hanzi(piece) if _HANZI.match(piece) else [(_plain(piece),)]
    return tuple(found)


def _of_hanzi(piece: str) -> list[Sound]:
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - its dictionaries are read here, where a name has Hanzi

    read = lazy_pinyin(piece, errors=list)  # type: ignore[arg-type]  # it takes a list: one sound a character
    return [_ways(char, pinyin) for char, pinyin in zip(piece, read, strict=True)]


def _ways(char: str, pinyin: str) -> Sound:
    """ü is `v` on a keyboard for pinyin, and `u` to many a hand."""
    return (pinyin, pinyin.replace("v", "u"), char) if "v" in pinyin else (pinyin, char)


def _plain(word: str) -> str:
    """Small letters without accents."""
    parts = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _index(rows: list[tuple[str, list[tuple[str, list[list[str]]]], list[list[list[str]]]]]) -> Index:
    """From JSON, which knows no tuples."""
    return tuple(
        Entry(service, tuple((tongue, _name(name)) for tongue, name in names), tuple(map(_name, category)))
        for service, names, category in rows
    )


def _name(sounds_: list[list[str]]) -> Name:
    return tuple(tuple(sound) for sound in sounds_)


def main(kiosk: int) -> None:
    """A catalog in, its index out. Ends with the kiosk that asked, however that ends."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != kiosk:
        return
    os.nice(_POLITE)
    index = spelled(Catalog.model_validate_json(sys.stdin.buffer.read()))
    rows = [(entry.service, entry.names, entry.category) for entry in index]
    sys.stdout.write(json.dumps(rows, ensure_ascii=True))


if __name__ == "__main__":
    main(int(sys.argv[1]))
