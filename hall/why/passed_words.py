"""Who was passed over, and why, in words."""

from hall.why.facts import Explanation, PassedOver, Reason, Waiting
from hall.why.voice import Both, Voice, figure

MOST = 10
"""So many passed over are named, if nothing else is asked for; of more, their number is said."""
_PLAIN = {
    Reason.PINNED_FIRST: Both("指定到本窗口的票先叫", "tickets for this very counter go first"),
    Reason.NO_PRIORITY: Both("不属于优先人群", "it has no priority class"),
    Reason.CHOSEN_BY_HAND: Both("工作人员点名叫了别的票", "the clerk chose another by hand"),
}


def passed_over(told: Explanation, voice: Voice, most: int | None) -> list[Both]:
    """A line for each of the first, and how many more; then who had the next largest figure, if not said yet."""
    named = told.passed_over[:most]
    lines = [_one(one, told, voice) for one in named]
    more = len(told.passed_over) - len(named)
    if more:
        were = "was" if more == 1 else "were"
        lines.append(
            Both(f"  另有 {more} 张更早的票没有先叫", f"  and {more} more that {were} ready earlier")
        )
    next_ = told.runner_up
    if told.weighed and next_ is not None and next_.number not in [one.ticket.number for one in named]:
        lines.append(_next(next_, told, voice))
    return lines


def _one(one: PassedOver, told: Explanation, voice: Voice) -> Both:
    ticket, why = one.ticket, _why(one, told, voice)
    who = _who(ticket, told.call.at, voice)
    return Both(f"  {who.zh}，没有先叫：{why.zh}", f"  {who.en}, was passed over: {why.en}")


def _next(ticket: Waiting, told: Explanation, voice: Voice) -> Both:
    who, shown = _who(ticket, told.call.at, voice), figure(ticket.figure)
    if ticket.figure.total == told.ticket.figure.total:
        return Both(
            f"  {who.zh}，数值相同，但取票在后：{shown.zh}",
            f"  {who.en}, had the same figure but was issued later: {shown.en}",
        )
    return Both(f"  {who.zh}，数值其次：{shown.zh}", f"  {who.en}, had the next largest figure: {shown.en}")


def _who(ticket: Waiting, now: int, voice: Voice) -> Both:
    ready = voice.time(ticket.ready, now)
    since = Both(f"从 {ready} 等起", f"ready since {ready}")
    if ticket.ready > now:
        since = Both(f"{ready} 才到点", f"not due until {ready}")
    if ticket.booking is None:
        return Both(f"{ticket.number} {since.zh}", f"{ticket.number}, {since.en}")
    slot = voice.slot(ticket.booking.slot, now)
    return Both(
        f"{ticket.number}（预约 {slot}）{since.zh}", f"{ticket.number} (appointment for {slot}), {since.en}"
    )


def _why(one: PassedOver, told: Explanation, voice: Voice) -> Both:
    needs, counter, rule = voice.services(one.needs), told.call.counter, told.call.rule
    match one.why:
        case Reason.PINNED_ELSEWHERE:
            return Both(f"它指定在 {one.by} 号窗口等候", f"it waits for counter {one.by}")
        case Reason.NOT_SERVED:
            return Both(
                f"{counter} 号窗口不办它要办的业务（{needs.zh}）",
                f"counter {counter} does not serve what it needs ({needs.en})",
            )
        case Reason.NOT_BY_CLERK:
            clerk = voice.clerk(one.by)
            return Both(
                f"当班的工作人员（{clerk.zh}）不办它要办的业务（{needs.zh}）",
                f"clerk {clerk.en} does not serve what it needs ({needs.en})",
            )
        case Reason.NOT_SHORT:
            return Both(
                f"要办的（{needs.zh}）不是“{rule}”的短业务",
                f'what it needs ({needs.en}) is not short business of "{rule}"',
            )
        case Reason.SMALLER_FIGURE | Reason.SAME_FIGURE:
            return _by_figure(one)
    return _PLAIN[one.why]


def _by_figure(one: PassedOver) -> Both:
    shown = figure(one.ticket.figure)
    if one.why is Reason.SAME_FIGURE:
        return Both(
            f"数值相同，但取票在后：{shown.zh}",
            f"it had the same figure but was issued later: {shown.en}",
        )
    return Both(f"数值较小：{shown.zh}", f"it had a smaller figure: {shown.en}")
