"""`greenwindow book` against a running hall: booked once, however often; refused lines named."""

import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.support.dispatcher_process import Place, devices, dispatcher, place

_TOMORROW = f"{datetime.now(ZoneInfo('Asia/Shanghai')) + timedelta(days=1):%Y-%m-%d}"
_FILE = f"""appointment,needs,slot,priority,language
a-1,card+pension,{_TOMORROW} 09:30,elderly,en
a-2,card,{_TOMORROW} 10:00,,
a-0,card,2020-01-01 10:00,,
"""


def _book(where: Place, text: str) -> tuple[int, str, str]:
    path = where.folder / "b.csv"
    path.write_text(text, encoding="utf-8")
    words = ["-m", "greenwindow", "book", str(where.hall), str(path), "--dir", str(where.folder)]
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.replace(f"{path}", "b.csv"), done.stderr.replace(f"{path}", "b.csv")


def test_a_file_brought_three_times(tmp_path: Path) -> None:
    with place(tmp_path) as where:
        code, out, err = _book(where, _FILE)
        assert (code, out) == (1, "")
        assert "the hall's dispatcher is not running" in err
        with dispatcher(where), devices(where, ["kiosk-1"]) as (kiosk,):
            assert _book(where, _FILE) == (
                0,
                "b.csv: 2 booked, 0 there already, 0 refused, 1 of days gone by\n",
                "",
            )
            assert _book(where, _FILE)[1].startswith("b.csv: 0 booked, 2 there already, 0 refused")
            # the same appointments in another order, one moved: other commands, the same bookings
            moved = _FILE.replace("a-2,card", "a-2,pension") + f"a-3,card,{_TOMORROW} 11:00,,\n"
            code, out, err = _book(where, moved)
            assert (code, out) == (1, "b.csv: 1 booked, 1 there already, 1 refused, 1 of days gone by\n")
            assert (
                err
                == "b.csv:3: a-2 is not booked: appointment a-2 is booked already; give the new one an id of its own\n"
            )
            code, out, err = _book(where, _FILE + "a-9,passport,tomorrow,,\n")
            assert (code, out, err.count("\n")) == (2, "", 2)
            assert all(line.startswith("b.csv:5: ") for line in err.splitlines())
            assert kiosk.wait_for(lambda: len(kiosk.events("appointment_booked")) == 3)
            assert kiosk.ask("check_in", appointment="a-1")["ticket"]["services"] == ["card", "pension"]
