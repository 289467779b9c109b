"""What a broken or hostile device may send: bytes of every kind, from a seed."""

import json
import os
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

_WEIRD: Sequence[Any] = (
    None, True, False, 0, -1, 1, 2**31, 2**63, 2**64, 10**400, 0.5, 1e308, -0.0, "", " ", "a" * 33, "x" * 65,
    "x" * 2000, "\0", "\0" * 50, "\u202e", "\ud83d\ude00" * 40, "\u0301" * 100, "'; DROP TABLE journal; --",
    "../../etc/passwd", "${jndi:ldap://x}", "%s%n%x", "<script>", "NaN", "2026-11-20T04:00:00.000Z",
    "9999-12-31T23:59:59.999Z", "0001-01-01T00:00:00Z", "2026-02-30T00:00:00Z", [], [[]], [None], {}, {"a": {}},
    ["card"] * 21, ["card", 5], {"id": "x"}, "1", "2", "A001", "card", "elderly", "dispatcher",
)  # fmt: skip
_RAW = (
    b"", b"null", b"true", b"0", b'""', b"[]", b"{}", b"{", b"}", b'{"id":', b'{"id":"a","id":"b"}', b"NaN",
    b"Infinity", b'{"id":NaN}', b"\xff\xfe", b"\xef\xbb\xbf{}", b"\xc0\xaf", b'{"id":"\\ud800"}', b"\0" * 64,
    b'{"id":"\\u0000"}', b"1" * 4097, b'{"a":' * 700 + b"1" + b"}" * 700, b"[" * 100_000, b'{"a":' * 60_000,
    b"[" * 2000 + b"]" * 2000, b'"' + b"\\" * 4000, b'{"id":"big","at":"' + b"9" * 300_000 + b'"}',
    b'{"id":"big2","type":"sync","x":"' + b"y" * 200_000 + b'"}', b"9" * 250_000, b'{"id":"e","at":1e999999}',
)  # fmt: skip
_COMMANDS: Sequence[dict[str, Any]] = (
    {"type": "next", "counter": "2"}, {"type": "call", "counter": "2", "ticket": "A001"},
    {"type": "transfer", "counter": "2", "to_service": "card", "position": "keep"},
    {"type": "transfer", "counter": "2", "to_counter": "1"}, {"type": "hold", "counter": "2"},
    {"type": "pause_counter", "counter": "2", "reason": "午休"}, {"type": "close_counter", "counter": "2"},
    {"type": "issue_ticket", "services": ["nothing"], "priority": "ill", "language": "zh", "help": "轮椅"},
    {"type": "book_appointment", "appointment": "b-1", "services": ["nothing"], "slot": "2026-11-20T05:00:00Z"},
    {"type": "check_in", "appointment": "b-2"}, {"type": "cancel_ticket", "ticket": "Z999"},
    {"type": "resume", "ticket": "Z1"}, {"type": "requeue", "ticket": "Z1", "position": "back"},
    {"type": "rate", "ticket": "A001", "score": 9, "reason": "慢"}, {"type": "set_green", "rule": "x", "mode": "on"},
    {"type": "report_print", "ticket": "Z1", "result": "printed"}, {"type": "reprint", "ticket": "Z1"},
    {"type": "report_shown", "seq": 1, "part": "voice"}, {"type": "announce", "text": ""}, {"type": "sync"},
    {"type": "no_such_command"},
)  # fmt: skip
"""Each is a command by its looks; hardly one of them may do anything here."""
_PRESENCE: dict[str, Any] = {
    "online": True, "kind": "pad", "version": "1", "at": "2026-11-20T04:00:00.000Z", "instance": "i1",
    "clock_offset_ms": 5, "faults": [{"code": "paper", "text": "no paper"}],
}  # fmt: skip
DEVICES = ("kiosk-1", "pad-2", "guide-1", "display-1", "console-1", "nobody", "x" * 32)
_ODD_TOPICS = (
    "", "/", "hall", "hall/little", "hall/little/command", "hall/little/command/", "hall/little/command/a/b",
    "hall/little/command/pad 1", "hall/little/command/窗口", "hall/other/command/pad-2", "hall/little/reply/pad-2",
    "hall/little/command/" + "x" * 33, "hall/little/event/ticket_called", "hall/little/state/hall", "$SYS/broker",
    "hall/little/command/dispatcher/..", "hall/little/device/", "halls/little/command/pad-2", "HALL/LITTLE/COMMAND/X",
)  # fmt: skip


class Hostile:
    """An endless source; the same seed gives the same."""

    def __init__(self, seed: int, at: Callable[[], str]) -> None:
        """`at` is the time as a command of now would say it."""
        self._chance = random.Random(f"hostile {seed}")
        self._at = at
        self._number = 0
        self._kinds = (
            self._random,
            self._raw,
            self._wrong,
            self._wrong,
            self._mutated,
            self._mutated,
            self._padded,
        )

    def one(self) -> tuple[str, bytes]:
        """A topic and a payload."""
        chance = self._chance
        roll = chance.random()
        if roll < 0.03:
            return chance.choice(_ODD_TOPICS), self._payload(self._command())
        device = chance.choice(DEVICES)
        if roll < 0.13:
            return f"hall/little/device/{device}", self._payload(dict(_PRESENCE))
        if roll < 0.15:
            return "hall/little/state/dispatcher", chance.choice(_RAW)
        return f"hall/little/command/{device}", self._payload(self._command())

    def _command(self) -> dict[str, Any]:
        self._number += 1
        return {"id": f"h{self._number}", "at": self._at(), **self._chance.choice(_COMMANDS)}

    def _payload(self, body: dict[str, Any]) -> bytes:
        return self._chance.choice(self._kinds)(body)

    def _random(self, body: dict[str, Any]) -> bytes:
        return self._chance.randbytes(self._chance.randrange(200))

    def _raw(self, body: dict[str, Any]) -> bytes:
        return self._chance.choice(_RAW)

    def _wrong(self, body: dict[str, Any]) -> bytes:
        """A field of the wrong type, one too many, or one too few."""
        chance = self._chance
        for _ in range(chance.choice((1, 1, 2))):
            name = chance.choice(list(body) or ["id"])
            if chance.random() < 0.15:
                body.pop(name, None)
            else:
                body[chance.choice((name, name, "pin", "extra", "clerk"))] = chance.choice(_WEIRD)
        return json.dumps(body, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")

    def _mutated(self, body: dict[str, Any]) -> bytes:
        """Bytes changed, lost, doubled or cut off."""
        chance = self._chance
        data = bytearray(json.dumps(body).encode())
        for _ in range(chance.randint(1, 4)):
            at, what = chance.randrange(len(data) or 1), chance.randrange(4)
            if what == 0:
                data[at : at + 1] = chance.randbytes(1)
            elif what == 1:
                del data[at : at + chance.randint(1, 5)]
            elif what == 2:
                data[at:at] = data[at : at + chance.randint(1, 9)]
            elif len(data) > 4:
                del data[max(1, at) :]
        return bytes(data)

    def _padded(self, body: dict[str, Any]) -> bytes:
        """Around the limit of 4096 bytes, and above the broker's own."""
        body["reason"] = "x" * self._chance.choice((0, 1, 200, 201, 1000, 1001, 3900, 4000, 4096, 20_000))
        return json.dumps(body).encode()


def memory_mb(pid: int) -> float:
    """What a process holds of the machine's memory."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
