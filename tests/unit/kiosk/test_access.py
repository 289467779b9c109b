"""Every screen in every language, mode and size, looked at by a machine: `make test` a selection, `make soak` all."""

import itertools
import random
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest
from PyQt6.QtCore import QSize
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtQuick import QQuickItem, QQuickWindow

from kiosk import sample
from kiosk.flow import Modes
from kiosk.flow.modes import PLAIN
from kiosk.gallery import MODES, SIZES, Stage
from tests.support.qml import settle
from tests.support.qml_checks import faults, place
from tests.support.qml_contrast import contrast_faults, ratio
from tests.support.qml_focus import controls, focus_faults
from tests.support.shares import Share
from ui.automation.finder import accessible_name, walk

TONGUES = ("zh", "en", "ug")
EVERY_MODE = {"plain": PLAIN, **MODES}
REACH = {True: 0.47, False: 0.85}
"""Of the height, from below: where everything to touch lies in the lowered mode; of tall windows, of flat ones."""
KEYS = ("key-", "rub-out")


class Look(NamedTuple):
    """One screen as one resident has it."""

    name: str
    language: str
    mode: str
    size: tuple[int, int]


@cache
def looks() -> list[Look]:
    """All of them, shuffled the same way each time: any share of them is a fair one."""
    sizes = [(s.width(), s.height()) for s in SIZES]
    every = [Look(*one) for one in itertools.product(sample.situations("zh"), TONGUES, EVERY_MODE, sizes)]
    random.Random(5).shuffle(every)
    return every


ALL = len(sample.situations("zh")) * len(TONGUES) * len(EVERY_MODE) * len(SIZES)


class Stages:
    """A window for each language, mode and size, made once."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str, tuple[int, int]], Stage] = {}

    def show(self, look: Look) -> QQuickWindow:
        key = look.language, look.mode, look.size
        if key not in self._made:
            self.close()
            self._made[key] = Stage(look.language, QSize(*look.size), EVERY_MODE[look.mode])
        stage = self._made[key]
        stage.window.desk.set_keyed(False)  # by a finger: no focus is led, until the first Tab
        stage.show(look.name, sample.situations(look.language)[look.name], rest_ms=170)
        while screen_of(stage.window.quick).property("appearing"):  # a busy machine takes its time
            settle(20)
        return stage.window.quick

    def close(self) -> None:
        for stage in self._made.values():
            stage.close()
        self._made.clear()
        settle()


@pytest.fixture
def stages(screen_app: QGuiApplication) -> Iterator[Stages]:
    stages = Stages()
    yield stages
    stages.close()


@pytest.mark.full(ALL, "screens", short=24, share=180)
def test_everybody_can_see_reach_and_hear_every_screen(stages: Stages, share: Share) -> None:
    begin = share.number * 180
    mine = sorted(looks()[begin : begin + share.count], key=lambda look: look[1:])
    wrong = [f"{_named(look)}: {fault}" for look in mine for fault in wrong_with(stages.show(look))]
    share.add(screens=len(mine), faults=len(wrong))
    assert not wrong, "\n".join(wrong)


def _named(look: Look) -> str:
    return f"{look.name}-{look.language}-{look.size[0]}x{look.size[1]}-{look.mode}"


def wrong_with(window: QQuickWindow) -> list[str]:
    modes = modes_of(window)
    found = _faults(window, modes)
    found += contrast_faults(window, 7.0 if modes.contrast else 4.5, 4.5 if modes.contrast else 3.0)
    if not _any_key_answers(window):
        found += focus_faults(window, screen_of(window))
    found += [f"{i.objectName()}: no accessible name" for i in controls(window) if not accessible_name(i)]
    return found + _out_of_reach(window, modes) + _too_many(window, modes) + _no_code(window)


def modes_of(window: QQuickWindow) -> Modes:
    """Those it is in: a screen that comes when everybody has left is in none."""
    root = window.contentItem()
    assert root is not None
    kiosk = next(i for i in walk(root) if i.objectName() == "kiosk").property("kiosk")
    return Modes(**kiosk.property("view").value("modes"))


def _faults(window: QQuickWindow, modes: Modes) -> list[str]:
    """A keyboard's keys are as large as any in the larger mode: ten side by side don't fit otherwise."""
    letters = 29 if modes.elder else 24
    found = faults(window, letters, 80 if modes.elder else 60)
    return [f for f in found if not f.startswith(KEYS)] + [
        f for f in faults(window, letters, 60) if f.startswith(KEYS)
    ]


def screen_of(window: QQuickWindow) -> QQuickItem:
    root = window.contentItem()
    assert root is not None
    return next(i for i in walk(root) if i.objectName() == "screen")


def _any_key_answers(window: QQuickWindow) -> bool:
    """Whether somebody is still there: Tab says yes too, and goes nowhere."""
    root = window.contentItem()
    assert root is not None
    return any(i.objectName() == "still-there" and i.isVisible() for i in walk(root))


def _out_of_reach(window: QQuickWindow, modes: Modes) -> list[str]:
    if not modes.lowered:
        return []
    highest = window.height() * (1 - REACH[window.height() > window.width()]) - 1
    return [
        f"{i.objectName()}: at {place(i).top():.0f}, above {highest:.0f}"
        for i in controls(window)
        if place(i).top() < highest
    ]


def _too_many(window: QQuickWindow, modes: Modes) -> list[str]:
    screen = screen_of(window)
    choices = [i.objectName() for i in controls(window) if screen.isAncestorOf(i) and not _is_aside(i)]
    most = 4 if modes.elder else 7  # six, and the big answer
    return [f"{len(choices)} choices: {choices}"] if len(choices) > most else []


def _is_aside(item: QQuickItem) -> bool:
    """No answer to the question: a way elsewhere, or a key to type with."""
    return bool(item.property("aside")) or item.objectName().startswith(KEYS)


def _no_code(window: QQuickWindow) -> list[str]:
    """The code is there whenever a ticket is."""
    named = {i.objectName(): i for i in walk(screen_of(window))}
    if "ticket-number" in named and not named["qr"].isVisible():
        return ["qr: no room for it"]
    return []


def test_black_on_white_is_twenty_one_to_one_and_grey_is_measured_as_published() -> None:
    assert ratio((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert ratio((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)
