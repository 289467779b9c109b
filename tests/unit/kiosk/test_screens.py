"""Every screen of the gallery, in both languages and three sizes, looked at by a machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PyQt6.QtCore import QSize
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtQuick import QQuickItem

from kiosk import sample
from kiosk.flow import CatalogCame, OnlineChanged, Touch
from kiosk.gallery import SIZES, TONGUES, Stage
from tests.support.qml import settle
from tests.support.qml_checks import faults, place
from tests.support.qml_texts import untranslated
from ui.automation.finder import items, seen, walk
from ui.automation.hands import press_key
from wire.states import CategoryInfo, ServiceInfo

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


@pytest.fixture(scope="module")
def low_stage(screen_app: QGuiApplication) -> Iterator[Stage]:
    stage = Stage("en", QSize(1024, 768))
    yield stage
    stage.close()
    settle()


def _controls(stage: Stage) -> list[QQuickItem]:
    root = stage.window.quick.contentItem()
    assert root is not None
    return [i for i in walk(root) if i.inherits("QQuickAbstractButton") and i.isEnabled() and seen(i)]


@pytest.mark.parametrize("name", sample.situations("en"))
def test_tab_reaches_every_control_and_there_are_few_to_choose_from(low_stage: Stage, name: str) -> None:
    low_stage.show(name, sample.situations("en")[name], rest_ms=20)
    wanted = {item.objectName() for item in _controls(low_stage)}
    reached = set()
    for _ in range(len(wanted) + 1):
        press_key("Tab")
        here = low_stage.window.quick.activeFocusItem()
        reached.add(here.objectName() if here is not None else "")
    assert wanted <= reached
    helps = ("help", "mode-")
    beside = ("key-", "rub-out", "remove-", "appointment", *helps)
    answers = [
        item.objectName()
        for item in _controls(low_stage)
        if not item.property("aside") and not item.objectName().startswith(beside)
    ]
    assert len(answers) <= (7 if name == "priority" else 6), answers  # six, and the plain no


def test_every_text_is_translated_and_every_translation_used() -> None:
    assert untranslated(ROOM, ("zh", "ug")) == []


def test_lines_of_business_that_begin_alike_have_different_signs(screen_app: QGuiApplication) -> None:
    names = {
        "a": ("社会保险", "Social insurance"),
        "b": ("社会救助", "Social relief"),
        "c": ("住房", "Housing"),
    }
    hall = sample.catalog()
    lines = tuple(CategoryInfo(id=i, name={"zh": zh, "en": en}) for i, (zh, en) in names.items())
    services = tuple(ServiceInfo(id=i, prefix="A", name={"zh": i}, category=i) for i in names)
    came = CatalogCame(hall.model_copy(update={"categories": lines, "services": services}))
    for language, signs in (("zh", ["保", "救", "住"]), ("en", ["", "", ""])):
        stage = Stage(language, QSize(1080, 1920))
        stage.show("categories", [came, OnlineChanged(True), Touch("language", language)], rest_ms=0)
        cards = [i for i in items() if i.objectName().startswith("category-")]
        assert sorted(c.property("mark") for c in cards) == sorted(signs)
        stage.close()
        settle()


def test_the_code_stays_in_its_place_when_the_paper_comes_out(stage: Stage) -> None:
    places = []
    for name in ("ticket-printing", "ticket-printed"):
        stage.show(name, sample.situations(stage.language)[name], rest_ms=170)
        (code,) = [i for i in items() if i.objectName() == "qr"]
        assert isinstance(code, QQuickItem)
        places.append(place(code))
    assert places[0] == places[1]
