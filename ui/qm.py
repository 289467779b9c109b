"""Writes Qt's own message file (.qm) in memory, so that Qt translates without asking Python.

A `QTranslator` that overrides `translate` in Python hangs the window: QML's loader thread translates (its file errors,
for one) and waits for Python's lock, which the main thread holds while it waits for the loader.

Source of the format: QTranslator in qtbase (src/corelib/kernel/qtranslator.cpp): a magic number, then sections of
tag, length, bytes; hashes are (hash of the source, place of the message), sorted; a message is tagged fields.
"""

import struct
from collections.abc import Mapping

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES = 0x42, 0x69
_END, _TRANSLATION, _SOURCE, _CONTEXT, _COMMENT = 0x01, 0x03, 0x06, 0x07, 0x08


def qm_bytes(table: Mapping[tuple[str, str], str]) -> bytes:
    """The file for translations by (context, source)."""
    messages, places = b"", []
    for (context, source), text in table.items():
        places.append((_elf_hash(source.encode()), len(messages)))
        messages += _message(context.encode(), source.encode(), text)
    hashes = b"".join(struct.pack(">II", *place) for place in sorted(places))
    return _MAGIC + _field(_HASHES, hashes) + _field(_MESSAGES, messages)


def _message(context: bytes, source: bytes, text: str) -> bytes:
    return (
        _field(_TRANSLATION, text.encode("utf-16-be"))
        + _field(_COMMENT, b"")
        + _field(_SOURCE, source)
        + _field(_CONTEXT, context)
        + bytes([_END])
    )


def _field(tag: int, data: bytes) -> bytes:
    return struct.pack(">BI", tag, len(data)) + data


def _elf_hash(data: bytes) -> int:
    value = 0
    for byte in data:
        value = (value << 4) + byte
        high = value & 0xF0000000
        value ^= high >> 24
        value &= ~high & 0xFFFFFFFF
    return value or 1
