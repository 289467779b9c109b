"""`docs/hall-file.md`, made from the types of the hall file; with `--check` it only tells whether the page is stale."""

import sys
from collections.abc import Sequence
from pathlib import Path

from hall.plan.reference import page

PAGE = Path(__file__).parent.parent / "docs" / "hall-file.md"


def main(arguments: Sequence[str]) -> int:
    """Writes the page, or checks it; the exit code."""
    text = page()
    if "--check" not in arguments:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    print(f"{PAGE}: is stale; run `python -m scripts.hall_page`", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
