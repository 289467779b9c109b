"""Keeps the one request in hand on disk, so that a killed kiosk takes up the same request and shows the same number."""

import json
import os
from pathlib import Path
from typing import Any

import structlog

from kiosk.flow import Paper, Pending
from wire.codec import command_from_fields
from wire.commands import CheckIn, IssueTicket, command_fields
from wire.errors import WireError
from wire.replies import reply_from_json, reply_json

LIFE_S = 600.0
_log = structlog.get_logger("kiosk")


class Keeper:
    """One small file, replaced whole; only the owner may read it: it holds the address of the resident's ticket."""

    def __init__(self, folder: Path) -> None:
        """Makes the folder. Raises OSError when it can't."""
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / "pending.json"

    def keep(self, pending: Pending) -> None:
        """On disk when this returns. Raises OSError."""
        fresh = self._file.with_suffix(".new")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(_dump(pending))
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(self._file)

    def forget(self) -> None:
        self._file.unlink(missing_ok=True)

    def load(self, wall_s: float) -> Pending | None:
        """What was in hand, unless it is older than a request lives: that resident has left. Damage is logged."""
        try:
            if wall_s - self._file.stat().st_mtime > LIFE_S:
                self.forget()
                return None
            return _load(self._file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError, AttributeError, WireError) as error:
            _log.warning("kept request unreadable", file=str(self._file), error=str(error))
            self._file.replace(self._file.with_suffix(".damaged"))
            return None


def _dump(pending: Pending) -> str:
    return json.dumps(
        {
            "request": command_fields(pending.request),
            "reply": reply_json(pending.reply) if pending.reply is not None else None,
            "paper": pending.paper.value,
            "copies": pending.copies,
            "language": pending.language,
        }
    )


def _load(text: str) -> Pending:
    fields: dict[str, Any] = json.loads(text)
    request = command_from_fields(fields["request"])
    if not isinstance(request, IssueTicket | CheckIn) or request.id is None:
        raise ValueError("it holds no issue_ticket or check_in")
    reply = reply_from_json(fields["reply"]) if fields["reply"] is not None else None
    return Pending(request, reply, Paper(fields["paper"]), int(fields["copies"]), fields.get("language"))
