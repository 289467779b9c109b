"""Every benchmark: `python -m bench`, or some of them by name. Results go to `bench/results/`, a table beside them."""

import io
import sys
from collections.abc import Callable
from contextlib import redirect_stdout

from bench import dispatcher, replay, replay_next

RESULTS = replay.RESULTS
BENCHMARKS: dict[str, Callable[[], None]] = {
    "replay": replay.main,
    "next": replay_next.main,
    "dispatcher": dispatcher.main,
}


def main(names: list[str]) -> int:
    """Runs them one after the other; 2 for a name nobody knows."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"bench: there is no {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    table = []
    for name in names or list(BENCHMARKS):
        told = io.StringIO()
        with redirect_stdout(told):
            BENCHMARKS[name]()
        table.append(f"{name}\n{told.getvalue()}")
        print(table[-1], flush=True)
    (RESULTS / "table.txt").write_text("\n".join(table), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
