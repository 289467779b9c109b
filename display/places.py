"""Where the room keeps its screens and its words."""

from pathlib import Path

SCREENS = Path(__file__).parent / "screens"
LANGUAGES = Path(__file__).parent / "languages"
