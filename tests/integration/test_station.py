"""A station's link against a real mosquitto and a peer that speaks as the dispatcher does."""

import itertools
import queue
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from runtime import (
    Alarm,
    Alarms,
    Answered,
    Delivery,
    Online,
    Session,
    Station,
    SystemClock,
    Unanswered,
    parse_broker_url,
)
from runtime.session import Arrived, LinkUp, SessionMessage, Will
from tests.support.mosquitto import Mosquitto, mosquitto
from wire.base import state_json
from wire.codec import decode_command
from wire.commands import Command, IssueTicket, Next, Sync
from wire.events import CounterOpened, public_json
from wire.replies import Reply, reply_json
from wire.states import DeviceState, DispatcherState, Fault, HallState, Presence
from wire.topics import Topics

TOPICS = Topics("test")


class Peer:
    """Says what a dispatcher says, when told to."""

    def __init__(self, broker: Mosquitto) -> None:
        self.inbox: queue.SimpleQueue[SessionMessage] = queue.SimpleQueue()
        will = Will(TOPICS.dispatcher, state_json(DispatcherState(alive=False)))
        url = parse_broker_url(broker.url("dispatcher"))
        self.session = Session(
            url, self.inbox, subscriptions=[TOPICS.command("+"), TOPICS.device("+")], will=will
        )
        self.session.start()

    def beat(
        self, ahead_ms: int = 0, epoch: int = 1, *, alive: bool = True, busy: bool | None = None
    ) -> None:
        """`ahead_ms`: how far the dispatcher's clock is ahead of this machine's."""
        beat = DispatcherState(epoch=epoch, at=SystemClock().now_ms() + ahead_ms, alive=alive, busy=busy)
        self.session.publish(TOPICS.dispatcher, state_json(beat), retain=True)

    def next_of(self, prefix: str, timeout: float = 3) -> Arrived:
        """Raises queue.Empty when there is none in time."""
        until = time.monotonic() + timeout
        while True:
            message = self.inbox.get(timeout=max(0, until - time.monotonic()))
            if isinstance(message, Arrived) and message.topic.startswith(prefix):
                return message

    def next_presence(self) -> Presence:
        return Presence.model_validate_json(self.next_of(TOPICS.device("pad")).payload)

    def next_command(self, timeout: float = 3) -> Command:
        return decode_command(self.next_of("hall/test/command/", timeout).payload)

    def answer(self, command: Command) -> None:
        reply = Reply(command=command.id or "", ok=True, at=command.at, epoch=1, seq=1)
        self.session.publish(TOPICS.reply("pad"), reply_json(reply))


Start = Callable[[], tuple[Station, "queue.SimpleQueue[Delivery]"]]


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[Mosquitto]:
    with mosquitto(tmp_path, "pad", "dispatcher") as running:
        yield running


@pytest.fixture
def peer(broker: Mosquitto) -> Iterator[Peer]:
    made = Peer(broker)
    yield made
    made.session.stop()


@pytest.fixture
def start(broker: Mosquitto) -> Iterator[Start]:
    stations: list[Station] = []

    def start_one() -> tuple[Station, "queue.SimpleQueue[Delivery]"]:
        got: queue.SimpleQueue[Delivery] = queue.SimpleQueue()
        ids = (f"id-{n}" for n in itertools.count(0))  # the first names this run of the station
        station = Station(
            parse_broker_url(broker.url("pad")), kind="pad", version="0", deliver=got.put, clock=SystemClock(),
            new_id=lambda: next(ids),
        )  # fmt: skip
        station.start()
        stations.append(station)
        return station, got

    yield start_one
    for station in stations:
        station.stop()


def press(id_: str, at: int) -> Command:
    return Next(id=id_, at=at, counter="1")


def outcome(got: "queue.SimpleQueue[Delivery]", timeout: float = 3) -> Answered | Unanswered:
    while True:
        delivery = got.get(timeout=timeout)
        if isinstance(delivery, Answered | Unanswered):
            return delivery


def online(got: "queue.SimpleQueue[Delivery]", timeout: float = 4) -> Online:
    while True:
        delivery = got.get(timeout=timeout)
        if isinstance(delivery, Online):
            return delivery


