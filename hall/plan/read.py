"""TOML bytes to a Plan, with every fault found in one run."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from hashlib import sha256
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from hall.plan.checks import reference_faults
from hall.plan.closest import did_you_mean
from hall.plan.faults import PlanError, PlanFault
from hall.plan.fields import shown
from hall.plan.models import (
    Category,
    Clerk,
    Counter,
    Device,
    GreenWindow,
    HallSection,
    KeepSection,
    Notice,
    PaperSection,
    Plan,
    QueueSection,
    Service,
)

SECTIONS: dict[str, tuple[str, type[BaseModel]]] = {
    "hall": ("hall", HallSection),
    "queue": ("queue", QueueSection),
    "keep": ("keep", KeepSection),
    "paper": ("paper", PaperSection),
    "service": ("services", Service),
    "counter": ("counters", Counter),
    "green_window": ("green_windows", GreenWindow),
    "clerk": ("clerks", Clerk),
    "device": ("devices", Device),
    "category": ("categories", Category),
    "notice": ("notices", Notice),
}
"""What a hall file's top-level keys are called, in the plan, and their types; some come once."""
ONCE = ("hall", "queue", "keep", "paper")


def load_plan(data: bytes) -> Plan:
    """The plan in a hall file's bytes. Raises PlanError with every fault."""
    return read_plan(_tables(data))


def plan_version(data: bytes) -> str:
    """A short hash of a hall file's content."""
    return sha256(data).hexdigest()[:12]


def read_plan(raw: dict[str, Any]) -> Plan:
    """The plan in the tables of a hall file. Raises PlanError with every fault."""
    faults = _unknown_sections(raw)
    made: dict[str, Any] = {}
    for key, (field, model) in SECTIONS.items():
        if key in ONCE:
            made |= _single(key, field, model, raw, faults)
        else:
            made[field] = _several(key, model, raw, faults)
    faults += reference_faults(raw)
    if faults:
        raise PlanError(tuple(faults))
    return Plan.model_construct(**made)


def _tables(data: bytes) -> dict[str, Any]:
    try:
        text = data.decode("utf-8-sig")
        if "\0" in text:
            raise ValueError("it has null bytes")
    except ValueError as fault:
        raise _whole(f"is not a text in UTF-8 ({fault}); write the hall file as UTF-8 text") from None
    if not text.strip():
        raise _whole("is empty; a hall file begins with [hall]")
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except RecursionError:
        raise _whole("is not TOML that can be read: it is nested too deep") from None
    except (ValueError, ArithmeticError) as fault:
        raise _whole(f"is not TOML: {fault}") from None


def _whole(message: str) -> PlanError:
    return PlanError((PlanFault("", message),))


def _unknown_sections(raw: Mapping[str, Any]) -> list[PlanFault]:
    allowed = ", ".join(SECTIONS)
    return [
        PlanFault(key, f"there is no such key{did_you_mean(key, SECTIONS)}; allowed are {allowed}")
        for key in raw
        if key not in SECTIONS
    ]


def _single(
    key: str, field: str, model: type[BaseModel], raw: Mapping[str, Any], faults: list[PlanFault]
) -> dict[str, Any]:
    if key not in raw and key != "hall":
        return {field: model()}
    if key not in raw:
        faults.append(
            PlanFault(key, "is missing; a hall file has a [hall] with id, name, timezone and languages")
        )
        return {}
    if not isinstance(raw[key], dict):
        faults.append(PlanFault(key, f"{shown(raw[key])} is not a table; write [{key}]"))
        return {}
    return {field: _item(model, key, raw[key], faults)}


def _several(
    key: str, model: type[BaseModel], raw: Mapping[str, Any], faults: list[PlanFault]
) -> tuple[Any, ...]:
    entries = raw.get(key, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        faults.append(PlanFault(key, f"is not a list of tables; write [[{key}]] with two brackets each side"))
        return ()
    language = default_language(raw)
    items = (_plain_name(entry, language) if key == "clerk" else entry for entry in entries)
    return tuple(_item(model, f"{key}[{i}]", entry, faults) for i, entry in enumerate(items, 1))


def default_language(raw: Mapping[str, Any]) -> str | None:
    """The first of the languages, if the file has one."""
    hall = raw.get("hall")
    languages = hall.get("languages") if isinstance(hall, dict) else None
    first = languages[0] if isinstance(languages, list) and languages else languages
    return first if isinstance(first, str) else None


def _plain_name(entry: dict[str, Any], language: str | None) -> dict[str, Any]:
    """A clerk's name needs no translation: a plain text is taken in the default language."""
    if language is None or not isinstance(entry.get("name"), str):
        return entry
    return {**entry, "name": {language: entry["name"]}}


def _item(
    model: type[BaseModel], path: str, entry: dict[str, Any], faults: list[PlanFault]
) -> BaseModel | None:
    try:
        return model.model_validate(entry)
    except ValidationError as errors:
        name = entry.get("id")
        whose = (
            f' (in {path.split("[", maxsplit=1)[0]} "{name}")'
            if isinstance(name, str) and "[" in path
            else ""
        )
        for error in errors.errors(include_url=False):
            faults.append(_fault(model, path, error, whose))
        return None


def _fault(model: type[BaseModel], path: str, error: ErrorDetails, whose: str) -> PlanFault:
    for part in error["loc"]:
        if part != "[key]":
            path += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return PlanFault(path, _words(model, error) + whose)


def _words(model: type[BaseModel], error: ErrorDetails) -> str:
    keys = {field.alias or name: field for name, field in model.model_fields.items()}
    last = str(error["loc"][-1])
    if error["type"] == "extra_forbidden":
        return f"there is no such key{did_you_mean(last, keys)}; allowed are {', '.join(keys)}"
    if error["type"] == "missing":
        return f"is missing; it is {keys[last].description}"
    if error["type"] == "dict_type":
        return 'is not a table; write { "3" = "1" }'
    return error["msg"].removeprefix("Value error, ")
