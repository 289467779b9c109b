"""Which command was answered how: the latest from memory, older ones from the database, looked up once a round."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping

from dispatcher.store import Store

Key = tuple[str, str]
"""Device, command id."""

_KEPT = 20_000


class ReplyMemory:
    """Replies that are on disk, by device and command id."""

    def __init__(self, store: Store, kept: int = _KEPT) -> None:
        self._store = store
        self._kept = kept
        self._recent: OrderedDict[Key, str] = OrderedDict()

    def look_up(self, keys: Iterable[Key]) -> dict[Key, str]:
        """The replies of those that were answered before. Raises StoreFailure."""
        wanted = set(keys)
        found = {key: self._recent[key] for key in wanted if key in self._recent}
        older = {command for device, command in wanted if (device, command) not in found}
        if older:
            found.update(self._store.replies(older))
        return found

    def remember(self, replies: Mapping[Key, str]) -> None:
        """Takes in what was just written."""
        self._recent.update(replies)
        while len(self._recent) > self._kept:
            self._recent.popitem(last=False)
