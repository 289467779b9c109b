"""What everybody asked and was told, and the judge who compares it with the journal when all is quiet."""

import sqlite3
import threading
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support.dispatcher_process import Device, now_text


@dataclass
class Actor:
    """A device that asks without a pause, each thing until it is answered, and keeps every answer."""

    device: Device
    kind: str
    fields: dict[str, Any]
    stop: threading.Event
    asked: list[str] = field(default_factory=list)

    def run(self) -> None:
        while not self.stop.is_set():
            command = f"{self.device.name}-{len(self.asked)}"
            self.asked.append(command)
            self._insist(command)

    def _insist(self, command: str) -> None:
        """The same press again and again, as a station does; its age is that of the first."""
        at = now_text()
        for _ in range(40):
            self.device.send(self.kind, command, at=at, **self.fields)
            if self.device.answer(command, 0.25) is not None or self.stop.is_set():
                return

    @property
    def acknowledged(self) -> dict[str, dict[str, Any]]:
        """Command id → its reply, of those that were accepted."""
        heard = dict(self.device.answers)
        return {name: heard[name][0] for name in self.asked if name in heard and heard[name][0]["ok"]}


def judge(database: Path, actors: list[Actor], listener: Device) -> None:
    """Fails with words if a promise was broken."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        _same_reply_for_the_same_press(actors)
        _nothing_acknowledged_is_lost(connection, actors)
        _no_ticket_is_called_twice(connection)
        _no_number_is_given_twice(connection)
        _all_on_disk_was_said(connection, listener)
    finally:
        connection.close()


def _same_reply_for_the_same_press(actors: list[Actor]) -> None:
    for actor in actors:
        for name, replies in actor.device.answers.items():
            kept = [
                {key: value for key, value in reply.items() if key != "epoch"}
                for reply in replies
                if reply["ok"] or reply["error"]["code"] not in ("busy", "bad_message")
            ]
            assert all(reply == kept[0] for reply in kept), f"{name} was answered in two ways: {replies}"


def _nothing_acknowledged_is_lost(connection: sqlite3.Connection, actors: list[Actor]) -> None:
    tickets = dict(connection.execute("SELECT number, token FROM ticket").fetchall())
    calls = {
        (row[0], row[1])
        for row in connection.execute("SELECT command, ticket FROM journal WHERE type='ticket_called'")
    }
    for actor in actors:
        for name, reply in actor.acknowledged.items():
            ticket = reply.get("ticket")
            if actor.kind == "issue_ticket":
                assert ticket is not None
                assert tickets.get(ticket["number"]) == reply["token"], f"{name}: {ticket['number']} is lost"
            elif ticket is not None:
                assert (name, ticket["number"]) in calls, f"{name}: the call of {ticket['number']} is lost"


def _no_ticket_is_called_twice(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT ticket FROM journal WHERE type='ticket_called'").fetchall()
    twice = [ticket for (ticket,), times in Counter(rows).items() if times > 1]
    assert not twice, f"called twice: {twice}"


def _no_number_is_given_twice(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT day, ticket FROM journal WHERE type='ticket_issued'").fetchall()
    assert len(rows) == len(set(rows)), "a number was given twice"


def _events(listener: Device) -> list[dict[str, Any]]:
    """Without taking the lock that `wait_for` holds."""
    return [body for topic, body in listener.heard if "/event/" in topic]


def _all_on_disk_was_said(connection: sqlite3.Connection, listener: Device) -> None:
    last = connection.execute("SELECT max(seq) FROM journal").fetchone()[0] or 0
    listener.wait_for(lambda: any(body.get("seq") == last for body in _events(listener)), 3)
    heard: dict[int, tuple[str, str | None]] = {}
    for body in listener.events():
        what = (body["type"], body.get("ticket"))
        assert heard.setdefault(body["seq"], what) == what, f"seq {body['seq']} was two things"
    missing = set(range(1, last + 1)) - set(heard)
    assert not missing, f"never said: {sorted(missing)[:10]}"
