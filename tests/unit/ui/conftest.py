from collections.abc import Iterator

import pytest
from PyQt6.QtGui import QGuiApplication

from tests.support.qml import go_off_screen, qt_silence

go_off_screen()


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture(autouse=True)
def silence(qapp: QGuiApplication) -> Iterator[list[str]]:
    with qt_silence() as said:
        yield said
