"""The live board of the demo."""

from typing import Any

from greenwindow.demo.live import ailments


def test_only_what_is_not_as_it_should_be_is_named() -> None:
    devices: dict[str, dict[str, Any]] = {
        "kiosk-1": {"online": True, "since": "…", "faults": [{"code": "paper_out", "text": "…"}]},
        "pad-1": {"online": False, "since": "…"},
        "pad-2": {"online": True, "since": "…", "twice": True},
        "pad-3": {"online": True, "since": "…"},
        "guide-1": {"online": False},
        "guide-2": {},
    }
    assert list(ailments(devices)) == ["kiosk-1 paper_out", "pad-1 gone", "pad-2 twice"]
