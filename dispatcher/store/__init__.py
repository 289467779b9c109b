"""Where the truth is kept: journal, replies and read models in one database, written by one transaction a round."""

from dispatcher.store.batch import Batch, JournalRow, ReplyRow, ShownRow, SnapshotRow, TicketRow, WrongPins
from dispatcher.store.database import database_path
from dispatcher.store.store import Saved, Store, open_store

__all__ = [
    "Batch",
    "JournalRow",
    "ReplyRow",
    "Saved",
    "ShownRow",
    "SnapshotRow",
    "Store",
    "TicketRow",
    "WrongPins",
    "database_path",
    "open_store",
]
