"""`greenwindow pin`: the line it prints goes into a hall file and lets that PIN in."""

import os
import pty
import subprocess
import sys
import tomllib

import pytest

from dispatcher.pin_hash import pin_is_right
from hall.plan import PlanError, load_plan
from tests.support.dispatcher import HALL


def _pin(given: bytes) -> subprocess.CompletedProcess[bytes]:
    words = [sys.executable, "-m", "greenwindow", "pin"]
    return subprocess.run(words, input=given, capture_output=True, check=False)


def test_a_pin_from_a_pipe() -> None:
    done = _pin(b"047211\n")
    line = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "047211" not in line
    assert pin_is_right(tomllib.loads(line)["pin_hash"], "047211")
    with_it = HALL.replace('id = "li"\n', f'id = "li"\n{line}')
    assert load_plan(with_it.encode()).clerk("li") is not None


@pytest.mark.parametrize("given", [b"", b"\n", b"1" * 33, b"12\n34\n", b"\xff\xfe", b"\x00"])
def test_what_is_no_pin_gets_one_line(given: bytes) -> None:
    done = _pin(given)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert done.stderr.startswith(b"standard input: ")


@pytest.mark.parametrize(("second", "code"), [(b"4711\n", 0), (b"4712\n", 2)])
def test_at_a_terminal_it_asks_twice_and_shows_nothing(second: bytes, code: int) -> None:
    main, side = pty.openpty()
    words = [sys.executable, "-m", "greenwindow", "pin"]
    process = subprocess.Popen(
        words, stdin=side, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    os.close(side)
    assert process.stderr is not None
    asked = b""
    for count, line in enumerate((b"4711\n", second), 1):  # what is typed before it asks is thrown away
        while asked.count(b": ") < count:
            asked += os.read(process.stderr.fileno(), 100)
        os.write(main, line)
    out, err = process.communicate(timeout=20)
    os.close(main)
    assert process.returncode == code, err
    assert b"4711" not in out + err
    assert (b"pin_hash" in out) == (code == 0)


def test_check_tells_how_a_hash_is_made() -> None:
    with pytest.raises(PlanError, match="greenwindow pin"):
        load_plan(HALL.replace("$argon2id$", "plain").encode())
