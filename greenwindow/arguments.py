"""What several commands are asked in the same words: which hall, and where it is kept."""

from pathlib import Path
from typing import Annotated

import typer

HallFile = Annotated[Path, typer.Argument(metavar="HALL.toml", help="the hall file")]
Folder = Annotated[
    Path | None,
    typer.Option("--dir", envvar="GREENWINDOW_DIR", help="what this hall has here [var/<hall id>]"),
]
Database = Annotated[
    str | None,
    typer.Option(envvar="GREENWINDOW_DATABASE", help="a path or URL, as for dispatcher [DIR/hall.db]"),
]
