"""`greenwindow why` as a person runs it."""

import sqlite3
from pathlib import Path

import pytest
import typer

from greenwindow.commands.why import why
from tests.support.dispatcher import HALL, InProcess, in_process
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
        "09:04:00 1 号窗口办完：a、b；全部办完 · was done at counter 1: a, b; nothing is left",
    ]


def test_the_page_shows_what_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (Path(__file__).parents[3] / "docs" / "rules.md").read_text(encoding="utf-8")
    block = {name: page.split(f"```{name}\n")[1].split("```")[0] for name in ("toml", "json", "text")}
    (tmp_path / "corner.toml").write_text(block["toml"], encoding="utf-8")
    (tmp_path / "morning.jsonl").write_text(block["json"], encoding="utf-8")
    why([f"{tmp_path}/corner.toml", f"{tmp_path}/morning.jsonl", "A001"])
    assert capsys.readouterr().out == block["text"]


def test_fingers_without_capitals(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    why([*map(str, files), "a001"])
    assert capsys.readouterr().out.startswith("2026-11-20 A001\n")


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


_WINDOWS = """
[[green_window]]
id = "cards"
services = ["card"]
counters = ["1"]
enter_above = 3
leave_below = 2

[[green_window]]
id = "pensions"
services = ["pension"]
counters = ["1"]
enter_above = 0
leave_below = 0

[[green_window]]
id = "all"
services = ["card", "pension"]
counters = ["1"]
enter_above = 9
leave_below = 9
"""
_DAY_S = 86_400


def _live(folder: Path, capsys: pytest.CaptureFixture[str], ticket: str = "A001") -> str:
    capsys.readouterr()
    why([ticket], directory=folder)
    return capsys.readouterr().out


def test_windows_switched_on_earlier_days(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with in_process(tmp_path, hall=HALL + _WINDOWS) as hall:
        hall.ask("console-1", "set_green", "a", rule="pensions", mode="off")
        hall.clock.pass_time(_DAY_S)
        hall.ask("kiosk-1", "issue_ticket", "b", services=["card"])
        hall.ask("console-1", "set_green", "c", rule="cards", mode="on")
        hall.ask("console-1", "set_green", "d", rule="pensions", mode="auto")
        hall.ask("kiosk-1", "issue_ticket", "e", services=["pension"])
        for day in range(2):
            hall.clock.pass_time(_DAY_S)
            hall.ask("kiosk-1", "issue_ticket", f"f{day}", services=["card"])
            for _ in range(2):
                hall.loop.step(())  # idle: the state that the day began with is kept
        hall.ask("pad-1", "open_counter", "g", counter="1")
        hall.ask("pad-1", "next", "h", counter="1")
        said = _live(tmp_path, capsys)
    assert '"cards" was switched on by hand at 2026-11-21 12:00:00, when 1 short ticket waited, so' in said
    assert "ends below 0) engaged at 2026-11-21 12:00:00, when 1 short ticket waited, 0 short" in said
    assert "(begins above 9, ends below 9) not engaged, 1 short ticket waiting now" in said
    _forget_all_but_the_last_day(tmp_path / "hall.db")
    said = _live(tmp_path, capsys)
    assert '"cards" was switched on by hand, so short business went first' in said
    assert "ends below 0) engaged, 0 short tickets waiting now" in said


def _forget_all_but_the_last_day(path: Path) -> None:
    database = sqlite3.connect(path)
    with database:
        (last,) = database.execute("SELECT min(id) FROM journal WHERE day = '2026-11-23'").fetchone()
        database.execute("INSERT INTO meta VALUES ('personal', ?)", (last - 1,))
    database.close()


def test_a_counter_that_closes_last_of_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with in_process(tmp_path) as hall:
        _waits_for_counter_2(hall)
        hall.clock.pass_time(60)
        hall.ask("pad-2", "close_counter", "z", counter="2")
        assert _live(tmp_path, capsys).splitlines()[-1].startswith("12:01:00 2 号窗口关闭")


def test_a_counter_that_the_hall_file_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with in_process(tmp_path) as hall:
        _waits_for_counter_2(hall)
        without = HALL.replace('[[counter]]\nid = "2"\nservices = ["card"]\n', "")
        hall.plan_path.write_text(without.replace('counter = "2"', 'counter = "1"'), encoding="utf-8")
        hall.clock.pass_time(2)
        hall.step()
        hall.ask("kiosk-1", "issue_ticket", "y", services=["card"])
        assert "已没有 2 号窗口" in _live(tmp_path, capsys)


def _waits_for_counter_2(hall: InProcess) -> None:
    for counter in ("1", "2"):
        hall.ask(f"pad-{counter}", "open_counter", f"o{counter}", counter=counter)
    hall.ask("kiosk-1", "issue_ticket", "i", services=["card"])
    hall.ask("pad-1", "next", "n", counter="1")
    hall.ask("pad-1", "transfer", "t", counter="1", to_counter="2")


def test_all_who_were_passed_over(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    hall, day = files
    lines = [line for line in _DAY.splitlines() if "issue_ticket" in line] * 13
    lines.append(_DAY.splitlines()[2])
    lines.append('{"at":"2026-11-20T01:02:00Z","device":"pad-1","type":"call","counter":"1","ticket":"A013"}')
    day.write_text("\n".join(lines))
    for everyone, said in ((False, 10), (True, 12)):
        why([str(hall), str(day), "A013"], everyone=everyone)
        out = capsys.readouterr().out
        assert out.count("was passed over") == said
        assert ("and 2 more that were ready earlier" in out) == (not everyone)
