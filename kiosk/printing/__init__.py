"""Paper at the kiosk: what stands on each, how it is laid out, and the printer on a thread of its own.

    printer = TicketPrinter(open_printer(url), Layout(texts).sheet, done=news.put, how=news.put)   # from hw.printer
    printer.start()
    printer.submit(PrintJob("the issuing command's id", TicketPaper(number="A012", …)))   # at once; never waits
    # on the printer's thread: done(JobDone(job, PrintOutcome)), how(PrinterNews)
    printer.close()

Before: a QGuiApplication, and QLocale.setDefault(QLocale("zh_CN")) for Chinese forms of Chinese letters.
"""

from kiosk.printing.layout import Layout
from kiosk.printing.news import PrinterNews
from kiosk.printing.paper import (
    ChecklistPaper,
    ContactPaper,
    Design,
    Errand,
    FollowUpPaper,
    Paper,
    TicketPaper,
)
from kiosk.printing.worker import JobDone, PrintJob, TicketPrinter

__all__ = [
    "ChecklistPaper",
    "ContactPaper",
    "Design",
    "Errand",
    "FollowUpPaper",
    "JobDone",
    "Layout",
    "Paper",
    "PrintJob",
    "PrinterNews",
    "TicketPaper",
    "TicketPrinter",
]
