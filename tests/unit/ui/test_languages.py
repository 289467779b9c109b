"""Language files: read as Linguist writes them, English as the fallback, faults named."""

from pathlib import Path

import pytest
from PyQt6.QtCore import QCoreApplication

from tests.support.qml import item, scene
from tests.support.qml_texts import untranslated
from ui.languages import LanguageError, Texts, pick
from ui.translator import Translator

TS = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="zh">
<context><name>Scene</name>
<message><location filename="../Scene.qml" line="3"/>
<source>Waiting: %1</source><translation>等候：%1</translation></message>
<message><source>Later</source><translation type="unfinished"></translation></message>
<message><source>{count} ahead</source><translation>前面还有 {count} 人</translation></message>
</context></TS>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "zh.ts").write_text(TS, encoding="utf-8")
    return tmp_path


def test_texts_come_in_the_language_or_in_english(folder: Path) -> None:
    texts = Texts.load(folder / "languages")
    assert texts.languages == ("en", "zh")
    assert texts.get("zh", "Scene", "{count} ahead", count=3) == "前面还有 3 人"
    assert texts.get("en", "Scene", "{count} ahead", count=3) == "3 ahead"
    assert texts.get("zh", "Scene", "Later") == "Later"
    assert texts.find("zh", "Other", "{count} ahead") is None


@pytest.mark.parametrize(
    ("names", "language", "expected"),
    [
        ({"zh": "医保", "en": "Insurance"}, "en", "Insurance"),
        ({"zh": "医保"}, "en", "医保"),
        ({"ug": "x"}, "en", "x"),
        ({}, "en", ""),
    ],
)
def test_a_name_is_picked_by_language_then_default(
    names: dict[str, str], language: str, expected: str
) -> None:
    assert pick(names, language, "zh") == expected


@pytest.mark.parametrize(
    "text", ["", "not xml", TS.replace("<message><source>Later", '<message numerus="yes"><source>L')]
)
def test_a_bad_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "zh.ts").write_text(text, encoding="utf-8")
    with pytest.raises(LanguageError, match=r"zh\.ts"):
        Texts.load(tmp_path)


def test_a_window_changes_language_while_it_lives(folder: Path) -> None:
    translator = Translator(Texts.load(folder / "languages"), "en")
    translator.install()
    view = scene(
        folder,
        """import QtQuick
Item { property int n: 4
  Text { objectName: "waiting"; text: qsTr("Waiting: %1").arg(n) }
  Text { objectName: "later"; text: qsTr("Later") } }""",
    )
    assert item(view, "waiting").property("text") == "Waiting: 4"
    engine = view.engine()
    assert engine is not None
    translator.use("zh", engine)
    assert item(view, "waiting").property("text") == "等候：4"
    assert item(view, "later").property("text") == "Later"
    translator.use("xx", engine)
    assert item(view, "waiting").property("text") == "Waiting: 4"
    translator.remove()


def test_every_text_comes_out_of_qts_message_file_as_it_went_in(folder: Path) -> None:
    table = {("Scene", f"source {n} é中" * (n % 5 + 1)): f"译文 {n} 𠮷" for n in range(500)}
    table |= {("Other", "source 0 é中"): "另一处", ("Scene", "\x0f" * 40): "long hash"}
    translator = Translator(Texts({"zh": table}), "zh")
    translator.install()
    assert {key: QCoreApplication.translate(*key) for key in table} == table
    assert QCoreApplication.translate("Nowhere", "source 1 é中") == "source 1 é中"
    translator.remove()


def test_a_missing_and_an_unused_translation_are_found(folder: Path) -> None:
    (folder / "Scene.qml").write_text('Text { text: qsTr("Waiting: %1").arg(qsTr("New")) }', encoding="utf-8")
    (folder / "slip.py").write_text('texts.get(language, "Slip", "Paper")', encoding="utf-8")
    found = untranslated(folder)
    assert [f for f in found if "has no translation" in f] == [
        "zh: Scene: 'New' has no translation",
        "zh: Slip: 'Paper' has no translation",
    ]
    assert [f for f in found if "nowhere" in f] == ["zh: Scene: '{count} ahead' is used nowhere"]
