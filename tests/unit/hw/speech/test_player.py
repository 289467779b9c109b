"""Playing aloud: honest about whether anybody can have heard it."""

import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hw.speech import NO_AUDIO, Player, SpeechError, find_player
from hw.speech.sound import silence, write


@pytest.fixture
def half_second(tmp_path: Path) -> Path:
    write(silence(0.5), tmp_path / "a.wav")
    return tmp_path / "a.wav"


def program(folder: Path, name: str, body: str) -> str:
    """A program of our own making."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return str(path)


def test_what_takes_its_time_has_been_heard(tmp_path: Path, half_second: Path) -> None:
    Player(program(tmp_path, "aplay", "sleep 0.5")).play(half_second)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("exit 0", "played to nowhere"),
        ("echo cannot open device >&2; exit 1", "cannot open device"),
        ("exit 7", "exit code 7"),
    ],
)
def test_what_nobody_heard_is_a_fault(tmp_path: Path, half_second: Path, body: str, words: str) -> None:
    with pytest.raises(SpeechError, match=words) as fault:
        Player(program(tmp_path, "aplay", body)).play(half_second)
    assert fault.value.code == NO_AUDIO


def test_a_program_that_is_gone_is_a_fault(tmp_path: Path, half_second: Path) -> None:
    with pytest.raises(SpeechError, match="can't be started"):
        Player(str(tmp_path / "gone")).play(half_second)


def test_a_player_that_hangs_is_killed(tmp_path: Path, half_second: Path) -> None:
    player = Player(program(tmp_path, "aplay", "exec sleep 60"), grace_s=0.1)
    began = time.monotonic()
    with pytest.raises(SpeechError, match="hung and was killed"):
        player.play(half_second)
    assert time.monotonic() - began < 10


def test_without_device_and_server_there_is_no_audio(tmp_path: Path) -> None:
    with pytest.raises(SpeechError, match="nobody will hear the calls") as fault:
        find_player({"PATH": "/usr/bin", "XDG_RUNTIME_DIR": str(tmp_path)}, tmp_path)
    assert fault.value.code == NO_AUDIO


def card(folder: Path) -> None:
    (folder / "dev/snd").mkdir(parents=True)
    (folder / "dev/snd/pcmC0D0p").touch()


def listening(name: str) -> Callable[[Path], None]:
    """What a sound server leaves in the runtime folder."""

    def make(folder: Path) -> None:
        (folder / name).parent.mkdir(exist_ok=True)
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(folder / name))

    return make


@pytest.mark.parametrize(
    ("make", "name"),
    [(card, "aplay"), (listening("pulse/native"), "paplay"), (listening("pipewire-0"), "pw-play")],
)
def test_a_device_or_server_with_its_program_is_found(
    tmp_path: Path, half_second: Path, make: Callable[[Path], None], name: str
) -> None:
    make(tmp_path)
    program(tmp_path, name, "sleep 0.5")
    env = {"PATH": str(tmp_path) + ":/bin", "XDG_RUNTIME_DIR": str(tmp_path)}
    find_player(env, tmp_path).play(half_second)


def test_a_device_without_a_program_says_what_to_install(tmp_path: Path) -> None:
    card(tmp_path)
    with pytest.raises(SpeechError, match=r"install the program that plays \(aplay\)"):
        find_player({"PATH": str(tmp_path)}, tmp_path)
