"""Playing a WAV aloud through a child that can be killed; where nothing can be heard, it says so."""

import os
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hw.speech import sound
from hw.speech.child import Child
from hw.speech.errors import SpeechError

NO_AUDIO = "no-audio"


@dataclass(frozen=True, slots=True)
class Outlet:
    """A program that plays a WAV, and whether it has something to play on."""

    program: str
    options: tuple[str, ...]
    has_sound: Callable[[Mapping[str, str], Path], bool]


def _pipewire(env: Mapping[str, str], _root: Path) -> bool:
    return _socket(env, env.get("PIPEWIRE_REMOTE", "pipewire-0"))


def _pulse(env: Mapping[str, str], _root: Path) -> bool:
    return "PULSE_SERVER" in env or _socket(env, "pulse/native")


def _alsa(_env: Mapping[str, str], root: Path) -> bool:
    return any((root / "dev/snd").glob("pcmC*D*p"))


def _socket(env: Mapping[str, str], name: str) -> bool:
    folder = env.get("XDG_RUNTIME_DIR")
    return folder is not None and (Path(folder) / name).is_socket()


OUTLETS = (
    Outlet("pw-play", (), _pipewire),
    Outlet("paplay", ("--latency-msec=100",), _pulse),  # its own choice is 2 s
    Outlet("aplay", ("-q",), _alsa),
)


class Player:
    """Plays one file at a time through one program."""

    def __init__(self, program: str, options: Sequence[str] = (), grace_s: float = 4.0) -> None:
        self._program, self._options, self._grace_s, self._child = program, options, grace_s, Child()

    def play(self, path: Path) -> None:
        """Play it to its end, with `grace_s` to spare; SpeechError with `no-audio` when it can't have been heard."""
        seconds, began = sound.read(path).seconds, time.monotonic()
        try:
            outcome = self._child.run((self._program, *self._options, str(path)), seconds + self._grace_s)
        except OSError as fault:
            raise SpeechError(
                NO_AUDIO, f"sound: {self._program} can't be started: {fault.strerror}"
            ) from fault
        if outcome.hung or outcome.code:
            why = "hung and was killed" if outcome.hung else outcome.complaint or f"exit code {outcome.code}"
            raise SpeechError(NO_AUDIO, f"sound: {self._program}: {why}")
        # Some systems play to nowhere and report success at once; a loudspeaker takes its time.
        if time.monotonic() - began < seconds / 2:
            raise SpeechError(NO_AUDIO, f"sound: {self._program} ended too soon; it played to nowhere")

    def kill(self) -> None:
        """Silence at once, from any thread."""
        self._child.kill()


def find_player(env: Mapping[str, str] = os.environ, root: Path = Path("/")) -> Player:
    """A player with something to play on; SpeechError `no-audio` says why there is none."""
    able = [outlet for outlet in OUTLETS if outlet.has_sound(env, root)]
    for outlet in able:
        program = shutil.which(outlet.program, path=env.get("PATH"))
        if program:
            return Player(program, outlet.options)
    if able:
        raise SpeechError(NO_AUDIO, f"sound: install the program that plays ({able[0].program})")
    raise SpeechError(NO_AUDIO, "sound: no sound device and no sound server here; nobody will hear the calls")
