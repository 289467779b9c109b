"""The papers' fixed words come from the language files, and a wait is never shorter than it was said."""

from pathlib import Path

import pytest

from kiosk.printing.blocks import Said
from kiosk.printing.wording import NO_BREAK, Wording
from kiosk.window import LANGUAGES
from ui.languages import Texts

TEXTS = Texts.load(LANGUAGES)


@pytest.mark.parametrize(
    ("language", "second", "said"),
    [
        ("zh", "en", Said("您的号码", "Your number")),
        ("en", "zh", Said("Your number", "您的号码")),
        ("zh-Hans-CN", "en-GB", Said("您的号码", "Your number")),
        ("ug", "zh", Said("نومۇرىڭىز", "您的号码")),
        ("zh", None, Said("您的号码")),
        ("zh", "zh", Said("您的号码")),
        ("mi", "en", Said("Your number")),
    ],
)
def test_each_language_has_its_words_and_others_speak_english(
    language: str, second: str | None, said: Said
) -> None:
    assert Wording(TEXTS, language, second).said("Your number") == said


def test_a_new_language_is_a_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "fr.ts").write_text(
        "<TS><context><name>Slip</name><message><source>Counter</source>"
        "<translation>Guichet</translation></message></context></TS>"
    )
    assert Wording(Texts.load(LANGUAGES, tmp_path), "fr", "zh").said("Counter") == Said("Guichet", "窗口")


def test_a_name_is_shown_in_a_language_it_has() -> None:
    assert Wording(TEXTS, "en", "zh").names({"zh": "登记"}) == Said("登记")
    assert Wording(TEXTS, "zh", "en").names({"zh": "登记", "en": "Register"}) == Said("登记", "Register")
    assert Wording(TEXTS, "zh", "en").names({}) == Said("")
    assert Wording(TEXTS, "en", None).names({"en": " Bring\n  it.\n"}) == Said("Bring it.")


@pytest.mark.parametrize("language", ["zh", "ug"])
def test_each_file_has_every_word_with_the_same_places_to_fill_in(language: str) -> None:
    ours = {source: text for (context, source), text in TEXTS.table(language).items() if context == "Slip"}
    chinese = {source for context, source in TEXTS.table("zh") if context == "Slip"}
    assert set(ours) == chinese
    for source, text in ours.items():
        assert {"{" + part.split("}")[0] for part in text.split("{")[1:]} == {
            "{" + part.split("}")[0] for part in source.split("{")[1:]
        }, source


@pytest.mark.parametrize(
    ("wait_s", "zh", "en"),
    [
        ((900, 1500), "15–25 分钟", "15–25 min"),
        ((899, 1501), "14–26 分钟", "14–26 min"),
        ((0, 240), "4 分钟内", "under 4 min"),
        ((0, 0), "1 分钟内", "under 1 min"),
        ((30, 59), "1 分钟内", "under 1 min"),
        ((300, 300), "5 分钟内", "under 5 min"),
        ((-5, 61), "2 分钟内", "under 2 min"),
    ],
)
def test_a_wait_in_minutes(wait_s: tuple[int, int], zh: str, en: str) -> None:
    said = Wording(TEXTS, "zh", "en").wait(wait_s)
    assert (said.first.replace(NO_BREAK, " "), said.second.replace(NO_BREAK, " ")) == (zh, en)
