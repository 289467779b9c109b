"""What is said: a text in one language, and the words of a call in each language that has them."""

from collections.abc import Callable
from dataclasses import dataclass

from hw.speech.numbers import en_counter, en_spelled, zh_counter, zh_spelled


@dataclass(frozen=True, slots=True)
class Utterance:
    """One text in one language (`zh`, `en`, …), written as a person would read it aloud."""

    language: str
    text: str


def _zh_call(ticket: str, counter: str) -> str:
    return f"请 {zh_spelled(ticket)} 号 到 {zh_counter(counter)} 号 窗口 办理"


def _en_call(ticket: str, counter: str) -> str:
    return f"Ticket {en_spelled(ticket)}, please go to counter {en_counter(counter)}"


_CALLS: dict[str, Callable[[str, str], str]] = {"zh": _zh_call, "en": _en_call}


def can_call(language: str) -> bool:
    """Whether there are words for a call in this language."""
    return language in _CALLS


def call_utterance(language: str, ticket: str, counter: str) -> Utterance:
    """The words that call `ticket` to `counter`; a language without words of its own is a KeyError."""
    return Utterance(language, _CALLS[language](ticket, counter))
