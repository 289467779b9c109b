"""`docs/hall-file.md` says what the types say, and its minimal hall is one."""

from pathlib import Path

from hall.plan import load_plan, warnings_of
from hall.plan.read import SECTIONS
from hall.plan.reference import page

_DOCS = Path(__file__).parents[4] / "docs"


def test_the_page_is_up_to_date() -> None:
    """Write it anew: python -m scripts.hall_page"""
    assert (_DOCS / "hall-file.md").read_text() == page()


def test_every_key_is_there() -> None:
    for section, (_, model) in SECTIONS.items():
        for name, field in model.model_fields.items():
            assert f"| `{field.alias or name}` |" in page(), section
            assert field.description


def test_the_minimal_hall_is_one() -> None:
    plan = load_plan(page().split("```toml\n")[1].split("```")[0].encode())
    assert warnings_of(plan) == ()
