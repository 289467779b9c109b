import pytest
from PyQt6.QtGui import QGuiApplication


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> QGuiApplication:
    """Every test here has Qt; the silence of tests/conftest.py holds for it too."""
    return qapp
