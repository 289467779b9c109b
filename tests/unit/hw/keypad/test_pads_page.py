"""`docs/pads.md` is right: the made-up vendor works by the file on the page, and every shipped name stands there."""

import re
from pathlib import Path

import pytest

from hw.keypad import Action, FaultKind, Press, Shown
from hw.keypad.ff68 import Decoder, Frame, encode
from hw.keypad.ff68_line import Ff68Line
from hw.keypad.ff68_map import read_map
from hw.keypad.keymap import known_maps
from hw.link import Deadline
from hw.sim.ff68_pads import SimFf68Line
from hw.sim.pads_wire import PadsMemory

PAGE = (Path(__file__).parents[4] / "docs" / "pads.md").read_text(encoding="utf-8")
ACME = next(block for block in re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL) if '"Acme"' in block)


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    path = tmp_path / "acme.toml"
    path.write_text(ACME, encoding="utf-8")
    return path


def frames(line: Ff68Line, *sent: Frame) -> list[Press]:
    """What the driver makes of these frames, through a simulated line."""
    sim = SimFf68Line(5)
    wire = PadsMemory(sim)
    with wire:
        line._place = wire
        line.expect({"5"})
        line.open(Deadline.after(1))
        heard = [press for _ in range(10) for press in line.read(Deadline.after(0.01))]
        assert heard == []
        for frame in sent:
            sim.disturb(encode(frame))
            until = Deadline.after(2)
            before = len(heard), line.census.counts.total()
            while (len(heard), line.census.counts.total()) == before and not until.passed:
                heard += line.read(Deadline.after(0.01))
            for _ in range(12):  # two keys of one pad within a tenth of a second would be two pads
                line.read(Deadline.after(0.01))
    line.close()
    return heard


def test_the_made_up_vendor_of_the_page_works_by_its_file(acme: Path) -> None:
    table = read_map(str(acme))
    assert encode(Frame(5, b"\x2a")) == bytes.fromhex("FF 68 02 02 68 05 2A 2F 16")
    line = Ff68Line(PadsMemory(SimFf68Line()), table)
    heard = frames(
        line, Frame(5, b"\x2a"), Frame(5, b"\x01\x02\x2a"), Frame(5, b"\x2b"), Frame(5, b"\x11\x01")
    )
    assert heard == [
        Press("5", Action.NEXT),
        Press("5", Action.CALL, "12"),
        Press("5", Action.RECALL),
        Press("5", Action.RATE, "5"),
    ]
    assert Decoder().feed(encode(Frame(5, table.display(Shown("A012", 3))))) == [
        Frame(5, bytes.fromhex("02 0A 03 0A 0A 00 01 02"))
    ]
    assert table.display(Shown(trouble=True)).endswith(b"\x0b" * 7)


def test_with_the_common_map_its_keys_are_named(acme: Path) -> None:
    line = Ff68Line(PadsMemory(SimFf68Line()), read_map("standard"))
    assert frames(line, Frame(5, b"\x2a")) == []
    assert [(f.kind, f.detail) for f in line.faults()] == [
        (FaultKind.UNKNOWN_KEY, "pad 5 sends 2A, which the key map doesn't have")
    ]


@pytest.mark.parametrize("action", [*Action])
def test_every_action_stands_on_the_page(action: Action) -> None:
    assert f"`{action}`" in PAGE


@pytest.mark.parametrize("family", ["ff68", "evdev", "mqtt-button"])
def test_every_map_that_comes_along_stands_on_the_page(family: str) -> None:
    assert all(f"`{name}`" in PAGE or f"={name}`" in PAGE for name in known_maps(family))


@pytest.mark.parametrize("kind", ["pad-offline", "pad-evaluator", *FaultKind])
def test_every_fault_stands_on_the_page(kind: str) -> None:
    assert f"| `{kind}` |" in PAGE
