"""Texts by language from Qt Linguist files (`zh.ts`), read as they are: no compile step, no Qt needed.

A room keeps its files in a folder, one per language, named by the hall file's language code. The English text
is the source and the key; a language without a file, or a text without a translation, shows the English.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path

SOURCE_LANGUAGE = "en"

Key = tuple[str, str]


class LanguageError(Exception):
    """A language file that can't be read; the text names the file and the fault."""


class Texts:
    """Every text of a station, by language, context (the QML file's name) and English source."""

    def __init__(self, tables: Mapping[str, Mapping[Key, str]]) -> None:
        self._tables = {language: dict(table) for language, table in tables.items()}

    @classmethod
    def load(cls, *folders: Path) -> "Texts":
        """All `*.ts` of the folders; where two translate the same text, the later folder's counts."""
        tables: dict[str, dict[Key, str]] = {SOURCE_LANGUAGE: {}}
        for folder in folders:
            for path in sorted(folder.glob("*.ts")):
                tables.setdefault(path.stem, {}).update(_read(path))
        return cls(tables)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(sorted(self._tables))

    def table(self, language: str) -> Mapping[Key, str]:
        """All of the language's texts by (context, source)."""
        return self._tables.get(language, {})

    def find(self, language: str, context: str, source: str) -> str | None:
        return self._tables.get(language, {}).get((context, source))

    def get(self, language: str, context: str, source: str, /, **values: object) -> str:
        """The text in `language`, else the English source; `{name}` in it is filled from `values`."""
        text = self.find(language, context, source) or source
        return text.format(**values) if values else text


def pick(names: Mapping[str, str], language: str, default: str) -> str:
    """A name from a table by language: the language's, else the default's, else any, else ''."""
    for code in (language, default, *names):
        if names.get(code):
            return names[code]
    return ""


def _read(path: Path) -> dict[Key, str]:
    try:
        root = ET.parse(path).getroot()
    except (ET.ParseError, OSError) as error:
        raise LanguageError(f"{path}: not a language file: {error}") from error
    return dict(_messages(path, root))


def _messages(path: Path, root: ET.Element) -> Iterator[tuple[Key, str]]:
    for context in root.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            if message.get("numerus") == "yes":
                raise LanguageError(
                    f"{path}: {name}: plural forms are not supported; word the text without them"
                )
            text = message.findtext("translation", "")
            if (
                text
                and (found := message.find("translation")) is not None
                and found.get("type") != "unfinished"
            ):
                yield (name, message.findtext("source", "")), text
