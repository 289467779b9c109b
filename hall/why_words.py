"""An explanation as a person would say it, in Chinese and in English."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from fractions import Fraction

from hall.why import Explanation, PassedOver, Reason, WindowThen
from wire.terms import CallReason, GreenMode

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MOST = 10
"""So many passed over are named; of more, their number is said."""
_Say = Callable[[int], str]

_RULE = {
    CallReason.PINNED: (
        "它指定在本窗口等候，指定的票先叫",
        "it was waiting for this very counter, and such tickets go first",
    ),
    CallReason.PRIORITY: (
        "本窗口优先照顾老弱病残孕、军人和婴幼儿家庭，它是其中等得最久的",
        "this counter takes those who go first, and it was the one of them ready longest",
    ),
    CallReason.ORDER: (
        "按“权重 × 等候时间”排序，它的数值最大",
        "by weight × time waited it had the largest figure",
    ),
}
_WHY_NOT = {
    Reason.PINNED_FIRST: ("指定到本窗口的票先叫", "tickets for this very counter go first"),
    Reason.NO_PRIORITY: ("不属于优先人群", "has no priority class"),
    Reason.NOT_SHORT: ("不全是短业务", "is not all short business"),
    Reason.SMALLER_INDEX: ("数值较小", "had a smaller figure"),
    Reason.CHOSEN_BY_HAND: ("工作人员另选", "the clerk chose another"),
    Reason.NOT_SERVED: ("本窗口不办它的业务", "needs nothing served here"),
    Reason.PINNED_ELSEWHERE: ("指定在别的窗口等候", "waits for another counter"),
}


def local_clock(zone: tzinfo) -> _Say:
    """Writes moments as the hall's own time of day."""
    return lambda moment: f"{(_EPOCH + timedelta(milliseconds=moment)).astimezone(zone):%H:%M:%S}"


def words(told: Explanation, clock: _Say) -> tuple[list[str], list[str]]:
    """The lines in Chinese, and the same in English."""
    return [_head(told, clock, 0), *_rest(told, clock, 0)], [_head(told, clock, 1), *_rest(told, clock, 1)]


def _head(told: Explanation, clock: _Say, language: int) -> str:
    call, because = told.call, _because(told, clock)[language]
    minutes = f"{call.waited_s // 60}:{call.waited_s % 60:02d}"
    return (
        f"{clock(call.at)} 叫 {call.ticket} 到 {call.counter} 号窗口（取票后 {minutes}）：{because}。",
        f"{clock(call.at)} {call.ticket} was called to counter {call.counter}, {minutes} after its issue: {because}.",
    )[language]


def _because(told: Explanation, clock: _Say) -> tuple[str, str]:
    reason, since = told.call.reason, clock(told.ready)
    if reason is CallReason.OVERDUE:
        limit = _number(Fraction(told.max_wait or 0, 60_000))
        return (
            f"它从 {since} 等起，超过了 {limit} 分钟的上限，是其中最久的",
            f"it had been ready since {since}, longer than the limit of {limit} minutes, and longest of all here",
        )
    if reason is CallReason.MANUAL:
        return _by_hand(told)
    if told.window is not None:
        return _green(told.window, since, clock)
    zh, en = _RULE[reason]
    figure = f"（{_number(told.index)}）", f" ({_number(told.index)})"
    shown = figure if reason is CallReason.ORDER else ("", "")
    return f"{zh}{shown[0]}；它从 {since} 等起", f"{en}{shown[1]}; it had been ready since {since}"


def _by_hand(told: Explanation) -> tuple[str, str]:
    zh, en = "工作人员点名叫的", "the clerk chose it by hand"
    instead = told.instead
    if instead is None:
        return zh, en
    number = instead.ticket.number
    if number == told.call.ticket:
        return f"{zh}，按顺序也正该叫它", f"{en}; the order would have called it too"
    return (
        f"{zh}；按顺序本该叫 {number}（{instead.reason}）",
        f"{en}; the order would have called {number} ({instead.reason})",
    )


def _green(window: WindowThen, since: str, clock: _Say) -> tuple[str, str]:
    zh, en = _engaged(window, clock)
    return (
        f"绿色窗口“{window.id}”{zh}，短业务先叫，它从 {since} 等起，是其中最久的",
        f'green window "{window.id}" {en}, so short business went first, '
        f"and of it this was ready longest, since {since}",
    )


def _engaged(window: WindowThen, clock: _Say) -> tuple[str, str]:
    if window.mode is GreenMode.ON:
        return "由人工开启", "was switched on by hand"
    if window.since is None:
        return "已启动", "was engaged"
    return (
        f"在 {clock(window.since)} 启动（当时 {window.count} 张短业务票在等，多于 {window.enter_above}）",
        f"had been engaged since {clock(window.since)}, when {window.count} short tickets waited "
        f"(more than {window.enter_above})",
    )


def _rest(told: Explanation, clock: _Say, language: int) -> list[str]:
    lines = [_passed(one, clock)[language] for one in told.passed_over[:_MOST]]
    more = len(told.passed_over) - len(lines)
    if more:
        lines.append(
            (f"  另有 {more} 张更早的票没有先叫", f"  and {more} more that were ready earlier")[language]
        )
    return [*lines, _in_force(told)[language]]


def _passed(one: PassedOver, clock: _Say) -> tuple[str, str]:
    figure = "" if one.index is None else f" ({_number(one.index)})"
    zh, en = _WHY_NOT[one.why]
    return (
        f"  {one.number} 从 {clock(one.ready)} 等起，没有先叫：{zh}{figure}",
        f"  {one.number}, ready since {clock(one.ready)}, was passed over: {en}{figure}",
    )


def _in_force(told: Explanation) -> tuple[str, str]:
    zh, en = [], []
    if told.max_wait is not None:
        limit = _number(Fraction(told.max_wait, 60_000))
        zh.append(f"等候上限 {limit} 分钟")
        en.append(f"longest wait {limit} minutes")
    if told.priority_counter:
        zh.append("优先窗口")
        en.append("priority counter")
    for window in told.windows:
        zh.append(_window(window)[0])
        en.append(_window(window)[1])
    if told.weighed:
        zh.append("按权重 ×（等候时间 + 提前量）排序")
        en.append("in the order of weight × (time waited + head start)")
    return "  当时的规则：" + ("；".join(zh) or "先来先办"), "  rules in force: " + (
        "; ".join(en) or "first come, first served"
    )


def _window(window: WindowThen) -> tuple[str, str]:
    edges = f"> {window.enter_above}, < {window.leave_below}"
    return (
        f"绿色窗口“{window.id}”（{edges}；{window.mode}）{'已' if window.engaged else '未'}启动，"
        f"{window.waiting} 张短业务票在等",
        f'green window "{window.id}" ({edges}; {window.mode}) {"" if window.engaged else "not "}engaged, '
        f"{window.waiting} short waiting",
    )


def _number(value: Fraction) -> str:
    return f"{float(value):.1f}".removesuffix(".0")
