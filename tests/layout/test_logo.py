"""Logos are judged before they are put into anything."""

import pytest

from dinet.errors import UsageError
from dinet.layout.style.logo import MOST_BYTES, load_logo
from tests.layout.logos import png, svg


@pytest.mark.parametrize(
    "size",
    [
        'viewBox="0 0 90 30"',
        'viewBox="-5,-5,90,30" width="1"',
        'width="90px" height="30"',
    ],
)
def test_a_drawing_says_how_wide_it_is(size):
    found = load_logo(svg(size=size), "logo.svg")
    assert (found.form, found.aspect_ratio) == ("svg", 3.0)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<foreignObject/>",
        '<image href="https://example.org/x.png"/>',
        '<use xlink:href="#a"/>',
        '<rect onload="x()"/>',
        '<rect fill="url(https://example.org/x)"/>',
        "<style>@import 'x.css';</style>",
        "<style>rect{fill:\\75rl(x)}</style>",
        '<linearGradient xlink:href="https://example.org/x"/>',
        '<a href="javascript:alert(1)"><rect/></a>',
        "<animate/>",
    ],
)
def test_a_drawing_that_does_or_fetches_something_is_refused(inside):
    with pytest.raises(
        UsageError, match="may only hold shapes and words of its own"
    ):
        load_logo(svg(inside), "logo.svg")


def test_a_drawing_may_use_its_own_gradients():
    load_logo(
        svg(
            '<linearGradient id="a"/><rect fill="url(#a)"/><linearGradient xlink:href="#a"/>'
        ),
        "logo.svg",
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n",
        b"<svg",
        b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>",
        b"\xff\xfe\x00",
    ],
)
def test_what_is_neither_png_nor_svg_is_refused(data):
    with pytest.raises(UsageError, match="neither a PNG nor an SVG"):
        load_logo(data, "logo")


@pytest.mark.parametrize(
    "size",
    [
        "",
        'viewBox="0 0 0 30"',
        'width="100%" height="100%"',
        'viewBox="0 0 1.2.3 4"',
    ],
)
def test_a_drawing_without_a_size_is_refused(size):
    with pytest.raises(UsageError, match="how wide and high"):
        load_logo(svg(size=size), "logo.svg")


def test_a_logo_that_is_too_large_is_refused():
    with pytest.raises(UsageError, match="larger than 512 KB"):
        load_logo(b" " * (MOST_BYTES + 1), "logo.svg")
    with pytest.raises(UsageError, match="more than 4000 dots"):
        load_logo(
            png(1, 1).replace(
                (1).to_bytes(4) + (1).to_bytes(4),
                (5000).to_bytes(4) + (1).to_bytes(4),
            ),
            "logo.png",
        )
