"""From the confirmed wish to the slip in the hand: one request, asked until it is answered, printed once."""

from dataclasses import dataclass, replace

from kiosk.flow.effects import Ask, Effect, Forget, Keep, Print, Report
from kiosk.flow.state import Entry, Paper, Pending, Screen, State, Trouble
from wire.commands import CheckIn, IssueTicket
from wire.errors import ErrorCode
from wire.replies import Reply
from wire.terms import PrintResult, Priority

_TROUBLES = {
    ErrorCode.HALL_CLOSED: Trouble.HALL_CLOSED,
    ErrorCode.SERVICE_FULL: Trouble.SERVICE_FULL,
    ErrorCode.UNKNOWN_SERVICE: Trouble.GONE,
    ErrorCode.EXPIRED: Trouble.NO_ANSWER,
}
PAPERS = {
    PrintResult.PRINTED: Paper.PRINTED,
    PrintResult.UNCONFIRMED: Paper.UNCONFIRMED,
    PrintResult.FAILED: Paper.FAILED,
}


@dataclass(frozen=True)
class Step:
    """A new state, and what must be done for it, in this order."""

    state: State
    effects: tuple[Effect, ...] = ()
    busy: bool = False
    """Ask again in a while."""


def confirm(state: State, command_id: str, at: int) -> Step:
    """One command for one confirmation; kept before it is sent, so that a killed kiosk asks the very same again."""
    request = IssueTicket(
        id=command_id,
        at=at,
        services=state.basket,
        priority=state.priority or Priority.NONE,
        language=state.language,
    )
    asked = replace(state, screen=Screen.ISSUING, request=request, since=at)
    return Step(asked, (Keep(Pending(request)), Ask(request)))


def answered(state: State, reply: Reply) -> Step:
    """A ticket is shown and printed at once. Only a busy dispatcher is asked again: it remembered nothing."""
    if state.request is None:
        return Step(state)
    if reply.ok and reply.ticket is not None:
        issued = replace(state, screen=Screen.TICKET, reply=reply, paper=Paper.PRINTING, copies=1)
        return Step(issued, (Keep(_pending(issued)), Print(reply, reprint=_had_it_before(state, reply))))
    if reply.error is not None and reply.error.code is ErrorCode.BUSY:
        return Step(replace(state, busy=True), busy=True)
    code = reply.error.code if reply.error is not None else None
    if code is ErrorCode.EXPIRED and state.busy:
        return fail(state, Trouble.NOT_SAVING)
    return fail(state, _TROUBLES.get(code, Trouble.REFUSED) if code is not None else Trouble.REFUSED)


def fail(state: State, trouble: Trouble) -> Step:
    """There will be no ticket: the words for it, and nothing kept."""
    return Step(replace(state, screen=Screen.TROUBLE, trouble=trouble, request=None), (Forget(),))


def paper(state: State, result: PrintResult, detail: str) -> Step:
    """What became of the paper of the ticket on the screen."""
    if state.ticket is None:
        return Step(state)
    known = replace(state, paper=PAPERS[result])
    return Step(known, (Keep(_pending(known)), Report(state.ticket.number, result, detail)))


def paper_unknown(state: State, why: str) -> Step:
    """Nobody can say whether a slip came out. No second one without the word on it, and only when asked for."""
    if state.ticket is None:
        return Step(state)
    unknown = replace(state, paper=Paper.UNKNOWN)
    report = Report(state.ticket.number, PrintResult.UNCONFIRMED, why)
    return Step(unknown, (Keep(_pending(unknown)), report))


def print_again(state: State) -> Step:
    """The resident asks for a slip once more; it says that it is a reprint."""
    if state.reply is None or state.paper in (Paper.PRINTING, Paper.PRINTED) or state.copies >= 3:
        return Step(state)
    again = replace(state, paper=Paper.PRINTING, copies=state.copies + 1)
    return Step(again, (Keep(_pending(again)), Print(state.reply, reprint=True)))


def restarted(pending: Pending, language: str) -> Step:
    """Takes up what a killed kiosk was doing: the same request, or the same number on the screen."""
    request = pending.request
    own = request.language if isinstance(request, IssueTicket) else pending.language
    state = State(
        language=own or language,
        basket=request.services if isinstance(request, IssueTicket) else (),
        priority=request.priority if isinstance(request, IssueTicket) else None,
        entry=Entry.CODE if isinstance(request, CheckIn) else None,
        request=request,
        since=request.at,
        reply=pending.reply,
        paper=pending.paper,
        copies=pending.copies,
    )
    if pending.reply is None:
        return Step(replace(state, screen=Screen.ISSUING), (Ask(request),))
    shown = replace(state, screen=Screen.TICKET)
    return (
        paper_unknown(shown, "restarted while printing") if pending.paper is Paper.PRINTING else Step(shown)
    )


def _pending(state: State) -> Pending:
    assert state.request is not None
    language = state.language if isinstance(state.request, CheckIn) else None
    return Pending(state.request, state.reply, state.paper, state.copies, language)


def _had_it_before(state: State, reply: Reply) -> bool:
    """Whoever checks in a second time gets the same ticket: its slip is not the first."""
    issued_at = reply.ticket.issued_at if reply.ticket is not None else None
    return isinstance(state.request, CheckIn) and issued_at is not None and issued_at < reply.at
