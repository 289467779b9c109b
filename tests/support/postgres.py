"""A real PostgreSQL of the tests' own: on a free loopback port, with a folder that goes with it."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

from tests.support.mosquitto import free_port

SECURED = "secured"
"""A user who has to say its password, which is its name."""
_CONF = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
shared_buffers = 16MB
min_wal_size = 8MB
max_wal_size = 64MB
max_connections = 60
"""
_HBA = f"host all {SECURED} 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n"


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    if not found:
        raise AssertionError("PostgreSQL is not installed: apt-get install postgresql")
    return found[-1].parent


class Postgres:
    """A server that can be stopped, killed, frozen and started again on the same port."""

    def __init__(self, *, fsync: bool = False, parent: str = "/tmp") -> None:
        """`parent`: any folder that the server's user may enter."""
        self.port = free_port()
        self.folder = Path(tempfile.mkdtemp(prefix="greenwindow-postgres-", dir=parent))
        self.process: subprocess.Popen[bytes] | None = None
        self._numbers = count(1)
        self._as = self._postgres_user()
        data = str(self.folder / "data")
        words = ["-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync", "--wal-segsize=1"]
        words += ["-D", data]
        self._run("initdb", *words)
        conf = self.folder / "data" / "postgresql.conf"
        conf.write_text(conf.read_text() + _CONF + f"fsync = {'on' if fsync else 'off'}\n")
        (self.folder / "data" / "pg_hba.conf").write_text(_HBA)

    def start(self) -> None:
        """Runs it and waits until it answers."""
        log = (self.folder / "log").open("ab")
        words = [str(_programs() / "postgres"), "-D", str(self.folder / "data"), "-p", str(self.port)]
        self.process = subprocess.Popen(words, stdout=log, stderr=log, cwd=self.folder, **self._as)
        log.close()
        deadline = time.monotonic() + 10
        while not self._answers():
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise AssertionError((self.folder / "log").read_text())
            time.sleep(0.02)

    def revive(self) -> None:
        """Started again if it has given up, as an init system does."""
        if self.process is not None and self.process.poll() is not None:
            self.start()

    def stop(self) -> None:
        """In order, though nobody's session is waited for."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """As a power cut: the next start recovers from its log."""
        self._end(signal.SIGQUIT)

    def freeze(self) -> None:
        """All of it: who asks waits for ever."""
        self._signal_all(signal.SIGSTOP)

    def thaw(self) -> None:
        """As if nothing had been."""
        self._signal_all(signal.SIGCONT)

    def url(self, name: str, user: str = "postgres", password: str = "") -> str:
        """As `--database` takes it."""
        secret = f":{password}" if password else ""
        return f"postgresql+psycopg://{user}{secret}@127.0.0.1:{self.port}/{name}"

    def new_database(self) -> str:
        """An empty one; its URL."""
        name = f"hall{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name}")
        return self.url(name)

    def drop(self, url: str) -> None:
        """With whoever is still connected."""
        self.execute(f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)")

    def execute(self, statement: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """As the superuser; rows, if it has any."""
        where = f"host=127.0.0.1 port={self.port} user=postgres dbname={database}"
        with psycopg.connect(where, autocommit=True, connect_timeout=3) as session:
            cursor = session.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def remove(self) -> None:
        """Stopped, and nothing left of it."""
        self.stop()
        shutil.rmtree(self.folder)

    def _end(self, how: signal.Signals) -> None:
        if self.process is not None:
            self.thaw()
            self.process.send_signal(how)
            self.process.wait(timeout=10)
            self.process = None

    def _signal_all(self, which: signal.Signals) -> None:
        """Its workers come and go by themselves: one that has just ended needs no signal."""
        for pid in self._all():
            with suppress(ProcessLookupError):
                os.kill(pid, which)

    def _all(self) -> list[int]:
        assert self.process is not None
        pid = self.process.pid
        if self.process.poll() is not None:
            return []
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return [pid, *map(int, children)]

    def _answers(self) -> bool:
        try:
            self.execute("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def _run(self, program: str, *words: str) -> None:
        subprocess.run(
            [str(_programs() / program), *words],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=self.folder,
            **self._as,
        )

    def _postgres_user(self) -> dict[str, Any]:
        """It refuses to run as root: then as the user its package made."""
        if os.getuid() != 0:
            return {}
        found = pwd.getpwnam("postgres")
        os.chown(self.folder, found.pw_uid, found.pw_gid)
        return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}


@contextmanager
def postgres(*, fsync: bool = False, parent: str = "/tmp") -> Iterator[Postgres]:
    """A running server of one's own."""
    server = Postgres(fsync=fsync, parent=parent)
    try:
        server.start()
        yield server
    finally:
        server.remove()
