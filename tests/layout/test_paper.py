"""Pages by name and by size."""

import pytest

from dinet.errors import UsageError
from dinet.layout.style.paper import PAGE_SIZES, POINTS_PER_MM, parse_page_size


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
def test_a_page_has_its_name_in_any_letters_and_with_the_way_it_stands(
    name, same
):
    assert parse_page_size(name) == PAGE_SIZES[same]


@pytest.mark.parametrize(
    "size", ["420x297mm", "420 x 297 mm", "420×297MM", "420,0x297.00mm"]
)
def test_a_page_of_ones_own_is_exactly_as_large_as_asked(size):
    assert parse_page_size(size)[:2] == (
        420 * POINTS_PER_MM,
        297 * POINTS_PER_MM,
    )


def test_a_larger_page_has_wider_margins_and_a_larger_title():
    small, large = parse_page_size("148x210mm"), parse_page_size("594x841mm")
    assert small.margin < PAGE_SIZES["A4"].margin < large.margin
    assert small.title_size < PAGE_SIZES["A4"].title_size < large.title_size


@pytest.mark.parametrize("size", ["99x297mm", "420x2001mm"])
def test_a_page_that_is_too_small_or_large_is_refused(size):
    with pytest.raises(UsageError, match="100 to 2000 millimetres"):
        parse_page_size(size)


@pytest.mark.parametrize(
    "name",
    ["A3landscape", "letter", "420x297", "420x297cm", "", "x", "1e3x297mm"],
)
def test_what_is_no_page_is_refused_with_those_that_are(name):
    with pytest.raises(UsageError, match="A4, A4-landscape, A3"):
        parse_page_size(name)
