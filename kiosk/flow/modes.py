"""How a resident wants the screens: larger and simpler, in high contrast, lowered, read aloud."""

from dataclasses import dataclass, replace

NAMES = ("elder", "contrast", "lowered", "speech")


@dataclass(frozen=True)
class Modes:
    """Each is switched by itself; `elder` brings the reading aloud with it."""

    elder: bool = False
    contrast: bool = False
    lowered: bool = False
    speech: bool = False

    def toggled(self, which: str) -> "Modes":
        """With this one the other way round; the same for a name it doesn't know."""
        match which:
            case "elder":
                return replace(self, elder=not self.elder, speech=not self.elder)
            case "contrast":
                return replace(self, contrast=not self.contrast)
            case "lowered":
                return replace(self, lowered=not self.lowered)
            case "speech":
                return replace(self, speech=not self.speech)
        return self

    @property
    def unhurried(self) -> bool:
        """Who reads slowly, or listens, is not sent away soon."""
        return self.elder or self.speech


PLAIN = Modes()
