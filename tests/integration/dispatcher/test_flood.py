"""One device that says far too much slows nobody down."""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

from runtime import find_broker_url
from tests.support.dispatcher_process import Device, Place, devices, dispatcher, place

_SECONDS = 4


def _press(pad: Device, seconds: float) -> tuple[list[float], int]:
    """One press after the other: how long each answer took (ms), and how many had none."""
    taken, unanswered, until = [], 0, time.monotonic() + seconds
    while time.monotonic() < until:
        begun = time.monotonic()
        reply = pad.answer(pad.send("recall", counter="1"))
        unanswered += reply is None
        taken.append((time.monotonic() - begun) * 1000)
        assert reply is None or reply["error"]["code"] == "no_current_ticket"
        time.sleep(0.02)
    return taken, unanswered


def _flooder(where: Place, device: str) -> "subprocess.Popen[str]":
    url = find_broker_url(where.folder, device, None)
    text = f"mqtt://{url.device}:{url.password}@{url.host}:{url.port}/{url.hall}"
    words = [sys.executable, "-m", "tests.support.flooder", text, str(_SECONDS)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True)


def test_a_flood_by_one_device(tmp_path: Path) -> None:
    with (
        place(tmp_path) as where,
        dispatcher(where) as process,
        devices(where, ["pad-1", "console-1"]) as (pad, _),
    ):
        assert pad.ask("open_counter", counter="1")["ok"]
        quiet, _ = _press(pad, 1.5)
        flood = _flooder(where, "kiosk-1")
        time.sleep(0.5)  # it is up
        meanwhile, unanswered = _press(pad, _SECONDS - 1)
        said, _ = flood.communicate(timeout=30)
        assert unanswered == 0
        after, unanswered = _press(pad, 1)
        assert unanswered == 0
        figures = {
            name: f"{statistics.median(taken):.1f} / {max(taken):.1f}"
            for name, taken in (("quiet", quiet), ("flood", meanwhile), ("after", after))
        }
        print(json.dumps({"commands of the flood": int(said), "p50 / worst, ms": figures}))
        assert "a device says too much" in process.said()
        assert "a device floods the hall and is not heard for a while" in process.said()
        issued = len(pad.events("ticket_issued"))
        assert 500 <= issued <= 500 + 100 * (_SECONDS + 6)
        assert int(said) > 2 * issued, "it was no flood"
        with devices(where, ["kiosk-1"]) as (kiosk,):
            answers = (kiosk.answer(kiosk.send("sync"), 1.0) for _ in range(15))
            assert any(reply is not None and reply["ok"] for reply in answers), "it is heard again"
