"""A dispatcher that kills itself at a step, before or after. The steps are wrapped around the product's own functions
here, so that nothing of it stands in the product."""

import os
import signal
from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine, event

from dispatcher.backlog import Backlog
from dispatcher.outbox import Outbox
from dispatcher.store import Store

AT_START = ("before-epoch", "after-epoch", "before-backlog", "after-backlog")
UNDER_LOAD = (
    "before-write", "before-commit", "after-commit", "before-replies", "after-replies", "before-state",
    "after-state", "before-mark", "after-mark",
)  # fmt: skip
EACH_SECOND = ("before-mark", "after-mark")
STEPS = AT_START + UNDER_LOAD
_WRAPPED: dict[str, tuple[type, str]] = {
    "epoch": (Store, "begin_epoch"), "backlog": (Backlog, "publish"), "write": (Store, "write"),
    "replies": (Outbox, "replies"), "state": (Outbox, "state"), "mark": (Backlog, "mark"),
}  # fmt: skip


class Doom:
    """Kills this process the n-th time that something comes by."""

    def __init__(self, count: int) -> None:
        self._left = count

    def comes_by(self) -> None:
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def prepare(step: str, doom: Doom) -> None:
    """Sets the step up. `after-commit` is when a write has returned and nothing of it is said."""
    if step == "before-commit":
        event.listen(Engine, "commit", lambda _connection: doom.comes_by())
        return
    when, _, what = step.partition("-")
    owner, name = _WRAPPED["write" if what == "commit" else what]
    setattr(owner, name, _dying(getattr(owner, name), doom, before=when == "before"))


def _dying(work: Callable[..., Any], doom: Doom, *, before: bool) -> Callable[..., Any]:
    def wrapped(*words: Any, **named: Any) -> Any:
        if before:
            doom.comes_by()
        found = work(*words, **named)
        if not before:
            doom.comes_by()
        return found

    return wrapped
