"""What espeak-ng really says: right Mandarin by its phonemes, every digit there, no English inside."""

import random
import re
import subprocess

import pytest

from hw.speech import call_utterance
from hw.speech.espeak import VOICES

# Tones 214, 35 and 21 are the third tone alone, before another third tone, and before any other.
_THIRD = r"(214|35|21)"
# 壹 stands for the 一 of 一百, which is said in the fourth tone; among a ticket's digits it never is.
_ZH = {
    "零": r"l'i35N", "一": r"j'i55", "壹": r"j'i51", "二": r"'@r51", "三": r"s'a55n", "四": r"s'i\[51",
    "五": rf"w'u{_THIRD}", "六": r"l'iou51", "七": r"tS;h'i55", "八": r"p'A55", "九": rf"tS;'iou{_THIRD}",
    "十": r"s\.'i\.35",
    "百": rf"p'ai{_THIRD}", "请": rf"tS;h'i{_THIRD}N", "号": r"X'Au51", "到": r"t'Au51", "窗": r"ts\.hw'A55N",
    "口": rf"kh'ou{_THIRD}", "办": r"p'a51n", "理": rf"l'i{_THIRD}",
}  # fmt: skip
_EN = {
    "zero": "z'i@roU", "one": "w'0n", "two": "t'u:", "three": "Tr'i:", "four": "f'o@", "five": "f'aIv",
    "six": "s'Iks", "seven": "s'Ev@n", "eight": "'eIt", "nine": "n'aIn",
}  # fmt: skip


def phonemes(language: str, texts: list[str]) -> list[str]:
    """What the language's voice makes of each text; one process for all of them."""
    voice = VOICES[language]
    lines = "".join(f"{voice.prepare(text)}.\n\n" for text in texts)
    argv = ["espeak-ng", "-v", voice.name, "-x", "-q", "--stdin"]
    done = subprocess.run(argv, input=lines, capture_output=True, text=True, check=True, timeout=60)
    return [line for line in done.stdout.splitlines() if line.strip()]


def tickets(count: int) -> list[tuple[str, str]]:
    """Ticket and counter numbers of every kind, the same ones each time."""
    chance = random.Random(12)
    prefixes = [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "AB", "ZK"]
    return [
        (f"{prefixes[i % len(prefixes)]}{chance.randrange(1, 1500):03d}", str(i % 120 + 1))
        for i in range(count)
    ]


def test_mandarin_is_right_for_a_thousand_calls() -> None:
    texts = [call_utterance("zh", *call).text for call in tickets(1000)]
    said = phonemes("zh", texts)
    assert len(said) == 1000
    for text, line in zip(texts, said, strict=True):
        assert "(en)" not in line
        words = line.replace("_|", " ").split()
        wanted = [sign for sign in text.replace("一百", "壹百") if sign != " "]
        assert len(words) == len(wanted), (text, line)
        for sign, word in zip(wanted, words, strict=True):
            assert re.fullmatch(_ZH.get(sign, r"\S*[a-zA-Z@]\S*"), word), (text, sign, word)


def test_english_says_every_digit_for_a_thousand_calls() -> None:
    calls = tickets(1000)
    said = phonemes("en", [call_utterance("en", *call).text.replace(",", "") for call in calls])
    assert len(said) == 1000
    for (ticket, _), line in zip(calls, said, strict=True):
        words = call_utterance("en", ticket, "0").text.replace(",", "").split()
        digits = [_EN[word] for word in words if word in _EN][:-1]
        assert len(digits) == sum(sign.isdigit() for sign in ticket)
        at = 0
        for digit in digits:
            at = line.index(digit, at) + len(digit)


@pytest.mark.parametrize(("prefix", "letter"), [("A", "'eI"), ("B", "b'i:")])
def test_the_letter_a_is_not_the_english_article(prefix: str, letter: str) -> None:
    said = " ".join(phonemes("en", [call_utterance("en", f"{prefix}012", "3").text]))
    assert said.startswith(f"t'IkI2t {letter}")
    assert "a#" not in said
