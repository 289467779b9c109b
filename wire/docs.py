"""`docs/messages.md` and `docs/schemas/*.json`, generated from the classes of this room.

`python -m wire.docs` writes them; with `--check` it writes nothing and fails when they are stale.
"""

import inspect
import json
import re
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from wire.base import WORDS
from wire.commands import COMMANDS, Command
from wire.errors import ErrorCode
from wire.events import EVENTS, NOTES, Event, is_private, public_order
from wire.replies import Reply
from wire.states import Board, Catalog, CounterView, DispatcherState, HallState, Presence
from wire.topics import Topics

STATES: tuple[type[BaseModel], ...] = (DispatcherState, Catalog, HallState, Board, CounterView, Presence)
_TOPICS = Topics("<hall>")
_TOPIC_OF: dict[type[BaseModel], str] = {
    DispatcherState: _TOPICS.dispatcher,
    Catalog: _TOPICS.catalog,
    HallState: _TOPICS.hall_state,
    Board: _TOPICS.board,
    CounterView: _TOPICS.counter("<counter>"),
    Presence: _TOPICS.device("<device>"),
}
_HEAD = """\
# Messages

Generated from `wire/` by `python -m wire.docs`; change the classes there, not this page. What the messages mean stands
in the classes' own words; the rules they follow in [rules.md](rules.md). JSON Schemas: [schemas/](schemas/).

A moment is a text such as `2026-11-21T01:02:03.456Z`; finer digits are cut. `?` marks a field that may be left out (or
be `null`, which is the same). A command with a field that is not named here is refused; a receiver of anything else
ignores what it doesn't know.
"""


def main(arguments: list[str], docs: Path) -> int:
    """Writes the pages below `docs`, or checks them; the exit code."""
    stale = [path for path, text in pages(docs).items() if not _is(path, text)]
    if "--check" in arguments:
        for path in stale:
            print(f"{path}: is stale; run `python -m wire.docs`", file=sys.stderr)
        return 1 if stale else 0
    for path, text in pages(docs).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


def pages(docs: Path) -> dict[Path, str]:
    """Every generated page and its text."""
    schemas = {
        "commands": _schema(COMMANDS.values(), "validation"),
        "events": _schema(EVENTS.values(), "serialization"),
        "reply": _schema([Reply], "serialization"),
        "states": _schema(STATES, "serialization"),
    }
    texts = {docs / "schemas" / f"{name}.json": text for name, text in schemas.items()}
    return {docs / "messages.md": _messages(), **texts}


