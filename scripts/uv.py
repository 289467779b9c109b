"""Runs uv with this machine's pip configuration: uv reads none, and the repository names no registry.

`python scripts/uv.py pip sync …` is `uv pip sync …` with the indexes, certificates and proxy pip would use.
What is set for uv itself, as `UV_…` in the environment, wins. Runs on a bare `.venv`: standard library only.
"""

import ast
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

# pip option → (uv's variables, separator of several values)
_NAMES: Mapping[str, tuple[tuple[str, ...], str]] = {
    "index-url": (("UV_DEFAULT_INDEX",), " "),
    "extra-index-url": (("UV_INDEX",), " "),
    "find-links": (("UV_FIND_LINKS",), ","),
    "trusted-host": (("UV_INSECURE_HOST",), " "),
    "default-timeout": (("UV_HTTP_TIMEOUT",), " "),
    "timeout": (("UV_HTTP_TIMEOUT",), " "),
    "cert": (("SSL_CERT_FILE",), " "),
    "proxy": (("HTTPS_PROXY", "HTTP_PROXY"), " "),
}
_SECTIONS = ("global", "install", ":env:")  # later ones win, as in pip


def read_settings(lines: Iterable[str]) -> dict[str, str]:
    """The options in the output of `pip config list`, the strongest section's value of each."""
    found: dict[str, dict[str, str]] = {section: {} for section in _SECTIONS}
    for line in lines:
        key, equals, value = line.partition("=")
        section, _, option = key.rpartition(".")
        if equals and section in found:
            found[section][option] = str(ast.literal_eval(value))
    return {option: value for section in _SECTIONS for option, value in found[section].items()}


def uv_environment(settings: Mapping[str, str], environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for uv: `environment`, and pip's settings where it doesn't name uv's own."""
    # pip takes the best version of all its indexes; hashes decide what is the right file
    added = {"UV_INDEX_STRATEGY": "unsafe-best-match"}
    for option, (names, separator) in _NAMES.items():
        if value := separator.join(settings.get(option, "").split()):
            added |= dict.fromkeys(names, value)
    if settings.get("no-index", "").lower() in {"1", "true", "yes", "on"}:
        added["UV_NO_INDEX"] = "1"
    return added | dict(environment)


def main() -> None:
    """Becomes uv."""
    listing = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], check=True, capture_output=True, text=True
    ).stdout
    environment = uv_environment(read_settings(listing.splitlines()), os.environ)
    uv = Path(sys.executable).with_name("uv")
    os.execve(uv, [str(uv), *sys.argv[1:]], environment | {"VIRTUAL_ENV": sys.prefix})


if __name__ == "__main__":
    main()
