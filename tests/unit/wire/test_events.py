"""Events and replies as they are written: the order of keys, and what never leaves the journal."""

import json

import pytest

from wire.errors import ErrorCode
from wire.events import (
    EVENTS,
    NOTES,
    DayBegan,
    Event,
    PrintFailed,
    TicketCalled,
    TicketIssued,
    event_from_json,
    is_private,
    journal_json,
    public_json,
    public_order,
)  # fmt: skip
from wire.instant import parse_instant
from wire.replies import Reply, ReplyError, ReplyTicket, reply_from_json, reply_json
from wire.terms import CallReason, PrintResult, Priority, TicketState

AT = parse_instant("2026-11-21T01:02:03.470Z")


def called(**changes: object) -> TicketCalled:
    event = TicketCalled(
        seq=812, at=AT, epoch=3, command="0192", ticket="A012", counter="1", services=("med-register",),
        reason=CallReason.GREEN, rule="short", waited_s=421,
    )  # fmt: skip
    return event.model_copy(update=changes)


def test_a_call_is_written_as_in_the_contract() -> None:
    assert public_json(called()) == (
        '{"seq":812,"at":"2026-11-21T01:02:03.470Z","epoch":3,"command":"0192","type":"ticket_called","ticket":"A012",'
        '"counter":"1","services":["med-register"],"reason":"green","rule":"short","call":1,"waited_s":421}'
    )


def test_what_is_not_there_is_left_out() -> None:
    fields = json.loads(public_json(called(command=None, rule=None)))
    assert "command" not in fields
    assert "rule" not in fields


def test_other_keys_follow_by_name_and_text_is_not_escaped() -> None:
    event = PrintFailed(seq=1, at=AT, ticket="A001", device="k", result=PrintResult.FAILED, detail="缺纸")
    assert list(json.loads(public_json(event))) == [
        "seq",
        "at",
        "epoch",
        "type",
        "ticket",
        "detail",
        "device",
        "result",
    ]
    assert "缺纸" in public_json(event)


def test_nothing_personal_is_published() -> None:
    event = TicketIssued(
        seq=1, at=AT, ticket="A001", services=("a",), language="zh", priority=Priority.ILL, help="wheelchair",
        ready=AT, device="k",
    )  # fmt: skip
    assert list(json.loads(public_json(event))) == [
        "seq",
        "at",
        "epoch",
        "type",
        "ticket",
        "services",
        "language",
    ]
    assert event_from_json(journal_json(event)) == event
    assert event_from_json(public_json(event)) == TicketIssued(
        seq=1, at=AT, ticket="A001", services=("a",), language="zh"
    )


@pytest.mark.parametrize("kind", sorted(EVENTS))
def test_priority_and_help_are_private_everywhere(kind: str) -> None:
    personal = {"priority", "help"} & set(EVENTS[kind].model_fields)
    assert all(is_private(EVENTS[kind], name) for name in personal)
    assert not personal & set(public_order(EVENTS[kind]))


def test_notes_are_journalled_only() -> None:
    note = DayBegan(seq=4, at=AT, day="2026-11-21")
    assert event_from_json(journal_json(note)) == note
    assert not any(model.public for model in NOTES.values())
    assert all(model.public for model in EVENTS.values())


def test_an_unknown_event_is_said_so() -> None:
    with pytest.raises(ValueError, match="there is no event 'party'"):
        event_from_json('{"type":"party"}')


def test_events_are_frozen() -> None:
    event: Event = called()
    with pytest.raises(ValueError, match="frozen"):
        event.seq = 5  # type: ignore[misc]


def test_replies_are_written_as_in_the_contract() -> None:
    ticket = ReplyTicket(number="A012", state=TicketState.CALLED, counter="1", reason=CallReason.GREEN)
    good = Reply(command="0192", ok=True, at=AT, epoch=3, seq=812, ticket=ticket)
    assert reply_json(good).startswith(
        '{"command":"0192","ok":true,"at":"2026-11-21T01:02:03.470Z","epoch":3,"seq":812,'
        '"ticket":{"number":"A012","state":"called","counter":"1","reason":"green"'
    )
    words = "counter 1 is paused; press resume first"
    bad = Reply(
        command="0192",
        ok=False,
        at=AT,
        epoch=3,
        seq=811,
        error=ReplyError(code=ErrorCode.COUNTER_PAUSED, message=words),
    )
    assert reply_json(bad) == (
        '{"command":"0192","ok":false,"at":"2026-11-21T01:02:03.470Z","epoch":3,"seq":811,'
        '"error":{"code":"counter_paused","message":"counter 1 is paused; press resume first"}}'
    )
    assert reply_from_json(reply_json(good)) == good


def test_nothing_to_call_is_an_accepted_null() -> None:
    reply = Reply(command="0192", ok=True, at=AT, epoch=3, seq=812, ticket=None)
    assert reply_json(reply).endswith('"seq":812,"ticket":null}')
    assert "ticket" not in reply_json(Reply(command="0192", ok=True, at=AT, epoch=3, seq=812))
