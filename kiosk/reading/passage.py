"""What is to be read: lines, each in its language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One text as the screen has it, in the language with this code."""

    language: str
    text: str


Passage = tuple[Line, ...]
