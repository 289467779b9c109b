"""Every benchmark: `python -m bench`, or some of them by name. Results go to `bench/results/`, a table beside them."""

import json
import sys
from pathlib import Path
from types import ModuleType

from bench import press, replay, replay_next, throughput

RESULTS = Path(__file__).parent / "results"
BENCHMARKS: dict[str, ModuleType] = {
    "replay": replay,
    "next": replay_next,
    "press": press,
    "throughput": throughput,
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
        result = BENCHMARKS[name].run()
        (RESULTS / f"{name}.json").write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
        print("\n".join([name, *BENCHMARKS[name].lines(result), ""]), flush=True)
    (RESULTS / "table.txt").write_text("\n".join(_table()), encoding="utf-8")
    return 0


def _table() -> list[str]:
    """What is known, from this run or an earlier one."""
    table = []
    for name, benchmark in BENCHMARKS.items():
        path = RESULTS / f"{name}.json"
        if path.exists():
            table += [name, *benchmark.lines(json.loads(path.read_text(encoding="utf-8"))), ""]
    return table


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
