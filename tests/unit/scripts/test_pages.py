"""The pages for people point at what is there."""

import re
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[3]
_PAGES = [_ROOT / "README.md", _ROOT / "CHANGELOG.md", *sorted((_ROOT / "docs").rglob("*.md"))]
_RECORDS = sorted((_ROOT / "docs/decisions").glob("[0-9]*.md"))
_LINK = re.compile(r"\]\(([^)#\s]+)")


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: str(page.relative_to(_ROOT)))
def test_every_link_within_the_repository_leads_somewhere(page: Path) -> None:
    links = [link for link in _LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("record", _RECORDS, ids=lambda record: str(record.name))
def test_every_decision_is_short_and_in_the_index(record: Path) -> None:
    assert len(record.read_text(encoding="utf-8").splitlines()) <= 40
    assert f"]({record.name})" in (_ROOT / "docs/decisions/README.md").read_text(encoding="utf-8")


def test_the_commands_of_the_readme_are_targets() -> None:
    targets = re.findall(r"^([a-z]+):", (_ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    readme = (_ROOT / "README.md").read_text(encoding="utf-8")
    named = {
        one or other for one, other in re.findall(r"^make ([a-z]+)|`make ([a-z]+)", readme, re.MULTILINE)
    }
    assert {"demo", "test"} <= named <= set(targets)
