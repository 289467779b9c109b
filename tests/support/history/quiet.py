"""When all is quiet: everything on disk has reached the listeners. Then the history is judged."""

import time
from collections.abc import Sequence

from tests.support.dispatcher_process import Device, Place
from tests.support.history.judge import find_faults, judge
from tests.support.history.records import History


def judge_place(
    where: Place,
    devices: Sequence[Device],
    *,
    patience_s: float = 5.0,
    heard_all: bool = True,
    all_answered: bool = True,
    one_at_a_time: bool = True,
) -> History:
    """Waits until every screen has the last state, at most that long, and judges all there is. Whoever presses
    must have stopped. The history, for figures of one's own."""
    deadline = time.monotonic() + patience_s
    while True:
        rows = where.rows()
        history = History(
            rows,
            [device.log.now() for device in devices],
            heard_all=heard_all,
            all_answered=all_answered,
            one_at_a_time=one_at_a_time,
        )
        late = time.monotonic() > deadline
        if late or (all(_has(device, rows.last_seq) for device in devices) and not find_faults(history)):
            judge(history)
            return history
        time.sleep(0.1)


def _has(device: Device, seq: int) -> bool:
    return bool(device.states.get("hall", {}).get("seq") == seq)