def test_a_live_heartbeat_makes_it_online_and_gives_it_the_time(peer: Peer, start: Start) -> None:
    station, got = start()
    assert not online(got).online
    peer.beat(ahead_ms=30_000)
    assert online(got).online
    assert 29_000 <= station.now_ms() - SystemClock().now_ms() <= 30_000


def test_a_retained_heartbeat_proves_nothing(peer: Peer, start: Start) -> None:
    peer.beat()
    peer.session.flush(2)
    _, got = start()
    assert not online(got).online
    with pytest.raises(queue.Empty):
        online(got, timeout=0.5)


def test_silence_is_offline_within_three_seconds(peer: Peer, start: Start) -> None:
    _, got = start()
    peer.beat()
    while not online(got).online:
        pass
    assert not online(got, timeout=3).online


def test_a_last_will_is_offline_at_once(peer: Peer, start: Start) -> None:
    _, got = start()
    peer.beat()
    while not online(got).online:
        pass
    peer.beat(alive=False)
    assert online(got, timeout=0.5).reason == "the dispatcher is not running"


def test_a_press_is_answered_once(peer: Peer, start: Start) -> None:
    station, got = start()
    peer.beat()
    while not online(got).online:
        pass
    id_ = station.send(press)
    command = peer.next_command()
    assert command.id == id_
    peer.answer(command)
    answered = outcome(got)
    assert isinstance(answered, Answered)
    assert (answered.command, answered.reply.command) == (command, id_)


def test_an_offline_press_is_refused_and_never_sent(peer: Peer, start: Start) -> None:
    station, got = start()
    online(got)
    station.send(press)
    refused = outcome(got)
    assert isinstance(refused, Unanswered)
    assert refused.why == "offline"
    peer.beat()
    assert online(got).online
    station.send(press)
    assert peer.next_command().id == "id-2"


def test_a_press_without_an_answer_is_given_up(peer: Peer, start: Start) -> None:
    station, got = start()
    peer.beat()
    while not online(got).online:
        pass
    station.send(press, patience_s=0.3)
    refused = outcome(got)
    assert isinstance(refused, Unanswered)
    assert refused.why == "no_answer"


class Leaping(SystemClock):
    """The machine's clock, and as much as the test adds."""

    def __init__(self) -> None:
        self.added = 0.0

    def monotonic(self) -> float:
        return super().monotonic() + self.added


@pytest.mark.parametrize(
    ("make", "life_s"), [(press, 10), (lambda i, at: IssueTicket(id=i, at=at, services=("a",)), 600)]
)
def test_nothing_is_kept_for_longer_than_it_may_act(
    broker: Mosquitto, make: Callable[[str, int], Command], life_s: float
) -> None:
    """However patient the station is: the dispatcher would only refuse it."""
    got: queue.SimpleQueue[Delivery] = queue.SimpleQueue()
    clock = Leaping()
    station = Station(
        parse_broker_url(broker.url("pad")),
        kind="pad",
        version="0",
        deliver=got.put,
        clock=clock,
        new_id=lambda: "x",
    )
    station.start()
    station.send(make, patience_s=100_000, resend=True)
    for clock.added in (0, life_s - 2):
        with pytest.raises(queue.Empty):
            outcome(got, timeout=0.4)
    clock.added = life_s
    assert isinstance(outcome(got), Unanswered)
    station.stop()


def test_a_late_answer_is_still_told(peer: Peer, start: Start) -> None:
    station, got = start()
    peer.beat()
    while not online(got).online:
        pass
    station.send(press, patience_s=0.2)
    command = peer.next_command()
    assert isinstance(outcome(got), Unanswered)
    peer.answer(command)
    assert isinstance(outcome(got), Answered)


def test_a_press_lost_with_the_broker_is_not_sent_again(broker: Mosquitto, peer: Peer, start: Start) -> None:
    station, got = start()
    peer.beat()
    while not online(got).online:
        pass
    station.send(press, patience_s=6)
    assert peer.next_command().id == "id-1"
    broker.kill()
    assert not online(got).online
    broker.start()
    with pytest.raises(queue.Empty):
        peer.next_command(timeout=4)


