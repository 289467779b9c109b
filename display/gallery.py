"""`python -m display.gallery OUTDIR [NAME …]`: pictures of the hall screen in its moments, to be looked at."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PyQt6.QtCore import QUrl
from PyQt6.QtQuick import QQuickView

from display import samples
from display.backend import Screen
from display.board import HallBoard
from display.places import LANGUAGES, SCREENS
from ui.gallery import save_pictures, settle
from ui.languages import Texts
from ui.window import open_window, parse_size

SIZES = ("1920x1080", "1080x1920", "1024x768")
BLINKED_MS = 1600
"""After so long a new call has blinked and stands still."""


@dataclass(frozen=True)
class Moment:
    """A picture to take: what the hall said, and in which languages."""

    name: str
    play: Callable[[Screen], None]
    languages: tuple[str, ...] = ("zh", "en")


def _says(*deliveries: Callable[[], object]) -> Callable[[Screen], None]:
    def play(screen: Screen) -> None:
        for delivery in deliveries:
            screen.take(delivery())  # type: ignore[arg-type]

    return play


MOMENTS = (
    Moment("start", lambda screen: None),
    Moment("quiet", _says(samples.online, samples.no_calls, samples.quiet)),
    Moment("busy", _says(samples.online, samples.no_calls, samples.busy, samples.calls)),
    Moment("busy-en", _says(samples.online, samples.no_calls, samples.busy, samples.calls), ("en", "zh")),
    Moment("last-call", _says(samples.online, samples.no_calls, samples.quiet, samples.old_calls)),
    Moment(
        "last-call-en",
        _says(samples.online, samples.no_calls, samples.quiet, samples.old_calls),
        ("en", "zh"),
    ),
    Moment("missed", _says(samples.online, samples.no_calls, samples.busy, samples.many_missed)),
    Moment(
        "large-hall",
        _says(samples.large, samples.online, samples.no_calls, samples.large_hall, samples.large_calls),
    ),
    Moment("closing", _says(samples.online, samples.no_calls, samples.closing_soon, samples.calls)),
    Moment(
        "closing-en",
        _says(samples.online, samples.no_calls, samples.closing_soon, samples.calls),
        ("en", "zh"),
    ),
    Moment("closed", _says(samples.online, samples.over, samples.old_calls)),
    Moment("closed-en", _says(samples.online, samples.over, samples.old_calls), ("en", "zh")),
    Moment("closed-but-busy", _says(samples.online, samples.no_calls, samples.over_but_busy, samples.calls)),
    Moment("words", _says(samples.online, samples.no_calls, samples.busy, samples.words)),
    Moment(
        "not-saving", _says(samples.online, samples.no_calls, samples.busy, samples.calls, samples.not_saving)
    ),
    Moment(
        "clock-behind",
        _says(samples.online, samples.no_calls, samples.busy, samples.calls, samples.clock_behind),
    ),
    Moment("twice", _says(samples.online, samples.no_calls, samples.busy, samples.calls, samples.twice)),
    Moment(
        "not-in-hall-file",
        _says(samples.online, samples.no_calls, samples.busy, samples.calls, samples.not_in_hall_file),
    ),
    Moment("offline", _says(samples.online, samples.no_calls, samples.busy, samples.calls, samples.offline)),
)


def pictures(
    texts: Texts, names: Sequence[str], settle_ms: int = BLINKED_MS
) -> Iterator[tuple[str, QQuickView]]:
    """Each moment in each size, as a living window."""
    for moment in MOMENTS:
        for size in SIZES if not names or moment.name in names else ():
            seconds = [0.0]
            board = HallBoard(samples.DEVICE, texts)
            screen = Screen(board, now_ms=lambda: samples.NOW, monotonic=lambda now=seconds: now[0])  # type: ignore[misc]
            if moment.name != "start":
                screen.take(samples.catalog(moment.languages))
            moment.play(screen)
            view = open_window(SCREENS / "HallScreen.qml", {"screen": screen}, size=parse_size(size))
            for later in range(1, 20):  # each call has stood large for its time
                seconds[0] = later * 10.0
                screen.refresh()
            settle(settle_ms)
            for _ in range(2):  # laid out and drawn, also where a busy machine came to no frame in that time
                view.grabWindow()
            yield f"{moment.name}-{size}", view
            view.close()
            view.setSource(QUrl())  # the window goes before what it shows


def main(arguments: Sequence[str]) -> int:
    return save_pictures(arguments, lambda names: pictures(Texts.load(LANGUAGES), names))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
