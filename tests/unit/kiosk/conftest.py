import pytest
from PyQt6.QtGui import QFont, QGuiApplication

from ui.app import FAMILY


@pytest.fixture(scope="session")
def screen_app(qapp: QGuiApplication) -> QGuiApplication:
    """Qt with the font the stations use: sizes are checked against the real letters."""
    qapp.setFont(QFont(FAMILY))
    return qapp
