"""`greenwindow why` as a person runs it."""

from pathlib import Path

import pytest
import typer

from greenwindow.commands.why import why
from tests.support.hall_days import hall_file

_DAY = """\
{"at":"2026-11-20T01:00:00Z","device":"kiosk","type":"issue_ticket","services":["a","b"]}

{"at":"2026-11-20T01:01:00Z","device":"pad-1","type":"open_counter","counter":"1"}
{"at":"2026-11-20T01:02:00Z","device":"pad-1","type":"next","counter":"1"}
{"at":"2026-11-20T01:03:00Z","device":"pad-1","type":"start","counter":"1"}
{"at":"2026-11-20T01:04:00Z","device":"pad-1","type":"done","counter":"1"}
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    hall, day = tmp_path / "hall.toml", tmp_path / "day.jsonl"
    hall.write_bytes(hall_file())
    day.write_text(_DAY)
    return hall, day


def test_the_whole_way_of_a_ticket(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    why([*map(str, files), "A001"])
    assert capsys.readouterr().out.splitlines() == [
        "2026-11-20 A001",
        "09:00:00 取票，办理：a、b · was issued for a, b",
        "09:02:00 叫 A001 到 1 号窗口（取票后 2:00）：先来先办，本窗口能叫的票中它等得最久，从 09:00:00 等起。",
        "  当时的规则：先来先办",
        "09:02:00 A001 was called to counter 1, 2:00 after its issue: first come, first served: of those whom this "
        "counter could call it was ready longest, since 09:00:00.",
        "  rules in force: first come, first served",
        "09:03:00 1 号窗口开始办理 · service began at counter 1",
        "09:04:00 1 号窗口办完：a、b；全部办完 · a, b was done at counter 1; nothing is left",
    ]


def test_a_number_that_is_not_there(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as end:
        why([*map(str, files), "A002"])
    assert end.value.exit_code == 1
    assert "there is no ticket A002" in capsys.readouterr().err


def test_a_bad_line(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    files[1].write_text(_DAY + "nonsense")
    with pytest.raises(typer.Exit) as end:
        why([*map(str, files), "A001"])
    assert end.value.exit_code == 2
    assert "line 7: is not JSON" in capsys.readouterr().err
