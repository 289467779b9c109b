"""Every screen of the gallery, in both languages and three sizes, looked at by a machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PyQt6.QtCore import QSize
from PyQt6.QtGui import QGuiApplication

from kiosk import sample
from kiosk.gallery import SIZES, TONGUES, Stage
from tests.support.qml import settle
from tests.support.qml_checks import faults
from tests.support.qml_texts import untranslated

ROOM = Path(__file__).parents[3] / "kiosk"


@pytest.fixture(scope="module", params=[(t, s) for t in TONGUES for s in SIZES], ids=str)
def stage(request: pytest.FixtureRequest, screen_app: QGuiApplication) -> Iterator[Stage]:
    language, size = request.param
    stage = Stage(language, QSize(size))
    yield stage
    stage.close()
    settle()


@pytest.mark.parametrize("name", sample.situations("zh"))
def test_nothing_is_cut_small_nameless_or_on_top_of_something_else(stage: Stage, name: str) -> None:
    stage.show(name, sample.situations(stage.language)[name], rest_ms=170)
    assert faults(stage.window.quick) == []


def test_every_text_is_translated_and_every_translation_used() -> None:
    assert untranslated(ROOM) == []
