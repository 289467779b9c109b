"""The slip's fixed words: all there in each language, and a wait never shorter than it was said."""

import re
from dataclasses import asdict

import pytest

from kiosk.printing.texts import EN, NO_BREAK, ZH, wait_range, words


@pytest.mark.parametrize("of", [ZH, EN])
def test_every_word_is_there_and_has_the_same_places_to_fill_in(of: object) -> None:
    ours, chinese = asdict(of), asdict(ZH)  # type: ignore[call-overload]
    for name, text in ours.items():
        assert text.strip(), name
        assert sorted(re.findall(r"{\w*}", text)) == sorted(re.findall(r"{\w*}", chinese[name])), name


def test_languages_fall_back() -> None:
    assert words("zh-Hans-CN") is ZH
    assert words("en-GB") is EN
    assert words("ug") is ZH


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
    assert wait_range(ZH, wait_s).replace(NO_BREAK, " ") == zh
    assert wait_range(EN, wait_s).replace(NO_BREAK, " ") == en
