"""A person pulls the pad's network cable: the real window says so in words, a press then does nothing, and all is well
again by itself when the cable is back."""

import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.support.dispatcher_process import Place, clean_environment, devices, dispatcher
from tests.support.fault_cable import FaultyCable, faulty_cable, reachable_place, url_over
from ui.automation import Automation


@pytest.fixture
def wire() -> Iterator[FaultyCable]:
    with faulty_cable() as found:
        yield found


@contextmanager
def pad(where: Place, wire: FaultyCable) -> Iterator[Automation]:
    socket = where.folder / "pad.sock"
    settings = [f"{name}={value}" for name, value in clean_environment().items()]
    words = ["env", "-i", *settings, f"XDG_STATE_HOME={where.folder / 'state'}"]
    words += [sys.executable, "-m", "greenwindow", "caller", "--broker", url_over(where, wire, "pad-1")]
    process = wire.plain.run(*words, "--automation", str(socket), "--language", "en")
    try:
        with closing(Automation(socket)) as window:
            yield window
            window.quit()
        process.communicate(timeout=10)
    finally:
        process.kill()
        process.communicate()


def test_a_pulled_cable_and_one_that_swallows_everything(tmp_path: Path, wire: FaultyCable) -> None:
    with (
        reachable_place(tmp_path) as where,
        dispatcher(where),
        devices(where, ["kiosk-1", "console-1"]) as (kiosk, console),
        pad(where, wire) as window,
    ):
        assert console.ask("open_counter", counter="1")["ok"]
        for _ in range(3):
            kiosk.ask("issue_ticket", services=["card"])
        window.wait("current-state", text="Idle")
        window.wait("offline-banner", gone=True)
        for cut, mend in (
            (wire.plain.pull, wire.plain.plug),
            (lambda: wire.lose(100), lambda: wire.lose(0)),
        ):
            before, begun = len(kiosk.events("ticket_called")), time.monotonic()
            cut()
            window.wait("offline-banner", timeout_s=4)
            assert time.monotonic() - begun < 3.0
            assert window.text("offline-banner").startswith("Offline since ")
            window.key("Space")
            window.key("Space")
            mend()
            window.wait("offline-banner", gone=True, timeout_s=6)
            # So long a link whose heartbeats came through again may still be given up for what it owes.
            time.sleep(3.5)
            window.wait("offline-banner", gone=True, timeout_s=2)
            assert len(kiosk.events("ticket_called")) == before, "a press acted when the cable was back"
            window.key("Space")
            assert kiosk.wait_for(lambda count=before: len(kiosk.events("ticket_called")) == count + 1, 3)  # type: ignore[misc]
