"""Where the truth is kept: journal, replies and read models in one database, written by one transaction a round."""

from dispatcher.store.address import DatabaseAddress, PostgresUrl, SqliteFile, parse_database
from dispatcher.store.batch import Batch, JournalRow, ReplyRow, ShownRow, SnapshotRow, TicketRow, WrongPins
from dispatcher.store.home import Home, home_of
from dispatcher.store.store import Saved, Store, open_store

__all__ = [
    "Batch",
    "DatabaseAddress",
    "Home",
    "JournalRow",
    "PostgresUrl",
    "ReplyRow",
    "Saved",
    "ShownRow",
    "SnapshotRow",
    "SqliteFile",
    "Store",
    "TicketRow",
    "WrongPins",
    "home_of",
    "open_store",
    "parse_database",
]
