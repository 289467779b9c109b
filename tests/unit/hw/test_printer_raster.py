"""A raster holds exactly its dots, and trimming takes white rows only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hw.printer import Raster


def test_rows_from_the_top() -> None:
    assert list(Raster(9, 2, b"\x80\x80\x01\x00").rows()) == [b"\x80\x80", b"\x01\x00"]


@pytest.mark.parametrize(
    ("width", "height", "data"), [(8, 1, b""), (9, 1, b"\xff"), (0, 0, b""), (8, 2, b"\xff")]
)
def test_figures_must_fit_the_bytes(width: int, height: int, data: bytes) -> None:
    with pytest.raises(ValueError, match="do not fit"):
        Raster(width, height, data)


def test_dots_outside_the_picture_are_refused() -> None:
    with pytest.raises(ValueError, match="right of"):
        Raster(7, 1, b"\x01")


@given(
    st.integers(0, 5),
    st.lists(st.sampled_from([b"\0\0", b"\x01\0", b"\0\x80"]), max_size=8),
    st.integers(0, 5),
)
def test_only_white_rows_at_both_ends_are_trimmed(above: int, middle: list[bytes], below: int) -> None:
    while middle and not any(middle[0]):
        middle = middle[1:]
    while middle and not any(middle[-1]):
        middle = middle[:-1]
    rows = [b"\0\0"] * above + middle + [b"\0\0"] * below
    assert list(Raster(16, len(rows), b"".join(rows)).trimmed().rows()) == middle
