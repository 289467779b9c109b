"""A first hall file, with words that explain it: what `greenwindow init` writes."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Texts = Mapping[str, str]
_SERVICES: tuple[tuple[str, str, Texts, int], ...] = (
    ("id-card", "A", {"zh": "身份证", "en": "ID cards"}, 4),
    ("medical", "A", {"zh": "医保登记", "en": "Medical insurance"}, 4),
    ("residence", "B", {"zh": "居住证", "en": "Residence permits"}, 15),
)
_TO_BRING: Texts = {"zh": "户口簿", "en": "Household register"}
_NAME: Texts = {"zh": "社区事务受理服务中心", "en": "Community Affairs Service Centre"}


def usual_name(language: str) -> str | None:
    """A hall's name in that language, where one is known."""
    return _known(_NAME, language)


@dataclass(frozen=True)
class Answers:
    """What a hall file can't guess. `names`: the hall's, by language."""

    id: str = "my-hall"
    languages: tuple[str, ...] = ("zh", "en")
    names: Texts = field(default_factory=lambda: dict(_NAME))
    timezone: str = "Asia/Shanghai"
    open: tuple[str, ...] = ("Mon-Fri 08:30-16:30",)
    """Empty: always."""
    counters: int = 2


def starter(answers: Answers) -> str:
    """The file. Whether the answers are allowed is for `greenwindow check` to say."""
    parts = (_hall, _services, _counters, _green, _clerks, _devices)
    return "\n".join(line for part in parts for line in part(answers)) + "\n"


def _text(value: object) -> str:
    """As TOML writes it: as JSON does, but for one character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _table(texts: Texts) -> str:
    keys = {name: name if re.fullmatch(r"[A-Za-z0-9-]+", name) else _text(name) for name in texts}
    return "{ " + ", ".join(f"{keys[name]} = {_text(text)}" for name, text in texts.items()) + " }"


def _known(texts: Texts, language: str) -> str | None:
    """The text in that language, or in the one it is a kind of: `en-GB` is English."""
    return texts.get(language) or texts.get(language.partition("-")[0].lower())


def _own(answers: Answers, texts: Texts) -> str:
    """The table of a text, in the languages it is known in; in the hall's first one in any case."""
    found = {name: text for name in answers.languages if (text := _known(texts, name)) is not None}
    first = answers.languages[0]
    return _table(found if first in found else {first: texts["en"], **found})


def _hall(answers: Answers) -> Iterator[str]:
    yield "# 绿色窗口的大厅文件：docs/hall-file.md 说明每个键，greenwindow check 指出每个错误。"
    yield "# A hall of Green Window: docs/hall-file.md explains every key, `greenwindow check` names every fault."
    yield "# 编号 id：改名时不要改它 · 1-32 of A-Z a-z 0-9 -; keep it when a name changes."
    if _known(_NAME, answers.languages[0]) is None:
        yield f'# The texts in "{answers.languages[0]}" below are English, but for the hall\'s name: translate them.'
    yield "\n[hall]"
    yield f"id = {_text(answers.id)}"
    yield f"name = {_table(answers.names)}    # 各语言的名称 · texts are tables by language"
    yield f"timezone = {_text(answers.timezone)}    # 当地午夜换日 · its day ends at local midnight"
    first = "第一个是默认语言，每处文字必有 · the first is the default and must be in every text"
    yield f"languages = {_text(list(answers.languages))}    # {first}"
    hours = _text(list(answers.open)) if answers.open else '["Mon-Fri 08:30-16:30"]'
    yield f"{'' if answers.open else '# '}open = {hours}    # 不写则全天开放 · left out: always open"
    yield '# closed = ["2026-10-01"]    # 不开放的日期 · dates on which it stays closed'
    yield '# extra = ["2026-10-10 08:30-19:00"]    # 个别日期的时间 · hours of single dates'
    yield '# public_url = "https://hall.example"    # 票上有手机查看的二维码 · tickets carry a QR code'
    yield "\n[queue]"
    yield "# 等得更久的，先于优先和绿色窗口 · whoever has waited longer goes before priorities and green windows"
    yield "max_wait_minutes = 60"


def _services(answers: Answers) -> Iterator[str]:
    yield "\n# 业务；前缀相同的共用号码 · What residents come for. Services with one prefix share their numbers."
    for name, prefix, texts, minutes in _SERVICES:
        yield f'\n[[service]]\nid = "{name}"\nprefix = "{prefix}"\nname = {_own(answers, texts)}'
        yield f"expected_minutes = {minutes}"
    yield f"checklist = [{_own(answers, _TO_BRING)}]    # 所需材料 · what to bring"


def _counters(answers: Answers) -> Iterator[str]:
    yield "\n# 窗口；不写 services 则办理全部业务 · Where they are served: everything, unless it has `services`."
    for number in range(1, answers.counters + 1):
        yield f'\n[[counter]]\nid = "{number}"'


def _green(answers: Answers) -> Iterator[str]:
    """Two counters of five or more: fewer can't do much."""
    green = [str(number) for number in range(1, -(-answers.counters * 2 // 5) + 1)]
    yield "\n# 简单业务等候超过 2 人时，这些窗口先叫它们；少于 2 人时恢复。"
    yield "# While more than 2 residents wait with short business, these counters take them first; below 2 no longer."
    yield '\n[[green_window]]\nid = "short"\nservices = ["id-card", "medical"]'
    yield f"counters = {_text(green)}\nenter_above = 2\nleave_below = 2"


def _clerks(answers: Answers) -> Iterator[str]:
    yield "\n# 办事员（可不写）；PIN 用 greenwindow pin 生成 · Who may sign in; `greenwindow pin` makes a pin_hash."
    yield '# [[clerk]]\n# id = "li"\n# name = "李"\n# services = ["id-card"]    # 不写则全部 · left out: everything'


def _devices(answers: Answers) -> Iterator[str]:
    yield "\n# 设备，各有密码 · The stations: each is a user of the broker, with a password of its own."
    yield '\n[[device]]\nid = "kiosk-1"\nkind = "kiosk"'
    for number in range(1, answers.counters + 1):
        yield f'\n[[device]]\nid = "pad-{number}"\nkind = "pad"\ncounter = "{number}"'
    yield '\n[[device]]\nid = "display-1"\nkind = "display"'
    yield '\n[[device]]\nid = "console-1"\nkind = "console"'
