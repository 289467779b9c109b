"""Messages doubled, late, in another order, lost, kept by a broker: each press acts once, in time, or not at all."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.support.fault_mail import Mail, Seen
from tests.support.postgres import Postgres
from tests.support.shares import Share

_AT_ONCE = 8
"""Runs between two looks at how far it is."""


def _in_file(folder: Path, _stack: ExitStack) -> str:
    return str(folder / "hall.db")


@pytest.mark.parametrize("home", ["sqlite", "postgres"])
@pytest.mark.full(100_000, "steps", short=500, share=10_000)
@pytest.mark.timeout(1800)
@pytest.mark.logs("the broker is gone", "a dispatcher that was replaced")
def test_each_acts_once_or_not_at_all(request: pytest.FixtureRequest, home: str, share: Share) -> None:
    def in_server(_folder: Path, stack: ExitStack) -> str:
        server: Postgres = request.getfixturevalue("postgres_server")
        url = server.new_database()
        stack.callback(server.drop, url)
        return url

    seen, tries = Seen(), 0
    profile = settings(  # no shrinking: it would take longer than all the rest
        phases=[Phase.generate],
        max_examples=_AT_ONCE, stateful_step_count=100, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    while seen.steps < share.count:
        tries += 1

        def mail() -> Mail:
            return Mail(_in_file if home == "sqlite" else in_server, seen)

        seeded: Any = seed(share.number * 10_000 + tries)(mail)
        run_state_machine_as_test(seeded, settings=profile)
    share.add(
        steps=seen.steps, messages=seen.arrived, again=seen.again, late=seen.late, runs=seen.runs, events=seen.events,
        violations=0,
    )  # fmt: skip
    assert seen.again > 0
    assert seen.late > 0
    assert seen.events > share.count / 20
