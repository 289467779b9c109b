import subprocess
import sys

import pytest

from tests.support.children import none_left_behind, running_children

_SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]
_ORPHANER = [sys.executable, "-c", f"import subprocess; subprocess.Popen({_SLEEPER!r})"]


def test_a_process_that_was_ended_is_not_left() -> None:
    with none_left_behind(), subprocess.Popen(_SLEEPER) as child:
        assert child.pid in running_children()
        child.kill()


def test_a_process_that_runs_on_is_named_and_ended() -> None:
    with pytest.raises(AssertionError, match="left running"), none_left_behind(grace_s=0):
        child = subprocess.Popen(_SLEEPER)
    assert child.wait(timeout=5) != 0


def test_a_grandchild_whose_parent_is_gone_is_found() -> None:
    with pytest.raises(AssertionError, match="left running"), none_left_behind(grace_s=0):
        subprocess.run(_ORPHANER, check=True)
