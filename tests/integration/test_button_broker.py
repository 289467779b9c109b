"""MQTT buttons at a real broker of their own: heard, kept ones never, and the broker away and back."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from paho.mqtt.client import Client, MQTTv311
from paho.mqtt.enums import CallbackAPIVersion

from caller.pads.lines import hear_buttons
from hw.keypad import Press, open_pads
from hw.keypad.pad import Action
from hw.link import LinkUnavailableError
from tests.support.mosquitto import Mosquitto, mosquitto
from tests.support.pads import kept

TOPIC = "shellies/{}/input_event/0"


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[Mosquitto]:
    with mosquitto(tmp_path, "pads", "button") as running:
        yield running


def say(broker: Mosquitto, address: str, count: int, *, retain: bool = False) -> None:
    client = Client(CallbackAPIVersion.VERSION2, client_id="button", protocol=MQTTv311)
    client.username_pw_set("button", "button")
    client.connect(broker.address, broker.port)
    client.loop_start()
    said = client.publish(TOPIC.format(address), f'{{"event":"S","event_cnt":{count}}}', qos=1, retain=retain)
    said.wait_for_publish(5)
    client.disconnect()
    client.loop_stop()


def test_buttons_at_a_broker_of_their_own(broker: Mosquitto) -> None:
    say(broker, "3", 1, retain=True)
    url = f"mqtt-button+mqtt://pads:pads@{broker.address}:{broker.port}?preset=shelly1"
    with kept(open_pads(url, connect=hear_buttons)) as (news, _):
        assert news.wait(lambda: news.plugs == [True])
        time.sleep(0.2)
        assert news.presses == []  # the kept one
        for count in (2, 2, 3):
            say(broker, "3", count)
        say(broker, "4", 1)
        expected = [Press("3", Action.NEXT), Press("3", Action.NEXT), Press("4", Action.NEXT)]
        assert news.wait(lambda: len(news.presses) == 3)
        broker.kill()
        assert news.wait(lambda: not news.plugs[-1])
        assert "broker" in news.details[-1]
        broker.start()
        assert news.wait(lambda: news.plugs[-1])
        say(broker, "3", 4)
        assert news.wait(lambda: len(news.presses) == 4)
        assert news.presses == [*expected, Press("3", Action.NEXT)]


def test_a_broker_that_turns_us_away_or_is_not_there_says_why(broker: Mosquitto) -> None:
    at = f"{broker.address}:{broker.port}"
    with pytest.raises(LinkUnavailableError, match="the buttons' broker: the broker says: not authorized"):
        hear_buttons(f"mqtt://pads:wrong@{at}", ["x"], lambda _: None)
    broker.kill()
    with pytest.raises(LinkUnavailableError, match="Connection refused"):
        hear_buttons(f"mqtt://pads:pads@{at}", ["x"], lambda _: None)
