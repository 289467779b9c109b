"""A language is a file: one that nobody has heard of, dropped into the folder, is offered, shown and printed."""

import re
import shutil
from pathlib import Path

import pytest
from PyQt6.QtCore import QSize
from PyQt6.QtGui import QGuiApplication

from kiosk import sample
from kiosk.flow import CatalogCame, Flow, Input
from kiosk.flow.view import Teller
from kiosk.window import LANGUAGES, KioskWindow
from tests.support.qml import settle
from tests.support.qml_checks import place
from ui.automation.finder import find_visible, items, text_of
from ui.languages import Texts


def dropped_in(folder: Path, code: str) -> Texts:
    """Every text of the Chinese file, in a language whose words begin with the code."""
    shutil.copytree(LANGUAGES, folder / "languages")
    chinese = (LANGUAGES / "zh.ts").read_text(encoding="utf-8")
    made = re.sub("<translation>", f"<translation>{code} ", chinese)
    (folder / "languages" / f"{code}.ts").write_text(made, encoding="utf-8")
    return Texts.load(folder / "languages")


def window(texts: Texts, code: str, name: str) -> KioskWindow:
    teller, flow = Teller(texts, lambda *_: ""), Flow(lambda: sample.REQUEST, lambda: sample.AT, code)
    inputs: list[Input] = [CatalogCame(sample.catalog(code)), *sample.situations(code)[name][1:]]
    shown = KioskWindow(texts, teller.view(flow.state, flow.known), lambda *_: None, QSize(1080, 1920))
    for given in inputs:
        flow.take(given, 0.0)
    shown.show(teller.view(flow.state, flow.known))
    settle(60)
    return shown


@pytest.mark.parametrize(("code", "mirrored"), [("xx", False), ("ar", True), ("ky", False), ("fa", True)])
def test_a_dropped_in_language_is_offered_spoken_and_laid_out_its_own_way(
    screen_app: QGuiApplication, tmp_path: Path, code: str, mirrored: bool
) -> None:
    texts = dropped_in(tmp_path, code)
    welcome = window(texts, code, "welcome")
    assert text_of(find_visible(f"language-{code}")) == f"{code} 取号, {code} 中文"
    welcome.close()
    settle()
    services = window(texts, code, "services")
    back = find_visible("back")
    assert text_of(back) == f"{code} 返回"
    assert (place(back).center().x() > 540) is mirrored
    assert [i.property("text") for i in items() if i.objectName() == "page"] == ["\u20661 / 2\u2069"]
    services.close()
    settle()
    assert texts.get(code, "Slip", "Your number") == f"{code} 您的号码"
