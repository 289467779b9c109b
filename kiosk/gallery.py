"""`python -m kiosk.gallery OUTDIR [PICTURE…]`: every screen in each language, size and mode, or only these pictures."""

import sys
from collections.abc import Iterator, Sequence

from PyQt6.QtCore import QObject, QSize
from PyQt6.QtQuick import QQuickView

from kiosk import sample
from kiosk.flow import Flow, Input, Modes, Tick, Touch
from kiosk.flow.modes import PLAIN
from kiosk.flow.view import Teller, View
from kiosk.qr import qr_picture
from kiosk.window import LANGUAGES, KioskWindow
from ui.automation.finder import items
from ui.gallery import save_pictures, settle
from ui.languages import Texts

SIZES = (QSize(1080, 1920), QSize(1920, 1080), QSize(1024, 768))
TONGUES = ("zh", "en")
RIGHT_TO_LEFT = "ug"
MODES = {
    "elder": Modes(elder=True, speech=True),
    "contrast": Modes(contrast=True),
    "lowered": Modes(lowered=True),
    "all": Modes(elder=True, contrast=True, lowered=True, speech=True),
}
"""By the name that its pictures bear."""


class Stage:
    """One window that shows one situation after the other."""

    def __init__(self, language: str, size: QSize, modes: Modes = PLAIN) -> None:
        self._teller = Teller(
            Texts.load(LANGUAGES), lambda *_: qr_picture("https://hall.example/t/0123456789abcdef")
        )
        self.language = language
        self._modes = modes
        self.window = KioskWindow(self._teller.texts, self.view([]), lambda *_: None, size)

    def view(self, inputs: Sequence[Input]) -> View:
        flow = Flow(lambda: sample.REQUEST, lambda: sample.AT, self.language)
        idle = [given for given in inputs if isinstance(given, Tick)]
        for given in [*(i for i in inputs if i not in idle), *_switches(self._modes), *idle]:
            flow.take(given, flow.deadline or 0.0 if given in idle else 0.0)
        return self._teller.view(flow.state, flow.known, sample.AT, flow.help)

    def close(self) -> None:
        self.window.close()

    def show(self, name: str, inputs: Sequence[Input], rest_ms: int = 300) -> None:
        """Shows it anew and lets it come to rest. A name ending in `-stuck` shows what only time brings."""
        self.window.show(self.view([]))
        self.window.show(self.view(inputs))
        settle(10)
        for item in items() if name.endswith("-stuck") else ():
            _age(item)
        settle(rest_ms)


def _switches(modes: Modes) -> list[Input]:
    """The touches that bring these modes; the larger one brings the reading aloud."""
    return [Touch("mode", name) for name in ("elder", "contrast", "lowered") if getattr(modes, name)]


def _age(item: QObject) -> None:
    for key in ("slow", "stuck"):
        if item.property(key) is not None:
            item.setProperty(key, True)


def looks() -> Iterator[tuple[str, QSize, str]]:
    """Language, size and mode: Chinese and English in every size, every mode and a language from the right in the
    first of them."""
    for language in TONGUES:
        yield from ((language, size, "") for size in SIZES)
    yield RIGHT_TO_LEFT, SIZES[0], ""
    for mode in MODES:
        yield from ((language, SIZES[0], mode) for language in (*TONGUES, RIGHT_TO_LEFT))


def picture_name(name: str, language: str, size: QSize, mode: str) -> str:
    return "-".join(filter(None, (name, language, f"{size.width()}x{size.height()}", mode)))


def pictures(names: Sequence[str]) -> Iterator[tuple[str, QQuickView]]:
    """Each screen as a living window, or only those whose pictures have these names."""
    for language, size, mode in looks():
        there = {
            picture_name(n, language, size, mode): (n, i) for n, i in sample.situations(language).items()
        }
        asked = [picture for picture in there if not names or picture in names]
        if not asked:
            continue
        stage = Stage(language, size, MODES.get(mode, PLAIN))
        for picture in asked:
            stage.show(*there[picture])
            yield picture, stage.window.quick
        stage.close()


def main(arguments: Sequence[str]) -> int:
    return save_pictures(arguments, pictures)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
