"""The window strip: what its counter's residents need to see, kept on a panel that may be unplugged; knows no Qt."""

from display.strip.board import StripBoard, Wanted
from display.strip.keeper import StripKeeper

__all__ = ["StripBoard", "StripKeeper", "Wanted"]
