"""The announcer as it runs: real speech in real child processes, one at a time, and what is said of failures."""

import queue
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from display.announcer import Announcer, CallSaying, Shelf, Voice, WordsSaying
from hw.speech import NO_AUDIO, Espeak, Player, SpeechError, Studio
from hw.speech import sound as sounds
from runtime import Delivery
from tests.support.display import ONLINE, START, board, call, catalog
from wire.states import Fault

NOW = START + 20_000
A001 = CallSaying((1,), "A001", "1", ("zh", "en"))


def deaf() -> Player:
    raise SpeechError(NO_AUDIO, "sound: nothing to play on")


def engine_of(folder: Path, body: str) -> Espeak:
    """An engine of our own making, killed after 0.3 s."""
    path = folder / "engine"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return Espeak(str(path), timeout_s=0.3)


def voice_of(
    folder: Path, engine: Espeak | None = None, find_player: Callable[[], Player] | None = None
) -> Voice:
    engine = engine or Espeak()
    return Voice(engine, Studio(engine, folder / "cache"), Shelf(folder / "kept"), find_player)


def kept(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "kept").iterdir())


def test_what_is_said_is_kept_under_its_number_and_name(tmp_path: Path) -> None:
    voice = voice_of(tmp_path)
    assert voice.say(A001, 1).done
    assert voice.say(WordsSaying("请注意", "zh", NOW), 1).done
    assert voice_of(tmp_path).say(A001, 1).done
    assert kept(tmp_path) == ["0001-A001-1.wav", "0002-announcement.wav", "0003-A001-1.wav"]


def test_twice_is_the_first_language_twice_and_the_others_once(tmp_path: Path) -> None:
    voice = voice_of(tmp_path)
    for times in (1, 2):
        voice.say(A001, times)
    voice.say(CallSaying((1,), "A001", "1", ("zh",)), 1)
    once, twice, zh = (sounds.read(tmp_path / "kept" / name).seconds for name in kept(tmp_path))
    assert twice - once == pytest.approx(zh - 1.25, abs=0.1)


def test_a_language_nobody_can_speak_is_left_out_and_alone_it_is_a_fault(tmp_path: Path) -> None:
    voice = voice_of(tmp_path)
    assert voice.say(CallSaying((1,), "A001", "1", ("bo", "zh")), 1) == voice.say(A001, 1)
    said = voice.say(CallSaying((1,), "A001", "1", ("bo",)), 1)
    assert (said.done, said.faults[0].code) == (False, "no-voice")
    assert "A001 was not called aloud" in said.faults[0].text


def test_no_sound_device_is_a_fault_that_is_shown_though_the_file_is_kept(tmp_path: Path) -> None:
    voice = voice_of(tmp_path, find_player=deaf)
    assert [fault.code for fault in voice.check()] == [NO_AUDIO]
    said = voice.say(A001, 1)
    assert (said.done, [fault.code for fault in said.faults]) == (True, [NO_AUDIO])


def test_neither_kept_nor_heard_is_not_done(tmp_path: Path) -> None:
    engine = Espeak()
    assert not Voice(engine, Studio(engine, tmp_path), None, deaf).say(A001, 1).done
    assert Voice(engine, Studio(engine, tmp_path), None, None).check() == ()


def test_a_folder_that_vanished_is_a_fault(tmp_path: Path) -> None:
    voice = voice_of(tmp_path)
    (tmp_path / "kept").rmdir()
    said = voice.say(A001, 1)
    assert (said.done, said.faults[0].code) == (False, "sound-folder")


class Hall:
    """An announcer and the hall it listens to; what it reports lands in two queues."""

    def __init__(self, voice: Voice) -> None:
        self.shown: queue.Queue[int] = queue.Queue()
        self.faults: queue.Queue[tuple[Fault, ...]] = queue.Queue()
        self.announcer = Announcer(
            "all", voice, now_ms=lambda: NOW, shown=self.shown.put, faults=self.faults.put
        )
        self.says(catalog(), ONLINE, board())
        self.announcer.start()

    def says(self, *deliveries: Delivery) -> None:
        for delivery in deliveries:
            self.announcer.take(delivery)

    def reported(self, count: int) -> list[int]:
        return [self.shown.get(timeout=10) for _ in range(count)]


@pytest.fixture
def hall() -> Iterator[Callable[[Voice], Hall]]:
    halls: list[Hall] = []

    def make(voice: Voice) -> Hall:
        halls.append(Hall(voice))
        return halls[-1]

    yield make
    for made in halls:
        made.announcer.stop()


def test_calls_are_said_in_order_and_reported(tmp_path: Path, hall: Callable[[Voice], Hall]) -> None:
    here = hall(voice_of(tmp_path))
    here.says(board(call(1), call(2, counter="2")), board(call(2, counter="2"), call(3, "A001", call=2)))
    assert sorted(here.reported(3)) == [1, 2, 3]
    assert [name[5:] for name in kept(tmp_path)] == ["A001-1.wav", "A002-2.wav"]


def test_with_many_waiting_each_is_said_once_and_the_last_twice(
    tmp_path: Path, hall: Callable[[Voice], Hall]
) -> None:
    here = hall(voice_of(tmp_path))
    here.says(board(*map(call, range(1, 5))))
    assert here.reported(4) == [1, 2, 3, 4]
    lengths = [sounds.read(tmp_path / "kept" / name).seconds for name in kept(tmp_path)]
    assert max(lengths[:2]) + 3 < min(lengths[2:])


@pytest.mark.logs("hung and was killed")
def test_an_engine_that_hangs_on_one_call_is_killed_and_the_next_is_said_within_ten_seconds(
    tmp_path: Path, hall: Callable[[Voice], Hall]
) -> None:
    once = f'[ -e {tmp_path}/hung ] && exec espeak-ng "$@"; touch {tmp_path}/hung; sleep 60'
    here = hall(voice_of(tmp_path, engine_of(tmp_path, once)))
    began = time.monotonic()
    here.says(board(call(1), call(2)))
    assert here.reported(1) == [2]
    assert time.monotonic() - began < 10
    assert [f.code for f in here.faults.get(timeout=1)] == ["speech-hung"]
    assert here.faults.get(timeout=1) == ()


@pytest.mark.logs("nothing to play on")
def test_no_audio_is_told_at_the_start(tmp_path: Path, hall: Callable[[Voice], Hall]) -> None:
    here = hall(voice_of(tmp_path, find_player=deaf))
    assert [fault.code for fault in here.faults.get(timeout=5)] == [NO_AUDIO]


def test_it_is_silent_at_once_when_told_to_stop(tmp_path: Path, hall: Callable[[Voice], Hall]) -> None:
    loud = tmp_path / "aplay"
    loud.write_text(f"#!/bin/sh\ntouch {tmp_path}/plays\nexec sleep 60\n")
    loud.chmod(0o755)
    here = hall(voice_of(tmp_path, find_player=lambda: Player(str(loud), grace_s=60)))
    here.says(board(call(1)))
    while not (tmp_path / "plays").exists():
        time.sleep(0.01)
    began = time.monotonic()
    here.announcer.stop()
    assert time.monotonic() - began < 2
