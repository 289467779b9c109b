"""The reader: the newest passage at once, silence at once, and a fault in words that goes when it is over."""

import threading

import pytest

from hw.speech import SpeechError
from kiosk.reading import Line, Reader

A, B, C = (Line("en", text) for text in "abc")
S = 5.0


class Mouth:
    """A voice that speaks each line until it is let go or killed."""

    def __init__(self, *, slow_start: int = 0, missing: SpeechError | None = None) -> None:
        self.said: list[str] = []
        self.cut: list[str] = []
        self.began = threading.Semaphore(0)
        self.ended = threading.Semaphore(0)
        self.error: Exception | None = None
        self._missing = missing
        self._end = threading.Event()
        self._killed = False
        self._deaf = slow_start

    def check(self) -> None:
        if self._missing is not None:
            raise self._missing

    def say(self, line: Line) -> None:
        self._killed = False
        self._end.clear()
        self.began.release()
        try:
            if self.error is not None:
                raise self.error
            assert self._end.wait(S)
            if self._killed:
                self.cut.append(line.text)
                raise SpeechError("speech-failed", "killed")
            self.said.append(line.text)
        finally:
            self.ended.release()

    def finish(self) -> None:
        self._end.set()

    def kill(self) -> None:
        if self._deaf:
            self._deaf -= 1  # the child is only being started: the kill meets nobody
            return
        self._killed = True
        self._end.set()


class Faults:
    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []
        self.came = threading.Semaphore(0)

    def __call__(self, code: str, text: str) -> None:
        self.told.append((code, text))
        self.came.release()


def reader(mouth: Mouth) -> tuple[Reader, Faults]:
    faults = Faults()
    made = Reader(mouth, faults)
    made.start()
    return made, faults


def test_a_passage_is_read_line_by_line() -> None:
    mouth = Mouth()
    made, faults = reader(mouth)
    made.read((A, B))
    for _ in range(2):
        assert mouth.began.acquire(timeout=S)
        mouth.finish()
        assert mouth.ended.acquire(timeout=S)
    made.close()
    assert (mouth.said, mouth.cut, faults.told) == (["a", "b"], [], [])


def test_the_newest_cuts_off_the_one_before_even_while_it_is_only_starting() -> None:
    mouth = Mouth(slow_start=3)
    made, faults = reader(mouth)
    made.read((A, B))
    assert mouth.began.acquire(timeout=S)
    made.read((C,))
    assert mouth.ended.acquire(timeout=S)
    assert mouth.began.acquire(timeout=S)
    mouth.finish()
    assert mouth.ended.acquire(timeout=S)
    made.close()
    assert (mouth.said, mouth.cut, faults.told) == (["c"], ["a"], [])


def test_what_is_added_follows_what_is_being_read() -> None:
    mouth = Mouth()
    made, faults = reader(mouth)
    made.read((A,))
    assert mouth.began.acquire(timeout=S)
    made.add((B,))
    for _ in range(2):
        mouth.finish()
        assert mouth.ended.acquire(timeout=S)
        if len(mouth.said) < 2:
            assert mouth.began.acquire(timeout=S)
    made.add((C,))
    assert mouth.began.acquire(timeout=S)
    mouth.finish()
    assert mouth.ended.acquire(timeout=S)
    made.close()
    assert (mouth.said, mouth.cut, faults.told) == (["a", "b", "c"], [], [])


def test_hush_and_the_end_are_silence_at_once() -> None:
    for silence in (Reader.hush, Reader.close):
        mouth = Mouth()
        made, faults = reader(mouth)
        made.read((A, B))
        assert mouth.began.acquire(timeout=S)
        silence(made)
        assert mouth.ended.acquire(timeout=S)
        made.close()
        assert (mouth.said, mouth.cut, faults.told) == ([], ["a"], [])


def test_a_kiosk_without_sound_says_so_before_anybody_asks() -> None:
    made, faults = reader(Mouth(missing=SpeechError("no-audio", "sound: no sound device")))
    assert faults.came.acquire(timeout=S)
    made.close()
    assert faults.told == [("no-audio", "sound: no sound device")]


@pytest.mark.logs("reading failed")
def test_a_fault_is_told_once_and_taken_back_when_it_is_over() -> None:
    mouth = Mouth()
    made, faults = reader(mouth)
    for error in (SpeechError("no-voice", "x"), SpeechError("no-voice", "x"), RuntimeError("bug"), None):
        mouth.error = error
        made.read((A,))
        assert mouth.began.acquire(timeout=S)
        mouth.finish()
        assert mouth.ended.acquire(timeout=S)
        if error is None or not isinstance(error, SpeechError) or not faults.told:
            assert faults.came.acquire(timeout=S)
    made.close()
    assert [code for code, _ in faults.told] == ["no-voice", "speech-failed", ""]
