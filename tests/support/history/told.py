"""Checks of answers: whoever was told yes finds it on disk, once, and is told the same when asking again."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from tests.support.history.faults import Fault, Found
from tests.support.history.records import Asked, History, JournalLine, Log, Rows
from wire.instant import parse_instant

_RIGHT_LOST = ("not_allowed", "unknown_device")
"""Whoever has lost the right since is refused, also when asking again."""
_FORGOTTEN = ("bad_message", "too_large", "busy")
_BRINGS = {
    "issue_ticket": "ticket_issued", "book_appointment": "appointment_booked", "cancel_ticket": "ticket_cancelled",
    "open_counter": "counter_opened", "close_counter": "counter_closed", "pause_counter": "counter_paused",
    "resume_counter": "counter_resumed", "next": "ticket_called", "call": "ticket_called",
    "recall": "ticket_recalled", "start": "service_started", "done": "service_finished",
    "no_show": "ticket_no_show", "requeue": "ticket_requeued", "transfer": "ticket_transferred",
    "hold": "ticket_held", "resume": "ticket_resumed", "rate": "rated",
}  # fmt: skip
"""What an accepted command must have left in the journal; `next` only if a ticket was called."""
_LIVES_MS = {"issue_ticket": 600_000, "report_print": 600_000, "rate": 600_000}
_USUAL_LIFE_MS = 10_000
_SLACK_MS = 1000
"""The dispatcher looks at a command's age before it decides, and dates what it decided."""

_KEPT_MS = 23 * 3_600_000
"""Replies are remembered for a day."""

_Key = tuple[str, str]


def check_told(history: History) -> Iterator[Found]:
    """Everything that was answered."""
    caused = _caused(history.rows)
    kept = {(row.device, row.command): row.body for row in history.rows.replies}
    forgotten = _forgotten(history)
    for log in history.logs:
        answers = _answers(log)
        yield from _same(log, answers)
        yield from _on_disk(log, answers, kept, forgotten)
        yield from _still_there(log, answers, caused, history.rows)
        yield from _in_time(log, caused)
        if history.all_answered:
            yield from _all(log, answers)


def _caused(rows: Rows) -> dict[_Key, list[JournalLine]]:
    found: dict[_Key, list[JournalLine]] = defaultdict(list)
    for line in rows.journal:
        if line.device is not None and line.body.get("command") is not None:
            found[line.device, line.body["command"]].append(line)
    return found


def _answers(log: Log) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for reply in log.replies():
        found[reply.body["command"]].append(reply.body)
    return found


def _lasting(reply: Mapping[str, Any]) -> dict[str, Any] | None:
    """What must be the same each time; None for what is not remembered."""
    if not reply["ok"] and reply["error"]["code"] in _FORGOTTEN:
        return None
    return {name: value for name, value in reply.items() if name != "epoch"}


def _remembered(replies: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [kept for kept in map(_lasting, replies) if kept is not None]


def _same(log: Log, answers: Mapping[str, list[dict[str, Any]]]) -> Iterator[Found]:
    for command, replies in answers.items():
        kept = _remembered(replies)
        if any(reply != kept[0] and not _lost_right(reply) for reply in kept):
            yield Found(Fault.TWO_ANSWERS, f"{command} of {log.device}: {kept[:3]}")


def _forgotten(history: History) -> int:
    """Before which moment a reply may be gone: in quiet moments they are forgotten, also when none has come since."""
    told = [row.body["at"] for row in history.rows.replies]
    for log in history.logs:
        told += [heard.body["at"] for heard in reversed(log.heard) if "at" in heard.body][:1]
    return max(map(parse_instant, told), default=0) - _KEPT_MS


def _lost_right(reply: Mapping[str, Any]) -> bool:
    return not reply["ok"] and reply["error"]["code"] in _RIGHT_LOST


def _on_disk(
    log: Log,
    answers: Mapping[str, list[dict[str, Any]]],
    kept: Mapping[_Key, dict[str, Any]],
    forgotten: int,
) -> Iterator[Found]:
    for command, replies in answers.items():
        for reply in _remembered(replies)[:1]:
            row = kept.get((log.device, command))
            if row is None and parse_instant(reply["at"]) < forgotten:
                continue
            if row is None or _lasting(row) != reply:
                yield Found(Fault.NOT_KEPT, f"the reply to {command} of {log.device}: {reply}, on disk {row}")


def _still_there(
    log: Log,
    answers: Mapping[str, list[dict[str, Any]]],
    caused: Mapping[_Key, list[JournalLine]],
    rows: Rows,
) -> Iterator[Found]:
    tokens = {row.token: row.number for row in rows.tickets}
    for command, asked in log.questions().items():
        for reply in _remembered(answers.get(command, []))[:1]:
            if not reply["ok"]:
                continue
            ticket = (reply.get("ticket") or {}).get("number") or asked.body.get("ticket")
            wanted = _BRINGS.get(asked.body["type"])
            if wanted is not None and (wanted != "ticket_called" or ticket is not None):
                there = [line.body for line in caused.get((log.device, command), ()) if line.kind == wanted]
                if [body.get("ticket", ticket) for body in there] != [ticket]:
                    yield Found(Fault.LOST, f"{command} of {log.device}: {wanted} of {ticket}, kept {there}")
            if "token" in reply and tokens.get(reply["token"]) != ticket:
                yield Found(Fault.LOST, f"{command} of {log.device}: the token of {ticket}")


def _in_time(log: Log, caused: Mapping[_Key, list[JournalLine]]) -> Iterator[Found]:
    """A press that was cut off must not act when the link is back."""
    for command, asked in log.questions().items():
        for line in caused.get((log.device, command), ())[:1]:
            age = parse_instant(line.body["at"]) - _said_at(asked)
            if age > _LIVES_MS.get(asked.body["type"], _USUAL_LIFE_MS) + _SLACK_MS:
                yield Found(Fault.DONE_LATE, f"{command} of {log.device}: {age} ms old, entry {line.id}")


def _said_at(asked: Asked) -> int:
    return parse_instant(asked.body["at"])


def _all(log: Log, answers: Mapping[str, list[dict[str, Any]]]) -> Iterator[Found]:
    silent = [command for command in log.questions() if command not in answers]
    if silent:
        yield Found(Fault.NO_ANSWER, f"{log.device}: {len(silent)} commands, such as {silent[0]}")
