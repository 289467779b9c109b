"""Windows open or say why not; sizes are read strictly."""

from pathlib import Path

import pytest

from tests.support.qml import item, scene
from ui.window import WindowError, open_window, parse_size


@pytest.mark.parametrize(
    ("text", "size"), [("1080x1920", (1080, 1920)), (" 1024x768 ", (1024, 768)), ("640×480", (640, 480))]
)
def test_sizes(text: str, size: tuple[int, int]) -> None:
    assert (parse_size(text).width(), parse_size(text).height()) == size


@pytest.mark.parametrize(
    "text", ["", "1080", "1080x", "x1920", "10x10", "9999x9999", "1080*1920", "-100x200"]
)
def test_a_size_that_is_none_says_what_is_allowed(text: str) -> None:
    with pytest.raises(ValueError, match="like 1080x1920"):
        parse_size(text)


def test_properties_reach_the_window_and_the_root_fills_it(tmp_path: Path) -> None:
    view = scene(
        tmp_path,
        'import QtQuick\nItem { required property string word; Text { objectName: "t"; text: parent.word } }',
        width=640,
        height=480,
        word="你好",
    )
    assert item(view, "t").property("text") == "你好"
    root = view.rootObject()
    assert root is not None
    assert (root.width(), root.height()) == (640, 480)


@pytest.mark.logs("non-existent property", "No such file")
def test_a_broken_file_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(WindowError, match=r"Scene\.qml:2"):
        scene(tmp_path, "import QtQuick\nItem { nothing: 3 }")
    with pytest.raises(WindowError, match=r"missing\.qml"):
        open_window(tmp_path / "missing.qml", {}, size=parse_size("800x600"))
