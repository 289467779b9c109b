"""Whether every text of a room is translated, and every translation used."""

import ast
import re
from pathlib import Path

from ui.languages import Texts

_QSTR = re.compile(r'qsTr\(\s*"((?:[^"\\]|\\.)*)"')


def texts_in_qml(room: Path) -> set[tuple[str, str]]:
    """(context, source) of each qsTr("…"), the source one literal; the context is the QML file's name."""
    found = set()
    for file in room.rglob("*.qml"):
        found |= {(file.stem, _plain(source)) for source in _QSTR.findall(file.read_text(encoding="utf-8"))}
    return found


def texts_in_python(room: Path) -> set[tuple[str, str]]:
    """(context, source) of each `….get(language, "Context", "Source", …)`, `….find(…)`; of papers `….said("…")`."""
    found = set()
    for file in room.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if node.func.attr == "said" and node.args and isinstance(node.args[0], ast.Constant):
                found.add(("Slip", str(node.args[0].value)))
            if node.func.attr in ("get", "find"):
                strings = [a.value for a in node.args[1:3] if isinstance(a, ast.Constant)]
                if len(strings) == 2 and all(isinstance(s, str) for s in strings):
                    found.add((str(strings[0]), str(strings[1])))
    return found


def untranslated(room: Path, languages: tuple[str, ...] = ("zh",)) -> list[str]:
    """Texts without a translation and translations without a text, in words."""
    texts = Texts.load(room / "languages")
    used = texts_in_qml(room) | texts_in_python(room)
    found = []
    for language in languages:
        has = set(texts.table(language))
        found += [
            f"{language}: {context}: {source!r} has no translation" for context, source in sorted(used - has)
        ]
        found += [
            f"{language}: {context}: {source!r} is used nowhere" for context, source in sorted(has - used)
        ]
        found += [
            f"{language}: {context}: {source!r} and its translation have different places"
            for context, source in sorted(used & has)
            if _places(source) != _places(texts.get(language, context, source))
        ]
    return found


def _places(text: str) -> list[str]:
    return sorted(re.findall(r"%\d|\{\w+\}", text))


def _plain(literal: str) -> str:
    return literal.replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")
