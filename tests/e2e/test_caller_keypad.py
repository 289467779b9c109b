"""A keypad beside the pad's window: both press for one counter, and both show what came of it."""

from pathlib import Path

from hw.sim.ff68_pads import SimFf68Line
from hw.sim.pads_wire import PadsPty
from tests.e2e.test_caller import issue, open_nameless, pad
from tests.support.dispatcher_process import devices, dispatcher, place
from tests.support.pad_process import Hand, shows


def test_keypad_and_window_are_one_pad(tmp_path: Path) -> None:
    sim = SimFf68Line(7, baud=9600)
    hand = Hand(sim)
    with (
        PadsPty(sim, tmp_path) as wire,
        place(tmp_path) as where,
        dispatcher(where),
        devices(where, ["kiosk-1"]) as [kiosk],
        pad(where, "pad-1", "--pad", f"ff68+{wire.url}?address=7") as window,
    ):
        open_nameless(window)
        number = issue(kiosk, "card")
        assert shows(sim[7], "     1")
        hand.press(7, "next")
        window.wait("current-number", text=number)
        assert shows(sim[7], "001  0")
        window.tap("start")
        window.wait("current-state", text="Serving")
        wire.unplug()
        window.wait(
            "offline-banner", text="The keypad is unplugged · this window goes on working", timeout_s=5
        )
        window.screenshot(tmp_path / "unplugged.png")
        window.tap("recall")
        window.wait("message", text=f"{number} called again")
        wire.plug()
        assert shows(sim[7], "001  0")
        hand.press(7, "done")
        window.wait("current-state", text="Idle")
