"""The clock under a real dispatcher is put right by eight hours while the hall runs; and the order afterwards."""

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.support.dispatcher import HALL
from tests.support.dispatcher_process import Device, Place, Process, devices, place

_ZONE = ZoneInfo("Asia/Shanghai")
_OPEN = HALL.replace("[[service]]", 'open = ["08:30-16:30"]\n\n[[service]]', 1)
_SHIFTED = """
import sys, time
real, file = time.time_ns, {file!r}
time.time_ns = lambda: real() + int(float(open(file).read()) * 1e9)
from greenwindow.cli import main
main(sys.argv[1:])
"""


class _Wall:
    """The clock of the process, by a file that it reads each time."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "offset"
        self.program = (sys.executable, "-c", _SHIFTED.format(file=str(self.file)))

    def set(self, clock: str) -> None:
        shown = datetime.fromisoformat(f"2026-12-08T{clock}").replace(tzinfo=_ZONE).timestamp()
        draft = self.file.with_suffix(".new")
        draft.write_text(str(shown - time.time()))
        draft.rename(self.file)


@pytest.fixture
def where(tmp_path: Path) -> Iterator[Place]:
    with place(tmp_path, _OPEN) as found:
        yield found


def _issue(kiosk: Device) -> dict[str, Any]:
    return kiosk.ask("issue_ticket", services=["card"], at=kiosk.states["dispatcher"]["at"])


def test_a_clock_that_was_eight_hours_ahead(where: Place, tmp_path: Path) -> None:
    wall = _Wall(tmp_path)
    wall.set("16:10:00")
    process = Process(where, program=wall.program).wait_ready()
    with devices(where, ["kiosk-1"]) as (kiosk,):
        assert kiosk.wait_for(lambda: kiosk.states.get("hall", {}).get("open") is True)
        assert _issue(kiosk)["ticket"]["number"] == "A001"
        wall.set("08:29:55")
        assert kiosk.wait_for(lambda: kiosk.states["hall"]["open"] is False)
        assert kiosk.states["hall"]["until"] == "2026-12-08T00:30:00.000Z"
        assert kiosk.wait_for(lambda: kiosk.states["hall"]["open"] is True, 15.0)
        assert _issue(kiosk)["ticket"]["number"] == "A002"
        assert kiosk.wait_for(lambda: kiosk.states["dispatcher"].get("behind_s", 0) > 7 * 3600)
    code, said = process.end()
    assert (code, said.count("the clock is behind the journal")) == (0, 1), said
    order = [*wall.program, "clock", str(where.hall), "--dir", str(where.folder), "--is-right"]
    done = subprocess.run(order, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, "2 tickets expired" in done.stdout) == (0, True), done
    process = Process(where, program=wall.program).wait_ready()
    with devices(where, ["kiosk-2"]) as (kiosk,):
        assert kiosk.wait_for(lambda: kiosk.states.get("hall", {}).get("open") is True)
        issued = _issue(kiosk)
        assert issued["ticket"]["number"] == "A003"
        assert issued["at"].startswith("2026-12-08T00:3")
        assert "behind_s" not in kiosk.states["dispatcher"]
    assert "the clock is behind" not in process.end()[1]