def test_a_ticket_is_asked_for_again_with_the_same_id(broker: Mosquitto, peer: Peer, start: Start) -> None:
    station, got = start()
    peer.beat()
    while not online(got).online:
        pass
    peer.session.stop()
    wish = station.send(
        lambda id_, at: IssueTicket(id=id_, at=at, services=("a",)), patience_s=60, resend=True
    )
    back = Peer(broker)
    assert back.next_command(timeout=4).id == wish
    back.session.stop()


def test_a_gap_in_the_events_is_asked_about(peer: Peer, start: Start) -> None:
    _, got = start()
    peer.beat()
    while not online(got).online:
        pass
    for seq in (1, 2, 5):
        opened = CounterOpened(seq=seq, at=0, epoch=1, counter="1")
        peer.session.publish(TOPICS.event("counter_opened"), public_json(opened))
    assert isinstance(peer.next_command(), Sync)


def test_presence_is_said_with_faults_and_taken_back_by_the_will(
    broker: Mosquitto, peer: Peer, start: Start
) -> None:
    station, _ = start()
    first = peer.next_presence()
    assert first.online
    station.report_faults((Fault(code="paper_out", text="no paper"),))
    assert peer.next_presence().faults == (Fault(code="paper_out", text="no paper"),)
    station.stop()
    gone = peer.next_presence()
    assert (gone.online, gone.instance) == (False, first.instance)


def alarms(got: "queue.SimpleQueue[Delivery]", timeout: float = 3) -> frozenset[Alarm]:
    while True:
        delivery = got.get(timeout=timeout)
        if isinstance(delivery, Alarms):
            return delivery.standing


def test_presence_is_said_every_second_without_being_asked(peer: Peer, start: Start) -> None:
    start()
    begun = time.monotonic()
    said = [peer.next_presence() for _ in range(3)]
    assert time.monotonic() - begun < 3
    assert len({presence.instance for presence in said}) == 1


@pytest.mark.logs("clock")
def test_a_wrong_clock_is_told_in_the_presence(peer: Peer, start: Start) -> None:
    _, got = start()
    assert peer.next_presence().clock_offset_ms is None
    peer.beat(ahead_ms=-70_000)
    assert alarms(got) == {Alarm.CLOCK_OFF}
    while (told := peer.next_presence()).clock_offset_ms is None:
        pass
    assert 69_900 < told.clock_offset_ms < 71_000
    assert [fault.code for fault in told.faults] == ["clock_off"]
    peer.beat()
    assert alarms(got) == frozenset()


def test_what_the_dispatcher_can_not_save_is_told(peer: Peer, start: Start) -> None:
    _, got = start()
    peer.beat(busy=True)
    assert alarms(got) == {Alarm.CANNOT_SAVE}
    peer.beat()
    assert alarms(got) == frozenset()


@pytest.mark.logs("this device's name")
def test_a_name_used_twice_is_told(peer: Peer, start: Start) -> None:
    def hall(*, twice: bool | None) -> None:
        devices = {
            "pad": DeviceState(online=True, twice=twice),
            "pad-2": DeviceState(online=True, twice=True),
        }
        state = HallState(epoch=1, at=0, seq=1, open=True, devices=devices)
        peer.session.publish(TOPICS.hall_state, state_json(state), retain=True)

    _, got = start()
    hall(twice=True)
    assert alarms(got) == {Alarm.DUPLICATE_ID}
    while not (told := peer.next_presence()).faults:
        pass
    assert told.faults[0].code == "duplicate_id"
    hall(twice=None)
    assert alarms(got) == frozenset()


def test_states_arrive_typed(peer: Peer, start: Start) -> None:
    peer.session.publish(
        TOPICS.hall_state, state_json(HallState(epoch=1, at=0, seq=1, open=True)), retain=True
    )
    _, got = start()
    seen = [got.get(timeout=2) for _ in range(2)]
    assert any(isinstance(message, HallState) and message.open for message in seen)


def test_comes_back_after_the_broker_was_killed(broker: Mosquitto, start: Start) -> None:
    first = Peer(broker)
    _, got = start()
    first.beat()
    while not online(got).online:
        pass
    broker.kill()
    assert not online(got, timeout=3).online
    broker.start()
    while not isinstance(first.inbox.get(timeout=5), LinkUp):
        pass
    for _ in range(40):
        first.beat()
        try:
            assert online(got, timeout=0.2).online
            break
        except queue.Empty:
            continue
    else:
        pytest.fail("did not come back")
    first.session.stop()
