"""`docs/hall-file.md`, made from the types: what every key of the hall file is, and what it means left out."""

import inspect
from decimal import Decimal
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from hall.plan.fields import Kind
from hall.plan.read import ONCE, SECTIONS

_HEAD = """\
# The hall file

One TOML file says everything about a hall. `greenwindow init HALL.toml` writes a first one after a few questions.
`greenwindow check HALL.toml` names every fault in it at once, each with the key it is about (`service[3].prefix` is the
prefix of the third `[[service]]`, counted from 1) and with what is allowed; it warns of what is allowed but probably
not meant. A key that is not on this page is a fault.

Who is called when, rule by rule: [rules.md](rules.md). Appointments come from a console or [from a file](bookings.md).

This page is generated from `hall/plan/`, where the checks are; `make lint` fails when it is stale.

A minimal hall, whole:

```toml
[hall]
id = "corner"
name = { zh = "街角服务站", en = "Corner Office" }
timezone = "Asia/Shanghai"
languages = ["zh", "en"]

[[service]]
id = "id-card"
prefix = "A"
name = { zh = "身份证", en = "ID cards" }

[[counter]]
id = "1"

[[device]]
id = "kiosk-1"
kind = "kiosk"

[[device]]
id = "pad-1"
kind = "pad"
counter = "1"
```

- Texts stand in quotes, also an id that is a number (`"1"`); a list stands in brackets, also one of one (`["zh"]`). A
  section in double brackets comes once for each: a `[[counter]]` for every counter.
- An *id* is 1 to 32 of `A-Z a-z 0-9 -`, and is used once among its kind. Ids of devices don't begin with `dispatcher`.
- A *text by language* is a table: `{ zh = "…", en = "…" }`. The hall's first language must be in it, others may.
- *Hours* are the hall's own time. Days are `Mon`, `Mon-Fri`, `Mon,Wed`; left out: every day. Hours have two digits
  (`09:00`). The start is inside, the end outside; `24:00` is an end. Hours past midnight are two stretches:
  `Fri 22:00-24:00` and `Sat 00:00-02:00`. Stretches of `open` must not overlap; where they touch they are one.
- *Minutes* and weights may have decimals (`0.5`), and count exactly as they are written.
"""


def page() -> str:
    """The whole page."""
    return _HEAD + "".join(_section(key, model) for key, (_, model) in SECTIONS.items())


def _section(key: str, model: type[BaseModel]) -> str:
    title = f"`[{key}]`" if key in ONCE else f"`[[{key}]]`"
    words = inspect.getdoc(model) or ""
    lines = [
        "",
        f"## {title}",
        "",
        words.partition(": ")[2].capitalize(),
        "",
        "| key | is | left out | means |",
    ]
    lines.append("|---|---|---|---|")
    for name, field in model.model_fields.items():
        row = (f"`{field.alias or name}`", _is(field), _left_out(field), field.description or "")
        lines.append(f"| {' | '.join(row)} |")
    return "\n".join(lines) + "\n"


def _left_out(field: FieldInfo) -> str:
    if field.is_required():
        return "not allowed"
    if field.default is None or field.default == ():
        return "none"
    return f"`{_toml(field.default)}`"


def _toml(value: Any) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(f'"{part}"' for part in value) + "]"
    return str(value).lower() if isinstance(value, bool) else f"{Decimal(value):f}"


def _is(field: FieldInfo) -> str:
    found = [mark.words for mark in field.metadata if isinstance(mark, Kind)]
    return found[0] if found else _words(field.annotation)


def _words(kind: Any) -> str:
    """Of `Id | None`, `tuple[Id, ...]` and the like: what the innermost value is called."""
    if get_origin(kind) is Annotated:
        marks = [mark.words for mark in kind.__metadata__ if isinstance(mark, Kind)]
        return marks[0] if marks else _words(get_args(kind)[0])
    inner = [part for part in get_args(kind) if part not in (type(None), Ellipsis)]
    if get_origin(kind) is tuple:
        return f"list of {_words(inner[0])}"
    if get_origin(kind) is dict:
        return f"table of {_words(inner[1])}"
    return _words(inner[0])
