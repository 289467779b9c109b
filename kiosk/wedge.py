"""A scanner that types: keys faster than any hand, and Enter at their end. Qt-free."""

from collections.abc import Callable

GAP_S = 0.05
"""Between two keys of a scanner at most; a quick typist needs twice that."""
_LEAST = 4
_MOST = 200


class Wedge:
    """Told of every key; knows a scan when it ends. `monotonic` in seconds."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._text = ""
        self._last = 0.0

    def typed(self, text: str) -> bool:
        """A key that writes something; whether it came as fast after another as a scanner's."""
        quick = self._quick()
        self._text = (self._text + text)[-_MOST:] if quick else text
        return quick

    def entered(self) -> str | None:
        """What was scanned, if Enter came as the end of a scan."""
        text, quick = self._text, self._quick()
        self._text = ""
        return text if quick and len(text) >= _LEAST else None

    def _quick(self) -> bool:
        now = self._monotonic()
        quick, self._last = now - self._last <= GAP_S, now
        return quick
