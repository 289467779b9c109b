"""The kiosk killed at any instant between the last touch and the paper: one number, one slip, back on the screen."""

import random
import time
from pathlib import Path

import pytest

from tests.support.dispatcher_process import Device, Place, devices, dispatcher, place
from tests.support.kiosk_process import KioskProcess, complaints
from tests.support.shares import Share

LATEST_S = 1.2
"""After the touch: by then the slip is out, on an idle machine long before."""
BACK_S = 15.0


@pytest.mark.full(500, "kills", short=4, share=100)
@pytest.mark.timeout(1800)
def test_a_kiosk_that_dies_shows_the_one_number_again(tmp_path: Path, share: Share) -> None:
    chance = random.Random(f"kiosk {share.number}")
    with place(tmp_path) as where, dispatcher(where), devices(where, ["guide-1"]) as [guide]:
        for _ in range(share.count):
            _one(where, guide, chance.uniform(0, LATEST_S), share)
    share.add(kills=share.count)


def _one(where: Place, guide: Device, after_s: float, share: Share) -> None:
    """A resident touches, the power goes, it comes back; then the resident takes number and slip."""
    given = len(guide.events("ticket_issued"))
    first = KioskProcess(where)
    slips = first.slips()
    first.to_confirm()
    first.screen.tap("confirm")
    time.sleep(after_s)
    first.close()
    begun = time.monotonic()
    again = KioskProcess(where)
    try:
        seen = again.screen.wait_any(["ticket-number", "screen-welcome"], BACK_S)
        share.worst(back_s=round(time.monotonic() - begun, 2))
        kept = seen == "ticket-number"
        number = [again.screen.text("ticket-number")] if kept else []
        if kept:
            again.screen.wait("take", 60)
            share.add(unknown="paper-failed" in again.screen.names())
            again.screen.tap("take")
            again.screen.wait("screen-welcome")
        guide.wait_for(lambda: len(guide.events("ticket_issued")) > given, 5.0 if kept else 0.5)
        issued = [event["ticket"] for event in guide.events("ticket_issued")][given:]
        assert issued == number, (issued, number, after_s)
        assert again.slips() - slips <= 1
        share.add(before_it_was_kept=not kept)
        assert complaints(again.end()) == []
    finally:
        again.close()
