"""The hall's logo: read from beside the hall file, made black and white, small enough for stations; faults named."""

from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from dispatcher.logo import HIGHEST, WIDEST, read_logo
from dispatcher.planfile import PlanFile
from dispatcher.views.catalog import catalog_view
from hall.plan import PlanError, load_plan
from wire.base import state_json

HALL = """
[hall]
id = "h"
name = { zh = "厅" }
timezone = "Asia/Shanghai"
languages = ["zh"]
"""
LOGO = HALL + '[paper]\nlogo = "logo.png"\n'


def _save(folder: Path, size: tuple[int, int] = (40, 20), colour: str = "white") -> Path:
    image = Image.new("RGBA", size, (0, 0, 0, 0))
    image.paste(colour, (0, 0, size[0] // 2, size[1]))
    image.save(folder / "logo.png")
    return folder / "hall.toml"


def _fault(folder: Path, text: str = LOGO) -> str:
    with pytest.raises(PlanError) as caught:
        read_logo(load_plan(text.encode()), folder / "hall.toml")
    return str(caught.value)


@pytest.mark.parametrize(("colour", "white"), [("black", 20), ("#ddd", 40), ("#300", 20)])
def test_the_logo_becomes_black_and_white(tmp_path: Path, colour: str, white: int) -> None:
    text = read_logo(load_plan(LOGO.encode()), _save(tmp_path, colour=colour))
    with Image.open(BytesIO(b64decode(text))) as image:
        assert (image.mode, image.size) == ("1", (40, 20))
        assert image.convert("L").histogram()[255] == white * 20


def test_the_largest_logo_leaves_room_in_the_catalog(tmp_path: Path) -> None:
    noise = Image.effect_noise((WIDEST, HIGHEST), 200).convert("RGB")
    noise.save(tmp_path / "logo.png")
    plan = load_plan(LOGO.encode())
    catalog = catalog_view(plan, "v", 1, 0, read_logo(plan, tmp_path / "hall.toml"))
    assert len(state_json(catalog)) < 20_000


def test_a_hall_without_one_has_none(tmp_path: Path) -> None:
    plan = load_plan(HALL.encode())
    assert read_logo(plan, tmp_path / "hall.toml") == ""
    assert catalog_view(plan, "v", 1, 0).paper is None


def test_a_missing_picture_is_named(tmp_path: Path) -> None:
    assert _fault(tmp_path) == (
        f"paper.logo: {tmp_path}/logo.png cannot be read: No such file or directory; put the picture there"
    )


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"x" * 40])
def test_what_is_no_picture_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "logo.png").write_bytes(data)
    assert "is not a PNG picture; save it as one" in _fault(tmp_path)


def test_half_a_picture_is_none(tmp_path: Path) -> None:
    path = _save(tmp_path).with_name("logo.png")
    path.write_bytes(path.read_bytes()[:-30])
    assert "is not a PNG picture" in _fault(tmp_path)


def test_a_picture_that_is_too_large_is_named_with_its_size(tmp_path: Path) -> None:
    _save(tmp_path, size=(1200, 400))
    assert "is 1200 by 400 dots, at most 360 by 200 fit on a ticket" in _fault(tmp_path)


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(bytes(1_000_001))
    assert "has 1000001 bytes, at most 1000000 are allowed" in _fault(tmp_path)


def test_a_changed_picture_is_a_changed_hall_file(tmp_path: Path) -> None:
    path = _save(tmp_path)
    path.write_text(LOGO, encoding="utf-8")
    file = PlanFile(path)
    before = file.read()
    file.changed()
    assert not file.changed()
    _save(tmp_path, size=(48, 20), colour="black")
    assert file.changed()
    assert file.read().version != before.version
    assert not file.changed()
