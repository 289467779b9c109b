"""The board: from the dispatcher's states to what the hall screen shows; knows no Qt, no clock and no device."""

from display.board.board import HallBoard
from display.board.highlights import Highlights
from display.board.known import Known
from display.board.news import OLD_MS, News
from display.board.parts import Figures, Head, Missed, Newest, Picture, Row, Tile

__all__ = [
    "OLD_MS", "Figures", "HallBoard", "Head", "Highlights", "Known", "Missed", "Newest", "News", "Picture", "Row",
    "Tile",
]  # fmt: skip
