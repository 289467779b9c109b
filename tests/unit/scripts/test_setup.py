import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[3]
_Setup = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def setup(tmp_path: Path) -> _Setup:
    """Runs scripts/setup in a copy of the checkout, on a machine whose own commands are replaced as named."""
    shutil.copytree(_ROOT / "scripts", tmp_path / "scripts")
    commands = tmp_path / "commands"
    commands.mkdir()

    def run(**replaced: str) -> subprocess.CompletedProcess[str]:
        for name, script in replaced.items():
            command = commands / name.replace("_", "-")
            command.write_text(f"#!/bin/sh\n{script}\n")
            command.chmod(0o755)
        environment = {"PATH": f"{commands}:/usr/bin:/bin", "HOME": str(tmp_path)}
        return subprocess.run(
            [tmp_path / "scripts/setup"], capture_output=True, text=True, check=False, env=environment
        )

    return run


def test_without_root_it_names_exactly_what_is_missing(setup: _Setup) -> None:
    known = (_ROOT / "scripts/packages.txt").read_text().splitlines()
    names = sorted(line.split()[0] for line in known if line and not line.startswith("#"))
    there = "\n".join(f"ii {name}" for name in names if name not in {"mosquitto", "sox"})
    done = setup(dpkg_query=f"cat <<'END'\n{there}\nun mosquitto\nEND", id="echo 1000", sudo="exit 1")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("setup: system packages are missing and there is neither root nor sudo")
    assert done.stderr.endswith("apt-get install --no-install-recommends mosquitto sox\n")


def test_without_dpkg_it_points_at_the_list(setup: _Setup, tmp_path: Path) -> None:
    for name in ("bash", "env", "dirname", "flock"):
        (tmp_path / "commands" / name).symlink_to(f"/usr/bin/{name}")
    done = subprocess.run(
        [tmp_path / "scripts/setup"],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": f"{tmp_path}/commands"},
    )
    assert done.returncode == 1
    assert "scripts/packages.txt" in done.stderr


def test_a_step_that_fails_shows_the_end_of_its_log(setup: _Setup) -> None:
    done = setup(
        dpkg_query="exit 1",
        id="echo 1000",
        sudo='[ "$*" = "-n true" ] || { echo "E: no route to the archive"; exit 100; }',
    )
    assert done.returncode == 100
    assert "setup: FAILED while installing system packages" in done.stderr
    assert "no route to the archive" in done.stderr
