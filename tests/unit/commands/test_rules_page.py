"""What docs/rules.md tells a reader to try does what it says."""

from pathlib import Path

import pytest

from greenwindow.commands.check import check
from greenwindow.commands.replay import replay
from greenwindow.commands.why import why
from wire.errors import ErrorCode

_PAGE = (Path(__file__).parents[3] / "docs" / "rules.md").read_text()


def _block(language: str) -> str:
    return _PAGE.split(f"```{language}\n")[1].split("```")[0]


def test_every_code_of_a_refusal_is_there_once() -> None:
    table = _PAGE.split("## Refused")[1].split("## ")[0]
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    codes = [code.strip("`") for cell in cells for code in cell.strip().split(", ")]
    assert sorted(codes) == sorted(ErrorCode)


def test_the_example(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    hall, morning = tmp_path / "corner.toml", tmp_path / "morning.jsonl"
    hall.write_text(_block("toml"))
    morning.write_text(_block("json"))
    check(hall)
    assert capfd.readouterr().out.splitlines() == [
        f"{hall}: ok, 2 services, 2 counters, 1 green window, 0 clerks, 3 devices"
    ]
    replay(hall, morning)
    lines = capfd.readouterr().out.splitlines()
    assert not any("refused" in line for line in lines)
    called = [line for line in lines if '"ticket_called"' in line]
    assert [
        '"ticket":"A001"' in called[0],
        '"rule":"short"' in called[0],
        '"ticket":"B001"' in called[1],
    ] == [True] * 3
    why([str(hall), str(morning), "A001"])
    said = capfd.readouterr().out
    assert "had been engaged since 08:34:00, when 2 short tickets waited" in said
    assert "B002, ready since 08:32:00, was passed over" in said
