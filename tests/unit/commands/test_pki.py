"""`greenwindow pki` as a person types it: what it says, and the one line where something is wrong."""

from pathlib import Path

import pytest

from greenwindow.cli import main

BAOSHAN = "examples/baoshan.toml"


class Typed:
    """Runs `greenwindow pki …` on a hall's folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *words: str, code: int = 0) -> str:
        with pytest.raises(SystemExit) as ended:
            main(["pki", words[0], BAOSHAN, *words[1:], "--dir", str(self.folder)])
        said = self._capsys.readouterr()
        assert ended.value.code == code, said
        assert code == 0 or said.err.count("\n") == 1
        return said.err if code else said.out


@pytest.fixture
def pki(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Typed:
    typed = Typed(tmp_path, capsys)
    typed("init")
    return typed


def test_everybody_gets_one_and_nobody_a_second(pki: Typed) -> None:
    said = pki("issue", "--host", "10.0.0.2")
    for name in ("dispatcher", "dispatcher-standby", "kiosk-1", "console-1", "broker"):
        assert f"\n{name}: good until 20" in "\n" + said
    assert "start `greenwindow broker` again" in said
    assert pki("issue").startswith("everybody has a good one")
    assert "has a good certificate" in pki("issue", "pad-1", code=2)
    assert pki("issue", "--host", "10.0.0.3").startswith("broker: good until")
    assert pki("renew") == "nothing ends within 60 days\n"
    assert pki("renew", "pad-1").startswith("pad-1: good until")


def test_the_list_says_how_long(pki: Typed) -> None:
    pki("issue", "pad-1", "kiosk-1")
    pki("revoke", "pad-1")
    lines = {line.split()[0]: line for line in pki("list").splitlines()}
    assert lines["kiosk-1"].endswith("729 days left")
    assert "revoked 20" in lines["pad-1"]
    assert lines["pad-2"].endswith("none yet")
    assert "broker" in lines


def test_who_was_revoked_is_only_made_by_name(pki: Typed) -> None:
    pki("issue")
    assert pki("revoke", "pad-1").startswith("pad-1: revoked (1 certificate)")
    assert pki("issue") == "not made, because they were revoked: pad-1; for a new one name the device\n"
    assert "no certificate that is still good" in pki("revoke", "pad-1", code=2)
    assert pki("issue", "pad-1").startswith("pad-1: good until")


def test_one_line_where_something_is_wrong(pki: Typed, tmp_path: Path) -> None:
    assert "is there already" in pki("init", code=2)
    assert "no such device in the hall file" in pki("issue", "nobody", code=2)
    assert "start `greenwindow broker` once" in pki("bundle", "pad-1", code=2)
    (tmp_path / "pki" / "ca.key").unlink()
    assert "ca.key: is not there; put it back" in pki("issue", code=2)
    (tmp_path / "pki" / "issued.json").unlink()
    assert "`greenwindow pki init` makes an authority first" in pki("list", code=2)


def test_a_place_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert "let this user read and write it" in Typed(tmp_path / "file", capsys)("init", code=2)
