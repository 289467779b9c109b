"""Paper at the kiosk: what stands on each, how it is laid out, and the printer on a thread of its own.

    printer = TicketPrinter(open_printer(url), done=news.put, how=news.put)   # from hw.printer
    printer.start()
    printer.submit(PrintJob("the issuing command's id", TicketPaper(number="A012", …)))   # at once; never waits
    # on the printer's thread: done(JobDone(job, PrintOutcome)), how(PrinterNews)
    printer.close()

Before: a QGuiApplication, and QLocale.setDefault(QLocale("zh_CN")) for Chinese forms of Chinese letters.
"""

from kiosk.printing.layout import layout
from kiosk.printing.news import PrinterNews
from kiosk.printing.paper import ChecklistPaper, Errand, Paper, TicketPaper
from kiosk.printing.ticket import layout_ticket
from kiosk.printing.worker import JobDone, PrintJob, TicketPrinter

__all__ = [
    "ChecklistPaper",
    "Errand",
    "JobDone",
    "Paper",
    "PrintJob",
    "PrinterNews",
    "TicketPaper",
    "TicketPrinter",
    "layout",
    "layout_ticket",
]
