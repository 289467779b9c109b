"""Topics are those of CONTRACT §4."""

from wire.topics import Topics


def test_topics_and_their_parts() -> None:
    topics = Topics("baoshan")
    assert topics.command("pad-1") == "hall/baoshan/command/pad-1"
    assert topics.counter("1") == "hall/baoshan/state/counter/1"
    assert topics.hall_state == "hall/baoshan/state/hall"
    assert topics.split("hall/baoshan/state/counter/1") == ("state", "counter", "1")
    assert topics.split("hall/other/state/hall") is None
