"""A first hall file, with words that explain it: what `greenwindow init` writes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

_SERVICES = (
    ("id-card", "A", "身份证", "ID cards", 4),
    ("medical", "A", "医保登记", "Medical insurance", 4),
    ("residence", "B", "居住证", "Residence permits", 15),
)


@dataclass(frozen=True)
class Answers:
    """What a hall file can't guess."""

    id: str = "my-hall"
    name: str = "社区事务受理服务中心"
    timezone: str = "Asia/Shanghai"
    languages: tuple[str, ...] = ("zh", "en")
    open: str = "Mon-Fri 08:30-16:30"
    counters: int = 2


def starter(answers: Answers) -> str:
    """The file. Whether the answers are allowed is for `greenwindow check` to say."""
    return "\n".join(
        [*_hall(answers), *_services(answers), *_counters(answers), *_green(answers), *_devices(answers)]
    )


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _names(answers: Answers, zh: str, en: str) -> str:
    known = {"zh": zh, "en": en}
    return ", ".join(f"{language} = {_text(known.get(language, en))}" for language in answers.languages)


def _hall(answers: Answers) -> Iterator[str]:
    first = answers.languages[0] if answers.languages else "zh"
    yield "# A hall of Green Window 绿色窗口. docs/hall-file.md explains every key;"
    yield "# `greenwindow check` names every fault."
    yield "# Ids are 1-32 of A-Z a-z 0-9 and -; keep them when a name changes.\n"
    yield "[hall]"
    yield f"id = {_text(answers.id)}"
    yield f"name = {{ {first} = {_text(answers.name)} }}    # texts are tables by language"
    yield f"timezone = {_text(answers.timezone)}    # the hall's own: its day ends at local midnight"
    yield f"languages = {_text(list(answers.languages))}    # the first is the default and must be in every text"
    if answers.open:
        yield f"open = {_text([part.strip() for part in answers.open.split(';')])}    # left out: always open"
    else:
        yield '# open = ["Mon-Fri 08:30-16:30"]    # left out: always open'
    yield '# closed = ["2026-10-01"]    # dates on which the hall stays closed'
    yield '# extra = ["2026-10-10 08:30-19:00"]    # hours of single dates'
    yield '# public_url = "https://hall.example"    # with it, tickets carry a QR code to the phone page\n'
    yield "[queue]"
    yield "max_wait_minutes = 60    # whoever has waited longer goes before priorities and green windows"


def _services(answers: Answers) -> Iterator[str]:
    yield "\n# What residents come for. Services with the same prefix share their numbers."
    for name, prefix, zh, en, minutes in _SERVICES:
        yield f'\n[[service]]\nid = "{name}"\nprefix = "{prefix}"\nname = {{ {_names(answers, zh, en)} }}'
        yield f"expected_minutes = {minutes}"
    yield f"checklist = [{{ {_names(answers, '户口簿', 'Household register')} }}]    # what to bring"


def _counters(answers: Answers) -> Iterator[str]:
    yield "\n# Where they are served. Without `services` a counter serves everything."
    for number in range(1, answers.counters + 1):
        yield f'\n[[counter]]\nid = "{number}"'


def _green(answers: Answers) -> Iterator[str]:
    green = [str(number) for number in range(1, max(1, answers.counters * 2 // 5) + 1)]
    yield "\n# While more than 2 residents wait with short business, these counters take them first; below 2 no longer."
    yield '\n[[green_window]]\nid = "short"\nservices = ["id-card", "medical"]'
    yield f"counters = {_text(green)}\nenter_above = 2\nleave_below = 2"


def _devices(answers: Answers) -> Iterator[str]:
    yield "\n# The stations: each is a user of the broker, with a password of its own."
    yield '\n[[device]]\nid = "kiosk-1"\nkind = "kiosk"'
    for number in range(1, answers.counters + 1):
        yield f'\n[[device]]\nid = "pad-{number}"\nkind = "pad"\ncounter = "{number}"'
    yield '\n[[device]]\nid = "display-1"\nkind = "display"'
    yield '\n[[device]]\nid = "console-1"\nkind = "console"\n'
