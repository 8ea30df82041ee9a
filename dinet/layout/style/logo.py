"""A logo for over a picture: PNG or SVG, judged before it is put into anything."""

import re
from typing import Literal, NamedTuple

from dinet.errors import UsageError
from dinet.language import Sentence

MOST_BYTES = 512 * 1024
MOST_PIXELS = 4000
_PASSIVE_TAGS = {
    "svg",
    "g",
    "defs",
    "title",
    "desc",
    "metadata",
    "style",
    "path",
    "rect",
    "circle",
    "ellipse",
} | {
    *(
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "clipPath",
        "mask",
        "pattern",
        "linearGradient",
        "radialGradient",
        "stop",
    )
}
_EXTERNAL_CALLS = re.compile(
    r"url\(\s*['\"]?\s*(?!['\"#\s])|@import|javascript:|expression\(|\\", re.IGNORECASE
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
        raise UsageError(
            Sentence("the logo is larger than {most} KB.", most=MOST_BYTES // 1024),
            where=name,
        )
    if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR":
        wide, high = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
        if 0 < wide <= MOST_PIXELS and 0 < high <= MOST_PIXELS:
            return Logo(data, "png", wide / high)
        raise UsageError(
            Sentence(
                "the logo is more than {most} dots wide or high.", most=MOST_PIXELS
            ),
            where=name,
        )
    return Logo(data, "svg", _svg_aspect_ratio(data, name))


def _svg_aspect_ratio(data: bytes, name: str) -> float:
    """How many times wider than high an SVG is, once it is known to be only a drawing."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise UsageError(
            Sentence("the logo is neither a PNG nor an SVG that dinet trusts."),
            where=name,
        ) from error
    for part in root.iter():
        tag = str(part.tag).rpartition("}")[2]
        if (
            tag not in _PASSIVE_TAGS
            or _EXTERNAL_CALLS.search(part.text or "")
            or not all(map(_is_passive, part.attrib, part.attrib.values()))
        ):
            what = Sentence(
                "the logo may only hold shapes and words of its own, and not “{name}”.",
                name=tag,
            )
            raise UsageError(what, where=name)
    box = [
        float(each)
        for each in re.findall(r"-?[\d.]+", root.get("viewBox", ""))[2:4]
        if each.count(".") < 2
    ]
    sides = box or [
        float(found[1])
        for side in ("width", "height")
        if (found := _SVG_LENGTH.fullmatch(root.get(side, "")))
    ]
    if len(sides) != 2 or min(sides) <= 0:
        raise UsageError(
            Sentence("the logo does not say how wide and high it is."), where=name
        )
    return sides[0] / sides[1]


def _is_passive(attribute: str, value: str) -> bool:
    """Whether an attribute only says how something looks."""
    name = attribute.rpartition("}")[2].lower()
    return (
        not name.startswith("on")
        and (name != "href" or value.startswith("#"))
        and not _EXTERNAL_CALLS.search(value)
    )
