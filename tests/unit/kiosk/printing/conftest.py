import pytest

from kiosk.printing import Layout
from kiosk.window import LANGUAGES
from ui.languages import Texts


@pytest.fixture(scope="session")
def layout() -> Layout:
    """Papers in the kiosk's own words."""
    return Layout(Texts.load(LANGUAGES))
