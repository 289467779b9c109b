"""`docs/performance.md`, written from the results: nobody copies a figure by hand."""

import os
import platform
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"

_HEAD = """\
# Performance

Written by `make bench`; don't edit. `make bench ARGS="press throughput"` runs some of the benchmarks alone; their
figures are kept in `bench/results/*.json`.

A machine's clock says little, so each figure stands beside what it is compared with, measured in the same run on the
same broker and disk: mostly as a ratio. Nothing here is asserted in a test. What is wanted stands before what was seen.
"""


def write_page(benchmarks: Mapping[str, ModuleType], results: Mapping[str, Any]) -> None:
    """One chapter for each benchmark that has a result."""
    chapters = [_HEAD]
    for name, benchmark in benchmarks.items():
        if name in results:
            chapters.append(_chapter(name, benchmark, results[name]))
    PAGE.write_text("\n".join(chapters), encoding="utf-8")


def _chapter(name: str, benchmark: ModuleType, result: Any) -> str:
    first, _, rest = (benchmark.__doc__ or "").partition("\n\n")
    title = " ".join(first.split()).rsplit(": `", 1)[0]
    seen = "\n".join(f"- {line.strip()}" for line in benchmark.lines(result))
    more = f"\n{' '.join(rest.split())}\n" if rest else ""
    return (
        f"## {name}\n\n{title}.\n{more}\nWanted: {benchmark.WANTED}\n\n{seen}\n\n"
        f"Measured {result['measured']['date']} on {result['measured']['machine']}.\n"
    )


def where_and_when() -> dict[str, str]:
    """On what kind of machine, and on which day."""
    return {"date": str(date.today()), "machine": _machine()}  # noqa: DTZ011 - the day where it was measured


def _machine() -> str:
    model = "a processor"
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line for line in cpuinfo.read_text().splitlines() if line.startswith("model name")]
        model = " ".join(names[0].partition(":")[2].split()) if names else model
    return f"{os.cpu_count()} cores of {model}, {platform.system()}, Python {platform.python_version()}"
