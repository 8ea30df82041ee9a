"""Pages by name and by size."""

import pytest

from dinet.errors import UsageError
from dinet.layout.style.paper import MILLIMETRE, SHEETS, sheet


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("a3", "A3"),
        ("A4-portrait", "A4"),
        ("16:9-landscape", "16:9"),
        (" 16:9-PORTRAIT ", "16:9-portrait"),
        ("Screen", "screen"),
    ],
)
def test_a_page_has_its_name_in_any_letters_and_with_the_way_it_stands(name, same):
    assert sheet(name) == SHEETS[same]


@pytest.mark.parametrize(
    "size", ["420x297mm", "420 x 297 mm", "420×297MM", "420,0x297.00mm"]
)
def test_a_page_of_ones_own_is_exactly_as_large_as_asked(size):
    assert sheet(size)[:2] == (420 * MILLIMETRE, 297 * MILLIMETRE)


def test_a_larger_page_has_wider_margins_and_a_larger_title():
    small, large = sheet("148x210mm"), sheet("594x841mm")
    assert small.margin < SHEETS["A4"].margin < large.margin
    assert small.title < SHEETS["A4"].title < large.title


@pytest.mark.parametrize("size", ["99x297mm", "420x2001mm"])
def test_a_page_that_is_too_small_or_large_is_refused(size):
    with pytest.raises(UsageError, match="100 to 2000 millimetres"):
        sheet(size)


@pytest.mark.parametrize(
    "name", ["A3landscape", "letter", "420x297", "420x297cm", "", "x", "1e3x297mm"]
)
def test_what_is_no_page_is_refused_with_those_that_are(name):
    with pytest.raises(UsageError, match="A4, A4-landscape, A3"):
        sheet(name)
