"""Contents as dots: inside the panel, readable, centred, and drawn with Chinese glyphs."""

from pathlib import Path

import pytest
from PIL import Image

from hw.panel import Arrow, FontError, Matrix, StripContent
from hw.panel.fonts import find_face


@pytest.fixture(scope="module")
def matrix() -> Matrix:
    return Matrix()


def box(picture: Image.Image) -> tuple[int, int, int, int]:
    found = picture.getbbox()
    assert found
    return found


def test_the_number_fills_the_height(matrix: Matrix) -> None:
    _, top, _, bottom = box(matrix.draw(StripContent("A012")))
    assert 24 <= bottom - top <= 28


@pytest.mark.parametrize("number", ["A1", "A012", "AB1234", "W" * 20])
def test_a_number_leaves_room_for_the_words(matrix: Matrix, number: str) -> None:
    left, _, right, _ = box(matrix.draw(StripContent(number)))
    assert right - left <= 192 * 9 / 20


def test_short_contents_stand_in_the_middle(matrix: Matrix) -> None:
    left, _, right, _ = box(matrix.draw(StripContent("A012")))
    assert left == pytest.approx(192 - right, abs=4)


def test_two_lines_have_a_half_each(matrix: Matrix) -> None:
    picture = matrix.draw(StripContent(lines=("暂停服务", "Paused")))
    assert picture.crop((0, 0, 192, 16)).getbbox()
    assert picture.crop((0, 16, 192, 32)).getbbox()


def test_words_too_long_are_cut_with_dots(matrix: Matrix) -> None:
    long, longer = (matrix.draw(StripContent(lines=("字" * n,))) for n in (40, 41))
    assert long.tobytes() == longer.tobytes()


@pytest.mark.parametrize(
    ("arrow", "tip", "tail"),
    [
        ("down", "bottom", "top"),
        ("up", "top", "bottom"),
        ("left", "left", "right"),
        ("right", "right", "left"),
    ],
)
def test_an_arrow_points_where_it_says(matrix: Matrix, arrow: str, tip: str, tail: str) -> None:
    picture = matrix.draw(StripContent(arrow=Arrow(arrow)))
    shape = picture.crop(box(picture))
    edges = {
        "top": shape.crop((0, 0, shape.width, 1)),
        "bottom": shape.crop((0, shape.height - 1, shape.width, shape.height)),
        "left": shape.crop((0, 0, 1, shape.height)),
        "right": shape.crop((shape.width - 1, 0, shape.width, shape.height)),
    }
    lit = {name: edge.convert("L").histogram()[255] for name, edge in edges.items()}
    assert (lit[tip], lit[tail]) == (2, 6)


def test_hanzi_are_drawn_not_boxes(matrix: Matrix) -> None:
    pictures = {matrix.draw(StripContent(lines=(sign,))).tobytes() for sign in "请到窗口暂停"}
    assert len(pictures) == 6


def test_without_fontconfig_it_says_what_to_install() -> None:
    with pytest.raises(FontError, match="install fontconfig"):
        find_face(program="/nowhere/fc-match")


def test_without_a_chinese_font_it_says_what_to_install(tmp_path: Path) -> None:
    program = tmp_path / "fc-match"
    program.write_text("#!/bin/sh\nprintf '/fonts/DejaVu.ttf\\n0\\nen|fr'\n")
    program.chmod(0o755)
    with pytest.raises(FontError, match="install fonts-noto-cjk"):
        find_face(program=str(program))
