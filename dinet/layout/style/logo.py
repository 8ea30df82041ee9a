"""A logo for over a picture: PNG or SVG, judged before it is put into anything."""

import re
from typing import Any, Literal, NamedTuple

from dinet.errors import UsageError
from dinet.language import Sentence

MOST_BYTES = 512 * 1024
"""A logo stands as a whole in every picture that is made."""
MOST_PIXELS = 4000
"""The dots along a side: what a picture takes in memory grows with their square."""
_PASSIVE_TAGS = frozenset(
    """svg g defs title desc metadata style path rect circle ellipse line polyline polygon text
    tspan clipPath mask pattern linearGradient radialGradient stop""".split()
)
"""Elements of SVG that only draw."""
_PNG_START = b"\x89PNG\r\n\x1a\n"
_EXTERNAL_CALLS = re.compile(
    r"url\(\s*['\"]?\s*(?!['\"#\s])|@import|javascript:|expression\(|\\",
    re.IGNORECASE,
)
_SVG_LENGTH = re.compile(r"\s*(\d{1,6}(?:\.\d+)?)\s*(?:px|pt|mm)?\s*")


class Logo(NamedTuple):
    """A picture of which the size is known.

    Args:
        data: The file.
        form: Its format.
        aspect_ratio: How many times wider it is than high.
    """

    data: bytes
    form: Literal["png", "svg"]
    aspect_ratio: float


def load_logo(data: bytes, name: str) -> Logo:
    """The logo in a file.

    Args:
        data: The whole file.
        name: Its name, for messages.

    Raises:
        UsageError: It is too large, neither PNG nor SVG, or an SVG that does or fetches something.
    """
    if len(data) > MOST_BYTES:
        what = Sentence(
            "the logo is larger than {most} KB.", most=MOST_BYTES // 1024
        )
        raise UsageError(what, where=name)
    if data.startswith(_PNG_START) and data[12:16] == b"IHDR":
        return Logo(data, "png", _png_aspect_ratio(data, name))
    return Logo(data, "svg", _svg_aspect_ratio(data, name))


def _png_aspect_ratio(data: bytes, name: str) -> float:
    """How many times wider than high a PNG is, by its first chunk."""
    width, height = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    if 0 < width <= MOST_PIXELS and 0 < height <= MOST_PIXELS:
        return width / height
    what = Sentence(
        "the logo is more than {most} dots wide or high.", most=MOST_PIXELS
    )
    raise UsageError(what, where=name)


def _svg_aspect_ratio(data: bytes, name: str) -> float:
    """How many times wider than high an SVG is, once it is known to be only a drawing."""
    root = _parse_svg(data, name)
    _refuse_active_parts(root, name)
    sides = _view_box_sides(root) or _stated_sides(root)
    if len(sides) != 2 or min(sides) <= 0:
        what = Sentence("the logo does not say how wide and high it is.")
        raise UsageError(what, where=name)
    return sides[0] / sides[1]


def _parse_svg(data: bytes, name: str) -> Any:
    """The outermost element of an SVG, by a parser that takes no document types."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        return fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        what = Sentence(
            "the logo is neither a PNG nor an SVG that dinet trusts."
        )
        raise UsageError(what, where=name) from error


def _refuse_active_parts(root: Any, name: str) -> None:
    for part in root.iter():
        tag = str(part.tag).rpartition("}")[2]
        if not _only_draws(part, tag):
            what = Sentence(
                "the logo may only hold shapes and words of its own, and not “{name}”.",
                name=tag,
            )
            raise UsageError(what, where=name)


def _only_draws(part: Any, tag: str) -> bool:
    """Whether an element does nothing and fetches nothing."""
    if tag not in _PASSIVE_TAGS or _EXTERNAL_CALLS.search(part.text or ""):
        return False
    return all(map(_is_passive, part.attrib, part.attrib.values()))


def _view_box_sides(root: Any) -> list[float]:
    """The width and height of the view box; empty when there is none."""
    sides = re.findall(r"-?[\d.]+", root.get("viewBox", ""))[2:4]
    return [float(side) for side in sides if side.count(".") < 2]


def _stated_sides(root: Any) -> list[float]:
    """The width and height as the SVG states them; fewer when one is missing or no length."""
    lengths = (
        _SVG_LENGTH.fullmatch(root.get(side, ""))
        for side in ("width", "height")
    )
    return [float(length[1]) for length in lengths if length]


def _is_passive(attribute: str, value: str) -> bool:
    """Whether an attribute only says how something looks."""
    name = attribute.rpartition("}")[2].lower()
    return (
        not name.startswith("on")
        and (name != "href" or value.startswith("#"))
        and not _EXTERNAL_CALLS.search(value)
    )
