"""A locked window: no key closes it, it comes back when it is made small or hidden, and it can be let go."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PyQt6.QtGui import QWindow
from PyQt6.QtQuick import QQuickView

from tests.support.qml import scene, settle
from ui.automation.hands import press_key
from ui.lock import Lock

KEYS = [
    "Alt+F4",
    "Esc",
    "Ctrl+Q",
    "Ctrl+W",
    "F11",
    "Alt+Space",
    "Meta+D",
    "Menu",
    "Shift+F10",
    "Ctrl+Shift+Q",
]


@pytest.fixture
def view(tmp_path: Path) -> Iterator[QQuickView]:
    view = scene(tmp_path, "import QtQuick\nItem { focus: true }")
    view.showFullScreen()
    yield view
    view.close()
    settle()


def test_an_unlocked_window_closes(view: QQuickView) -> None:
    assert view.close()
    assert not view.isVisible()


def test_a_locked_one_does_not_until_it_is_let_go(view: QQuickView) -> None:
    lock = Lock(view)
    assert not view.close()
    for key in KEYS:
        press_key(key)
    settle(20)
    assert view.isVisible()
    assert view.visibility() is QWindow.Visibility.FullScreen
    lock.open()
    assert view.close()


@pytest.mark.parametrize("away", ["showMinimized", "showNormal", "hide", "showMaximized"])
def test_it_comes_back_whatever_took_it_away(view: QQuickView, away: str) -> None:
    lock = Lock(view)
    getattr(view, away)()
    settle(20)
    assert view.isVisible()
    assert view.visibility() is QWindow.Visibility.FullScreen
    lock.open()
    getattr(view, away)()
    settle(20)
    assert view.visibility() is not QWindow.Visibility.FullScreen
