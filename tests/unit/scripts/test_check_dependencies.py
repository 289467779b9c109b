from pathlib import Path

import pytest

from scripts.check_dependencies import faults, main

_PYPROJECT = (
    '[project]\nname = "x"\ndependencies = ["PyQt6>=6.8"]\n[dependency-groups]\ndev = ["ruff>=0.1"]\n'
)
_LOCK = (
    "pyqt6==6.11.0 ; sys_platform == 'linux' \\\n    --hash=sha256:aa\nruff==0.2 \\\n    --hash=sha256:bb\n"
)
_BOOTSTRAP = "uv==1.0 \\\n    --hash=sha256:cc\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "docs/decisions").mkdir(parents=True)
    (tmp_path / "docs/decisions/0001.md").write_text("`PyQt6` draws, `ruff` reads")
    (tmp_path / "pyproject.toml").write_text(_PYPROJECT)
    (tmp_path / "requirements.txt").write_text(_LOCK)
    (tmp_path / "requirements-bootstrap.txt").write_text(_BOOTSTRAP)
    return tmp_path


def test_a_good_checkout(checkout: Path) -> None:
    assert faults(checkout) == []


def test_this_checkout(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0, capsys.readouterr().out


def test_an_address_is_told_with_its_line(checkout: Path) -> None:
    (checkout / "requirements.txt").write_text(f"{_LOCK}--index-url http://x\n")
    assert faults(checkout) == [
        "requirements.txt:5: holds an address; run make lock",
        "requirements.txt: --index-url has no hash; run make lock",
    ]


def test_a_missing_hash_is_told(checkout: Path) -> None:
    (checkout / "requirements-bootstrap.txt").write_text("uv==1.0\n")
    assert faults(checkout) == ["requirements-bootstrap.txt: uv==1.0 has no hash; run make lock"]


@pytest.mark.parametrize("version", ["ruff==0.0.9", "rough==0.2"])
def test_a_dependency_that_is_not_pinned_is_told(checkout: Path, version: str) -> None:
    (checkout / "requirements.txt").write_text(_LOCK.replace("ruff==0.2", version))
    (fault,) = faults(checkout)
    assert fault.startswith("pyproject.toml: ruff>=0.1 is not pinned")


def test_a_dependency_without_a_reason_is_told(checkout: Path) -> None:
    (checkout / "docs/decisions/0001.md").write_text("`PyQt6` draws")
    assert faults(checkout) == ["pyproject.toml: no record in docs/decisions says why `ruff` was taken"]
