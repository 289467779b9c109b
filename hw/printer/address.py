"""From what a person writes after --printer to a printer; everything that can be wrong with it is said at once."""

import re
from collections.abc import Mapping
from pathlib import Path

from hw.link import Address, Endpoint, endpoint, parse_address
from hw.printer.driver import EscPosPrinter
from hw.printer.job import Confirm
from hw.printer.printer import Printer
from hw.printer.sheet import Mode
from hw.printer.spooled import SpooledPrinter
from hw.sim.printer import SimPrinter
from hw.sim.printer_place import SimPrinterPlace

KINDS = "tcp://HOST:PORT, usb://VVVV:PPPP, serial:///dev/NAME?baud=N, cups:NAME, file:PATH, sim:FOLDER"

SLOW_BYTES_PER_S = 3840.0
"""A serial line under 38400 baud: a ticket of 55 kB takes 14 s and more there."""

_CONFIRMS: dict[str, Confirm] = {"auto": "auto", "status": "status", "none": "none"}


def open_printer(url: str) -> Printer:
    """The printer `url` names. Nothing is opened yet: an absent printer is a status, not an error.

    Every kind takes `width` (dots, default 576; 512 and, for 58 mm paper, 384) and, but for cups, `confirm` (`auto`,
    `status`, `none`), `profile` (`raster`, or `text`: the printer's own letters; on serial lines under 38400 baud
    `text` when left out) and, for texts, `code` (`printer`: it draws QR codes itself, or `picture`); serial takes
    `baud`, usb `serial`; sim takes `paper` (tickets on a roll; left out: endless) and `clone=1` (a printer that knows
    no GS ( H and sees no paper end coming). Raises BadAddressError: one line, what is wrong, what is allowed.
    """
    at = parse_address(url)
    mine, rest = at.split_off("width", "confirm", "profile", "code")
    width = rest.number(mine, "width", 576, 256, 832)
    if width % 8:
        raise rest.bad(f"width is {width}, must be a multiple of 8")
    if at.kind == "cups":
        return _cups(at, width)
    confirm = _CONFIRMS.get(mine.get("confirm", "auto"))
    if confirm is None:
        raise rest.bad(f"confirm is {mine['confirm']!r}, must be auto, status or none")
    place = _place(rest, width)
    return EscPosPrinter(place, width, confirm, mode=_mode(mine, rest, place), own_code=_own_code(mine, rest))


def _mode(mine: Mapping[str, str], at: Address, place: Endpoint) -> Mode:
    """`raster`, or on a serial line so slow that a picture would take over a quarter of a minute `text`."""
    asked = mine.get("profile", "text" if place.bytes_per_s < SLOW_BYTES_PER_S else "raster")
    if asked not in ("raster", "text"):
        raise at.bad(f"profile is {asked!r}, must be raster or text")
    return "text" if asked == "text" else "raster"


def _own_code(mine: Mapping[str, str], at: Address) -> bool:
    asked = mine.get("code", "printer")
    if asked not in ("printer", "picture"):
        raise at.bad(f"code is {asked!r}, must be printer (it draws QR codes itself) or picture")
    return asked == "printer"


def _place(at: Address, width: int) -> Endpoint:
    if at.kind == "sim":
        return _sim(at, width)
    if at.kind not in ("tcp", "usb", "serial", "file"):
        raise at.bad(f"unknown kind of printer {at.kind!r}; known: {KINDS}")
    return endpoint(at)


def _cups(at: Address, width: int) -> SpooledPrinter:
    at.only("width")
    if at.host or not re.fullmatch(r"[^\s/#-][^\s/#]*", at.path):
        raise at.bad("must be cups:NAME, a queue as `lpstat -p` lists it")
    return SpooledPrinter(at.path, width)


def _sim(at: Address, width: int) -> SimPrinterPlace:
    at.only("paper", "clone")
    if at.host or not at.path or Path(at.path).is_file():
        raise at.bad("must be sim:FOLDER, where the pictures go")
    paper = at.number(at.options, "paper", 1, 1, 1_000_000) if "paper" in at.options else None
    clone = at.number(at.options, "clone", 0, 0, 1) == 1
    return SimPrinterPlace(
        SimPrinter(Path(at.path), width_dots=width, paper=paper, clone=clone), f"sim:{at.path}"
    )
