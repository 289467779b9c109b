"""The words of a paper in its two languages: fixed ones from kiosk/languages/, context "Slip"; the hall's names."""

from kiosk.printing.blocks import Said
from ui.languages import Texts, pick
from wire.base import Texts as Names

NO_BREAK = "\u00a0"
"""A space at which no line ends."""


class Wording:
    """Of one paper. A language without a file says the fixed words in English."""

    def __init__(self, texts: Texts, language: str, second: str | None) -> None:
        self._texts = texts
        self._languages = [language] + ([second] if second and second != language else [])

    def said(self, source: str, /, **values: object) -> Said:
        """Fixed words: the English is the key; `{name}` in it is filled from `values`."""
        return _said(
            [self._texts.get(_file(self._texts, of), "Slip", source, **values) for of in self._languages]
        )

    def names(self, of: Names) -> Said:
        """A text of the hall file; one that lacks the first language is shown in one it has."""
        first, *others = self._languages
        both = [pick(of, first, first), *[of.get(other, "") for other in others]]
        return _said([" ".join(words.split()) for words in both])  # a line of a file's is none of the paper's

    def wait(self, wait_s: tuple[int, int]) -> Said:
        """A wait in whole minutes, never shorter than said: the low end rounded down, the high end up."""
        low, high = max(0, wait_s[0]) // 60, max(1, -(-wait_s[1] // 60))
        if 0 < low < high:
            said = self.said("{low}–{high} min", low=low, high=high)
        else:
            said = self.said("under {high} min", high=high)
        return Said(said.first.replace(" ", NO_BREAK), said.second.replace(" ", NO_BREAK))


def _said(both: list[str]) -> Said:
    first, second = (*both, "")[:2]
    return Said(first, "" if second == first else second)


def _file(texts: Texts, language: str) -> str:
    """The language that has a file: "zh" for "zh-Hans-CN"."""
    return language if language in texts.languages else language.partition("-")[0]
