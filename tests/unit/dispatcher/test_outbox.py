"""What the outbox knows of the broker's acknowledgements."""

from dispatcher.outbox import Outbox
from tests.support.dispatcher import ListLink
from wire.topics import Topics


def test_the_broker_is_not_blamed_for_what_was_said_this_very_moment() -> None:
    link = ListLink(acknowledges=False)
    outbox = Outbox(link, Topics("little"))
    outbox.heartbeat("1")
    assert not outbox.acknowledged()
    for beat in range(2, 5):  # each time the one before has arrived, the newest not yet
        link.taken = len(link.said)
        outbox.heartbeat(str(beat))
        assert outbox.acknowledged()
    outbox.heartbeat("5")
    assert not outbox.acknowledged()


def test_without_a_link_nothing_is_acknowledged() -> None:
    link = ListLink()
    outbox = Outbox(link, Topics("little"))
    outbox.heartbeat("1")
    assert not outbox.acknowledged()
    assert outbox.acknowledged()
    link.up = False
    outbox.heartbeat("2")
    assert not outbox.acknowledged()
