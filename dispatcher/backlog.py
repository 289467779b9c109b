"""What is on disk and perhaps not said yet: said again on every connect, and marked once the broker has it."""

from dispatcher.errors import StoreFailure
from dispatcher.outbox import Outbox, Receipt
from dispatcher.store import Batch, Store
from wire.events import Event, event_from_json

_PAGE = 2000


class Backlog:
    """Up to which entry of the journal everything was published. The mark may lag: then some is said twice, and
    `seq` lets receivers ignore what they have seen."""

    def __init__(self, store: Store, outbox: Outbox, epoch: int) -> None:
        self._store = store
        self._outbox = outbox
        self._epoch = epoch
        self._owed = False
        """Not all that should have been said could be read."""
        self._claim: tuple[int, Receipt] | None = None
        """Up to where it is marked as soon as the broker is known to have it: while others press without a pause,
        what was said last is never acknowledged yet."""

    def publish(self) -> None:
        """Every event after the mark, as this run's own: receivers ignore an epoch that is over. What can't be read
        now is said a little later. Raises DatabaseError for an entry that makes no sense."""
        after = self._store.published
        self._claim = None
        self._outbox.begin_events()
        self._owed = False
        try:
            while page := self._store.entries_after(after, _PAGE):
                self._outbox.events([self._event(*entry) for entry in page])
                after = page[-1][0]
        except StoreFailure:
            self._owed = True

    def _event(self, number: int, text: str) -> Event:
        try:
            return event_from_json(text).model_copy(update={"epoch": self._epoch})
        except (ValueError, TypeError):
            raise self._store.home.unusable(f"entry {number} of the journal can't be read") from None

    def mark(self) -> None:
        """Moves the mark to where the broker has acknowledged what was said. It is only a saving: a disk that can't
        take it now is found out by the next round."""
        if self._owed:
            self.publish()
        if self._claim is None and not self._owed and self._store.journal_id != self._store.published:
            receipt = self._outbox.receipt()
            self._claim = None if receipt is None else (self._store.journal_id, receipt)
        if self._claim is None or not self._claim[1]():
            return
        last, self._claim = self._claim[0], None
        try:
            self._store.write(Batch(published=last))
        except StoreFailure:
            return
