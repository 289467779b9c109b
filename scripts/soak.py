"""`make soak`: the long figures of reliability, share by share; stopped at any time, the next run goes on from there.

    python -m scripts.soak [--list] [--table] [--again] [--shares N] [PART OF A NAME …]

What is done stands in `var/soak/done.json`; what was seen in `var/soak/figures.json`. Each share is a run of pytest of
its own, so a stopped one is done again with the same seed.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.support import shares, soak_rows

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "var" / "soak"
_SETTINGS = ("-q", "--timeout=7200")
_STOPPED = 130


@dataclass
class Row:
    """One figure of one test."""

    name: str
    words: list[str]
    full: int
    share: int
    what: str
    shares: list[dict[str, Any]] = field(default_factory=list)
    """Those that were done: count, seconds, figures, commit and time."""

    @property
    def done(self) -> int:
        return sum(share["count"] for share in self.shares)

    @property
    def left(self) -> int:
        return max(0, self.full - self.done)

    @property
    def shares_left(self) -> int:
        return -(-self.left // self.share)

    def seconds_left(self) -> float | None:
        """By what it took so far; None while nobody knows."""
        if not self.left:
            return 0.0
        return sum(share["seconds"] for share in self.shares) / self.done * self.left if self.done else None

    def figures(self) -> dict[str, Any]:
        """All shares together."""
        sums: dict[str, float] = {}
        greatest: dict[str, float] = {}
        for share in self.shares:
            for name, value in share["sums"].items():
                sums[name] = sums.get(name, 0) + value
            for name, value in share["greatest"].items():
                greatest[name] = max(value, greatest.get(name, value))
        seconds = round(sum(share["seconds"] for share in self.shares))
        last = self.shares[-1] if self.shares else {"at": None, "commit": None}
        return {
            "what": self.what, "full": self.full, "done": self.done, "seconds": seconds, "sums": sums,
            "greatest": greatest, "at": last["at"], "commit": last["commit"],
        }  # fmt: skip


def find_rows(done: dict[str, list[dict[str, Any]]]) -> list[Row]:
    """What pytest collects, with what was done before."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.json"
        problem = _collect(path)
        if problem:
            sys.exit(f"soak: pytest can't collect the tests\n{problem}")
        found = json.loads(path.read_text(encoding="utf-8"))
    return [Row(**row, shares=done.get(row["name"], [])) for row in found]


def run_share(row: Row) -> tuple[int, dict[str, Any]]:
    """One share; pytest's exit code, and what is to be kept of it."""
    count = min(row.share, row.left)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "figures.json"
        told = {shares.SHARE: f"{count},{len(row.shares)}", shares.FIGURES: str(path)}
        begun = time.monotonic()
        code = _share(row.words, told)
        seen = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"sums": {}, "greatest": {}}
    return code, {
        "count": count, "seconds": round(time.monotonic() - begun, 1), "at": _now(), "commit": _commit(), **seen
    }  # fmt: skip


def _share(words: Iterable[str], told: dict[str, str]) -> int:
    """Ctrl-C reaches pytest too, which ends what it started; it is waited for. Raises KeyboardInterrupt then."""
    stopped = []

    def stop(number: int, _frame: object) -> None:
        stopped.append(number)
        if number == signal.SIGTERM:
            process.send_signal(signal.SIGINT)

    # before it starts: what is ignored here it would ignore too
    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    process = subprocess.Popen(_command(words), cwd=ROOT, env=_environment(told))
    try:
        code = process.wait()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if stopped:
        raise KeyboardInterrupt
    return code


def _collect(path: Path) -> str:
    """What pytest said if it could not."""
    words = ["--collect-only", "-p", "tests.support.soak_rows", "tests"]
    told = subprocess.run(
        _command(words), cwd=ROOT, env=_environment({soak_rows.ROWS: str(path)}), text=True, capture_output=True,
        check=False,
    )  # fmt: skip
    return "" if path.exists() else told.stdout + told.stderr


def _command(words: Iterable[str]) -> list[str]:
    return [sys.executable, "-m", "pytest", *_SETTINGS, *words]


def _environment(told: dict[str, str]) -> dict[str, str]:
    return {**os.environ, "GREENWINDOW_SOAK": "1", "PYTHONPATH": str(ROOT), **told}


