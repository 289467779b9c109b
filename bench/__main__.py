"""Every benchmark: `python -m bench`, or some by name. Results go to `bench/results/` and `docs/performance.md`."""

import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from bench import kiosk, month, paper, pixels, press, replay, replay_next, restart, slip, throughput
from bench.page import where_and_when, write_page

RESULTS = Path(__file__).parent / "results"
BENCHMARKS: dict[str, ModuleType] = {
    "replay": replay,
    "next": replay_next,
    "press": press,
    "throughput": throughput,
    "restart": restart,
    "pixels": pixels,
    "paper": paper,
    "slip": slip,
    "kiosk": kiosk,
    "month": month,
}
"""Each has `run()`, which measures, and `lines(result)`, which says it with both sides of each ratio."""


def main(names: list[str]) -> int:
    """Runs them one after the other; 2 for a name nobody knows."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"bench: there is no {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    RESULTS.mkdir(exist_ok=True)
    for name in names or list(BENCHMARKS):
        result = {**BENCHMARKS[name].run(), "measured": where_and_when()}
        _path(name).write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
        print("\n".join([name, *BENCHMARKS[name].lines(result), ""]), flush=True)
    write_page(BENCHMARKS, _known())
    return 0


def _path(name: str) -> Path:
    return RESULTS / f"{name}.json"


def _known() -> dict[str, Any]:
    """What was measured in this run or an earlier one."""
    there = [name for name in BENCHMARKS if _path(name).exists()]
    return {name: json.loads(_path(name).read_text(encoding="utf-8")) for name in there}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
