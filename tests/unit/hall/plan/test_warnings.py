"""What `greenwindow check` warns of, with the figure that shows it."""

from pathlib import Path

import pytest

from hall.plan import load_plan, warnings_of
from hall.plan.reach_warnings import reach_warnings
from tests.support.hall_days import Table, hall_file, hall_plan

_EXAMPLES = Path(__file__).parents[4] / "examples"
_OPEN = ["Mon-Fri 08:00-12:00", "Mon-Fri 13:00-16:00", "Sat 12:00-13:00", "Sat 09:00-12:00"]


def warned(**parts: Table) -> list[str]:
    """With 5 minutes for each service where nothing else is said: that is what is taken anyway."""
    services: Table = {name: {"expected_minutes": 5} for name in "abc"}
    for name, keys in (parts.pop("services", None) or {}).items():
        services[name] = {**services.get(name, {}), **keys}
    plan = hall_plan(services=services, **parts)
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


def test_a_gap_is_told_once_with_its_days() -> None:
    assert warned(hall={"open": _OPEN}) == [
        "hall.open: the hall is closed Mon-Fri 12:00-13:00, between two stretches; tickets are refused then"
    ]
    lines = warned(hall={"open": ["08:00-12:00", "13:00-16:00", "Sat,Sun 17:00-18:00"]})
    assert [line.split(", between")[0] for line in lines] == [
        "hall.open: the hall is closed every day 12:00-13:00",
        "hall.open: the hall is closed Sat,Sun 16:00-17:00",
    ]


@pytest.mark.parametrize(
    ("hall", "words"),
    [
        ({"open": ["Tue-Thu 08:00-12:00"]}, "hall.open: the hall never opens on Mon, Fri"),
        ({"open": []}, "hall.open: is empty, so the hall never opens; left out it is always open"),
        (
            {"open": [], "extra": ["2026-10-10 08:00-09:00"]},
            "hall.open: is empty, so the hall never opens but for the dates in extra; left out it is always open",
        ),
    ],
)
def test_days_without_hours(hall: Table, words: str) -> None:
    assert warned(hall=hall, green={"short": {"when": ["08:00-09:00"]}}) == [words]


_CHANGE = " lies outside the opening hours; change one of them"
_BY_HAND = (
    'green_window[1].when: is empty, so green window "short" is engaged by hand only; left out it is always'
)
_NEVER = 'green_window[1].when: green window "short" does nothing: all of its `when`' + _CHANGE


@pytest.mark.parametrize(
    ("when", "lines"),
    [
        (["Mon-Fri 09:00-11:00"], []),
        (["Mon-Fri 07:00-08:31", "Sat 11:59-24:00"], []),
        (["09:00-11:00"], []),
        (["14:00-15:00"], []),
        (["17:00-18:00"], [_NEVER]),
        (["Sun 09:00-10:00", "Mon 16:30-18:00"], [_NEVER]),
        (["Mon 09:00-10:00", "17:00-18:00"], ["green_window[1].when[2]: every day 17:00-18:00" + _CHANGE]),
        (["Mon-Sat 14:00-15:00"], ["green_window[1].when[1]: Sat 14:00-15:00" + _CHANGE]),
        (["Fri,Sat,Sun 13:00-15:00", "Mon 09:00-10:00", "Sun 09:00-10:00"], [
            "green_window[1].when[1]: Sat,Sun 13:00-15:00" + _CHANGE,
            "green_window[1].when[3]: Sun 09:00-10:00" + _CHANGE,
        ]),
        ([], [_BY_HAND]),
    ],
)  # fmt: skip
def test_a_green_window_while_the_hall_is_closed(when: list[str], lines: list[str]) -> None:
    hours = {"open": ["Mon-Fri 08:30-16:30", "Sat 09:00-12:00"]}
    assert warned(hall=hours, green={"short": {"when": when}}) == lines
    assert warned(green={"short": {"when": when}}) == (lines if not when else [])


def test_a_green_window_for_an_extra_day() -> None:
    hours: Table = {"open": ["Mon-Fri 08:30-16:30"], "extra": ["2026-10-10 08:30-12:00"]}
    assert warned(hall=hours, green={"short": {"when": ["Sat 09:00-11:00"]}}) == []
    (line,) = warned(hall=hours, green={"short": {"when": ["Mon 09:00-10:00", "Sun 09:00-11:00"]}})
    assert line == "green_window[1].when[2]: Sun 09:00-11:00" + _CHANGE


