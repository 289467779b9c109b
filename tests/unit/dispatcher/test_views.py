"""What screens and pads are shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dispatcher.calls import LATEST
from dispatcher.planfile import plan_from_text, plan_problem
from dispatcher.views.catalog import catalog_view
from tests.support.dispatcher import HALL, InProcess, in_process
from wire.base import state_json
from wire.states import Board, Catalog, CounterView, HallState


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[InProcess]:
    with in_process(tmp_path) as found:
        for n in (1, 2):
            found.ask(f"pad-{n}", "open_counter", f"o{n}", counter=str(n))
        yield found


def _issue(hall: InProcess, count: int, service: str = "card") -> None:
    for n in range(count):
        command = f"{service}-{n}-{len(hall.events('ticket_issued'))}"
        hall.ask("kiosk-1", "issue_ticket", command, services=[service], language="en")


def _press(hall: InProcess, kind: str, counter: str = "1", **fields: str) -> None:
    hall.clock.pass_time(1)
    command = f"{kind}-{counter}-{len(hall.link.said)}"
    assert hall.ask(f"pad-{counter}", kind, command, counter=counter, **fields)["ok"]


def _look(hall: InProcess) -> None:
    """The moment after which the rest of the hall has caught up."""
    hall.clock.pass_time(0.2)
    hall.step()
    hall.step()


def test_the_board_lists_calls_newest_first_each_ticket_once(hall: InProcess) -> None:
    _issue(hall, 50)
    for n in range(44):
        _press(hall, "next", str(n % 2 + 1))
    _press(hall, "recall", "1")
    calls = hall.state("board")["calls"]
    assert [call["ticket"] for call in calls][:3] == ["A043", "A044", "A042"]
    assert len(calls) == len({call["ticket"] for call in calls}) == LATEST
    assert [call["call"] for call in calls][:2] == [2, 1]
    assert [call["live"] for call in calls][:3] == [True, True, False]
    assert calls[0]["languages"] == ["zh", "en"]
    assert [call.get("zone") for call in calls][:2] == ["C", None]


def test_a_call_is_live_until_the_resident_is_there(hall: InProcess) -> None:
    _issue(hall, 1)
    _press(hall, "next")
    assert hall.state("board")["calls"][0]["live"]
    _press(hall, "start")
    assert not hall.state("board")["calls"][0]["live"]
    _press(hall, "recall")
    assert hall.state("board")["calls"][0]["live"]


def test_missed_numbers_stand_apart_until_they_come_back(hall: InProcess) -> None:
    _issue(hall, 2)
    for counter in ("1", "2"):
        _press(hall, "next", counter)
        _press(hall, "no_show", counter)
    assert [missed["ticket"] for missed in hall.state("board")["missed"]] == ["A002", "A001"]
    hall.ask("pad-2", "requeue", "r", ticket="A002")
    assert [missed["ticket"] for missed in hall.state("board")["missed"]] == ["A001"]


def test_the_hall_at_a_glance(hall: InProcess) -> None:
    _issue(hall, 3)
    _issue(hall, 1, "pension")
    _press(hall, "next")
    _press(hall, "next")
    _press(hall, "pause_counter", "2", reason="tea")
    _look(hall)
    view = hall.state("hall")
    assert view["open"]
    assert (view["waiting"], view["handled"], view["seq"]) == (2, 1, hall.body.heart.state.seq)
    assert view["services"]["card"]["waiting"] == 1
    assert view["services"]["pension"]["waiting"] == 1
    assert view["counters"]["1"] == {"state": "called", "ticket": "A002"}
    assert view["counters"]["2"] == {"state": "paused", "reason": "tea"}
    assert HallState.model_validate(view).services["card"].expected is not None


def test_a_service_whose_numbers_are_all_given_out_is_full_until_midnight(tmp_path: Path) -> None:
    limited = HALL.replace("expected_minutes = 10", "expected_minutes = 10\ndaily_limit = 2")
    with in_process(tmp_path, hall=limited) as hall:
        for full in (False, False, True):
            _look(hall)
            services = hall.state("hall")["services"]
            assert services["pension"].get("full", False) is full
            assert "full" not in services["card"]
            if not full:
                _issue(hall, 1, "pension")
        hall.clock.pass_time(24 * 3600)
        _look(hall)
        assert "full" not in hall.state("hall")["services"]["pension"]


def test_what_a_clerk_sees(hall: InProcess) -> None:
    _issue(hall, 25)
    _issue(hall, 1, "pension")
    _press(hall, "next")
    _press(hall, "hold")
    _press(hall, "next")
    _look(hall)
    view = CounterView.model_validate(hall.state("counter/1"))
    assert view.current is not None
    assert view.next is not None
    assert (view.current.number, view.next.number, view.next.reason.value) == ("A002", "A003", "order")
    assert view.waiting == 24
    assert len(view.queue) == 20
    assert [ticket.number for ticket in view.held] == ["A001"]
    other = CounterView.model_validate(hall.state("counter/2"))
    assert other.waiting == 23  # the pension is not served there
    _press(hall, "close_counter", "2")
    _look(hall)
    closed = hall.state("counter/2")
    assert (closed["state"], closed["waiting"], closed["queue"]) == ("closed", 0, [])


def test_every_pad_learns_of_a_ticket_it_could_call(hall: InProcess) -> None:
    _look(hall)
    _issue(hall, 1)
    _look(hall)
    assert hall.state("counter/1")["next"]["number"] == "A001"
    assert hall.state("counter/2")["next"]["number"] == "A001"


def test_states_can_be_read_back(hall: InProcess) -> None:
    _issue(hall, 1)
    assert Board.model_validate(hall.state("board")).calls == ()
    catalog = Catalog.model_validate(hall.state("catalog"))
    assert [service.id for service in catalog.services] == ["card", "pension"]
    assert catalog.zones == ("C",)


def test_the_catalog_holds_no_hash_of_a_pin() -> None:
    plan = plan_from_text(HALL)
    text = state_json(catalog_view(plan.plan, plan.version, 1, 0))
    assert "argon2" in HALL
    assert "argon2" not in text
    assert "wang" in text


def test_a_catalog_that_is_too_large_for_stations_is_a_fault() -> None:
    long = f'checklist = [ {{ zh = "{"长" * 900}" }} ]\n'
    services = "".join(
        f'[[service]]\nid = "s{n}"\nprefix = "C"\nname = {{ zh = "n" }}\n{long}' for n in range(80)
    )
    assert "at most 200000 are allowed" in (plan_problem(plan_from_text(HALL + services)) or "")
    assert plan_problem(plan_from_text(HALL)) is None
