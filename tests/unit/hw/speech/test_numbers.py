"""Ticket digits one by one, counters as numbers, everything else spelled."""

import pytest

from hw.speech.numbers import en_counter, en_number, en_spelled, zh_counter, zh_number, zh_spelled


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (0, "零", "zero"),
        (3, "三", "three"),
        (10, "十", "ten"),
        (12, "十二", "twelve"),
        (20, "二十", "twenty"),
        (32, "三十二", "thirty two"),
        (100, "一百", "one hundred"),
        (105, "一百零五", "one hundred and five"),
        (110, "一百一十", "one hundred and ten"),
        (1000, "一千", "one thousand"),
        (1005, "一千零五", "one thousand and five"),
        (1050, "一千零五十", "one thousand and fifty"),
        (9999, "九千九百九十九", "nine thousand nine hundred and ninety nine"),
    ],
)
def test_a_number_is_said_as_people_say_it(value: int, zh: str, en: str) -> None:
    assert (zh_number(value), en_number(value)) == (zh, en)


@pytest.mark.parametrize("value", [-1, 10_000])
def test_a_number_nobody_would_say_is_refused(value: int) -> None:
    with pytest.raises(ValueError, match=r"0 to 9999 can be said"):
        zh_number(value)
    with pytest.raises(ValueError, match=r"0 to 9999 can be said"):
        en_number(value)


@pytest.mark.parametrize(
    ("ticket", "zh", "en"),
    [
        ("A012", "A 零一二", "A, zero one two"),
        ("AB1000", "A B 一零零零", "A, B, one zero zero zero"),
        ("a-9", "A 九", "A, nine"),
        ("7", "七", "seven"),
    ],
)
def test_a_ticket_is_spelled(ticket: str, zh: str, en: str) -> None:
    assert (zh_spelled(ticket), en_spelled(ticket)) == (zh, en)


@pytest.mark.parametrize(
    ("counter", "zh", "en"),
    [
        ("3", "三", "three"),
        ("12", "十二", "twelve"),
        ("03", "三", "three"),
        ("C3", "C 三", "C, three"),
        ("VIP", "V I P", "V, I, P"),
        ("10000", "一零零零零", "one zero zero zero zero"),
    ],
)
def test_a_counter_is_a_number_or_spelled(counter: str, zh: str, en: str) -> None:
    assert (zh_counter(counter), en_counter(counter)) == (zh, en)
