"""A dispatcher frozen between two messages of one write: the server waits for the rest, and none of its timers runs."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from dispatcher.errors import InUseError
from dispatcher.store import parse_database
from dispatcher.store.home import home_of
from tests.support.postgres import Postgres

_FREEZES = """
import os, signal, sys
from dispatcher.store import parse_database
from dispatcher.store.home import home_of

home = home_of(parse_database(sys.argv[1]))
home.take()
home.prepare("little")
home.keep()
with home.writes.connect() as connection:
    session = connection.connection.driver_connection
    with session.pipeline():
        session.execute("INSERT INTO meta VALUES ('frozen', '1')")
        session.pgconn.flush()
        print("frozen", flush=True)
        os.kill(os.getpid(), signal.SIGSTOP)
"""
_TAKEN_OVER_S = 3.0


def test_the_next_one_takes_over(postgres_server: Postgres) -> None:
    """Some rows go in a pipeline of messages; found by the long run of freezes under load."""
    url = postgres_server.new_database()
    home = home_of(parse_database(url))
    with _frozen(url):
        begun = time.monotonic()
        try:
            while time.monotonic() < begun + _TAKEN_OVER_S + 1:
                try:
                    return home.take()
                except InUseError:
                    time.sleep(0.2)
        finally:
            home.release()
    pytest.fail("the lock is never free")


@contextmanager
def _frozen(url: str) -> Iterator[None]:
    process = subprocess.Popen([sys.executable, "-c", _FREEZES, url], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "frozen\n"
        yield
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
