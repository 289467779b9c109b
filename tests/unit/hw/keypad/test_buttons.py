"""MQTT buttons: what each vendor says, kept and stale and doubled presses, and presets of one's own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hw.keypad import Action, FaultKind, MapError, Press
from hw.keypad.button import Preset, Said, read, read_preset
from hw.keypad.button_line import ASLEEP_S, DEAF_S, REPEATED_S, STALE_S, ButtonLine
from hw.keypad.keymap import known_maps
from hw.link import Deadline, LinkUnavailableError
from hw.sim.buttons import SimButtons

SHELLY2 = (
    b'{"src":"shelly1-x","dst":"3/events","method":"NotifyEvent","params":{"ts":1700000000.25,"events":'
    b'[{"component":"input:0","id":0,"event":"single_push","ts":1700000000.25}]}}'
)
SAID = [
    ("zigbee2mqtt", b'{"action":"single","battery":97,"linkquality":120}', [Said("single")]),
    ("zigbee2mqtt", b'{"action":"","battery":97}', []),
    ("zigbee2mqtt", b'{"battery":97}', []),
    ("zigbee2mqtt", b'{"action":null}', []),
    ("shelly1", b'{"event":"S","event_cnt":17}', [Said("S", 17)]),
    ("shelly1", b'{"event":"","event_cnt":17}', []),
    ("shelly2", SHELLY2, [Said("input:0 single_push", at_s=1700000000.25)]),
    ("shelly2", b'{"method":"NotifyStatus","params":{"ts":1.0,"switch:0":{"output":true}}}', []),
    ("shelly2", SHELLY2.replace(b"1700000000.25", b"12.5"), [Said("input:0 single_push")]),
    ("tasmota", b'{"Button1":{"Action":"SINGLE"}}', [Said("SINGLE")]),
    ("tasmota", b'{"POWER":"ON"}', []),
    ("zigbee2mqtt", b"\xff\xfe", None),
    ("zigbee2mqtt", b"[" * 9000, None),
    ("zigbee2mqtt", b"[" * 3000, None),
]


@pytest.mark.parametrize(("preset", "payload", "said"), SAID)
def test_what_each_vendor_says(preset: str, payload: bytes, said: list[Said] | None) -> None:
    assert read(read_preset(preset), payload) == said


@pytest.mark.parametrize(
    ("topic", "heard", "address"),
    [
        ("shellies/{address}/input_event/0", "shellies/3/input_event/0", "3"),
        ("shellies/{address}/input_event/0", "shellies/3/input_event/1", None),
        ("shellies/{address}/input_event/0", "shellies/3/input_event", None),
        ("zigbee2mqtt/my button", "zigbee2mqtt/my button", ""),
        ("+/{address}", "x/3", "3"),
    ],
)
def test_the_address_stands_in_the_topic(topic: str, heard: str, address: str | None) -> None:
    assert read_preset("shelly1").address(topic, heard) == address


def test_times_in_milliseconds_and_counts_that_are_none() -> None:
    preset = Preset(read_preset("shelly1").keys, "t", ("a",), count="n", time="t")
    assert read(preset, b'{"a":"S","n":true,"t":1700000000250}') == [Said("S", None, 1700000000.25)]
    assert read(preset, b'{"a":[1],"n":1}') == []
    assert read(Preset(preset.keys, "t", ()), b" S ") == [Said("S")]
    assert read(Preset(preset.keys, "t", ("a.1",)), b'{"a":["x","S"]}') == [Said("S")]


class Bench:
    def __init__(self, preset: str, topic: str = "") -> None:
        self.now, self.wall = 100.0, 1_700_000_000.0
        self.sim = SimButtons()
        self.sim.plug()
        found = read_preset(preset)
        self.topic = topic or found.topic
        self.line = ButtonLine(
            "mqtt://x",
            "mqtt://x",
            self.topic,
            found,
            self.sim.connect,
            "5",
            lambda: self.now,
            lambda: self.wall,
        )
        self.line.expect({"3", "5"})

    def hear(self) -> list[Press]:
        found = []
        for _ in range(5):
            self.now += 0.01
            found += self.line.read(Deadline(0))
        return found


NEXT = Press("3", Action.NEXT)
MakeBench = Callable[..., Bench]


@pytest.fixture
def make() -> MakeBench:
    def opened(preset: str, topic: str = "") -> Bench:
        bench = Bench(preset, topic)
        bench.line.open(Deadline(0))
        return bench

    return opened


def test_a_kept_press_is_a_phantom(make: MakeBench) -> None:
    bench = Bench("shelly1")
    bench.sim.say("shellies/3/input_event/0", {"event": "S", "event_cnt": 1}, retain=True)
    bench.line.open(Deadline(0))
    assert bench.hear() == []
    bench.sim.say("shellies/3/input_event/0", {"event": "S", "event_cnt": 2}, retain=True)
    assert bench.hear() == [NEXT]


def test_the_same_count_is_the_same_press_and_a_lower_one_a_new_life(make: MakeBench) -> None:
    bench = make("shelly1")
    for count, heard in ((7, [NEXT]), (7, []), (8, [NEXT]), (1, [NEXT]), (1, [])):
        bench.now += 5
        bench.line.read(Deadline(0))
        bench.now += 1
        bench.sim.say("shellies/3/input_event/0", {"event": "S", "event_cnt": count})
        assert bench.hear() == ([] if bench.now < 0 else heard), count


def test_without_a_count_the_same_at_once_is_the_networks_doing(make: MakeBench) -> None:
    bench = make("zigbee2mqtt")
    bench.sim.say("zigbee2mqtt/3", {"action": "single"}, times=3)
    assert bench.hear() == [NEXT]
    bench.now += REPEATED_S
    bench.sim.say("zigbee2mqtt/3", {"action": "single"})
    assert bench.hear() == [NEXT]


@pytest.mark.parametrize(
    ("late_s", "acts"), [(0.0, True), (STALE_S - 1, True), (STALE_S + 1, False), (-100, False)]
)
def test_a_press_that_says_when_it_was_is_held_to_it(make: MakeBench, late_s: float, acts: bool) -> None:
    bench = make("shelly2")
    bench.wall += late_s
    bench.sim.say("3/events/rpc", SHELLY2)
    assert bench.hear() == ([NEXT] if acts else [])
    assert [f.kind for f in bench.line.faults()] == ([] if acts else [FaultKind.STALE])


def test_after_a_sleep_what_comes_may_be_old(make: MakeBench) -> None:
    bench = make("zigbee2mqtt")
    bench.hear()
    bench.now += ASLEEP_S + 0.1
    bench.sim.say("zigbee2mqtt/3", {"action": "single"})
    assert bench.hear() == []
    bench.now += DEAF_S
    bench.sim.say("zigbee2mqtt/3", {"action": "single"})
    assert bench.hear() == [NEXT]


def test_a_topic_without_an_address_is_the_urls(make: MakeBench) -> None:
    bench = make("zigbee2mqtt", "zigbee2mqtt/door")
    bench.sim.say("zigbee2mqtt/door", {"action": "single"})
    bench.sim.say("zigbee2mqtt/window", {"action": "single"})
    assert bench.hear() == [Press("5", Action.NEXT)]


def test_nothing_acts_before_the_hall_is_known_and_releases_mean_nothing(make: MakeBench) -> None:
    bench = make("zigbee2mqtt")
    bench.line.expect(())
    bench.sim.say("zigbee2mqtt/3", {"action": "single"})
    assert bench.hear() == []
    bench.line.expect({"3"})
    bench.sim.say("zigbee2mqtt/3", {"action": "release"})
    assert bench.hear() == []
    assert bench.line.faults() == ()


def test_the_broker_gone_and_a_line_not_open(make: MakeBench) -> None:
    bench = make("zigbee2mqtt")
    bench.sim.unplug()
    with pytest.raises(LinkUnavailableError, match="connection was lost"):
        bench.hear()
    with pytest.raises(LinkUnavailableError, match="refused"):
        bench.line.open(Deadline(0))
    with pytest.raises(LinkUnavailableError, match="is not open"):
        bench.line.read(Deadline(0))


ACME = """
family = "mqtt-button"
topic = "acme/{address}/key"
code = ["k.code"]
[keys]
"1" = "next"
"""


def test_a_vendor_that_is_not_shipped_takes_one_file(tmp_path: Path) -> None:
    path = tmp_path / "acme.toml"
    path.write_text(ACME, encoding="utf-8")
    preset = read_preset(str(path))
    assert read(preset, b'{"k":{"code":1}}') == [Said("1")]
    assert preset.keys.meaning("1") is Action.NEXT


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (('["k.code"]', '"k.code"'), "code: must be a list of places"),
        (("acme/{address}/key", ""), "topic: is missing"),
        (("{address}/key", "#"), "topic: has a '#'"),
        (("/{address}/", "/x{address}/"), "topic: must have {address} once, alone"),
    ],
)
def test_a_wrong_preset_is_named(tmp_path: Path, change: tuple[str, str], says: str) -> None:
    path = tmp_path / "acme.toml"
    path.write_text(ACME.replace(*change), encoding="utf-8")
    with pytest.raises(MapError) as fault:
        read_preset(str(path))
    assert says in str(fault.value)


def test_every_preset_that_comes_along_can_be_read() -> None:
    assert known_maps("mqtt-button") == ["shelly1", "shelly2", "tasmota", "zigbee2mqtt"]
    assert all(read_preset(name).keys.keys for name in known_maps("mqtt-button"))
