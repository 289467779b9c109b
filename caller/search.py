"""Finds a service by any of its names: in any language, by id, by prefix, in pinyin or by pinyin's first letters."""

from collections.abc import Sequence
from dataclasses import dataclass

from pypinyin import Style, lazy_pinyin

from wire.states import ServiceInfo


@dataclass(frozen=True)
class Findable:
    """A service and everything it can be found by, in small letters."""

    service: ServiceInfo
    keys: tuple[str, ...]


def findable(service: ServiceInfo) -> Findable:
    """Computed once a catalog: pinyin takes its time."""
    names = [name.casefold() for name in service.name.values()]
    sounds = [key for name in service.name.values() if not name.isascii() for key in _pinyin(name)]
    return Findable(service, (*names, service.id.casefold(), service.prefix.casefold(), *sounds))


def find(services: Sequence[Findable], text: str) -> tuple[ServiceInfo, ...]:
    """Those in which every word of `text` occurs, in the catalog's order; all of them for an empty text."""
    words = text.casefold().split()
    return tuple(s.service for s in services if all(any(word in key for key in s.keys) for word in words))


def narrowed(counters: Sequence[str], text: str) -> tuple[str, ...]:
    """The counters whose id begins with `text`; all of them where none does, since then a service is looked for."""
    found = tuple(c for c in counters if c.casefold().startswith(text.strip().casefold()))
    return found or tuple(counters)


def _pinyin(name: str) -> tuple[str, str]:
    """The whole sound and the first letters: 医保 → yibao, yb. A clerk's keypad has no Chinese input."""
    sounds = lazy_pinyin(name, style=Style.NORMAL)
    return "".join(sounds).casefold(), "".join(sound[:1] for sound in sounds).casefold()
