"""What `greenwindow check` warns of, with the figure that shows it."""

import pytest

from hall.plan import load_plan, warnings_of
from tests.support.hall_days import Table, hall_plan

_OPEN = ["Mon-Fri 08:00-12:00", "Mon-Fri 13:00-16:00", "Sat 12:00-13:00", "Sat 09:00-12:00"]


def warned(**parts: Table) -> list[str]:
    plan = hall_plan(**parts)
    return [f"{w.path}: {w.message}" for w in warnings_of(plan)]


def test_nothing_to_say() -> None:
    assert warned() == []
    assert warned(green={"short": {}}) == []  # one counter of three for a third of the work


def test_a_service_no_counter_serves() -> None:
    counters = {name: {"services": ["a", "b"]} for name in "123"}
    (line,) = warned(counters=counters)
    assert line.startswith('service[3]: no counter serves "c"')


@pytest.mark.parametrize(
    ("minutes", "figures"),
    [
        ({}, ["33% of the counters (1 of 3)", "67% of the work"]),
        ({"expected_minutes": 20}, ["89% of the work"]),
    ],
)
def test_a_green_window_that_can_not_do_much(minutes: Table, figures: list[str]) -> None:
    (line,) = warned(
        services={"a": minutes, "b": minutes, "c": {}}, green={"short": {"services": ["a", "b"]}}
    )
    assert line.startswith('green_window[1]: green window "short" can\'t do much')
    assert all(figure in line for figure in figures)


def test_hours_with_gaps_and_days_without() -> None:
    lines = warned(hall={"open": _OPEN})
    assert len([line for line in lines if "is closed from 12:00 to 13:00" in line]) == 5
    (line,) = warned(hall={"open": ["Tue-Thu 08:00-12:00"]})
    assert line == "hall.open: the hall never opens on Mon, Fri"


def test_dates_that_change_nothing() -> None:
    (line,) = warned(hall={"closed": ["2026-10-01"]})
    assert line.startswith("hall.open: is left out, so the hall is always open")


def test_a_strip_of_no_counter_and_a_hall_of_none() -> None:
    plan = load_plan(
        b'[hall]\nid = "h"\nname = { zh = "h" }\ntimezone = "UTC"\nlanguages = ["zh"]\n'
        b'[[device]]\nid = "s"\nkind = "strip"\n'
    )
    assert [warning.path for warning in warnings_of(plan)] == ["service", "counter", "device[1]"]
