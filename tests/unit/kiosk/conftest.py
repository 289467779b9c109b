import pytest
from PyQt6.QtGui import QGuiApplication

from ui.app import use_font


@pytest.fixture(scope="session")
def screen_app(qapp: QGuiApplication) -> QGuiApplication:
    """Qt with the font the stations use: sizes are checked against the real letters."""
    use_font(qapp)
    return qapp
