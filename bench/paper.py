"""A ticket from its facts to the printer's bytes, as a picture and as a text: `python -m bench paper`.

The measure beside it is the same way of an empty paper of the same size: painted, made black and white, encoded. No
picture can do without. How long the bytes are under way follows from their number.
"""

import os
import time
from collections.abc import Callable
from statistics import quantiles
from typing import Any

from PyQt6.QtCore import QLocale
from PyQt6.QtGui import QGuiApplication

from hw.printer import Profile, Sheet
from hw.printer.text import bands
from kiosk.printing import Layout
from kiosk.printing.page import Page
from kiosk.printing.sample import PLAIN
from kiosk.window import LANGUAGES
from ui.languages import Texts

_TIMES = 200
_WARM = 20
_BAUD = 9600
WANTED = (
    "the resident hears the printer at once: layout and bytes in less than the 100 ms of a touch's answer."
)


def run() -> dict[str, Any]:
    """Each kind in turn, so that a slow moment of the machine meets all of them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication([])
    QLocale.setDefault(QLocale("zh_CN"))
    layout = Layout(Texts.load(LANGUAGES))
    wide, narrow = Profile(576), Profile(384, "text")
    empty = Page(576, layout.page(PLAIN, 576).height, ())
    kinds: dict[str, Callable[[], Sheet]] = {
        "empty": empty.raster,
        "raster": lambda: layout.sheet(PLAIN, wide),
        "text": lambda: layout.sheet(PLAIN, narrow),
    }
    taken = _measure(kinds)
    sizes = {name: sum(map(len, bands(make()))) for name, make in kinds.items()}
    del app
    return {"benchmark": "paper", "times": _TIMES, "ms": taken, "bytes": sizes}


def lines(result: dict[str, Any]) -> list[str]:
    """Ratios to the white picture, and seconds on a slow line."""
    ms, sizes = result["ms"], result["bytes"]
    base = ms["empty"]["p50"]
    said = [f"an empty paper 576 dots wide: p50 {base} ms, p99 {ms['empty']['p99']} ms"]
    for name, words in (
        ("raster", "the ticket as a picture, 576 dots wide"),
        ("text", "as a text, 58 mm paper"),
    ):
        figure = ms[name]
        said.append(
            f"{words}, laid out and encoded: p50 {figure['p50']} ms, p99 {figure['p99']} ms "
            f"({round(figure['p50'] / base, 1)} empty papers at p50); {sizes[name]} bytes, "
            f"{round(sizes[name] * 10 / _BAUD, 1)} s at {_BAUD} baud"
        )
    return said


def _measure(kinds: dict[str, Callable[[], Sheet]]) -> dict[str, dict[str, float]]:
    taken: dict[str, list[float]] = {name: [] for name in kinds}
    for turn in range(_WARM + _TIMES):
        for name, make in kinds.items():
            begun = time.perf_counter()
            for _ in bands(make()):
                pass
            if turn >= _WARM:
                taken[name].append((time.perf_counter() - begun) * 1000)
    return {name: _figures(of) for name, of in taken.items()}


def _figures(taken: list[float]) -> dict[str, float]:
    cuts = quantiles(taken, n=100)
    return {"p50": round(cuts[49], 3), "p99": round(cuts[98], 3)}
