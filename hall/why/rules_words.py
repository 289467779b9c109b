"""The rules that were in force at a call, and how its green windows stood, in words."""

from hall.why.facts import ClerkThen, Explanation, WindowThen
from hall.why.voice import Both, Voice, spans
from wire.terms import GreenMode

_FAIR = Both("先来先办", "first come, first served")
_BY_HAND = {
    GreenMode.ON: Both("由人工开启", "switched on by hand"),
    GreenMode.OFF: Both("由人工关闭", "switched off by hand"),
}


def in_force(told: Explanation, voice: Voice) -> Both:
    """The line of the rules, those that go before the order first."""
    rules = []
    if told.max_wait is not None:
        rules.append(Both(f"等候上限 {told.max_wait:f} 分钟", f"longest wait {told.max_wait:f} minutes"))
    if told.priority_counter:
        rules.append(Both("优先窗口", "priority counter"))
    if told.clerk is not None:
        rules.append(_clerk(told.clerk, voice))
    rules += [_window(window, told.call.at, voice) for window in told.windows]
    rules.append(_order(told))
    return Both(
        "  当时的规则：" + "；".join(rule.zh for rule in rules),
        "  rules in force: " + "; ".join(rule.en for rule in rules),
    )


def engaged(window: WindowThen, now: int, voice: Voice) -> Both:
    """Why a window that called took short business first."""
    by_hand, switch = _BY_HAND.get(window.mode), window.switch
    if by_hand is not None:
        when = _when(window, now, voice)
        return Both(f"{when.zh}{by_hand.zh}", f"was {by_hand.en}{when.en}")
    if switch is None:
        return Both("已启动", "was engaged")
    since, count = voice.time(switch.at, now), tickets(switch.waiting)
    return Both(
        f"在 {since} 启动（当时 {count.zh}在等，多于 {switch.enter_above}）",
        f"had been engaged since {since}, when {count.en} waited (more than {switch.enter_above})",
    )


def tickets(count: int) -> Both:
    """So many short tickets."""
    return Both(f"{count} 张短业务票", f"{count} short ticket{'' if count == 1 else 's'}")


def _clerk(clerk: ClerkThen, voice: Voice) -> Both:
    name, serves = voice.clerk(clerk.id), voice.services(clerk.serves)
    if not clerk.serves:
        return Both(
            f"当班的工作人员（{name.zh}）在此没有能办的业务", f"clerk {name.en}, who serves nothing here"
        )
    return Both(
        f"当班的工作人员（{name.zh}）在此只办：{serves.zh}",
        f"clerk {name.en}, who serves only {serves.en} here",
    )


def _window(window: WindowThen, now: int, voice: Voice) -> Both:
    zh, en = (
        [f"多于 {window.enter_above} 张启动", f"少于 {window.leave_below} 张结束"],
        [
            f"begins above {window.enter_above}",
            f"ends below {window.leave_below}",
        ],
    )
    if window.hours is not None:
        hours, twice = spans(window.hours), _twice(now, voice)
        zh.append(f"限{hours.zh}{twice.zh}")
        en.append(f"only {hours.en}{twice.en}")
    stood, count = _stood(window, now, voice), tickets(window.waiting)
    return Both(
        f"绿色窗口“{window.id}”（{'，'.join(zh)}）{stood.zh}，现有 {count.zh}在等",
        f'green window "{window.id}" ({", ".join(en)}) {stood.en}, {count.en} waiting now',
    )


def _twice(now: int, voice: Voice) -> Both:
    """What the hours of a `when` mean while the clock shows a time that comes twice."""
    if not voice.comes_twice(now):
        return Both("", "")
    return Both(" [出现两次的时刻算第一次]", " [of a time that comes twice the first]")


def _stood(window: WindowThen, now: int, voice: Voice) -> Both:
    when, by_hand = _when(window, now, voice), _BY_HAND.get(window.mode)
    if by_hand is not None:
        return Both(f"{when.zh}{by_hand.zh}", f"{by_hand.en}{when.en}")
    if window.engaged:
        return Both(f"{when.zh}启动", f"engaged{when.en}")
    if not window.in_hours:
        at = f" at {voice.time(now, now)}" if voice.comes_twice(now) else ""
        return Both(f"{at.removeprefix(' at ')}不在时段内，未启动", f"outside its hours{at}, so not engaged")
    return Both("未启动", "not engaged")


def _when(window: WindowThen, now: int, voice: Voice) -> Both:
    """When it was switched and what the count was; to stand before the verb, and after it."""
    switch = window.switch
    if switch is None:
        return Both("已", "")
    at, count = voice.time(switch.at, now), tickets(switch.waiting)
    return Both(f"{at}（{count.zh}在等时）", f" at {at}, when {count.en} waited")


def _order(told: Explanation) -> Both:
    if not told.weighed:
        return _FAIR
    zh, en = (
        "按“权重 ×（等候时间 + 提前量）”排序，多项业务取最小的权重和提前量，时间为分:秒",
        "order by weight × (time waited + head starts), of several needs the least of each, "
        "times as minutes:seconds",
    )
    if not told.priority_head_start:
        return Both(zh, en)
    ahead = f"{told.priority_head_start:f}"
    return Both(f"{zh}，优先票提前 {ahead} 分钟", f"{en}, priority head start {ahead} minutes")
