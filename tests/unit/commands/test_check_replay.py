"""`greenwindow check` and `greenwindow replay` as a person runs them, exit codes and lines."""

import io
import os
from pathlib import Path

import pytest
import typer

from greenwindow.commands.check import check
from greenwindow.commands.replay import replay
from tests.support.hall_days import hall_file

_ISSUE = '{"at":"2026-11-20T01:00:00Z","device":"kiosk","type":"issue_ticket","services":["a"]}\n'


@pytest.fixture
def hall(tmp_path: Path) -> Path:
    path = tmp_path / "hall.toml"
    path.write_bytes(hall_file(green={"short": {"services": ["a", "b"]}}))
    return path


@pytest.fixture
def commands(tmp_path: Path) -> Path:
    path = tmp_path / "day.jsonl"
    path.write_text(_ISSUE * 2)
    return path


def wrong(capfd: pytest.CaptureFixture[str]) -> list[str]:
    out, err = capfd.readouterr()
    assert out == ""
    return err.splitlines()


def test_a_hall_file_in_order(hall: Path, capfd: pytest.CaptureFixture[str]) -> None:
    check(hall)
    first, unknown, last = capfd.readouterr().out.splitlines()
    assert 'no service of green window "short" has expected_minutes, so it can\'t be judged' in unknown
    assert first.startswith(f'{hall}: green_window[1]: green window "short" can\'t do much: it has 33%')
    assert last == f"{hall}: ok, 3 services, 3 counters, 1 green window, 0 clerks, 8 devices"


def test_a_language_the_kiosk_does_not_speak_is_a_warning_that_says_how_to_add_it(
    hall: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    data = hall.read_bytes()
    assert b'languages = ["zh", "en"]' in data
    hall.write_bytes(data.replace(b'["zh", "en"]', b'["zh", "en", "en-GB", "xx"]'))
    check(hall)
    (line,) = [line for line in capfd.readouterr().out.splitlines() if "hall.languages" in line]
    assert line.startswith(
        f'{hall}: hall.languages[4]: the kiosk has no texts in "xx" and shows English ones'
    )
    assert "/zh.ts as xx.ts beside it" in line
    assert line.endswith("(a warning)")
    hall.write_bytes(
        data.replace(b'["zh", "en"]', b'["zh", "xx"]').replace(b'kind = "kiosk"', b'kind = "guide"')
    )
    check(hall)
    assert "hall.languages" not in capfd.readouterr().out, "without a kiosk nobody meets it"


def test_a_logo_that_is_not_there(hall: Path, capfd: pytest.CaptureFixture[str]) -> None:
    hall.write_bytes(b'[paper]\nlogo = "seal.png"\n' + hall.read_bytes())
    with pytest.raises(typer.Exit) as ended:
        check(hall)
    assert ended.value.exit_code == 2
    assert wrong(capfd) == [
        f"{hall}: paper.logo: {hall.parent}/seal.png cannot be read: No such file or directory; put the picture there"
    ]


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (b"", ["is empty"]),
        (b"\x00\xff", ["is not a text in UTF-8"]),
        (b"a =", ["is not TOML"]),
        (b"a = 1\n[hall]\nid = '!'\n[queue]\nx = 1\n", ["a: ", "hall.id: ", "hall.name: ", "queue.x: "]),
    ],
)
def test_a_hall_file_that_is_none(
    hall: Path, content: bytes, lines: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    hall.write_bytes(content)
    for run in (check, lambda path: replay(path, path)):
        with pytest.raises(typer.Exit) as end:
            run(hall)
        assert end.value.exit_code == 2
        said = wrong(capfd)
        assert all(any(line.startswith(f"{hall}: {words}") for line in said) for words in lines)


def test_a_hall_file_that_is_missing_or_a_folder(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for path in (tmp_path / "no.toml", tmp_path):
        with pytest.raises(typer.Exit) as end:
            check(path)
        assert end.value.exit_code == 2
        (line,) = wrong(capfd)
        assert line.startswith(f"{path}: ")


def test_a_day_is_replayed_twice_the_same(
    hall: Path, commands: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    replay(hall, commands)
    first = capfdbinary.readouterr().out
    replay(hall, commands)
    assert first == capfdbinary.readouterr().out
    assert len(first.splitlines()) == 2


def test_a_bad_line_ends_it_with_its_number(
    hall: Path, commands: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    commands.write_text(_ISSUE + "nonsense\n")
    with pytest.raises(typer.Exit) as end:
        replay(hall, commands)
    assert end.value.exit_code == 2
    out, err = capfd.readouterr()
    assert len(out.splitlines()) == 1
    (line,) = err.splitlines()
    assert line.startswith(f"{commands}: line 2: is not JSON")


class _Full(io.RawIOBase):
    """An output that takes nothing more."""

    def __init__(self, fault: OSError, number: int) -> None:
        self.fault, self.number = fault, number

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        raise self.fault

    def fileno(self) -> int:
        return self.number


@pytest.mark.parametrize(
    ("fault", "code"), [(BrokenPipeError(32, "Broken pipe"), None), (OSError(28, "No space"), 1)]
)
def test_an_output_that_ends_early(
    hall: Path, commands: Path, fault: OSError, code: int | None, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], tmp_path: Path,
) -> None:  # fmt: skip
    file = os.open(tmp_path / "out", os.O_CREAT | os.O_WRONLY)
    full = io.TextIOWrapper(io.BufferedWriter(_Full(fault, file), 1))
    monkeypatch.setattr("sys.stdout", full)
    if code is None:
        replay(hall, commands)
    else:
        with pytest.raises(typer.Exit) as end:
            replay(hall, commands)
        assert end.value.exit_code == code
        assert "No space" in capsys.readouterr().err
    full.detach()
    os.close(file)
