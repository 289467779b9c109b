"""An explanation as a person would say it: what was called and why, who was passed over, the rules in force."""

from collections.abc import Callable

from hall.why.facts import Booking, Explanation, Instead
from hall.why.passed_words import MOST, passed_over
from hall.why.rules_words import engaged, in_force
from hall.why.voice import Both, Voice, figure, minutes
from wire.terms import CallReason, Priority

PRIORITIES = {
    Priority.NONE: Both("无", "none"),
    Priority.ELDERLY: Both("老年人", "elderly"),
    Priority.ILL: Both("病人", "ill"),
    Priority.DISABLED: Both("残疾人", "disabled"),
    Priority.PREGNANT: Both("孕妇", "pregnant"),
    Priority.MILITARY: Both("军人", "military"),
    Priority.INFANT: Both("带婴幼儿", "with an infant"),
}


def words(told: Explanation, voice: Voice, most: int | None = MOST) -> tuple[list[str], list[str]]:
    """The lines in Chinese, and the same in English; `most`: so many passed over are named, None: all."""
    lines = [_head(told, voice), *passed_over(told, voice, most), in_force(told, voice)]
    return [line.zh for line in lines], [line.en for line in lines]


def _head(told: Explanation, voice: Voice) -> Both:
    call, because, since = told.call, _BECAUSE[told.call.reason](told, voice), _since(told, voice)
    clock, waited = voice.time(call.at, call.at), minutes(call.waited_s * 1000)
    begin = Both("取票", "its issue") if told.ticket.booking is None else Both("签到", "its check-in")
    return Both(
        f"{clock} 叫 {call.ticket} 到 {call.counter} 号窗口（{begin.zh}后 {waited}）：{because.zh}{since.zh}。",
        f"{clock} {call.ticket} was called to counter {call.counter}, {waited} after {begin.en}: "
        f"{because.en}{since.en}.",
    )


def _since(told: Explanation, voice: Voice) -> Both:
    """From when on it waited; goes on from what was said last."""
    ticket, now = told.ticket, told.call.at
    ready = voice.time(ticket.ready, now)
    if ticket.booking is not None:
        booked = _booked(ticket.booking, now, voice)
        return Both(
            f"；{booked.zh}，{f'{ready} 才到点' if told.early else f'从 {ready} 起算等候'}",
            f"; {booked.en}, {'not due until' if told.early else 'ready since'} {ready}",
        )
    if told.by_waiting:
        return Both(f"，从 {ready} 等起", f", since {ready}")
    return Both(f"；它从 {ready} 等起", f"; it had been ready since {ready}")


def _booked(booking: Booking, now: int, voice: Voice) -> Both:
    slot, here = voice.slot(booking.slot, now), voice.time(booking.checked_in, now)
    return Both(f"它预约的是 {slot}，{here} 签到", f"it is an appointment for {slot}, checked in at {here}")


def _pinned(told: Explanation, voice: Voice) -> Both:
    return Both(
        "它指定在本窗口等候，指定的票先叫",
        "it was waiting for this very counter, and such tickets go first",
    )


def _overdue(told: Explanation, voice: Voice) -> Both:
    waited, limit = minutes(told.call.at - told.ticket.ready), told.max_wait
    return Both(
        f"它等了 {waited}，超过 {limit:f} 分钟的上限，是本窗口能叫的票中最久的",
        f"it had waited {waited}, longer than the limit of {limit:f} minutes, and longest of all whom this counter "
        "could call",
    )


def _priority(told: Explanation, voice: Voice) -> Both:
    kind = PRIORITIES[told.priority]
    zh, en = (
        f"本窗口先叫优先票，它（{kind.zh}）",
        f"this counter calls those with priority first, and of them it ({kind.en})",
    )
    if told.early:
        return Both(f"{zh}在其中最先到点", f"{en} is the next to be due, as nobody is yet")
    return Both(f"{zh}在其中等得最久", f"{en} was ready longest")


def _green(told: Explanation, voice: Voice) -> Both:
    window = next(window for window in told.windows if window.id == told.call.rule)
    how = engaged(window, told.call.at, voice)
    zh, en = (
        f"绿色窗口“{window.id}”{how.zh}，短业务先叫",
        f'green window "{window.id}" {how.en}, so short business went first',
    )
    if told.early:
        return Both(f"{zh}，它在其中最先到点", f"{en}, and of it this is the next to be due, as none is yet")
    return Both(f"{zh}，它在其中等得最久", f"{en}, and of it this was ready longest")


def _order(told: Explanation, voice: Voice) -> Both:
    nobody = Both("本窗口能叫的票都还没到点，", "nobody whom this counter could call was due yet, and ")
    due = nobody if told.nobody_due else Both("", "")
    if told.weighed:
        shown = figure(told.ticket.figure)
        return Both(
            f"{due.zh}按“权重 ×（等候时间 + 提前量）”排序，它的数值最大：{shown.zh}",
            f"{due.en}by weight × (time waited + head starts) it had the largest figure: {shown.en}",
        )
    if told.early:
        return Both(f"{due.zh}它最先到点", f"{due.en}it is the next to be")
    return Both(
        "先来先办，本窗口能叫的票中它等得最久",
        "first come, first served: of those whom this counter could call it was ready longest",
    )


def _by_hand(told: Explanation, voice: Voice) -> Both:
    zh, en = "工作人员点名叫的", "the clerk chose it by hand"
    if told.pinned not in (None, told.call.counter):
        zh, en = (
            f"{zh}，虽然它在等 {told.pinned} 号窗口",
            f"{en}, though it was waiting for counter {told.pinned}",
        )
    elif told.pinned is None and told.not_here:
        needs = voice.services(told.not_here)
        zh, en = (
            f"{zh}，虽然这里不办它要办的业务（{needs.zh}）",
            f"{en}, though what it needs ({needs.en}) was not served here",
        )
    if told.instead is None:
        return Both(f"{zh}；按顺序这里没有可叫的票", f"{en}; the order had nobody to call here")
    number = told.instead.ticket.number
    why = _rule_of(told.instead, told)
    if number == told.call.ticket:
        return Both(
            f"{zh}；按顺序也正该叫它（{why.zh}）", f"{en}; the order would have called it too ({why.en})"
        )
    return Both(
        f"{zh}；按顺序本该叫 {number}（{why.zh}）", f"{en}; the order would have called {number} ({why.en})"
    )


def _rule_of(instead: Instead, told: Explanation) -> Both:
    match instead.reason:
        case CallReason.PINNED:
            return Both("它指定在本窗口等候", "it was waiting for this very counter")
        case CallReason.OVERDUE:
            return Both("它等候超过了上限", "it was ready for longer than the limit")
        case CallReason.PRIORITY:
            return Both("优先窗口先叫优先票", "this counter calls those with priority first")
        case CallReason.GREEN:
            return Both(
                f"绿色窗口“{instead.rule}”，短业务先叫",
                f'green window "{instead.rule}": short business first',
            )
    if told.weighed:
        shown = figure(instead.ticket.figure)
        return Both(f"数值最大：{shown.zh}", f"the largest figure: {shown.en}")
    if told.nobody_due:
        return Both("都还没到点，它最先到点", "nobody was due yet, and it is the next to be")
    return Both("先来先办", "first come, first served")


_BECAUSE: dict[CallReason, Callable[[Explanation, Voice], Both]] = {
    CallReason.PINNED: _pinned,
    CallReason.OVERDUE: _overdue,
    CallReason.PRIORITY: _priority,
    CallReason.GREEN: _green,
    CallReason.ORDER: _order,
    CallReason.MANUAL: _by_hand,
}
