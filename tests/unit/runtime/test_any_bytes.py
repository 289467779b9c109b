"""Any bytes on any topic that a station hears: read, or nothing; never an error."""

import json

from hypothesis import given
from hypothesis import strategies as st

from runtime.reader import Reader
from wire.topics import Topics

T = Topics("h")
TOPICS = st.sampled_from([
    T.dispatcher, T.catalog, T.hall_state, T.board, T.counter("1"), T.device("k"), T.event("ticket_called"),
    T.event("ticket_issued"), T.reply("pad-1"), "hall/h/state/counter/", "",
])  # fmt: skip
FIELDS = st.sampled_from(
    ["epoch", "at", "seq", "type", "alive", "calls", "ticket", "command", "ok", "error", "online"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=3),
    max_leaves=6,
)
DEEP = b"[" * 5000 + b"]" * 5000


def as_json(fields: object) -> bytes:

    return json.dumps(fields).encode()


PAYLOADS = st.one_of(
    st.binary(max_size=100),
    st.dictionaries(FIELDS, VALUES).map(as_json),
    st.sampled_from(
        [DEEP, b'{"epoch":' + DEEP + b"}", b'{"epoch":' + b"9" * 5000 + b"}", b"\xff", b"null", b"{}"]
    ),
)


@given(st.lists(st.tuples(TOPICS, PAYLOADS), max_size=10))
def test_a_station_survives_whatever_arrives(messages: list[tuple[str, bytes]]) -> None:
    reader = Reader(T, "pad-1")
    for topic, payload in messages:
        reader.read(topic, payload)
