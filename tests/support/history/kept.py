"""Checks of what is on disk alone: numbers, order, epochs, turns, and the ticket table beside the journal."""

from collections import Counter
from collections.abc import Iterator

from tests.support.history.faults import Fault, Found
from tests.support.history.follow import Follower
from tests.support.history.records import JournalLine, Rows


def check_kept(rows: Rows, follower: Follower) -> Iterator[Found]:
    """Everything that needs nobody's word but the database's."""
    yield from _seq(rows.journal)
    yield from _epochs(rows)
    yield from _numbers(rows.journal)
    yield from _once(rows.journal)
    yield from follower.found
    yield from _tickets(rows, follower)


def _seq(journal: list[JournalLine]) -> Iterator[Found]:
    """Ids and the `seq` of events count 1, 2, 3, …; a note has that of the event before it. A hall that goes on
    from a backup leaps ahead, once."""
    seq = 0
    for id_, line in enumerate(journal, 1):
        seq = max(seq, line.seq) if line.kind == "hall_restored" else seq + line.public
        if (line.id, line.seq, line.body["seq"]) != (id_, seq, seq):
            yield Found(Fault.SEQ_GAP, f"entry {line.id} has seq {line.seq}; expected entry {id_}, seq {seq}")
            return


def _epochs(rows: Rows) -> Iterator[Found]:
    """A dispatcher that wrote after a later one had begun had no right to."""
    highest = 0
    for line in rows.journal:
        epoch = line.body["epoch"]
        if epoch < highest:
            yield Found(Fault.EPOCH_BACK, f"entry {line.id} was written by epoch {epoch} after {highest}")
        highest = max(highest, epoch)
    if highest > rows.epoch:
        yield Found(Fault.EPOCH_BACK, f"the journal knows epoch {highest}, the database is at {rows.epoch}")


def _numbers(journal: list[JournalLine]) -> Iterator[Found]:
    given = Counter((line.day, line.body["ticket"]) for line in journal if line.kind == "ticket_issued")
    for (day, number), times in given.items():
        if times > 1:
            yield Found(Fault.NUMBER_TWICE, f"{number} on {day}, {times} times")


def _once(journal: list[JournalLine]) -> Iterator[Found]:
    """One command of a device brings an event of a kind once, and all of its events together."""
    seen: dict[tuple[str, str, str], int] = {}
    for line in journal:
        command = line.body.get("command")
        if command is None or line.kind.startswith("green_"):
            continue
        key = (str(line.device), command, line.kind)
        if key in seen:
            yield Found(Fault.DONE_TWICE, f"{command} of {line.device}: entries {seen[key]} and {line.id}")
        seen[key] = line.id


def _tickets(rows: Rows, follower: Follower) -> Iterator[Found]:
    """The read model says of each ticket what the journal says."""
    kept = {(row.day, row.number): row for row in rows.tickets}
    if len(kept) != len(rows.tickets):
        yield Found(Fault.TABLE, "ticket: one number stands there twice")
    for key in kept.keys() ^ follower.known.keys():
        yield Found(Fault.TABLE, f"ticket: {key} stands only in the {'table' if key in kept else 'journal'}")
    for key in kept.keys() & follower.known.keys():
        row, ticket = kept[key], follower.known[key]
        told = (row.state, row.services, row.counter)
        wanted = (ticket["state"], " ".join(ticket["needs"]), ticket["last"])
        if told != wanted:
            yield Found(Fault.TABLE, f"ticket: {key} is {told}, by the journal {wanted}")
        if not row.token:
            yield Found(Fault.TABLE, f"ticket: {key} has no token")
