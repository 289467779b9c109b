"""What every strip does, real or simulated: it shows, it takes anything, and offline is a state."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from hw.panel import Arrow, Strip, StripContent, Tone
from hw.panel.opening import open_strip

CALL = StripContent("A012", Arrow.DOWN, ("请到本窗口", "Please come"), Tone.CALL, blink=True)
PAUSED = StripContent(lines=("3 号窗口 暂停服务", "Window 3 paused"))


@dataclass(frozen=True)
class Bench:
    """A strip on the bench: what it shows now, as bytes, and its plug."""

    strip: Strip
    shown: Callable[[], bytes]
    unplug: Callable[[], None]
    plug_in: Callable[[], None]


def simulated(folder: Path) -> Bench:
    plug = folder / "s1.unplugged"
    shown = (folder / "s1.png").read_bytes
    return Bench(open_strip(f"sim:{folder}", "s1"), shown, plug.touch, plug.unlink)


@pytest.fixture(params=[simulated])
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Bench:
    made: Bench = request.param(tmp_path)
    return made


def test_different_contents_look_different_and_the_same_alike(bench: Bench) -> None:
    seen = []
    for content in (CALL, PAUSED, CALL):
        assert bench.strip.show(content).online
        seen.append(bench.shown())
    assert seen[0] == seen[2] != seen[1]


@pytest.mark.parametrize(
    "content",
    [
        StripContent(),
        StripContent("A" * 40),
        StripContent("Z1", Arrow.LEFT, ("x" * 300, "字" * 300, "third")),
        StripContent(lines=("\n\t\x00", "ئۇيغۇرچە")),
    ],
)
def test_it_takes_whatever_it_is_given(bench: Bench, content: StripContent) -> None:
    assert bench.strip.show(content).online


def test_unplugged_is_a_state_and_plugged_in_again_it_shows(bench: Bench) -> None:
    assert bench.strip.show(PAUSED).online
    before = bench.shown()
    bench.unplug()
    for status in (bench.strip.probe(), bench.strip.show(CALL)):
        assert not status.online
        assert status.detail
    assert bench.shown() == before
    bench.plug_in()
    assert bench.strip.probe().online
    assert bench.shown() == before
    assert bench.strip.show(CALL).online
    assert bench.shown() != before


def test_closing_twice_is_fine(bench: Bench) -> None:
    bench.strip.close()
    bench.strip.close()
