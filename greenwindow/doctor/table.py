"""The findings as a table that fits eighty columns, and as JSON."""

from collections.abc import Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from greenwindow.doctor.finding import Finding, Level

_MARKS = {Level.OK: ("✓", "green"), Level.WARNING: ("!", "yellow"), Level.FAULT: ("✗", "red")}
_LEVELS = {
    "zh": {Level.OK: "正常", Level.WARNING: "注意", Level.FAULT: "故障"},
    "en": {Level.OK: "ok", Level.WARNING: "warning", Level.FAULT: "fault"},
}


def table(findings: Sequence[Finding], language: str) -> RenderableType:
    """A line a finding, what to do below it; the count of each at the end."""
    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    before = ""
    for finding in findings:
        name = finding.name.of(language)
        grid.add_row(
            _mark(finding.level, language),
            Text("" if name == before else name, "bold"),
            _text(finding, language),
        )
        before = name
    return Group(grid, Text(""), summary(findings, language))


def summary(findings: Sequence[Finding], language: str) -> Text:
    """How many of each."""
    counts = {level: sum(finding.level is level for finding in findings) for level in Level}
    text = Text()
    for level, count in reversed(counts.items()):
        style = _MARKS[level][1] if count else "dim"
        text.append(f"{_LEVELS[language][level]} {count}   ", style)
    return text


def as_json(findings: Sequence[Finding]) -> dict[str, Any]:
    """For programs: the same, in both languages."""
    return {
        "ok": all(finding.level is not Level.FAULT for finding in findings),
        "checks": [
            {
                "name": vars(finding.name),
                "level": finding.level.value,
                "seen": vars(finding.seen),
                "todo": None if finding.todo is None else vars(finding.todo),
            }
            for finding in findings
        ],
    }


def _mark(level: Level, language: str) -> Text:
    sign, style = _MARKS[level]
    return Text(f"{sign} {_LEVELS[language][level]}", style)


def _text(finding: Finding, language: str) -> Text:
    text = Text(finding.seen.of(language))
    if finding.todo is not None:
        text.append(f"\n→ {finding.todo.of(language)}", _MARKS[finding.level][1])
    return text
