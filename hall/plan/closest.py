"""The word a person most likely meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`, did you mean "weight"?`, or nothing when no known word is near."""
    names = list(known)
    near = get_close_matches(word, names, n=1, cutoff=0.6) or [
        n for n in names if len(word) > 2 and n.startswith(word)
    ]
    return f', did you mean "{near[0]}"?' if near else ""
