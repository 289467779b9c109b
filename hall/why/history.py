"""The steps of a ticket between its calls, in words."""

from collections.abc import Callable
from typing import Any

from hall.state import State
from hall.ticket import Ticket
from hall.why.call_words import PRIORITIES
from hall.why.voice import Both, Voice
from wire import events as e
from wire.terms import Position, PrintResult, Priority

_HELP = {
    "sign_language": Both("手语", "sign language"),
    "wheelchair": Both("轮椅", "wheelchair"),
    "interpreter": Both("翻译", "interpreter"),
}
"""The needs for help that have a code (docs/messages.md); others are words already."""


def step(state: State, event: e.Event, number: str, voice: Voice) -> Both | None:
    """What an event means for that ticket, told from the state before it; None if nothing, or if it is a call."""
    if isinstance(event, e.CounterClosed):
        return _unpinned(state, event, number, voice)
    if getattr(event, "ticket", None) != number:
        return None
    if isinstance(event, e.TicketIssued):
        return _issued(state, event, voice)
    tell = _STEPS.get(type(event))
    return None if tell is None else tell(state.tickets[number], event, voice)


def _issued(state: State, event: e.TicketIssued, voice: Voice) -> Both:
    needs, wish = voice.services(event.services), _wishes(event)
    if event.appointment is None:
        return Both(f"取票，办理：{needs.zh}{wish.zh}", f"was issued for {needs.en}{wish.en}")
    slot = voice.slot(state.appointments[event.appointment].slot, event.at)
    here, ready = voice.time(event.at, event.at), voice.time(event.ready, event.at)
    return Both(
        f"预约 {slot}，{here} 签到，从 {ready} 起算等候，办理：{needs.zh}{wish.zh}",
        f"booked for {slot}, checked in at {here}, for {needs.en}{wish.en}; it is ready from {ready}",
    )


def _wishes(event: e.TicketIssued) -> Both:
    zh, en = "", ""
    if event.priority is not Priority.NONE:
        kind = PRIORITIES[event.priority]
        zh, en = f"，优先票（{kind.zh}）", f", with priority ({kind.en})"
    if event.help is not None:
        help_ = _HELP.get(event.help, Both(event.help, event.help))
        zh, en = f"{zh}，需要协助（{help_.zh}）", f"{en}, in need of help ({help_.en})"
    return Both(zh, en)


def _unpinned(state: State, event: e.CounterClosed, number: str, voice: Voice) -> Both | None:
    if number not in [name for _, _, name in state.counters[event.counter].pinned]:
        return None
    kept = _kept(state.tickets[number], event.at, voice)
    return Both(
        f"{event.counter} 号窗口关闭，不再指定在那里等候，能办的窗口都可以叫，{kept.zh}",
        f"counter {event.counter} closed: it waits no longer for that one but for any that serves it, {kept.en}",
    )


def _kept(ticket: Ticket, now: int, voice: Voice) -> Both:
    ready = voice.time(ticket.ready, now)
    return Both(f"仍从 {ready} 起算等候", f"ready since {ready} as before")


_ANEW = Both("从现在重新起算等候", "ready from now")


def _again(ticket: Ticket, position: Position | None, now: int, voice: Voice) -> Both:
    return _ANEW if position is Position.BACK else _kept(ticket, now, voice)


def _recalled(ticket: Ticket, event: e.TicketRecalled, voice: Voice) -> Both:
    return Both(
        f"{event.counter} 号窗口再次呼叫（第 {event.call} 次）",
        f"was called again to counter {event.counter} (call {event.call})",
    )


def _started(ticket: Ticket, event: e.ServiceStarted, voice: Voice) -> Both:
    return Both(f"{event.counter} 号窗口开始办理", f"service began at counter {event.counter}")


def _finished(ticket: Ticket, event: e.ServiceFinished, voice: Voice) -> Both:
    done = voice.services(event.services)
    left = voice.services(need for need in ticket.needs if need not in event.services)
    zh, en = f"{event.counter} 号窗口办完：{done.zh}", f"was done at counter {event.counter}: {done.en}"
    if not left.zh:
        return Both(f"{zh}；全部办完", f"{en}; nothing is left")
    kept = _kept(ticket, event.at, voice)
    return Both(
        f"{zh}；还要办：{left.zh}；{kept.zh}", f"{en}; left to do: {left.en}, so it waits on, {kept.en}"
    )


