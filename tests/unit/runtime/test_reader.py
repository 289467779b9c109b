"""What a receiver makes of packets: typed, unknown fields ignored, an older epoch ignored, gaps noticed."""

from runtime.deliveries import PresenceOf
from runtime.reader import Reader
from wire.base import state_json
from wire.events import CounterOpened, public_json
from wire.states import Board, DispatcherState, Presence
from wire.topics import Topics

TOPICS = Topics("h")


def reader() -> Reader:
    return Reader(TOPICS, "pad-1")


def event(seq: int, epoch: int = 1) -> bytes:
    return public_json(CounterOpened(seq=seq, at=0, epoch=epoch, counter="1")).encode()


def test_states_are_typed_and_unknown_fields_ignored() -> None:
    board = reader().read(TOPICS.board, b'{"epoch":1,"at":"1970-01-01T00:00:00Z","seq":4,"colour":"red"}')
    assert board == Board(epoch=1, at=0, seq=4)


def test_a_lower_epoch_is_ignored() -> None:
    r = reader()
    assert (
        r.read(TOPICS.dispatcher, state_json(DispatcherState(epoch=2, at=1, alive=True)).encode()) is not None
    )
    assert r.read(TOPICS.dispatcher, state_json(DispatcherState(epoch=1, at=2, alive=True)).encode()) is None
    assert r.read(TOPICS.event("counter_opened"), event(9, epoch=1)) is None


def test_events_come_once_and_a_gap_is_noticed() -> None:
    r = reader()
    topic = TOPICS.event("counter_opened")
    assert r.read(topic, event(5)) is not None
    assert not r.gap
    assert r.read(topic, event(5)) is None
    assert r.read(topic, event(7)) is not None
    assert r.gap
    r.linked_anew()
    assert r.read(topic, event(20)) is not None
    assert not r.gap


def test_presence_is_known_by_its_topic() -> None:
    assert reader().read(TOPICS.device("k"), b'{"online":true}') == PresenceOf("k", Presence(online=True))


def test_what_is_not_for_us_or_not_understood_is_nothing() -> None:
    r = reader()
    for topic, payload in [
        (TOPICS.reply("pad-2"), b"{}"), ("hall/other/state/board", b"{}"), (TOPICS.board, b"{"), (TOPICS.board, b"[]"),
        (TOPICS.event("party"), b"{}"), (TOPICS.board, b'{"seq":"x"}'), ("hall/h", b""), (TOPICS.device("k"), b"\xff"),
    ]:  # fmt: skip
        assert r.read(topic, payload) is None