def _is(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


def _messages() -> str:
    parts = [_HEAD, "## Commands\n", f"Topic `{_TOPICS.command('<device>')}`; at most 4096 bytes.\n"]
    parts += [_section(name, model, _fields(model, "validation")) for name, model in COMMANDS.items()]
    parts += ["## Replies\n", f"Topic `{_TOPICS.reply('<device>')}`.\n"]
    parts += [_section("reply", Reply, _fields(Reply, "serialization"))]
    parts += ["Error codes: " + ", ".join(f"`{code.value}`" for code in ErrorCode) + ".\n"]
    parts += ["## Events\n", f"Topic `{_TOPICS.event('<type>')}`; keys in the order of the table.\n"]
    parts += [_section(name, model, _event_fields(model)) for name, model in EVENTS.items()]
    parts += ["### Only in the journal\n", "Never published, and without a number of their own: "
              + ", ".join(f"`{name}`" for name in NOTES) + ".\n"]  # fmt: skip
    parts += ["## States\n", "Retained; written by the dispatcher, but for a device's presence.\n"]
    parts += [_section(_TOPIC_OF[model], model, _fields(model, "serialization")) for model in STATES]
    parts += ["## Parts\n", *_parts()]
    return "\n".join(parts)


def _section(name: str, model: type[BaseModel], rows: Iterable[str]) -> str:
    table = ["| field | is | |", "|---|---|---|", *rows]
    return "\n".join([f"### `{name}`\n", _words(model), "", *table, ""])


def _words(model: type[BaseModel]) -> str:
    return " ".join(inspect.getdoc(model).split()) if model.__doc__ else ""  # type: ignore[union-attr]


def _fields(model: type[BaseModel], mode: Any) -> list[str]:
    schema = _clean(model.model_json_schema(mode=mode, by_alias=True))
    own = schema.get("properties", {})
    needed = set(schema.get("required", ()))
    if issubclass(model, Command):
        own = {"id": own["id"], "at": own["at"], "type": {"const": model.type}, **own}
        needed |= {"id", "type"}
    return [_row(name, field, name in needed) for name, field in own.items()]


def _event_fields(model: type[Event]) -> list[str]:
    schema = _clean(model.model_json_schema(mode="serialization"))
    own = {**schema["properties"], "type": {"const": model.type}}
    optional = {name for name, field in model.model_fields.items() if field.default is None}
    return [_row(name, own[name], name not in optional) for name in public_order(model)]


def _parts() -> list[str]:
    models: list[type[BaseModel]] = [*STATES, Reply]
    _, whole = models_json_schema([(m, "serialization") for m in models], by_alias=True)
    known = {m.__name__ for m in models}
    parts = []
    for name, part in sorted(_clean(whole)["$defs"].items()):
        if name not in known and "properties" in part:
            needed = part.get("required", ())
            rows = [_row(field, body, field in needed) for field, body in part["properties"].items()]
            words = " ".join(part.get("description", "").split())
            parts.append(
                "\n".join([f"### {name}\n", words, "", "| field | is | |", "|---|---|---|", *rows, ""])
            )
    return parts


def _row(name: str, field: Mapping[str, Any], needed: bool) -> str:
    default = field.get("default")
    words = " ".join(str(field.get("description", "")).split())
    if default not in (None, [], {}, ""):
        words = f"{words} (default `{json.dumps(default)}`)".strip()
    return f"| `{name}`{'' if needed else '?'} | {_kind(field)} | {words} |"


def _kind(field: Mapping[str, Any]) -> str:
    if "const" in field:
        return f"`{field['const']}`"
    if "$ref" in field:
        name = str(field["$ref"]).rsplit("/", 1)[-1]
        return _enum_words().get(name) or f"[{name}](#{name.lower()})"
    if "anyOf" in field:
        return " or ".join(_kind(one) for one in field["anyOf"] if one.get("type") != "null")
    return _plain_kind(field)


def _plain_kind(field: Mapping[str, Any]) -> str:
    match field.get("type"):
        case "array":
            return f"list of {_kind(field.get('items', {}))}{_limits(field, 'minItems', 'maxItems')}"
        case "object":
            inner = field.get("additionalProperties")
            return f"object by name of {_kind(inner)}" if isinstance(inner, dict) else "object"
        case "string" if field.get("format") == "date-time":
            return "moment"
        case "string" if field.get("pattern") == _clean(WORDS):
            return f"one line of text{_limits(field, 'minLength', 'maxLength')}"
        case "string" if "pattern" in field:
            return f"text `{field['pattern']}`"
        case "string":
            return f"text{_limits(field, 'minLength', 'maxLength')}"
        case "integer":
            return f"whole number{_limits(field, 'minimum', 'maximum')}"
        case "boolean":
            return "true or false"
        case other:
            return str(other or "anything")


def _limits(field: Mapping[str, Any], low: str, high: str) -> str:
    if low not in field:
        return ""
    return f", {field[low]}–{field[high]}" if high in field else f", {field[low]} or more"


def _schema(models: Iterable[type[BaseModel]], mode: Any) -> str:
    chosen = list(models)
    _, whole = models_json_schema([(m, mode) for m in chosen], by_alias=True)
    for model in chosen:
        part = whole["$defs"][model.__name__]
        part["properties"] = _typed_properties(model, part.get("properties", {}))
    whole["oneOf"] = [{"$ref": f"#/$defs/{m.__name__}"} for m in chosen]
    whole["$schema"] = "https" + "://json-schema.org/draft/2020-12/schema"
    return json.dumps(_clean(whole), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _typed_properties(model: type[BaseModel], own: dict[str, Any]) -> dict[str, Any]:
    kind = getattr(model, "type", None)
    public = {n: p for n, p in own.items() if not (issubclass(model, Event) and is_private(model, n))}
    return {**public, "type": {"const": kind}} if isinstance(kind, str) else public


def _clean(schema: Any) -> Any:
    """Patterns as ECMA writes them, and without pydantic's titles."""
    if isinstance(schema, dict):
        return {k: _clean(v) for k, v in schema.items() if not (k == "title" and isinstance(v, str))}
    if isinstance(schema, list):
        return [_clean(item) for item in schema]
    return re.sub(r"\\z$", "$", schema) if isinstance(schema, str) else schema


@cache
def _enum_words() -> dict[str, str]:
    models: list[type[BaseModel]] = [*COMMANDS.values(), *EVENTS.values(), Reply, *STATES]
    _, whole = models_json_schema([(m, "validation") for m in models])
    enums = {name: part["enum"] for name, part in whole["$defs"].items() if "enum" in part}
    return {name: " · ".join(f"`{value}`" for value in values) for name, values in enums.items()}


if __name__ == "__main__":  # pragma: no cover - what it calls is tried
    sys.exit(main(sys.argv[1:], Path(__file__).resolve().parent.parent / "docs"))
