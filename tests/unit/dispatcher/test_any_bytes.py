"""Any bytes on any topic kill nothing: each message is answered or counted, and the next press works."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runtime import Arrived
from tests.support.dispatcher import InProcess, in_process
from wire.commands import COMMANDS
from wire.instant import format_instant

DEVICES = ["kiosk-1", "pad-1", "console-1", "display-1", "stranger"]
DEEP = b"[" * 2000 + b"]" * 2000
VALUES = st.one_of(
    st.sampled_from([
        None, True, -1, 0, 10**30, -(10**30), 2**63, 1e308, "", "\0", "A\0", "\u202e", "\ud800", "1", "pad-1", "card",
        ["card"], ["card"] * 500, [["card"]], {}, {"id": "x"}, "x" * 3000, "9" * 5000, "2026-11-20T04:00:00Z",
        "0000-00-00T00:00:00Z", "9999-12-31T23:59:59Z",
    ]),
    st.text(max_size=20), st.integers(), st.floats(),
)  # fmt: skip
NAMES = sorted({name for kind in COMMANDS.values() for name in kind.model_fields} | {"type", "__class__", ""})


@st.composite
def commands(draw: st.DrawFn) -> bytes:
    """A command with some of its fields spoilt, and perhaps cut, mixed with other bytes, or far too long."""
    kind = draw(st.sampled_from(sorted(COMMANDS)))
    fields: dict[str, Any] = {
        "id": draw(st.sampled_from(["a", "b-1", "x" * 64])),
        "type": kind,
        "counter": "1",
    }
    fields |= {"at": "2026-11-20T04:00:00Z", "services": ["card"], "ticket": "A001"}
    kept = draw(st.sets(st.sampled_from(sorted(fields)), min_size=2))
    fields = {name: fields[name] for name in kept} | draw(
        st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=3)
    )
    text = json.dumps(fields, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")
    spoil = draw(st.sampled_from(["", "cut", "mixed", "long", "twice"]))
    if spoil == "cut":
        return text[: draw(st.integers(0, len(text)))]
    if spoil == "mixed":
        where = draw(st.integers(0, len(text)))
        return text[:where] + draw(st.binary(min_size=1, max_size=4)) + text[where:]
    return text * 2 if spoil == "twice" else text + b" " * (4097 - len(text)) if spoil == "long" else text


PAYLOADS = st.one_of(
    commands(), st.binary(max_size=200), st.sampled_from([b"", b"{}", b"null", DEEP, b'{"a":' * 2000, b"\xff\xfe\0"]),
    st.sampled_from([b'{"id":"a","type":"sync","at":' + b"9" * 4000 + b"}", b"\xc3\x28", b"\xed\xa0\x80"]),
    st.just(b"\0" * 4097),
)  # fmt: skip
TOPICS = st.one_of(
    st.builds("hall/little/{}/{}".format, st.sampled_from(["command", "device"]), st.sampled_from(DEVICES)),
    st.sampled_from(["hall/little/command", "hall/little/command/a/b", "hall/other/command/pad-1", "", "hall/little/"]),
    st.builds("hall/little/command/{}".format, st.text(max_size=40)),
    st.text(max_size=30),
)  # fmt: skip
MESSAGES = st.builds(Arrived, TOPICS, PAYLOADS, st.booleans())


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[InProcess]:
    with in_process(tmp_path_factory.mktemp("hall")) as found:
        yield found


def counted(hall: InProcess) -> int:
    """Messages that were not answered, as the dispatcher counts them."""
    reader = hall.loop._reader
    return reader.dropped + reader.unreadable + reader.too_many


def works(hall: InProcess) -> None:
    hall.clock.pass_time(10)
    reply = hall.ask("console-1", "sync", f"sync-{hall.clock.now_ms()}")
    assert reply["ok"], reply


@given(messages=st.lists(MESSAGES, min_size=1, max_size=8))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_each_is_answered_or_counted(hall: InProcess, messages: list[Arrived]) -> None:
    for message in messages:
        before, said = counted(hall), len(hall.link.said)
        hall.step(message)
        answered = any("/reply/" in topic for topic, _ in hall.link.said[said:])
        is_presence = "/device/" in message.topic
        waits_for_pin = b"pin" in message.payload
        assert answered or counted(hall) > before or is_presence or waits_for_pin, message
    works(hall)


@given(messages=st.lists(MESSAGES, min_size=20, max_size=60))
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
def test_many_in_one_round(hall: InProcess, messages: list[Arrived]) -> None:
    hall.step(*messages)
    works(hall)


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        (b'{"id":"n-1","type":"sync","at":"%s"}' + b" " * 4097, "too_large"),
        (b'{"id":"n-2","type":"call","at":"%s","counter":"1","ticket":"A\\u0000"}', "bad_message"),
        (b'{"id":"n-3","type":"call","at":"%s","counter":"\\ud800","ticket":"A001"}', "bad_message"),
        (b'{"id":"n-4","type":"rate","at":"%s","ticket":"A001","score":' + b"9" * 3000 + b"}", "bad_message"),
        (b'{"id":"n-5","type":"sync","at":"%s","x":' + b"[" * 500 + b"]" * 500 + b"}", "bad_message"),
        (b'{"id":"n-6","type":"sync","at":1e999}', "bad_message"),
        (b'{"id":"n-7","type":"sync","at":"%s","id":"n-7"}', None),
        (b'{"id":"n-8","type":"sync","at":"2030-12-31T23:59:59Z"}', "expired"),
    ],
)
def test_what_can_be_answered_is(hall: InProcess, payload: bytes, code: str | None) -> None:
    now = format_instant(hall.clock.now_ms()).encode()
    replies = hall.ask_all(Arrived("hall/little/command/console-1", payload.replace(b"%s", now), False))
    assert [reply.get("error", {}).get("code") for reply in replies] == [code]
    works(hall)


def test_a_hostile_hour_changes_nothing_in_the_hall(tmp_path: Path) -> None:
    """Ten thousand messages that are no commands."""
    with in_process(tmp_path) as hall:
        assert hall.ask("kiosk-1", "issue_ticket", "t", services=["card"])["ok"]
        works(hall)
        before = hall.state("hall")
        for number in range(2000):
            hall.clock.pass_time(0.05)
            hall.step(*(Arrived(f"hall/little/command/{name}", b"%d" % number, False) for name in DEVICES))
        works(hall)
        after = hall.state("hall")
        assert [after[name] for name in ("seq", "waiting", "services")] == [1, 1, before["services"]]
        assert hall.loop._reader.unreadable == 10_000