class Soak:
    """Runs rows and keeps what was done after each share."""

    def __init__(
        self,
        rows: list[Row],
        kept: Path = KEPT,
        work: Callable[[Row], tuple[int, dict[str, Any]]] = run_share,
    ) -> None:
        self._rows = rows
        self._kept = kept
        self._work = work
        self._failed: list[str] = []

    def run(self, at_most: int | None) -> int:
        """All that is left, or so many shares of each row; the exit code."""
        for row in self._rows:
            self._run_row(row, at_most)
        for name in self._failed:
            print(f"failed: {name}")
        return 1 if self._failed else 0

    def _run_row(self, row: Row, at_most: int | None) -> None:
        begun = len(row.shares)
        while row.left and (at_most is None or len(row.shares) - begun < at_most):
            print(f"— {row.name}: {row.done} of {row.full} {row.what}{self._time_left()}", flush=True)
            code, share = self._work(row)
            if code:
                self._failed.append(row.name)
                return
            row.shares.append(share)
            keep(self._rows, self._kept)

    def _time_left(self) -> str:
        known = [left for row in self._rows if (left := row.seconds_left()) is not None]
        unknown = sum(row.seconds_left() is None for row in self._rows)
        more = f" and {unknown} not tried yet" if unknown else ""
        return f"; about {round(sum(known) / 60)} min left{more}"


def keep(rows: list[Row], kept: Path) -> None:
    """What was done, beside what other runs did of other rows."""
    kept.mkdir(parents=True, exist_ok=True)
    done = load("done.json", kept) | {row.name: row.shares for row in rows if row.shares}
    figures = load("figures.json", kept) | {row.name: row.figures() for row in rows if row.shares}
    for name, content in (("done.json", done), ("figures.json", figures)):
        draft = kept / f"{name}.new"
        draft.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        draft.rename(kept / name)


def load(name: str, kept: Path = KEPT) -> dict[str, Any]:
    """What an earlier run left; nothing, if none did."""
    path = kept / name
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%d %H:%M")


def _commit() -> str:
    told = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )  # fmt: skip
    return told.stdout.strip() or "unknown"


def table(figures: dict[str, dict[str, Any]]) -> list[str]:
    """What was seen, for docs/reliability.md."""
    lines = ["| test | home | done | seen | when, commit |", "|---|---|---|---|---|"]
    for name, row in sorted(figures.items()):
        test, _, home = name.partition("::")[2].removesuffix("]").partition("[")
        seen = row["sums"] | {f"at most {name}": value for name, value in row["greatest"].items()}
        words = ", ".join(f"{name.replace('_', ' ')} {value:g}" for name, value in seen.items())
        reached = f"{row['done']:,} of {row['full']:,} {row['what']}" if row["full"] > 1 else "once"
        title = f"`{test.removeprefix('test_')}`" if test else f"`{name}`"
        lines.append(f"| {title} | {home or '–'} | {reached} | {words} | {row['at']}, {row['commit']} |")
    return lines


def asked_for(rows: list[Row], names: list[str]) -> list[Row]:
    """In the order in which they are asked for."""
    found = {row.name: row for name in names for row in rows if name in row.name}
    return list(found.values()) if names else rows


def _print_rows(rows: list[Row]) -> None:
    for row in rows:
        mark = "done" if not row.left else f"{row.shares_left} shares left"
        print(f"{row.name}: {row.done} of {row.full} {row.what} ({mark})")


def main() -> int:
    """The exit code: 0 all is done, 1 something failed, 130 stopped."""
    parser = argparse.ArgumentParser(prog="make soak", description="The long figures of reliability.")
    parser.add_argument("names", nargs="*", help="parts of names; all of them without")
    parser.add_argument("--list", action="store_true", help="what there is and how far it is")
    parser.add_argument("--table", action="store_true", help="what was seen, for docs/reliability.md")
    parser.add_argument("--again", action="store_true", help="from the beginning")
    parser.add_argument("--shares", type=int, help="so many shares of each, then the next")
    asked = parser.parse_args()
    if asked.table:
        print("\n".join(table(load("figures.json"))))
        return 0
    rows = find_rows({} if asked.again else load("done.json"))
    rows = asked_for(rows, asked.names)
    if asked.list or not rows:
        _print_rows(rows)
        return 0 if rows else 2
    try:
        return Soak(rows).run(asked.shares)
    except KeyboardInterrupt:
        print("\nstopped; `make soak` goes on from here")
        return _STOPPED


if __name__ == "__main__":
    sys.exit(main())
