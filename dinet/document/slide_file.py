"""A council's own presentation, as its bytes stand, and the shapes in it that dinet fills."""

from typing import NamedTuple

from dinet.document.host_file import UnfilledPlace
from dinet.document.place_names import PlaceName
from dinet.document.word_original import OpenPart

ROOM_TAG = "room"
"""The element in which a filled table keeps the height that it may have.

PowerPoint makes a table as high as its rows, so the next version would find no room for more.
"""


class SlideBox(NamedTuple):
    """Where a shape stands on a slide, in English Metric Units."""

    left: int
    top: int
    width: int
    height: int


class SlidePlace(NamedTuple):
    """A shape that dinet fills.

    Args:
        label: As it stands in the presentation.
        name: What goes into it.
        shape_id: Of the shape.
        box: Where it stands.
        begin: Its first byte, ``end`` the one after its last one.
        words_begin: The first byte of its paragraphs, ``words_end`` the one after them; both are
            0 for a shape without text.
        paragraph_look: What its first paragraph says of paragraphs, ``letter_look`` of letters.
    """

    label: str
    name: PlaceName
    shape_id: str
    box: SlideBox
    begin: int
    end: int
    words_begin: int = 0
    words_end: int = 0
    paragraph_look: bytes = b""
    letter_look: bytes = b""


class HostSlide(NamedTuple):
    """A slide with places.

    Args:
        part: Its name.
        data: What it holds, in an encoding that holds ASCII as it is.
        prefixes: The names that the prefixes of XML have in it.
        places: In the order in which they begin.
        relations: What it refers to, without what only the places referred to.
    """

    part: str
    data: bytes
    prefixes: tuple[tuple[str, str], ...]
    places: tuple[SlidePlace, ...]
    relations: OpenPart


class HostSlides(NamedTuple):
    """A presentation with its places.

    Args:
        data: The whole file.
        slides: Those with a place.
        unfilled: What stays as it is, and why.
        table_style: The id of the style that its tables have.
        pictures: The numbers that no picture of it may have.
        types: The kinds of the parts.
        removed: Parts that nothing refers to without the places.
    """

    data: bytes
    slides: tuple[HostSlide, ...]
    unfilled: tuple[UnfilledPlace, ...]
    table_style: str
    pictures: frozenset[int]
    types: OpenPart
    removed: frozenset[str]
