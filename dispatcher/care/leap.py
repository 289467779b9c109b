"""How a hall goes on from a backup: as if it had never been asked for anything since, and beyond all it may have said.

What the lost hall did after the backup is on nobody's disk, but stations have heard it and residents hold its paper.
So the epoch, `seq` and today's numbers leap past whatever it can have reached.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dispatcher.care.given import Known, Numbers
from dispatcher.errors import CareError
from dispatcher.heart import Heart
from dispatcher.planfile import PlanText
from dispatcher.restart import awaken, snapshot_row
from dispatcher.round import Round
from dispatcher.rows import journal_row
from dispatcher.store import Store
from hall import State, apply
from hall.plan import Plan
from wire.events import HallRestored
from wire.terms import DeviceKind

_EPOCHS = 1000
"""Starts within one second, and then some: no dispatcher starts more than once a second."""
_EVENTS = 1_000_000
_EVENTS_A_SECOND = 1000
_TICKET_MS = 5_000
"""Quicker than anybody takes tickets at one device, hour after hour."""
_MORE = 20
_ROUND = 100
_ISSUING = (DeviceKind.KIOSK, DeviceKind.GUIDE, DeviceKind.CONSOLE)
_CLOCK_MS = 60_000


@dataclass(frozen=True)
class Leap:
    """Where a restored hall goes on."""

    epoch: int
    seq: int
    numbers: dict[str, int]
    """Of today, by prefix: the last that may be on paper. Empty when none can be."""
    guessed: bool
    """Whether that is reckoned from the time since the backup alone: the database that was lost can't be asked."""
    day: str


def leap(store: Store, plan: PlanText, backup_at: int, now: int, known: Callable[[str], Known]) -> Leap:
    """Writes into a restored database what makes it go on safely; `known` tells of a hall day what else is known of
    it. Raises CareError, DatabaseError, StoreFailure."""
    gap = now - backup_at
    if gap < -_CLOCK_MS or now < store.last_at() - _CLOCK_MS:
        raise CareError("the clock of this machine is before the backup's; set it, then restore again")
    epoch = store.begin_epoch() + _EPOCHS + max(0, gap) // 1000
    heart = awaken(store, plan, epoch, now, lambda: "")
    state, round_ = heart.state, Round({})
    seq = state.seq + _EVENTS + max(0, gap) // 1000 * _EVENTS_A_SECOND
    if state.clock is not None:  # before time alone brings anything, dated the last moment that is known
        _note(heart, round_, HallRestored(seq=seq, at=state.clock, epoch=epoch, backup_at=backup_at))
    heart.wake(now, round_)
    day = str(state.day)
    there = known(day)
    numbers = numbers_on_paper(state, plan.plan, backup_at, now, there)
    at = now if state.clock is None else state.clock
    seq = max(seq, state.seq)
    _note(heart, round_, HallRestored(seq=seq, at=at, epoch=epoch, backup_at=backup_at, numbers=numbers))
    batch = round_.close()
    batch.snapshot = snapshot_row(heart, now)
    store.write(batch)
    return Leap(store.begin_epoch(epoch), state.seq, numbers, bool(numbers) and not there.certain, day)


def numbers_on_paper(
    state: State,
    plan: Plan,
    backup_at: int,
    now: int,
    known: Known = Known(),  # noqa: B008 - frozen
) -> dict[str, int]:
    """The last number of each prefix that the lost hall can have given out today, for the state of now: by what other
    databases tell, and at most as many since the backup, and since an earlier restoring, as devices can take."""
    prefixes = sorted({service.prefix for service in plan.services} | set(state.numbers) | set(known.given))
    since = _since(state, plan, backup_at, now)
    found = dict(known.given)
    _raise(found, state.numbers, since, prefixes)
    if known.promised is not None:
        later = _since(state, plan, known.promised.at, now)
        _raise(found, known.promised.numbers, later, sorted({*prefixes, *known.promised.numbers}))
    return {p: _rounded(found[p]) for p in sorted(found) if found[p] > state.numbers.get(p, 0)}


def _raise(found: dict[str, int], last: Numbers, most: int, prefixes: Iterable[str]) -> None:
    for prefix in prefixes:
        found[prefix] = max(found.get(prefix, 0), last.get(prefix, 0) + most)


def _since(state: State, plan: Plan, moment: int, now: int) -> int:
    """So many tickets can have been taken from that moment on, of today's."""
    assert state.day is not None  # time has been brought to now
    open_ms = _open_ms(state, max(moment, state.rules.days.midnight(state.day)), now)
    devices = sum(device.kind in _ISSUING for device in plan.devices)
    return open_ms * devices // _TICKET_MS + _MORE if open_ms and devices else 0


def _rounded(number: int) -> int:
    """Up to a figure that people can remember."""
    return -(-number // _ROUND) * _ROUND


def _open_ms(state: State, begin: int, end: int) -> int:
    hours, total = state.rules.hours, 0
    while begin < end:
        change = min(hours.next_change(begin), end)
        total += change - begin if hours.hold(begin) else 0
        begin = change
    return total


def _note(heart: Heart, round_: Round, note: HallRestored) -> None:
    apply(heart.state, note)
    round_.batch.journal.append(journal_row(note, str(heart.state.day), None))
