"""Checks that what pyproject.toml asks for is pinned by hash, names no registry and has a recorded reason."""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ("requirements.txt", "requirements-bootstrap.txt")


def pinned(text: str) -> dict[str, str]:
    """Package → version, of the entries of a requirements file that carry a hash."""
    entries = text.replace("\\\n", " ").splitlines()
    found = (re.match(r"([A-Za-z0-9._-]+)==([^\s;]+).*--hash=sha256:", entry) for entry in entries)
    return {canonicalize_name(match[1]): match[2] for match in found if match}


def declared(pyproject: str) -> list[Requirement]:
    """What pyproject.toml asks for, development tools included."""
    table = tomllib.loads(pyproject)
    groups: Mapping[str, Sequence[str]] = table.get("dependency-groups", {})
    asked = [*table["project"]["dependencies"], *(line for group in groups.values() for line in group)]
    return [Requirement(line) for line in asked]


def lock_faults(name: str, text: str) -> Iterator[str]:
    """What is wrong with one requirements file by itself."""
    for number, line in enumerate(text.splitlines(), 1):
        if "://" in line:
            yield f"{name}:{number}: holds an address; run make lock"
    for entry in text.replace("\\\n", " ").splitlines():
        if entry.strip() and "--hash=sha256:" not in entry:
            yield f"{name}: {entry.split()[0]} has no hash; run make lock"


def dependency_faults(requirements: Sequence[Requirement], lock: str, decisions: str) -> Iterator[str]:
    """Which dependencies are not pinned, pinned to a version not allowed, or without a recorded reason."""
    versions = pinned(lock)
    for requirement in requirements:
        version = versions.get(canonicalize_name(requirement.name))
        if version is None or not requirement.specifier.contains(version):
            yield f"pyproject.toml: {requirement} is not pinned (found: {version}); run make lock"
        if f"`{requirement.name}`" not in decisions:
            yield f"pyproject.toml: no record in docs/decisions says why `{requirement.name}` was taken"


def faults(root: Path) -> list[str]:
    """Every fault of the checkout at `root`, one line each."""
    texts = {name: (root / name).read_text(encoding="utf-8") for name in LOCKS}
    decisions = "".join(path.read_text(encoding="utf-8") for path in sorted(root.glob("docs/decisions/*.md")))
    requirements = declared((root / "pyproject.toml").read_text(encoding="utf-8"))
    found = [fault for name, text in texts.items() for fault in lock_faults(name, text)]
    return found + list(dependency_faults(requirements, texts[LOCKS[0]], decisions))


def main() -> int:
    """Prints every fault; 1 if there is one."""
    found = faults(Path(__file__).resolve().parent.parent)
    print("\n".join(found) or "dependencies: pinned, hashed, explained")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
