"""Whether the clock is behind the hall: it was put back, or had been ahead. Said once, and known to whoever looks."""

import structlog

from dispatcher.timeline import Timeline

FAR_MS = 10_000
"""Less than that is made up for before anybody notices."""
BEHIND = "the clock is {seconds} s behind the hall's time"
RIGHT_OR_WRONG = (
    "if the clock is right now, stop the dispatcher when nobody waits and run `greenwindow clock --is-right`; "
    "if it is wrong, set it"
)
_BEGUN = (
    "the clock is behind the journal: doors go by the clock, times and waits slowly until it has caught up; "
    + RIGHT_OR_WRONG
)


class ClockWatch:
    """Of one term."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._behind = False
        self._seen = 0
        self._log = structlog.get_logger("dispatcher")

    def look(self) -> None:
        """Says when it has begun and when it is over."""
        behind_ms = self._timeline.behind_ms()
        if not self._behind and behind_ms > FAR_MS:
            self._behind = True
            self._log.warning(_BEGUN, seconds=behind_ms // 1000)
        elif self._behind and not behind_ms:
            self._behind = False
            self._log.info("the clock has caught up with the journal")

    def turned_back(self) -> bool:
        """Whether the clock says less than when this was asked last: doors may have to be put right."""
        before, self._seen = self._seen, self._timeline.wall()
        return self._seen < before

    def behind_s(self) -> int | None:
        """For the sign of life: by so much, while it is worth a word."""
        behind_ms = self._timeline.behind_ms()
        return behind_ms // 1000 if behind_ms > FAR_MS else None
