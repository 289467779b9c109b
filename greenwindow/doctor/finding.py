"""What was found of one thing."""

from dataclasses import dataclass
from enum import StrEnum

LANGUAGES = ("zh", "en")


class Level(StrEnum):
    """How bad it is."""

    OK = "ok"
    WARNING = "warning"
    """The hall works; something should be done before it doesn't."""
    FAULT = "fault"


@dataclass(frozen=True)
class Words:
    """A line in both languages."""

    zh: str
    en: str

    def of(self, language: str) -> str:
        """In that one."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True)
class Finding:
    """`todo` is there unless all is well."""

    name: Words
    level: Level
    seen: Words
    todo: Words | None = None


@dataclass(frozen=True)
class Check:
    """What is looked at: makes findings that are named alike."""

    name: Words

    def ok(self, zh: str, en: str) -> Finding:
        """All is well."""
        return Finding(self.name, Level.OK, Words(zh, en))

    def warning(self, seen: Words, todo: Words) -> Finding:
        """Something should be done."""
        return Finding(self.name, Level.WARNING, seen, todo)

    def fault(self, seen: Words, todo: Words) -> Finding:
        """Something must be done."""
        return Finding(self.name, Level.FAULT, seen, todo)
