"""What the station and the printer tell, in the flow's own words."""

import structlog

from kiosk.flow import (
    AlarmsChanged,
    Answered,
    CatalogCame,
    ChecklistCame,
    HallCame,
    HelpAnswered,
    Input,
    OnlineChanged,
    PaperCame,
    ReprintAsked,
    SheetAsked,
    Unanswered,
)
from kiosk.printing import ChecklistPaper, JobDone, TicketPaper
from runtime import Alarm, Alarms, Online, Unasked
from runtime import Answered as StationAnswered
from runtime import Unanswered as StationUnanswered
from wire.commands import AskHelp, CheckIn, IssueTicket
from wire.states import Catalog, HallState
from wire.terms import PrintResult

_log = structlog.get_logger("kiosk")


def _answered(news: StationAnswered | StationUnanswered) -> tuple[Input, ...]:
    """What became of a command of ours, its answer or the silence."""
    command, reply = news.command, news.reply if isinstance(news, StationAnswered) else None
    match command:
        case IssueTicket() | CheckIn():
            return (Answered(command.id or "", reply) if reply is not None else Unanswered(command.id or ""),)
        case AskHelp():
            return (HelpAnswered(command.id or "", reply),)
    if reply is not None and not reply.ok:
        _log.warning("refused", command=command.type, error=str(reply.error))
    return ()


def heard(news: object) -> tuple[Input, ...]:
    """At most one input; nothing for what a kiosk has no use for."""
    match news:
        case Online():
            return (OnlineChanged(news.online),)
        case Alarms(standing):
            found = (Alarm.CANNOT_SAVE, Alarm.DUPLICATE_ID, Alarm.CLOCK_BEHIND, Alarm.NOT_IN_HALL_FILE)
            return (AlarmsChanged(*(alarm in standing for alarm in found)),)
        case Catalog():
            return (CatalogCame(news),)
        case HallState():
            return (HallCame(news),)
        case StationAnswered() | StationUnanswered():
            return _answered(news)
        case Unasked() if news.reply.paper is not None:
            return (SheetAsked(news.reply),)
        case Unasked() if news.reply.ticket is not None:
            return (ReprintAsked(news.reply),)
        case JobDone():
            return _came(news)
    return ()


def _came(done: JobDone) -> tuple[Input, ...]:
    result, detail = PrintResult(done.outcome.result), done.outcome.detail
    match done.job.paper:
        case TicketPaper(number=number):
            return (PaperCame(number, result, detail),)
        case ChecklistPaper() if not done.job.for_counter:
            return (ChecklistCame(result, detail),)
    return ()
