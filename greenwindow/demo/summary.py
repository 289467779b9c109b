"""The end of the demo in numbers, all counted by the listener, and where its papers, pictures and sounds are."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from greenwindow.demo.tally import Tally, Waits


@dataclass(frozen=True)
class Outcome:
    """What is to be told."""

    tally: Tally
    given: tuple[str, ...]
    residents: int
    speed: float
    seconds: float
    out: Path
    cut_short: bool

    @property
    def lost(self) -> list[str]:
        """Numbers that residents hold and the hall doesn't know; in a whole morning also those that got no end."""
        unfinished = [] if self.cut_short else self.tally.open_tickets()
        return sorted({*self.tally.lost(self.given), *unfinished})

    @property
    def twice(self) -> list[str]:
        """Numbers given twice, or called to a second counter."""
        return sorted({*self.tally.issued_twice, *self.tally.called_twice})

    @property
    def good(self) -> bool:
        """Whether nothing was lost and nothing happened twice."""
        return not self.lost and not self.twice


def tell(console: Console, outcome: Outcome) -> None:
    """Prints the summary."""
    tally = outcome.tally
    table = Table(title="The morning in numbers 上午小结", show_header=False, title_style="bold green")
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row("issued 取号", f"{len(tally.lives)} of {outcome.residents} residents")
    table.add_row("called 呼叫", _by_reason(tally.reasons))
    table.add_row("short tickets wait 短件等候", _waits(tally.waits(short=True), outcome.speed))
    table.add_row("long tickets wait 长件等候", _waits(tally.waits(short=False), outcome.speed))
    table.add_row("green window 绿窗启用", f"engaged {tally.kinds['green_entered']} times")
    table.add_row("on the way 途中", _happenings(tally))
    table.add_row("paper failed 缺纸", str(tally.kinds["print_failed"]))
    table.add_row("lost 丢失", _names(outcome.lost))
    table.add_row("called twice 重复呼叫", _names(outcome.twice))
    if outcome.cut_short:
        table.add_row("ended early 提前结束", _left_over(outcome))
    if tally.missed:
        table.add_row("not heard 未听到", str(tally.missed))
    console.print(table)
    console.print(
        "Counted from the events on the broker by an independent listener. "
        f"One hall minute was {60 / outcome.speed:.1f} s; the demo took {outcome.seconds:.0f} s.", highlight=False,
    )  # fmt: skip
    folder = outcome.out
    console.print(
        f"[bold]{folder}[/bold] has " + ", ".join(_contents(folder)), highlight=False, soft_wrap=True
    )


def _left_over(outcome: Outcome) -> str:
    without = outcome.residents - len(outcome.given)
    words = f"{len(outcome.tally.open_tickets())} still in the hall, {without} without a number"
    return f"{words}; a longer --seconds or fewer residents would do" if without else words


def _by_reason(reasons: Mapping[str, int]) -> str:
    total = sum(reasons.values())
    return f"{total}: " + ", ".join(
        f"{name} {count}" for name, count in sorted(reasons.items(), key=lambda r: -r[1])
    )


def _waits(waits: Waits, speed: float) -> str:
    mean, p90 = waits.mean_s * speed / 60, waits.p90_s * speed / 60
    return f"mean {mean:.1f}, P90 {p90:.1f} hall minutes ({waits.count})"


def _happenings(tally: Tally) -> str:
    kinds = ("ticket_transferred", "ticket_held", "ticket_no_show", "ticket_requeued")
    words = ("transferred", "set aside", "did not come", "came back")
    return ", ".join(f"{tally.kinds[kind]} {word}" for kind, word in zip(kinds, words, strict=True))


def _names(numbers: list[str]) -> str:
    return "0" if not numbers else f"{len(numbers)}: {' '.join(numbers[:12])}"


def _contents(folder: Path) -> list[str]:
    counts = [
        ("tickets", "**/ticket-*.png", "printed tickets"),
        ("screenshots", "*.png", "screenshots"),
        ("sound", "**/*.wav", "spoken announcements"),
        ("strips", "**/*.png", "pictures of the window strips"),
        ("logs", "*.log", "logs"),
    ]
    return [
        f"{name}/ ({len(list((folder / name).glob(pattern)))} {words})" for name, pattern, words in counts
    ]
