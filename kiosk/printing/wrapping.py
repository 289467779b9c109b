"""Words broken into lines of so many cells, for a printer that has letters of its own and breaks none kindly."""

import re

from hw.printer.letters import columns

_NOT_FIRST = "，。、；：！？）》」』”’％,.;:!?)]}%…"
"""What never begins a line."""

_WORDS = re.compile(r"[!-~]+|\s+|.", re.DOTALL)
"""A Latin word, white, or one Chinese letter: a line may end after each."""


def wrapped(words: str, wide: int) -> list[str]:
    """Lines of at most `wide` cells; a word longer than that is broken anywhere."""
    lines, line = [], ""
    for piece in _pieces(words, wide):
        if columns(line + piece.rstrip()) > wide and line.strip():
            lines.append(line.strip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.strip()] if line.strip() else lines


def _pieces(words: str, wide: int) -> list[str]:
    """What stays together: a word, a Chinese letter with the closing mark behind it."""
    pieces: list[str] = []
    for piece in _WORDS.findall(words):
        if pieces and piece[0] in _NOT_FIRST and not pieces[-1].isspace():
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return [part for piece in pieces for part in _cut(piece, wide)]


def _cut(piece: str, wide: int) -> list[str]:
    parts = [""]
    for letter in piece:
        if columns(parts[-1] + letter) > wide:
            parts.append("")
        parts[-1] += letter
    return parts
