"""The edge: what a command may look like, and the words with which it is turned away."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wire.base import one_line
from wire.codec import command_from_fields, decode_command, encode_command
from wire.commands import COMMANDS, Command, IssueTicket, Next, command_fields
from wire.errors import ErrorCode, WireError
from wire.terms import Priority

AT = "2026-11-21T01:02:03.456Z"
HEAD = {"id": "x1", "at": AT}
EXAMPLES: dict[str, dict[str, Any]] = {
    "issue_ticket": {"services": ["a", "b"], "priority": "ill", "language": "en", "help": "wheelchair"},
    "book_appointment": {"appointment": "B.1", "services": ["a"], "slot": AT},
    "check_in": {"appointment": "B.1"},
    "cancel_ticket": {"ticket": "A001"},
    "open_counter": {"counter": "1", "clerk": "li", "pin": "1234"},
    "close_counter": {"counter": "1"},
    "pause_counter": {"counter": "1", "reason": "午休"},
    "resume_counter": {"counter": "1"},
    "next": {"counter": "1"},
    "call": {"counter": "1", "ticket": "A001"},
    "recall": {"counter": "1"},
    "start": {"counter": "1"},
    "done": {"counter": "1"},
    "no_show": {"counter": "1"},
    "requeue": {"ticket": "A001", "position": "keep"},
    "transfer": {"counter": "1", "to_service": "b", "position": "back"},
    "hold": {"counter": "1"},
    "resume": {"ticket": "A001"},
    "rate": {"ticket": "A001", "score": 5},
    "set_green": {"rule": "short", "mode": "on"},
    "report_print": {"ticket": "A001", "result": "failed", "detail": "paper"},
    "report_shown": {"seq": 1, "part": "voice"},
    "reprint": {"ticket": "A001", "kiosk": "k"},
    "print_paper": {"counter": "1", "paper": "follow_up", "services": ["card"], "kiosk": "k"},
    "ask_help": {},
    "announce": {"text": "请注意", "zone": "C"},
    "sync": {},
}


def packet(kind: str, **fields: Any) -> bytes:
    return json.dumps({**HEAD, "type": kind, **EXAMPLES.get(kind, {}), **fields}, ensure_ascii=False).encode()


def refusal(payload: bytes) -> WireError:
    with pytest.raises(WireError) as caught:
        decode_command(payload)
    return caught.value


def test_every_command_has_an_example_here() -> None:
    assert set(EXAMPLES) == set(COMMANDS)


@pytest.mark.parametrize("kind", sorted(COMMANDS))
def test_every_command_travels_whole(kind: str) -> None:
    command = decode_command(packet(kind))
    assert type(command) is COMMANDS[kind]
    assert decode_command(encode_command(command)) == command
    assert json.loads(encode_command(command)).items() >= {**HEAD, "type": kind, **EXAMPLES[kind]}.items()


@pytest.mark.parametrize("kind", sorted(COMMANDS))
def test_every_command_refuses_a_field_it_does_not_know(kind: str) -> None:
    fault = refusal(packet(kind, colour="red"))
    assert (fault.code, fault.command) == (ErrorCode.BAD_MESSAGE, "x1")
    assert fault.message == "colour: there is no such field; leave it out"


@pytest.mark.parametrize(
    ("kind", "field"),
    [("announce", "text"), ("issue_ticket", "help"), ("pause_counter", "reason"), ("report_print", "detail"),
     ("rate", "reason")],
)  # fmt: skip
def test_no_text_holds_what_a_database_can_not_keep(kind: str, field: str) -> None:
    fault = refusal(packet(kind, **{field: "a\0b"}))
    assert (fault.code, fault.message.partition(":")[0]) == (ErrorCode.BAD_MESSAGE, field)


SHOWN = [("announce", "text"), ("issue_ticket", "help"), ("pause_counter", "reason"), ("rate", "reason")]


@pytest.mark.parametrize(("kind", "field"), SHOWN)
@pytest.mark.parametrize(
    "character", ["\n", "\r", "\t", "\x1b", "\x7f", "\x85", "\u2028", "\u061c", "\u200e", "\u200f", "\u202a", "\u202e",
                  "\u2066", "\u2069"],
)  # fmt: skip
def test_words_for_a_screen_are_one_line_that_turns_nothing_around(
    kind: str, field: str, character: str
) -> None:
    fault = refusal(packet(kind, **{field: f"a{character}b"}))
    assert (fault.code, fault.message) == (
        ErrorCode.BAD_MESSAGE,
        f"{field}: must be one line, without control characters and marks of writing direction",
    )
    mended = decode_command(packet(kind, **{field: one_line(f" a{character}b\n")}))
    assert getattr(mended, field) == "a b"


@pytest.mark.parametrize("words", ["轮椅 👨‍👩‍👧", "می‌خواهم", "<b>bold</b>", "ئۇيغۇرچە", "བོད་ཡིག"])
def test_any_script_goes_into_words_as_it_is(words: str) -> None:
    assert getattr(decode_command(packet("issue_ticket", help=words)), "help") == words  # noqa: B009
    assert one_line(words) == words


def test_a_printers_report_is_not_lost_for_a_line_break() -> None:
    assert decode_command(packet("report_print", detail="lp: no\npaper\x1b")).type == "report_print"


def test_null_is_the_same_as_left_out() -> None:
    command = decode_command(packet("issue_ticket", priority=None, language=None, help=None))
    assert command == IssueTicket(id="x1", at=command.at, services=("a", "b"), priority=Priority.NONE)
    assert refusal(packet("next", counter=None)).message == "counter: is missing"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"type": "next", "counter": 1}, "counter: must be a text"),
        ({"type": "next", "counter": ""}, "counter: must match [A-Za-z0-9-]{1,32}"),
        ({"type": "next", "counter": "1\n"}, "counter: must match [A-Za-z0-9-]{1,32}"),
        ({"type": "next", "counter": "1", "id": "x" * 65}, "id: must match [A-Za-z0-9._-]{1,64}"),
        ({"type": "next", "counter": "1", "id": None}, "id: is missing"),
        ({"type": "next", "counter": "1", "at": None}, "at: is missing"),
        ({"type": "next", "counter": "1", "at": 5}, "at: must be a time written as text"),
        (
            {"type": "next", "counter": "1", "at": "noon"},
            "at: must be a time with a zone, as 2026-11-21T01:02:03.456Z",
        ),
        ({"type": "issue_ticket", "services": []}, "services: is empty"),
        ({"type": "issue_ticket", "services": "a"}, "services: must be a list"),
        ({"type": "issue_ticket", "services": ["a", 2]}, "services.1: must be a text"),
        (
            {"type": "issue_ticket", "services": ["a"], "help": "x" * 201},
            "help: has more than 200 characters",
        ),
        ({"type": "issue_ticket", "services": ["a"] * 21}, "services: has more than 20 entries"),
        ({"type": "rate", "ticket": "A001", "score": 6}, "score: must be 5 or less"),
        ({"type": "rate", "ticket": "A001", "score": True}, "score: must be a whole number"),
        ({"type": "rate", "ticket": "A001", "score": "5"}, "score: must be a whole number"),
        ({"type": "transfer", "counter": "1"}, "to_service: give either this or to_counter"),
        ({"type": "check_in"}, "appointment: give either this or phone_digits"),
        (
            {"type": "check_in", "appointment": "a", "phone_digits": "1234"},
            "appointment: give either this or phone_digits",
        ),
        ({"type": "check_in", "phone_digits": "123"}, "phone_digits: must match [0-9]{4}"),
        ({"type": "dance"}, "type: there is no command 'dance'"),
        ({"type": ["next"]}, "type: there is no command \"['next']\""),
        ({"type": None}, "type: is missing"),
    ],
)
def test_the_field_is_named(fields: dict[str, Any], words: str) -> None:
    fault = refusal(json.dumps({**HEAD, **fields}).encode())
    assert (fault.code, fault.message) == (ErrorCode.BAD_MESSAGE, words)


def test_an_enum_names_what_is_allowed() -> None:
    message = refusal(packet("set_green", mode="maybe")).message
    assert message == "mode: must be 'auto', 'on' or 'off'"


@pytest.mark.parametrize(
    "payload", [b"", b"{", b"\xff\xfe\x00", b"[]", b"null", b'"next"', b"[" * 4000, b'{"id":NaN}']
)
def test_what_is_not_an_object_is_a_bad_message(payload: bytes) -> None:
    fault = refusal(payload)
    assert (fault.code, fault.command) == (ErrorCode.BAD_MESSAGE, None)


def test_too_large_is_answered_when_its_id_can_be_read() -> None:
    assert refusal(packet("announce", text="x" * 5000)).command == "x1"
    assert refusal(packet("announce", text="x" * 5000)).code == ErrorCode.TOO_LARGE
    assert refusal(b"x" * 5000).command is None
    assert refusal(packet("announce", text="x" * 300_000)).command is None
    exactly = packet("announce", text="")
    assert isinstance(decode_command(packet("announce", text="x" * 900)), Command)
    assert refusal(exactly + b" " * (4097 - len(exactly))).code == ErrorCode.TOO_LARGE


@pytest.mark.parametrize("payload", [b'{"id":"x1","type":"next","n":NaN}', b'{"id":"x1","help":"\\ud800"}'])
def test_what_only_almost_is_json_is_answered_when_its_id_can_be_read(payload: bytes) -> None:
    fault = refusal(payload)
    assert (fault.code, fault.command) == (ErrorCode.BAD_MESSAGE, "x1")


def test_a_bad_id_is_not_repeated_back() -> None:
    assert refusal(packet("next", id="not an id")).command is None
    assert refusal(packet("next", id=7)).command is None


def test_in_a_replay_the_id_may_be_missing() -> None:
    command = command_from_fields({"at": AT, "type": "next", "counter": "1"})
    assert command == Next(at=command.at, counter="1")
    assert command_fields(command) == {"at": AT, "type": "next", "counter": "1"}


@given(st.binary(max_size=300))
def test_no_bytes_bring_it_down(payload: bytes) -> None:
    with pytest.raises(WireError):
        decode_command(payload)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(sorted(COMMANDS)), st.data())
def test_no_values_bring_it_down(kind: str, data: st.DataObject) -> None:
    names = [*COMMANDS[kind].model_fields, "other"]
    fields = {name: data.draw(JSON) for name in data.draw(st.sets(st.sampled_from(names)))}
    fault: WireError | None = None
    try:
        decode_command(packet(kind, **fields))
    except WireError as caught:
        fault = caught
    assert fault is None or (
        fault.code in (ErrorCode.BAD_MESSAGE, ErrorCode.TOO_LARGE) and len(fault.message) <= 200
    )