def _missed(ticket: Ticket, event: e.TicketNoShow, voice: Voice) -> Both:
    return Both(f"{event.counter} 号窗口叫号，无人应答", f"nobody came to counter {event.counter}")


def _requeued(ticket: Ticket, event: e.TicketRequeued, voice: Voice) -> Both:
    again = _again(ticket, event.position, event.at, voice)
    return Both(f"过号后重新排队，{again.zh}", f"waits again after it was missed, {again.en}")


def _transferred(ticket: Ticket, event: e.TicketTransferred, voice: Voice) -> Both:
    if event.to_service is None:
        return Both(
            f"{event.counter} 号窗口把它转到 {event.to_counter} 号窗口，指定在那里等候，{_ANEW.zh}",
            f"was transferred from counter {event.counter} to counter {event.to_counter}, "
            f"waits for that one, {_ANEW.en}",
        )
    goal, again = voice.service(event.to_service), _again(ticket, event.position, event.at, voice)
    more = voice.services(need for need in event.services if need != event.to_service)
    also = Both(f"，另外还要办：{more.zh}", f" (and still needs {more.en})") if more.zh else Both("", "")
    return Both(
        f"{event.counter} 号窗口把它转办：{goal.zh}{also.zh}；{again.zh}",
        f"was transferred from counter {event.counter} to {goal.en}{also.en}, {again.en}",
    )


def _held(ticket: Ticket, event: e.TicketHeld, voice: Voice) -> Both:
    return Both(f"在 {event.counter} 号窗口暂缓", f"was set aside at counter {event.counter}")


def _resumed(ticket: Ticket, event: e.TicketResumed, voice: Voice) -> Both:
    if event.counter is None:
        return Both(
            f"恢复等候，原窗口已关，能办的窗口都可以叫，{_ANEW.zh}",
            f"waits again for any counter that serves it, as its own is closed, {_ANEW.en}",
        )
    return Both(
        f"恢复等候，指定在 {event.counter} 号窗口，{_ANEW.zh}",
        f"waits again for counter {event.counter}, {_ANEW.en}",
    )


def _cancelled(ticket: Ticket, event: e.TicketCancelled, voice: Voice) -> Both:
    return Both("取消", "was cancelled")


def _expired(ticket: Ticket, event: e.TicketExpired, voice: Voice) -> Both:
    return Both("当日结束，作废", "expired at the end of the day")


def _printed(ticket: Ticket, event: e.TicketPrinted, voice: Voice) -> Both:
    return Both(f"票已在 {event.device} 打印", f"was printed at {event.device}")


def _not_printed(ticket: Ticket, event: e.PrintFailed, voice: Voice) -> Both:
    detail = (
        "" if event.detail is None else f"（{event.detail}）",
        "" if event.detail is None else f" ({event.detail})",
    )
    if event.result is PrintResult.UNCONFIRMED:
        return Both(
            f"{event.device} 无法确认票是否打印{detail[0]}",
            f"nobody can say whether {event.device} printed it{detail[1]}",
        )
    return Both(f"{event.device} 没有打印出票{detail[0]}", f"was not printed at {event.device}{detail[1]}")


def _rated(ticket: Ticket, event: e.Rated, voice: Voice) -> Both:
    return Both(f"评价 {event.score} 分", f"was rated {event.score} of 5")


_STEPS: dict[type[e.Event], Callable[[Ticket, Any, Voice], Both]] = {
    e.TicketRecalled: _recalled,
    e.ServiceStarted: _started,
    e.ServiceFinished: _finished,
    e.TicketNoShow: _missed,
    e.TicketRequeued: _requeued,
    e.TicketTransferred: _transferred,
    e.TicketHeld: _held,
    e.TicketResumed: _resumed,
    e.TicketCancelled: _cancelled,
    e.TicketExpired: _expired,
    e.TicketPrinted: _printed,
    e.PrintFailed: _not_printed,
    e.Rated: _rated,
}
