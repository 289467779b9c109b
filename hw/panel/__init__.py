"""Panels: what window strips show, as text or as dots, and the strips that show it (`hw.panel.opening.open_strip`)."""

from hw.panel.content import Arrow, Strip, StripContent, StripStatus, Tone
from hw.panel.fonts import FontError
from hw.panel.matrix import Matrix

__all__ = ["Arrow", "FontError", "Matrix", "Strip", "StripContent", "StripStatus", "Tone"]
