"""The words of the slip that are the same on every ticket, by language."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """One language. `{…}` are filled in."""

    your_number: str
    priority: str
    reprint: str
    reprint_note: str
    services: str
    ahead: str
    people: str
    """After the figure of those ahead; may be empty."""
    wait: str
    minutes: str
    """A range: {low}, {high}."""
    under: str
    """A range that begins at none: {high}."""
    scan: str
    scan_note: str
    bring: str
    missed: str
    missed_note: str
    issued: str
    """{at}"""
    bring_title: str
    bring_nothing: str
    not_a_number: str
    """{at}"""


ZH = Words(
    your_number="您的号码",
    priority="优先",
    reprint="重打",
    reprint_note="与先前的小票同一个号，不是新号",
    services="办理事项",
    ahead="前面等候",
    people="{n} 人",
    wait="预计等候",
    minutes="{low}–{high} 分钟",
    under="{high} 分钟内",
    scan="扫码看进度",
    scan_note="用手机随时查看前面还有几人，不必守在屏幕前。",
    bring="请带齐",
    missed="过号怎么办",
    missed_note="请留意屏幕和广播。没赶上叫号，请当天拿这张小票到服务台，工作人员会帮您重新排上。",
    issued="{at} 取号，当天有效",
    bring_title="办事请带齐",
    bring_nothing="无需另带材料；如有疑问，请到服务台咨询。",
    not_a_number="{at} 打印。本单不是排队号，办理时请另行取号。",
)

EN = Words(
    your_number="Your number",
    priority="Priority",
    reprint="REPRINT",
    reprint_note="The same number as before, not a new one",
    services="Your errands",
    ahead="Ahead of you",
    people="{n}",
    wait="Expected wait",
    minutes="{low}–{high} min",
    under="under {high} min",
    scan="Follow your place",
    scan_note="Scan with your phone: no need to watch the screen.",
    bring="Please bring",
    missed="If you miss your call",
    missed_note="Watch the screens and listen. If you missed it, take this slip to the service desk the same day: "
    "staff will put you back in the queue.",
    issued="Taken {at}, valid that day",
    bring_title="What to bring",
    bring_nothing="Nothing in particular; if in doubt, ask at the service desk.",
    not_a_number="Printed {at}. This is not a queue number: please take one when you come.",
)

_TABLE = {"zh": ZH, "en": EN}


NO_BREAK = "\u00a0"
"""A space at which no line ends."""


def words(language: str) -> Words:
    """The words in that language ("zh-CN" as "zh"), or in Chinese where there are none."""
    return _TABLE.get(language) or _TABLE.get(language.partition("-")[0], ZH)


def wait_range(of: Words, wait_s: tuple[int, int]) -> str:
    """A wait in whole minutes, never shorter than said: the low end rounded down, the high end up."""
    low, high = max(0, wait_s[0]) // 60, max(1, -(-wait_s[1] // 60))
    said = of.minutes.format(low=low, high=high) if 0 < low < high else of.under.format(high=high)
    return said.replace(" ", NO_BREAK)
