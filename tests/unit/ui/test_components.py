"""The design system, seen by a machine: every component draws, is big enough, named, and readable."""

import re
from pathlib import Path

import pytest
from PyQt6.QtGui import QColor
from PyQt6.QtQml import QQmlEngine, QQmlExpression

from tests.support.qml import item, scene, settle
from tests.support.qml_checks import faults, place
from ui.automation.finder import accessible_name, walk
from ui.window import QML

HEAD = "import QtQuick\nimport GreenWindow\n"
ALL = (
    HEAD
    + """
Rectangle {
    color: Theme.ground
    Column {
        anchors { fill: parent; margins: 20 }
        spacing: 12
        GwBanner { objectName: "banner"; width: parent.width; text: "正在重新连接 Reconnecting" }
        GwText { objectName: "text"; width: parent.width; text: "请取您的号 Take your ticket" }
        GwChip { objectName: "chip"; text: "绿色窗口"; iconName: "check"; tone: "accent" }
        GwIconLabel { objectName: "label"; iconName: "people"; text: "3" }
        GwWorking { objectName: "working"; text: "working"; visible: false }
        GwCard { width: parent.width; height: 300
            Column { anchors { fill: parent; margins: 16 } spacing: 8
                GwButton { objectName: "go"; width: 600; kind: "primary"; text: "确定 Confirm"; hint: "Space" }
                GwButton { objectName: "back"; iconName: "arrow-left"; text: "返回" }
                GwButton { objectName: "off"; enabled: false; text: "用不了" }
            }
        }
    }
}
"""
)


def test_every_component_stands_right_and_says_its_name(tmp_path: Path) -> None:
    view = scene(tmp_path, ALL)
    settle(50)
    assert faults(view) == []
    assert accessible_name(item(view, "go")) == "确定 Confirm"
    assert item(view, "banner").height() >= 40
    assert all(item(view, name).height() >= 60 for name in ("go", "back", "off"))


def test_foreign_words_are_never_markup() -> None:
    """Names of the hall file and words that somebody typed stand on every screen: `GwText` draws them as they are."""
    root = QML.parent.parent
    files = [f for room in ("ui", "kiosk", "caller", "display") for f in (root / room).rglob("*.qml")]
    drawing = {f.name: f.read_text(encoding="utf-8") for f in files}
    assert len(drawing) > 40
    assert "textFormat: Text.PlainText" in drawing.pop("GwText.qml")
    for name, text in drawing.items():
        assert not re.search(r"\b(Text|Label|TextEdit|TextArea) \{|textFormat", text), name


def test_the_checks_see_what_is_wrong(tmp_path: Path) -> None:
    view = scene(
        tmp_path,
        HEAD
        + """
Item {
    Text { width: 40; text: "much too long for this"; elide: Text.ElideRight; font.pixelSize: 30 }
    Text { x: 780; y: 100; text: "over the edge"; font.pixelSize: 30 }
    Text { y: 200; text: "tiny"; font.pixelSize: 11 }
    Text { y: 300; text: "one"; font.pixelSize: 30 }
    Text { y: 310; text: "other"; font.pixelSize: 30 }
    GwButton { y: 400; width: 40; height: 40; Accessible.name: "" }
}
""",
    )
    settle(50)
    found = "\n".join(faults(view))
    for fault in ("cut off", "out of the window", "smaller than 24", "texts overlap", "no accessible name"):
        assert fault in found
    assert "40 x 40, smaller than 60" in found


@pytest.mark.parametrize("dark", ["false", "true"])
def test_every_text_colour_has_a_contrast_of_four_and_a_half(tmp_path: Path, dark: str) -> None:
    view = scene(tmp_path, HEAD + f"Item {{ Component.onCompleted: Theme.dark = {dark} }}")
    context = QQmlEngine.contextForObject(view.rootObject())

    def colour(name: str) -> QColor:
        value, _ = QQmlExpression(context, view.rootObject(), f"Theme.{name}").evaluate()
        return QColor(value)

    grounds = ("ground", "surface", "sunken")
    pairs = [(ink, ground) for ink in ("text", "muted", "accent", "blue", "orange") for ground in grounds]
    pairs += [("inkOnAccent", "accent"), ("inkOnAccent", "accentDeep"), ("inkOnBlue", "blue")]
    pairs += [("inkOnOrange", "orange")]
    pairs += [("orange", "orangeSoft"), ("blue", "blueSoft"), ("text", "orangeSoft"), ("text", "accentSoft")]
    pairs += [("accent" if dark == "true" else "accentDeep", "accentSoft")]
    poor = [(a, b, round(contrast(colour(a), colour(b)), 2)) for a, b in pairs]
    assert [p for p in poor if p[2] < 4.5] == []


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.1 contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_icon_that_is_used_is_drawn(tmp_path: Path) -> None:
    view = scene(
        tmp_path,
        HEAD
        + """
Grid {
    columns: 6
    Repeater { model: Object.keys(Icons.paths); GwIcon { required property string modelData; name: modelData } }
}""",
    )
    settle(50)
    root = view.rootObject()
    assert root is not None
    icons = [i for i in walk(root) if i.property("weight") is not None and i.property("size") is not None]
    assert len(icons) > 15
    picture = view.grabWindow()
    for icon in icons:
        corner = place(icon).topLeft().toPoint()
        part = picture.copy(corner.x(), corner.y(), int(icon.width()), int(icon.height()))
        inked = sum(
            part.pixelColor(x, y).lightness() < 128 for x in range(part.width()) for y in range(part.height())
        )
        assert inked > 20, icon.property("name")


def test_the_module_lists_every_component() -> None:
    folder = QML / "GreenWindow"
    listed = {line.split()[-1] for line in (folder / "qmldir").read_text().splitlines()[1:]}
    assert listed == {file.name for file in folder.glob("*.qml")}
