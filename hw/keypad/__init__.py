"""Pads and evaluators on the counters: one small Protocol, three families, key maps as data files.

line = open_pads("ff68+serial:///dev/ttyUSB1?map=standard")   # BadAddressError: one line for the person
keeper = Keeper(line, 0, news.put)                             # Pressed, Plugged, Faulty come there
keeper.start(); keeper.expect({"3"}); keeper.show("3", Shown("A012", 5)); keeper.beep("3")
"""

from hw.keypad.keeper import Faulty, Keeper, PadNews, Plugged, Pressed
from hw.keypad.keymap import KeyMap, MapError
from hw.keypad.opening import open_pads
from hw.keypad.pad import Action, FaultKind, PadFault, PadLine, Press, Shown

__all__ = [
    "Action", "FaultKind", "Faulty", "Keeper", "KeyMap", "MapError", "PadFault", "PadLine", "PadNews", "Plugged",
    "Press", "Pressed", "Shown", "open_pads",
]  # fmt: skip
