"""Who is there, in the state within three seconds: a real broker, a real dispatcher, stations as processes."""

import json
import queue
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from runtime import Arrived, Session, find_broker_url
from runtime.session import SessionMessage, Will
from tests.support.dispatcher_process import Device, Place, Process, devices, dispatcher, place
from tests.support.proxy import proxy
from tests.support.station_process import station_process

PROMISED_S = 3.0


@pytest.fixture
def where(tmp_path: Path) -> Iterator[Place]:
    with place(tmp_path) as found:
        yield found


@pytest.fixture
def running(where: Place) -> Iterator[Process]:
    with dispatcher(where) as process:
        yield process


@pytest.fixture
def screen(where: Place, running: Process) -> Iterator[Device]:
    """Whoever looks at the hall's state."""
    with devices(where, ["display-1"]) as (found,):
        yield found


def url_of(where: Place, device: str = "pad-1", port: int | None = None) -> str:
    """As it stands in the credentials; through another port where one is given."""
    url = find_broker_url(where.folder, device, None)
    return f"mqtt://{url.device}:{url.password}@{url.host}:{port or url.port}/{url.hall}"


def pad(screen: Device) -> dict[str, Any]:
    found: dict[str, Any] = screen.states.get("hall", {}).get("devices", {}).get("pad-1", {})
    return found


def in_time(screen: Device, condition: Callable[[dict[str, Any]], bool], begun: float | None = None) -> None:
    left = PROMISED_S if begun is None else PROMISED_S - (time.monotonic() - begun)
    assert screen.wait_for(lambda: condition(pad(screen)), left), pad(screen)


def is_here(state: dict[str, Any]) -> bool:
    return state.get("online") is True


def is_gone(state: dict[str, Any]) -> bool:
    return state.get("online") is False


def test_started_killed_and_frozen(where: Place, screen: Device) -> None:
    with station_process(url_of(where)) as station:
        assert station.says("online", 10)
        in_time(screen, is_here)
        begun = station.signal(signal.SIGSTOP)
        in_time(screen, is_gone, begun)
        begun = station.signal(signal.SIGCONT)
        in_time(screen, is_here, begun)
        begun = station.signal(signal.SIGKILL)
        in_time(screen, is_gone, begun)


def test_a_cable_pulled_and_put_back(where: Place, screen: Device) -> None:
    with proxy(where.broker.port) as line, station_process(url_of(where, port=line.port)) as station:
        assert station.says("online", 10)
        in_time(screen, is_here)
        begun = time.monotonic()
        line.hold()
        in_time(screen, is_gone, begun)
        assert station.says("offline", PROMISED_S)
        line.release()
        assert screen.wait_for(lambda: is_here(pad(screen)), 10)


def test_a_clock_set_wrong(where: Place, screen: Device) -> None:
    with station_process(url_of(where)) as station:
        assert station.says("online", 10)
        in_time(screen, is_here)
        assert "clock_offset_ms" not in pad(screen)
        begun = station.signal(signal.SIGUSR1)
        in_time(screen, lambda state: 4_000 < state.get("clock_offset_ms", 0) < 6_000, begun)
        assert "alarms clock_off" not in station.lines
        station.signal(signal.SIGUSR2)
        assert station.says("alarms clock_off", PROMISED_S)
        in_time(screen, lambda state: [fault["code"] for fault in state.get("faults", [])] == ["clock_off"])


def test_two_machines_of_one_name(where: Place, running: Process, screen: Device) -> None:
    with proxy(where.broker.port) as line:
        url = url_of(where, port=line.port)
        with station_process(url) as first:
            assert first.says("online", 10)
            in_time(screen, is_here)
            with station_process(url) as second:
                assert screen.wait_for(lambda: pad(screen).get("twice") is True, 10)
                # Each of the two is linked only now and then.
                assert first.says("alarms duplicate_id", 15)
                assert second.says("alarms duplicate_id", 15)
                before, begun = line.accepted, time.monotonic()
                time.sleep(5)
                again = line.accepted - before
                assert again <= 2 * (time.monotonic() - begun), "they storm the broker"
                in_time(screen, lambda state: state.get("twice") is True)
            assert screen.wait_for(lambda: is_here(pad(screen)) and "twice" not in pad(screen), 20)
            assert screen.wait_for(lambda: "faults" not in pad(screen), 5)
            assert first.says("alarms")
    assert running.said().count("two machines go by one device's name") == 1


def test_what_can_not_be_saved_is_on_every_screen_and_who_is_there_is_still_known(
    where: Place, running: Process, screen: Device
) -> None:
    with station_process(url_of(where)) as station:
        assert station.says("online", 10)
        in_time(screen, is_here)
        with closing(sqlite3.connect(where.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert screen.ask("sync")["error"]["code"] == "busy"
            assert station.says("alarms cannot_save", PROMISED_S)
            begun = station.signal(signal.SIGKILL)
            in_time(screen, is_gone, begun)
            other.execute("ROLLBACK")
        assert screen.wait_for(lambda: "busy" not in screen.states["dispatcher"], 5)
    assert "nothing can be promised now" in running.said()


def told_of(inbox: "queue.SimpleQueue[SessionMessage]") -> list[dict[str, Any]]:
    """Every state of the hall that came since this was asked last: what it says of the devices."""
    found = []
    while not inbox.empty():
        message = inbox.get()
        if isinstance(message, Arrived) and not message.retained:
            found.append(json.loads(message.payload)["devices"])
    return found


def test_a_dispatcher_that_begins_calls_nobody_gone_who_is_there(where: Place) -> None:
    inbox: queue.SimpleQueue[SessionMessage] = queue.SimpleQueue()
    listener = Session(
        find_broker_url(where.folder, "display-1", None), inbox, subscriptions=["hall/little/state/hall"],
        will=Will("hall/little/device/display-1", '{"online":false}'),
    )  # fmt: skip
    listener.start()
    try:
        with station_process(url_of(where)) as station:
            for _ in range(2):
                with dispatcher(where) as process:
                    assert station.says("online", 10)
                    time.sleep(4)
                    process.kill()
                told = told_of(inbox)
                assert told[0]["pad-1"] == told[0]["pad-2"] == {}
                assert not any(map(is_gone, (devices["pad-1"] for devices in told)))
                assert is_here(told[-1]["pad-1"])
                assert told[-1]["pad-2"] == {"online": False}
    finally:
        listener.stop()
