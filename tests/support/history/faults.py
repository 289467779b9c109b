"""The faults that the checker knows, by name."""

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """What can be wrong with a history. The value says it in a report."""

    LOST = "acknowledged and lost"
    DONE_TWICE = "one press done twice"
    DONE_LATE = "an old press acted"
    TWO_ANSWERS = "one press answered in two ways"
    NO_ANSWER = "asked and never answered"
    NUMBER_TWICE = "one number given twice on a day"
    CALLED_TWICE = "a ticket called that did not wait, or by two counters"
    OUT_OF_TURN = "called before one that was there first"
    SEQ_GAP = "a hole or a repetition in the journal"
    EPOCH_BACK = "an epoch went back"
    NEVER_SAID = "on disk and never said"
    NOT_KEPT = "said and not on disk"
    PRIVATE = "something private was said"
    SCREEN = "a screen differs from the database"
    TABLE = "a table differs from the journal"


@dataclass(frozen=True)
class Found:
    """One fault, with words that say where."""

    fault: Fault
    where: str

    def __str__(self) -> str:
        return f"{self.fault}: {self.where}"
