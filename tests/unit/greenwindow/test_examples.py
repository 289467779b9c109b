"""The example halls and mornings are what README, demo and docs say of them."""

from collections import Counter
from pathlib import Path

import pytest

from greenwindow.arrivals import (
    Arrival,
    Hold,
    NoShow,
    TransferToCounter,
    TransferToService,
    check_arrivals,
    read_arrivals,
)
from hall.plan import Plan, load_plan, warnings_of

_EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


def plan_of(name: str) -> Plan:
    return load_plan((_EXAMPLES / f"{name}.toml").read_bytes())


def morning_of(name: str) -> tuple[Arrival, ...]:
    return read_arrivals(_EXAMPLES / f"{name}-morning.csv")


@pytest.mark.parametrize("name", ["baoshan", "guangyi"])
def test_the_hall_has_no_fault_and_nothing_to_warn_of(name: str) -> None:
    assert list(warnings_of(plan_of(name))) == []


@pytest.mark.parametrize("name", ["baoshan", "guangyi"])
def test_the_hall_has_what_its_morning_asks_for(name: str) -> None:
    plan = plan_of(name)
    check_arrivals(
        morning_of(name),
        Path(name),
        services={service.id for service in plan.services},
        languages=plan.hall.languages,
        counters={counter.id for counter in plan.counters},
    )


@pytest.mark.parametrize("name", ["baoshan", "guangyi"])
def test_names_fit_the_kiosk_buttons_in_both_languages(name: str) -> None:
    plan = plan_of(name)
    names = {service.id: service.name for service in plan.services}
    names |= {category.id: category.name for category in plan.categories}
    long = [key for key, name in names.items() if len(name["zh"]) > 12 or len(name["en"]) > 34]
    assert long == []


def test_baoshan_is_five_counters_two_green() -> None:
    plan = plan_of("baoshan")
    assert [counter.id for counter in plan.counters] == ["1", "2", "3", "4", "5"]
    assert [(green.counters, green.enter_above, green.leave_below) for green in plan.green_windows] == [
        (("1", "2"), 2, 2)
    ]
    assert len(plan.services) >= 30
    assert len(plan.categories) == 12
    assert Counter(device.kind for device in plan.devices) == {
        "kiosk": 2, "pad": 5, "display": 1, "strip": 5, "console": 1
    }  # fmt: skip


def test_guangyi_is_32_counters_in_three_zones_and_zone_c_serves_everything() -> None:
    plan = plan_of("guangyi")
    assert len(plan.counters) == 32
    assert {counter.zone for counter in plan.counters} == {"A", "B", "C"}
    assert {counter.zone for counter in plan.counters if counter.services is None} == {"C"}
    assert [counter.id for counter in plan.counters if counter.priority] == ["23"]
    assert {device.counter for device in plan.devices if device.kind == "pad"} == {
        counter.id for counter in plan.counters
    }
    assert [device.zone for device in plan.devices if device.kind == "display"] == ["A", "B", "C"]


@pytest.mark.parametrize(("name", "residents"), [("baoshan", 70), ("guangyi", 120)])
def test_a_morning_has_every_kind_of_resident(name: str, residents: int) -> None:
    morning = morning_of(name)
    assert len(morning) >= residents
    assert sum(len(arrival.needs) > 1 for arrival in morning) >= 5
    assert sum(arrival.priority != "none" for arrival in morning) >= 5
    assert sum(arrival.language == "en" for arrival in morning) >= 5
    events = Counter(type(arrival.event) for arrival in morning)
    assert min(events[kind] for kind in (TransferToService, TransferToCounter, Hold, NoShow)) >= 2
    no_shows = [arrival.event for arrival in morning if isinstance(arrival.event, NoShow)]
    assert {event.returns_after_minutes is None for event in no_shows} == {True, False}
