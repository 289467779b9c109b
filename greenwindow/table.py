"""What the CSV files that people write have in common: text in UTF-8, named columns, every fault told with its line."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path


class TableError(ValueError):
    """Every fault of a file, one line each: `FILE:LINE: what is wrong, what is allowed`."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


def table_text(path: Path, error: type[TableError]) -> str:
    """The file's text. Raises `error` where there is none."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise error([f"{path}: there is no such file; check the path"]) from None
    except IsADirectoryError:
        raise error([f"{path}: is a folder; name the file in it"]) from None
    except OSError as fault:
        raise error([f"{path}: cannot be read: {fault.strerror}"]) from None
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise error([f"{path}: is not a text file in UTF-8; save it as CSV in UTF-8"])
    return text


def table_lines(path: Path, text: str, faults: list[str], *, one: str) -> Iterator[tuple[int, list[str]]]:
    """The cells of the lines that say something, with their numbers. `one`: what a line holds, for the words."""
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            yield number, [cell.strip() for cell in next(csv.reader([line], strict=True))]
        except csv.Error as fault:
            faults.append(f"{path}:{number}: is not CSV ({fault}); {one} is one line")


def header_faults(names: Sequence[str], required: Sequence[str], columns: Sequence[str]) -> Iterator[str]:
    """What is wrong with the line that names the columns."""
    allowed = ", ".join(columns)
    for name in required:
        if name not in names:
            yield f"column `{name}` is missing; the columns are {allowed}"
    for name in dict.fromkeys(names):
        if name not in columns:
            yield f"column `{name}` is unknown; the columns are {allowed}"
        elif names.count(name) > 1:
            yield f"column `{name}` is there twice; once is allowed"
