"""Finds services by what a resident types on a Latin keyboard: pinyin, initials, any mixture of them, words. Pure."""

from dataclasses import dataclass

MOST_TYPED = 24
"""Letters: more than any service needs, and few enough to read."""

Sound = tuple[str, ...]
"""The ways one character, or one word, may be typed."""
Name = tuple[Sound, ...]


@dataclass(frozen=True)
class Entry:
    """A service's names by language, and those of its category."""

    service: str
    names: tuple[tuple[str, Name], ...]
    category: tuple[Name, ...] = ()


Index = tuple[Entry, ...]
_NOWHERE = 1_000_000


def find(index: Index, typed: str, language: str) -> tuple[str, ...]:
    """Ids of the services that fit all of `typed`, best first: whose name begins so, then those that have it inside,
    then those of a category that has it; the screen's language before others, then the hall's order. Where nothing
    fits, those whose initials have all of it in this order: `sbk`, as people say 社保卡, is 社会保障卡."""
    parts = typed.lower().split()
    if not parts:
        return ()
    ranked = [(_rank(entry, parts, language), place, entry.service) for place, entry in enumerate(index)]
    fits = tuple(service for rank, _, service in sorted(ranked) if rank[0] < _NOWHERE)
    short = "".join(parts)
    return fits or tuple(e.service for e in index if any(_abbreviates(short, name) for _, name in e.names))


def _rank(entry: Entry, parts: list[str], language: str) -> tuple[int, int]:
    """The worst of the parts counts: how well it fits, and how far inside."""
    return max(_rank_of(entry, part, language) for part in parts)


def _rank_of(entry: Entry, part: str, language: str) -> tuple[int, int]:
    found = [(_NOWHERE, 0)]
    for tongue, name in entry.names:
        at = _place(name, part)
        if at is not None:
            found.append(((2 if at else 0) + (tongue != language), at))
    found += [(4, at) for name in entry.category if (at := _place(name, part)) is not None]
    return min(found)


def _place(name: Name, part: str) -> int | None:
    """The first sound from which the name goes on like that."""
    first = part[0]
    return next(
        (
            at
            for at, sound in enumerate(name)
            if any(s[0] == first for s in sound) and _goes_on(name, at, part)
        ),
        None,
    )


def _goes_on(name: Name, at: int, part: str) -> bool:
    """Each sound takes as much of the part as it likes, but at least a letter: `yb`, `yib`, `yibao` are all 医保."""
    if not part:
        return True
    if at == len(name):
        return False
    for spelling in name[at]:
        longest = _common(spelling, part)
        if any(_goes_on(name, at + 1, part[length:]) for length in range(longest, 0, -1)):
            return True
    return False


def _abbreviates(short: str, name: Name) -> bool:
    """The first letter is the name's; between the others some may be missing."""
    initials = [sound[0][:1] for sound in name]
    left = iter(initials)
    return len(short) > 1 and initials[:1] == [short[0]] and all(letter in left for letter in short)


def _common(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length
