"""From what is on disk to a heart that beats: the same state as before, however the last run ended."""

import json
from collections.abc import Callable

from dispatcher.calls import CallHistory
from dispatcher.errors import DatabaseError
from dispatcher.extras import Extras
from dispatcher.heart import Heart
from dispatcher.phones import Phones
from dispatcher.pin_gate import PinGate
from dispatcher.pin_tries import PinTries
from dispatcher.planfile import PlanText, plan_from_text
from dispatcher.rows import journal_row
from dispatcher.store import Batch, Saved, SnapshotRow, Store
from hall import State, apply, new_state, restore
from hall.plan import PlanError
from wire.base import dump
from wire.events import HallFileTaken, event_from_json


def awaken(store: Store, plan: PlanText, epoch: int, now: int, new_token: Callable[[], str]) -> Heart:
    """The state of the last snapshot and of every journal entry after it, going on by this hall file.

    Raises StoreFailure; DatabaseError when what is on disk makes no sense.
    """
    saved = _load(store)
    if saved is None:
        gate = PinGate(PinTries({}, now))
        heart = Heart(
            plan, new_state(plan.plan), CallHistory(), Extras((), {}), gate, Phones(()), epoch, new_token, store.token
        )  # fmt: skip
        store.write(Batch(snapshot=snapshot_row(heart, now)))
        return heart
    gate = PinGate(PinTries(saved.wrong_pins, now))
    heart = _restored(saved, plan, gate, epoch, new_token, store.token)
    if heart.plan.version != plan.version:
        store.write(take_over(heart, plan, now))
    return heart


def take_over(heart: Heart, plan: PlanText, now: int) -> Batch:
    """The heart goes on by another hall file, and this is to be written. An entry of its own, so that each hall file
    is known to have been in force, also one that nothing happened under."""
    heart.change_plan(plan)
    state, batch = heart.state, Batch()
    if state.clock is not None:
        note = HallFileTaken(seq=state.seq, at=state.clock, epoch=heart.epoch, version=plan.version)
        apply(state, note)
        batch.journal.append(journal_row(note, str(state.day), None))
    batch.snapshot = snapshot_row(heart, now)
    return batch


def snapshot_row(heart: Heart, now: int, begins: str | None = None) -> SnapshotRow:
    """The whole state, and the hall file by which it is to be read; which hall day begins with it, if one does."""
    return SnapshotRow(now, heart.plan.version, heart.plan.text, dump(heart.snapshot()), begins)


def _load(store: Store) -> Saved | None:
    """With every value of the kind it should be: a file whose pages were mixed up may look whole."""
    try:
        saved = store.load()
        if saved is not None:
            _check_kinds(saved)
        return saved
    except (ValueError, TypeError) as fault:
        raise DatabaseError(f"a table holds what doesn't belong there ({fault})") from fault


def _check_kinds(saved: Saved) -> None:
    numbers: list[object] = [saved.journal_id, saved.at, *saved.help.values()]
    words: list[object] = [saved.plan, saved.plan_text, saved.snapshot, *saved.help, *saved.wrong_pins]
    for tries in saved.wrong_pins.values():
        numbers += [tries.tries, tries.at]
    for phone in saved.phones:
        words += [phone.appointment, phone.digits, phone.day]
    for said in saved.announcements:
        numbers += [said.number, said.at]
        words.append(said.text)
    for kind, values in ((int, numbers), (str, words)):
        for value in values:
            if not isinstance(value, kind):
                raise TypeError(f"{str(value)[:40]!r} is no {kind.__name__}")


def _restored(
    saved: Saved,
    plan: PlanText,
    gate: PinGate,
    epoch: int,
    new_token: Callable[[], str],
    find_token: Callable[[str, str], str | None],
) -> Heart:
    """By the hall file that was in force then: the journal may speak of counters that are gone today."""
    then = _plan_then(saved, plan)
    try:
        data = json.loads(saved.snapshot)
        state, calls = restore(then.plan, data["hall"]), CallHistory(data["calls"])
        _replay(saved, state, calls)
    except (ValueError, TypeError, LookupError, AttributeError) as fault:
        raise DatabaseError(f"the snapshot can't be followed ({type(fault).__name__}: {fault})") from fault
    extras = Extras(saved.announcements, saved.help)
    return Heart(then, state, calls, extras, gate, Phones(saved.phones), epoch, new_token, find_token)


def _replay(saved: Saved, state: State, calls: CallHistory) -> None:
    for number, text in saved.journal:
        try:
            event = event_from_json(text)
            apply(state, event)
            calls.apply(event)
        except (ValueError, TypeError, LookupError, AttributeError) as fault:
            words = f"entry {number} of the journal can't be followed"
            raise DatabaseError(f"{words} ({type(fault).__name__}: {fault})") from fault


def _plan_then(saved: Saved, plan: PlanText) -> PlanText:
    try:
        return plan if saved.plan == plan.version else plan_from_text(saved.plan_text)
    except PlanError:  # an older program was content with less
        return plan
