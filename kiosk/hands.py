"""Does what the flow wants, in its order and off the screen's thread: disk first, then the hall, then the paper."""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass

import structlog

from kiosk.flow import Ask, CallStaff, Effect, Forget, Keep, Print, PrintChecklist, PrintSheet, Report
from kiosk.keeping import Keeper
from kiosk.printing import PrintJob, TicketPrinter
from kiosk.slip import checklist, sheet, slip
from runtime import Station
from wire.commands import CheckIn, Command, ReportPrint
from wire.states import Catalog

ASK_S = 20.0
"""One asking; the flow asks again with the same id while the resident waits."""
LOOK_S = 8.0
"""Which appointment is it? It is within the life of the question, and nobody stands longer before a keypad."""
REPORT_S = 300.0
HELP_S = 6.0
"""So long a resident looks at the words that staff are being called."""

_log = structlog.get_logger("kiosk")


@dataclass(frozen=True)
class _Wish:
    effect: Effect
    catalog: Catalog | None


class Hands:
    """One thread. `trouble` is told in words when the disk doesn't take what must outlive a kill."""

    def __init__(
        self, station: Station, printer: TicketPrinter, keeper: Keeper, trouble: Callable[[str], None]
    ) -> None:
        self._station, self._printer, self._keeper = station, printer, keeper
        self._trouble = trouble
        self._slips = 0
        self._wishes: queue.SimpleQueue[_Wish | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="kiosk-hands", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def do(self, effect: Effect, catalog: Catalog | None) -> None:
        """Never waits."""
        self._wishes.put(_Wish(effect, catalog))

    def close(self) -> None:
        """Ends when all that was wanted before is done."""
        self._wishes.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def _run(self) -> None:
        while (wish := self._wishes.get()) is not None:
            try:
                self._do(wish)
            except OSError as error:
                _log.error("state not kept", error=str(error))
                self._trouble(f"cannot write what must outlive a power cut: {error.strerror or error}")

    def _do(self, wish: _Wish) -> None:
        match wish.effect:
            case Keep(pending):
                self._keeper.keep(pending)
            case Forget():
                self._keeper.forget()
            case Ask(command):
                looks = isinstance(command, CheckIn) and command.look
                self._send(command, LOOK_S if looks else ASK_S)
            case CallStaff(command):
                self._send(command, HELP_S)
            case Print(reply, reprint):
                self._slips += 1
                name = f"{reply.command}.{self._slips}" if reprint else reply.command
                self._printer.submit(PrintJob(name, slip(reply, None, wish.catalog, reprint=reprint)))
            case PrintChecklist(services, language):
                self._slips += 1
                paper = checklist(services, language, wish.catalog, self._station.now_ms())
                self._printer.submit(PrintJob(f"checklist.{self._slips}", paper))
            case PrintSheet(reply) if reply.paper is not None:
                asked, now = reply.paper, self._station.now_ms()
                name = f"{reply.command}.{asked.counter}"
                self._printer.submit(
                    PrintJob(name, sheet(asked, wish.catalog, now), for_counter=asked.counter)
                )
            case Report(ticket, result, detail):
                at = self._station.now_ms()
                self._station.send(
                    lambda id_, _: ReportPrint(
                        id=id_, at=at, ticket=ticket, result=result, detail=detail[:200] or None
                    ),
                    patience_s=REPORT_S,
                    resend=True,
                )

    def _send(self, command: Command, patience_s: float) -> None:
        """The very command, its id and its time too: that is what makes it one however often it is sent."""
        self._station.send(lambda _id, _at: command, patience_s=patience_s, resend=True)
