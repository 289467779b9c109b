"""The process of pads without a window: station, lines and desks, joined by one queue; no Qt."""

import os
import queue
import signal
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import structlog

from caller.keeping import LastClerk, state_folder
from caller.pads.bank import Bank
from caller.pads.faults import Complaint
from caller.pads.ratings import Ratings
from caller.pads.words import fault
from caller.presses import Presses
from caller.signing import Signing
from caller.words import Words
from hw.keypad import Faulty, Keeper, PadLine, PadNews, Plugged, Pressed
from runtime import BrokerUrl, Delivery, Station, SystemClock, command_id, log_to_stderr
from ui.languages import Texts
from wire.events import Event

LANGUAGES = Path(__file__).parent.parent / "languages"
TICK_S = 0.1
PATIENCE_S = 2.5
"""A press without an answer is given up so soon: digits and beeps have said so within 3 s."""

Inbox = queue.SimpleQueue[Delivery | PadNews | None]
_log = structlog.get_logger("pads")


def run_pads(
    url: BrokerUrl, version: str, lines: Sequence[PadLine], state: Path | None = None,
    evaluator: BrokerUrl | None = None,
) -> int:  # fmt: skip
    """Until SIGTERM or SIGINT; `evaluator` is the credential of the evaluators on these lines. Raises BrokerError,
    WrongDeviceError."""
    log_to_stderr()
    inbox, clock = Inbox(), SystemClock()
    station = Station(
        url, kind="pad", version=version, deliver=inbox.put, clock=clock, new_id=partial(command_id, clock)
    )
    judge = _evaluator(evaluator, version, clock) if evaluator is not None else None
    ratings = Ratings(judge.send) if judge is not None else None
    keepers = [Keeper(line, number, inbox.put) for number, line in enumerate(lines)]
    texts = Texts.load(LANGUAGES)
    folder = state or state_folder(os.environ, url.hall, url.device)
    bank = Bank(
        url.device, keepers, partial(_presses, station, folder), partial(report, station, texts),
        Words(texts, "zh").pause_reasons(), ratings.rated if ratings is not None else None,
    )  # fmt: skip
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: inbox.put(None))
    try:
        station.start()
        if judge is not None:
            judge.start()
        for keeper in keepers:
            keeper.start()
        _follow(inbox, bank, ratings, clock)
    finally:
        for keeper in keepers:
            keeper.stop()
        if judge is not None:
            judge.stop()
        station.stop()
    return 0


def _evaluator(url: BrokerUrl, version: str, clock: SystemClock) -> Station:
    """It only says what was pressed: what it hears of the hall the pads' own station hears too."""
    return Station(
        url, kind="evaluator", version=version, deliver=lambda _: None, clock=clock, new_id=partial(command_id, clock)
    )  # fmt: skip


def report(station: Station, texts: Texts, complaints: tuple[Complaint, ...]) -> None:
    """To the hall and to the log."""
    for complaint in complaints:
        _log.info(complaint.code, line=complaint.line, address=complaint.address, detail=complaint.detail)
    station.report_faults(tuple(fault(texts, complaint) for complaint in complaints))


def _presses(station: Station, folder: Path, counter: str) -> Presses:
    kept = LastClerk(folder / f"counter-{counter}")
    send = partial(station.send, patience_s=PATIENCE_S)
    return Presses(station.device, send, Signing(kept.load(), kept.save))


def _follow(inbox: Inbox, bank: Bank, ratings: Ratings | None, clock: SystemClock) -> None:
    ticked = clock.monotonic()
    while True:
        try:
            item = inbox.get(timeout=TICK_S)
        except queue.Empty:
            item = ()  # type: ignore[assignment]
        now = clock.monotonic()
        match item:
            case None:
                return
            case Pressed() | Plugged() | Faulty():
                bank.news(item, now)
            case ():
                pass
            case Event() if ratings is not None:
                ratings.heard(item, now)
            case _:
                bank.take(item, now)
        if now - ticked >= TICK_S:
            ticked = now
            bank.tick(now)
