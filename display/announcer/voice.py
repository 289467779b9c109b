"""The voice: from a saying to sound, kept on a shelf, heard aloud, or neither, and then it says why."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from display.announcer.sayings import CallSaying, Saying
from display.announcer.shelf import Shelf
from hw.speech import Engine, Player, SpeechError, Studio, Utterance, call_utterance, can_call
from wire.states import Fault


@dataclass(frozen=True, slots=True)
class Said:
    """What became of a saying: whether somebody can have heard it, or can hear it later; and what went wrong."""

    done: bool
    faults: tuple[Fault, ...] = ()


class Voice:
    """One voice. `find_player` None: a silent hall. Blocks while it speaks; `kill` from any thread ends that."""

    def __init__(
        self, engine: Engine, studio: Studio, shelf: Shelf | None, find_player: Callable[[], Player] | None
    ) -> None:
        self._engine, self._studio, self._shelf, self._find_player = engine, studio, shelf, find_player
        self._player: Player | None = None

    def check(self) -> tuple[Fault, ...]:
        """What would keep it from being heard."""
        if self._find_player is None:
            return ()
        try:
            self._find_player()
        except SpeechError as fault:
            return (_fault(fault),)
        return ()

    def say(self, saying: Saying, times: int) -> Said:
        """Say it, the first language `times` times, then the others."""
        try:
            sound = self._studio.announcement(self._utterances(saying, times))
        except SpeechError as fault:
            return Said(done=False, faults=(_fault(fault),))
        except OSError as fault:
            return Said(
                done=False, faults=(Fault(code="speech-failed", text=f"sound can't be written: {fault}"),)
            )
        tried = [way for way in (self._keep(sound, saying), self._play(sound)) if way is not None]
        return Said(any(said.done for said in tried), tuple(fault for said in tried for fault in said.faults))

    def kill(self) -> None:
        """Silence at once."""
        self._engine.kill()
        if self._player is not None:
            self._player.kill()

    def _utterances(self, saying: Saying, times: int) -> list[Utterance]:
        if not isinstance(saying, CallSaying):
            return [Utterance(saying.language, saying.text)] * times
        known = [
            code for code in dict.fromkeys(saying.languages) if can_call(code) and self._engine.speaks(code)
        ]
        if not known:
            wanted = ", ".join(saying.languages)
            raise SpeechError(
                "no-voice", f"speech: no voice for {wanted}; {saying.ticket} was not called aloud"
            )
        return [
            call_utterance(code, saying.ticket, saying.counter) for code in [known[0]] * times + known[1:]
        ]

    def _keep(self, sound: Path, saying: Saying) -> Said | None:
        if self._shelf is None:
            return None
        name = f"{saying.ticket}-{saying.counter}" if isinstance(saying, CallSaying) else "announcement"
        try:
            self._shelf.keep(sound, name)
        except OSError as fault:
            text = f"the announcement can't be kept: {fault}"
            return Said(done=False, faults=(Fault(code="sound-folder", text=text),))
        return Said(done=True)

    def _play(self, sound: Path) -> Said | None:
        if self._find_player is None:
            return None
        try:
            self._player = self._find_player()
            self._player.play(sound)
        except SpeechError as fault:
            return Said(done=False, faults=(_fault(fault),))
        return Said(done=True)


def _fault(error: SpeechError) -> Fault:
    return Fault(code=error.code, text=str(error))