def test_dates_that_change_nothing() -> None:
    (line,) = warned(hall={"closed": ["2026-10-01"]})
    assert line.startswith("hall.open: is left out, so the hall is always open")


def test_without_a_counter_it_is_said_once() -> None:
    plan = load_plan(hall_file().split(b"[[counter]]")[0])
    assert [w.path for w in warnings_of(plan)] == ["counter"]


def test_a_strip_of_no_counter_and_a_hall_of_none() -> None:
    plan = load_plan(
        b'[hall]\nid = "h"\nname = { zh = "h" }\ntimezone = "UTC"\nlanguages = ["zh"]\n'
        b'[[device]]\nid = "s"\nkind = "strip"\n'
    )
    assert [warning.path for warning in warnings_of(plan)] == ["service", "counter", "device[1]"]


_BY_HAND_ONLY = (
    'green_window[1].enter_above: green window "short" is engaged by hand only: more than {} must wait, '
)


@pytest.mark.parametrize(
    ("services", "above", "hall", "words"),
    [
        ({"a": {"daily_limit": 9}}, 9, {}, "and the daily_limit of its services allows 9 a day"),
        ({"a": {"daily_limit": 9}}, 8, {}, None),
        ({}, 865, {}, "that is 72 hours of work, and the counters that serve them (3) have 72 a day"),
        ({}, 864, {}, None),
        (
            {}, 400, {"open": ["08:00-12:00", "13:00-17:00"], "closed": []},
            "that is 33 hours of work, and the counters that serve them (3) have 27 a day",
        ),
    ],
)  # fmt: skip
def test_a_green_window_that_never_begins(
    services: Table, above: int, hall: Table, words: str | None
) -> None:
    lines = warned(services=services, green={"short": {"enter_above": above}}, hall=hall)
    said = [line for line in lines if "between two" not in line]
    assert said == ([] if words is None else [_BY_HAND_ONLY.format(above) + words])


def test_a_green_window_that_nobody_can_judge() -> None:
    plan = hall_plan(green={"short": {}})
    assert [f"{w.path}: {w.message}" for w in warnings_of(plan)] == [
        'green_window[1].services: no service of green window "short" has expected_minutes, so it can\'t be judged '
        "whether they are short (5 are taken); write how long they take"
    ]


@pytest.mark.parametrize(
    ("clerks", "lines"),
    [
        ({"li": {"services": ["a"]}, "wang": {}, "chen": {}}, []),
        ({"li": {"services": ["a"]}, "wang": {"services": ["b"]}}, []),
        ({"li": {"services": ["a"]}, "wang": {"services": ["b", "c"]}, "chen": {"services": ["a"]}}, []),
        (
            {"li": {"services": ["a", "b"]}, "wang": {"services": ["b"]}, "chen": {"services": ["b"]}},
            ['service[3]: none of the clerks (3) does "c"; it is served only where nobody has signed in'],
        ),
    ],
)
def test_a_service_without_a_clerk(clerks: Table, lines: list[str]) -> None:
    assert warned(clerks=clerks) == lines


def test_a_counter_that_nobody_can_open() -> None:
    data = hall_file(counters={"4": {}})
    assert warnings_of(load_plan(data)) == ()
    alone = data.replace(b'id = "console"\nkind = "console"', b'id = "console"\nkind = "guide"')
    assert [f"{w.path}: {w.message}" for w in warnings_of(load_plan(alone))] == [
        'counter[4]: no pad belongs to counter "4" and there is no console: nobody can open it'
    ]
    assert warnings_of(load_plan(alone.split(b"[[device]]")[0])) == ()


def test_a_date_on_which_it_is_closed_anyway() -> None:
    hours = {"open": ["Mon-Fri 08:30-16:30"], "closed": ["2026-10-01", "2026-10-04"]}
    assert warned(hall=hours) == [
        "hall.closed[2]: 2026-10-04 is a Sun, on which the hall is closed anyway; look at the date, or leave it out"
    ]


def test_the_examples_have_nothing_to_warn_of() -> None:
    for name in ("baoshan", "guangyi"):
        assert not list(reach_warnings(load_plan((_EXAMPLES / f"{name}.toml").read_bytes())))
