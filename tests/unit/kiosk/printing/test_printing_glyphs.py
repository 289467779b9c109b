"""Every letter of every paper has a glyph of its own: no box stands for one that no font has."""

from dataclasses import fields, is_dataclass, replace

import pytest

from kiosk.printing import Layout
from kiosk.printing.blocks import Said
from kiosk.printing.lines import Align, Face, broken, missing
from kiosk.printing.sample import PAPERS, PLAIN
from kiosk.window import LANGUAGES
from ui.languages import Texts

pytestmark = pytest.mark.usefixtures("screen_app")

LAYOUT = Layout(Texts.load(LANGUAGES))


def _missing(words: str) -> int:
    return missing(broken(words, Face(26), 500, Align.AlignLeft))


@pytest.mark.parametrize(
    "words",
    ["\U00020bb7野家", "\u3400", "مەھەللە مۇلازىمەت مەركىزى ڭ ۋ ې", "ལྷ་ས་གྲོང་ཁྱེར་གྱི་ཐོ་འགོད།", "A012 宝山路 ☐□"],
)
def test_rare_hanzi_uyghur_and_tibetan_come_out(words: str) -> None:
    assert _missing(words) == 0


@pytest.mark.parametrize("letter", ["\ue123", "\U0010fffd"])
def test_a_letter_that_no_font_has_is_noticed(letter: str) -> None:
    assert _missing(f"登记{letter}") == 1


@pytest.mark.parametrize("name", PAPERS)
def test_no_box_stands_on_any_paper(name: str) -> None:
    assert {words: _missing(words) for words in _words(LAYOUT.blocks(PAPERS[name])) if _missing(words)} == {}


def test_rare_letters_are_not_all_the_same_box() -> None:
    rare = [replace(PLAIN, services=({"zh": letter},)) for letter in ("\U00020bb7", "\u3400", "\U0010fffd")]
    assert len({LAYOUT.raster(paper, 384).data for paper in rare}) == 3


def _words(thing: object) -> list[str]:
    if isinstance(thing, Said):
        return list(thing.both)
    if is_dataclass(thing):
        return [word for f in fields(thing) for word in _words(getattr(thing, f.name))]
    return [word for part in thing for word in _words(part)] if isinstance(thing, list | tuple) else []
