"""What the hall is told that is no event: words for the loudspeaker, and residents who called for staff."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import replace

from dispatcher.store.batch import AnnouncementRow
from wire.states import Announcement, HelpCall

HELP_MS = 5 * 60_000
"""How long a call for staff stands on the console's screen."""
_KEPT = 5


class Extras:
    """Follows what was accepted; the database holds the same."""

    def __init__(self, announcements: Iterable[AnnouncementRow], help_calls: Mapping[str, int]) -> None:
        self._announcements = deque(announcements, maxlen=_KEPT)
        self._help = dict(help_calls)

    def announce(self, text: str, zone: str | None, now: int) -> AnnouncementRow:
        """The next words; numbers rise for ever."""
        last = self._announcements[-1].number if self._announcements else 0
        row = AnnouncementRow(last + 1, now, text, zone)
        self._announcements.append(row)
        return row

    def call_for_help(self, device: str, now: int) -> None:
        """A resident at that device wants somebody to come."""
        self._help[device] = now

    def end_help(self, now: int) -> list[str]:
        """Forgets the calls for staff that are over; their devices."""
        over = [device for device, since in self._help.items() if now - since >= HELP_MS]
        for device in over:
            del self._help[device]
        return over

    def announcements(self) -> tuple[Announcement, ...]:
        """The latest, newest last."""
        return tuple(
            Announcement(number=row.number, at=row.at, text=row.text, zone=row.zone)
            for row in self._announcements
            if row.text
        )

    def forget_words(self, before: int) -> bool:
        """Of announcements older than that only the number is remembered; whether there were any."""
        old = [row for row in self._announcements if row.at < before and row.text]
        kept = (replace(row, text="") if row in old else row for row in self._announcements)
        self._announcements = deque(kept, maxlen=_KEPT)
        return bool(old)

    def help_calls(self, now: int) -> tuple[HelpCall, ...]:
        """Those that stand, oldest first."""
        there = sorted((since, device) for device, since in self._help.items() if now - since < HELP_MS)
        return tuple(HelpCall(device=device, since=since) for since, device in there)
