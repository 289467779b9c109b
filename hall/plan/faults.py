"""What can be wrong with a hall file, and where."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PlanFault:
    """One thing wrong. `path` is a key path such as `service[3].prefix`, counted from 1; empty: the file."""

    path: str
    message: str

    def __str__(self) -> str:
        text = f"{self.path}: {self.message}" if self.path else self.message
        return "".join(
            c if c.isprintable() else ascii(c)[1:-1] for c in text
        )  # one line, whatever is in a key


class PlanError(Exception):
    """A hall file that can't be used: every fault of it at once."""

    def __init__(self, faults: tuple[PlanFault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults
