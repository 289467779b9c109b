"""The demo's copy of a hall file: what it adds, what it leaves out, and that the hall's own words stay."""

from pathlib import Path

from greenwindow.demo.arrange import LISTENER, arrange
from wire.terms import DeviceKind

EXAMPLES = Path(__file__).parents[3] / "examples"
BARE = """
# a hall somebody wrote
[hall]
id = "h"
name = { zh = "厅" }
timezone = "Asia/Shanghai"
languages = ["zh"]
open = ["Mon-Fri 08:30-16:30"]
[[service]]
id = "a"
prefix = "A"
name = { zh = "甲" }
daily_limit = 3
[[counter]]
id = "1"
[[counter]]
id = "2"
[[device]]
id = "my-pad"
kind = "pad"
counter = "2"
"""


def test_what_a_hall_lacks_is_added(tmp_path: Path) -> None:
    stage = arrange(BARE.encode(), tmp_path)
    assert stage.kiosks == ("demo-kiosk",)
    assert stage.displays == ("demo-display",)
    assert stage.pads == {"2": "my-pad", "1": "demo-pad-1"}
    listener = stage.plan.device(LISTENER)
    assert listener is not None
    assert listener.kind is DeviceKind.CONSOLE
    assert any("demo-pad-1" in words for words in stage.changes)


def test_hours_and_limits_are_left_out_and_that_is_said(tmp_path: Path) -> None:
    stage = arrange(BARE.encode(), tmp_path)
    assert stage.plan.hall.open is None
    assert stage.plan.services[0].daily_limit is None
    assert any("daily_limit, open" in words for words in stage.changes)
    assert "# a hall somebody wrote" in stage.hall_file.read_text()


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    assert arrange(b"\xef\xbb\xbf" + BARE.encode(), tmp_path).plan.hall.id == "h"


def test_a_whole_hall_gets_only_the_listener(tmp_path: Path) -> None:
    data = (EXAMPLES / "guangyi.toml").read_bytes()
    stage = arrange(data, tmp_path)
    assert stage.changes == (f"added to the demo's copy: {LISTENER}",)
    assert len(stage.pads) == 32
