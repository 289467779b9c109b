"""Files with secrets: for their owner only, and whole or not at all."""

import os
from pathlib import Path


def write_private(path: Path, content: str | bytes) -> None:
    """Replaces the file in one step, on disk: what is killed while writing leaves the old one. Raises OSError."""
    draft = path.with_name(path.name + ".new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content.encode() if isinstance(content, str) else content)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(path)


def make_private(folder: Path) -> None:
    """A folder for its owner only; one that is there stays as it is. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
