"""The live board in the terminal: counters, who waits, what just happened, and how far the morning is."""

import threading
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.panel import Panel
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from hall.plan import Plan

_LINES = 9
_PLAIN_EVERY = 10
_STATES = {
    "closed": ("· closed 未开", "dim"),
    "idle": ("○ free 空闲", "green"),
    "called": ("▶ called 呼叫", "bold yellow"),
    "serving": ("● serving 办理", "cyan"),
    "paused": ("‖ paused 暂停", "magenta"),
}
_WHY = {
    "pinned": "waits for this counter",
    "overdue": "waited longest",
    "priority": "goes first",
    "green": "green window",
    "order": "in order",
    "manual": "by hand",
}


class Board:
    """Shows what the listener hears. On a pipe it prints the events as lines instead."""

    def __init__(self, console: Console, plan: Plan, residents: int, title: str) -> None:
        self._console = console
        self._plan = plan
        self._title = title
        self._news: deque[Text] = deque(maxlen=_LINES)
        self._hall: Mapping[str, Any] = {}
        self._lock = threading.Lock()
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
        )
        self._given = self._progress.add_task("residents with a number 取号", total=residents)
        self._served = self._progress.add_task("served 已办结", total=residents)
        self._live: Live | None = None
        self._printed = 0

    def __enter__(self) -> "Board":
        if self._console.is_terminal:
            self._live = Live(console=self._console, refresh_per_second=4, get_renderable=self._picture)
            self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._live is not None:
            self._live.stop()

    def say(self, line: str, style: str = "") -> None:
        """Something the players did."""
        with self._lock:
            self._news.append(Text(line, style=style))
            if self._live is None:
                self._console.print(line, highlight=False, markup=False, soft_wrap=True)

    def event(self, event: Mapping[str, Any]) -> None:
        """Something the hall did."""
        if event["type"] == "ticket_called":
            rule = f" ({event['rule']})" if "rule" in event else ""
            why = _WHY.get(event["reason"], event["reason"])
            line = f"{event['ticket']} → counter {event['counter']}   {why}{rule}"
            self.say(line, "bold green" if event["reason"] == "green" else "")
        elif event["type"] in ("green_entered", "green_left"):
            word = "engaged" if event["type"] == "green_entered" else "over"
            self.say(f"green window {event['rule']} {word}: {event['waiting']} short tickets wait", "green")

    def update(self, hall: Mapping[str, Any], given: int, served: int) -> None:
        """The hall's state, and how far the morning is."""
        self._hall = hall
        self._progress.update(self._given, completed=given)
        self._progress.update(self._served, completed=served)

    def _picture(self) -> RenderableType:
        with self._lock:
            news = Group(*self._news)
        waiting = self._hall.get("waiting", 0)
        head = Text(
            f"waiting 等候 {waiting}   handled today 已办 {self._hall.get('handled', 0)}", style="bold"
        )
        return Panel(
            Group(head, self._counters(), self._windows(), *self._trouble(), self._progress, Text(), news),
            title=self._title, border_style="green",
        )  # fmt: skip

    def _counters(self) -> Table:
        table = Table.grid(padding=(0, 2))
        cells = [self._counter(counter.id) for counter in self._plan.counters]
        columns = 5 if len(cells) <= 10 else 4
        for start in range(0, len(cells), columns):
            table.add_row(*cells[start : start + columns])
        return table

    def _counter(self, counter: str) -> Text:
        state = self._hall.get("counters", {}).get(counter, {})
        words, style = _STATES.get(state.get("state", "closed"), ("", ""))
        return Text(f"{counter:>3} {words} {state.get('ticket', '')}", style=style)

    def _trouble(self) -> list[Text]:
        """Devices that were there and are gone, and what ails the others; nothing while all is well."""
        ails = list(ailments(self._hall.get("devices", {})))
        return [Text(f"not well 异常: {', '.join(ails)}", style="yellow")] if ails else []

    def _windows(self) -> Text:
        states = self._hall.get("green_windows", {})
        parts = [
            f"green window {name}: {s['waiting']} wait, {'ENGAGED' if s['engaged'] else 'not engaged'}"
            for name, s in states.items()
        ]
        return Text("   ".join(parts), style="green" if any(s["engaged"] for s in states.values()) else "dim")


def ailments(devices: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """A word for each device that is not as it should be, from the hall's state."""
    for name, device in devices.items():
        if device.get("online") is False and "since" in device:
            yield f"{name} gone"
        if device.get("twice"):
            yield f"{name} twice"
        for fault in device.get("faults", ()):
            yield f"{name} {fault['code']}"
