"""The hall's own logo, words and order of parts, from the catalog to the paper."""

from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image

from kiosk.design import design
from kiosk.printing import Design
from tests.support.kiosk_halls import catalog
from wire.states import Catalog, PaperInfo


def _hall(paper: PaperInfo | None) -> Catalog:
    return catalog().model_copy(update={"paper": paper})


def _png(wide: int, high: int) -> str:
    image = Image.new("1", (wide, high), 1)
    image.paste(0, (0, 0, 4, 1))
    out = BytesIO()
    image.save(out, format="PNG")
    return b64encode(out.getvalue()).decode()


def test_a_hall_that_says_nothing_has_the_usual_paper() -> None:
    assert design(None) == design(_hall(None)) == design(_hall(PaperInfo())) == Design()


def test_the_logo_comes_dot_by_dot() -> None:
    logo = design(_hall(PaperInfo(logo=_png(12, 2)))).logo
    assert logo is not None
    assert (logo.width, logo.height, logo.data) == (12, 2, b"\xf0\x00\x00\x00")


def test_words_and_order_are_the_halls() -> None:
    paper = PaperInfo(greeting={"zh": "欢迎"}, footer={"zh": "再见"}, ticket=("number", "stamp", "hall"))
    made = design(_hall(paper))
    assert (made.greeting, made.footer, made.ticket) == ({"zh": "欢迎"}, {"zh": "再见"}, ("number", "hall"))


@pytest.mark.logs("logo unreadable")
@pytest.mark.parametrize("text", ["no base64!", "", b64encode(b"no picture").decode()])
def test_a_logo_that_cannot_be_read_costs_no_ticket(text: str) -> None:
    assert design(_hall(PaperInfo(logo=text or "?"))).logo is None
