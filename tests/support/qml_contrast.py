"""The contrast of every text and icon, from the pixels of the window: what a person has before the eyes."""

from typing import cast

from PIL import Image
from PyQt6.QtCore import QRect, QRectF
from PyQt6.QtGui import QImage
from PyQt6.QtQuick import QQuickItem, QQuickWindow

from tests.support.qml_checks import place, shown_items
from ui.automation.finder import text_of

Colour = tuple[int, int, int]


def contrast_faults(window: QQuickWindow, text: float, icon: float = 3.0) -> list[str]:
    """Texts under `text`:1 and icons under `icon`:1 against their ground."""
    pixels = pixels_of(window.grabWindow())
    found = []
    for item in shown_items(window):
        least = text if item.inherits("QQuickText") else icon
        if not (item.inherits("QQuickText") and item.property("text")) and not _is_icon(item):
            continue
        if item.width() < 3 or item.height() < 3:
            continue
        seen = contrast_in(pixels, place(item))
        if seen < least:
            found.append(
                f"{item.objectName() or text_of(item)[:30]!r}: contrast {seen:.2f}, less than {least}"
            )
    return found


def pixels_of(image: QImage) -> Image.Image:
    """The same picture, for counting its colours."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    bits = plain.constBits()
    assert bits is not None
    line = plain.bytesPerLine()
    size = plain.width(), plain.height()
    return Image.frombytes("RGB", size, bits.asstring(plain.height() * line), "raw", "RGB", line)


def contrast_in(pixels: Image.Image, where: QRectF) -> float:
    """Between the ground, the most frequent colour there, and the one that stands out most from it."""
    colours = _colours(pixels, where)
    if not colours:
        return 21.0  # outside the window: that is another fault
    ground = max(colours, key=lambda colour: colours[colour])
    return max(ratio(ground, colour) for colour in colours)


def ratio(one: Colour, other: Colour) -> float:
    """1 to 21; the formula of WCAG 2.2, "contrast ratio"."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _is_icon(item: QQuickItem) -> bool:
    meta = item.metaObject()
    named = bool(item.property("name")) and not item.property("ornament")
    return meta is not None and meta.className().startswith("GwIcon_") and named


def _colours(pixels: Image.Image, where: QRectF) -> dict[Colour, int]:
    """How often each is there."""
    box = where.toAlignedRect().intersected(QRect(0, 0, *pixels.size))
    if box.isEmpty():
        return {}
    part = pixels.crop((box.left(), box.top(), box.right() + 1, box.bottom() + 1))
    counted = cast(list[tuple[int, Colour]], part.getcolors(part.width * part.height))
    return {colour: count for count, colour in counted}


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
