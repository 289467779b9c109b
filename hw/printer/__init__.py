"""Ticket printers: a picture or a text goes in, and what became of it comes out, never better than what is known.

    printer = open_printer("tcp://10.0.0.9:9100?width=576")      # BadAddressError: one line for the person
    printer.status(Deadline.after(3.0))                            # PrinterStatus(state, detail), .stopped
    printer.profile                                                # what it wants: a raster so wide, or a text
    printer.print(sheet, Deadline.after(printer.patience_s(sheet)))   # PrintOutcome(result, status, detail)

Neither raises for anything a device does. Both take their time: call them off the screen's thread.
"""

from hw.printer.address import open_printer
from hw.printer.driver import EscPosPrinter
from hw.printer.printer import Printer, PrintOutcome, PrintResult
from hw.printer.raster import Raster
from hw.printer.sheet import Gap, Line, Mode, Profile, Run, Sheet, Side, Style, Symbol, TextSheet
from hw.printer.status import PrinterState, PrinterStatus

__all__ = [
    "EscPosPrinter",
    "Gap",
    "Line",
    "Mode",
    "PrintOutcome",
    "PrintResult",
    "Printer",
    "PrinterState",
    "PrinterStatus",
    "Profile",
    "Raster",
    "Run",
    "Sheet",
    "Side",
    "Style",
    "Symbol",
    "TextSheet",
    "open_printer",
]
