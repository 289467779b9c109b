"""The call for staff: asked once, its answer told as it is, not asked again for a while."""

from dataclasses import dataclass
from enum import StrEnum

from wire.commands import AskHelp
from wire.replies import Reply

QUIET_S = 30.0
"""So long the words stand, and so long nobody calls again where staff have been told."""


class Told(StrEnum):
    """What the resident reads about it."""

    NOTHING = ""
    ASKING = "asking"
    CALLED = "called"
    """The dispatcher has it: staff see it."""
    FAILED = "failed"
    """Nobody was told; the resident must know."""


@dataclass(frozen=True)
class Help:
    """The kiosk's, not a resident's: who comes next shall not call again either."""

    told: Told = Told.NOTHING
    command: str = ""
    until: float | None = None
    """When the words go, in monotonic seconds; None while nothing is shown or an answer is waited for."""

    @property
    def may_ask(self) -> bool:
        return self.told in (Told.NOTHING, Told.FAILED)


def ask(command_id: str, at: int, now: float, *, online: bool) -> tuple[Help, AskHelp | None]:
    """The call; without a connection nobody would hear it, and that is said at once."""
    if not online:
        return Help(Told.FAILED, until=now + QUIET_S), None
    return Help(Told.ASKING, command_id), AskHelp(id=command_id, at=at)


def answered(help_: Help, command_id: str, reply: Reply | None, now: float) -> Help:
    """After the dispatcher's word, None for its silence. Of another call it changes nothing."""
    if help_.told is not Told.ASKING or help_.command != command_id:
        return help_
    return Help(Told.CALLED if reply is not None and reply.ok else Told.FAILED, until=now + QUIET_S)
