"""A presentation into which dinet puts results: shapes whose name or description is a label."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from posixpath import dirname

from dinet.document.host_file import UnfilledPlace
from dinet.document.place_names import is_place_label, parse_label
from dinet.document.slide_file import (
    ROOM_TAG,
    HostSlide,
    HostSlides,
    SlideBox,
    SlidePlace,
)
from dinet.language import Sentence
from dinet.readers.docx import main_part_of
from dinet.readers.host.byte_tree import ByteNode, parse_byte_tree
from dinet.readers.host.host_parts import (
    CleanRelations,
    clean_relations,
    open_types,
    picture_numbers,
    related_part,
)
from dinet.readers.host.label_check import why_not_understood
from dinet.readers.shared.office_archive import OfficeArchive
from dinet.readers.word.paragraph_spots import with_ascii_bytes
from dinet.readers.word.word_xml import parse_number

SHAPES = ("sp", "pic", "graphicFrame")
USUAL_TABLE_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
"""What PowerPoint gives a new table: in the first accent colour of the theme."""
NO_ROOM = Sentence(
    "it has no place and size of its own; move it once, and save"
)
ON_LAYOUT = Sentence(
    "it stands on a layout or master; put it on a slide itself"
)
TABLES_PART = "tableStyles.xml"


def read_slide_host(
    data: bytes, name: str, themes: Sequence[str] = ()
) -> HostSlides:
    """A presentation or template with its places.

    Args:
        data: The whole file.
        name: Its name, for messages.
        themes: The ids of those that its places can ask for.

    Raises:
        DocumentError: It is no presentation, or does not keep to the limits.
    """
    archive = OfficeArchive(data, name, "PowerPoint presentation (.pptx)")
    for part in archive.part_names:
        archive.read_part(part)  # a copy has all parts, or there is none
    return _SlideReading(archive, themes).read_host(data)


class _SlideReading:
    """One presentation that is read."""

    def __init__(self, archive: OfficeArchive, themes: Sequence[str]) -> None:
        self._archive = archive
        self._themes = themes
        self._folder = dirname(main_part_of(archive))
        archive.read_xml(main_part_of(archive))
        self._unfilled: list[UnfilledPlace] = []
        self._cleaned: list[CleanRelations] = []

    def read_host(self, data: bytes) -> HostSlides:
        slides = [
            slide
            for part in self._parts_in("slides")
            if (slide := self._read_slide(part)).places
        ]
        self._note_layouts()
        numbers = (cleaned.numbers for cleaned in self._cleaned)
        parts = (cleaned.removed for cleaned in self._cleaned)
        removed = frozenset(chain.from_iterable(parts))
        return HostSlides(
            data,
            tuple(slides),
            tuple(self._unfilled),
            self._table_style(),
            frozenset(chain.from_iterable(numbers))
            | picture_numbers(self._archive, removed),
            open_types(self._archive),
            removed,
        )

    def _parts_in(self, room: str) -> list[str]:
        """The parts of a folder that hold slides, in the order of their numbers."""
        pattern = re.compile(
            rf"{re.escape(self._folder)}/{room}/[^/]*?(\d*)\.xml"
        )
        found = filter(None, map(pattern.fullmatch, self._archive.part_names))
        numbered = [(int(part[1] or 0), part[0]) for part in found]
        return [part for _, part in sorted(numbered)]

    def _tree_of(self, part: str) -> tuple[bytes, ByteNode]:
        self._archive.read_xml(part)  # within the limits, or refused
        data = with_ascii_bytes(self._archive.read_part(part))
        return data, parse_byte_tree(data)

    def _table_style(self) -> str:
        part = f"{self._folder}/{TABLES_PART}"
        if part not in self._archive:
            return USUAL_TABLE_STYLE
        return self._tree_of(part)[1].value_of("def") or USUAL_TABLE_STYLE

    def _note_layouts(self) -> None:
        for part in (
            *self._parts_in("slideLayouts"),
            *self._parts_in("slideMasters"),
        ):
            for shape in self._tree_of(part)[1].nodes_named(*SHAPES):
                if is_place_label(label_of_shape(shape)):
                    place = UnfilledPlace(label_of_shape(shape), ON_LAYOUT)
                    self._unfilled.append(place)

    # one slide

    def _read_slide(self, part: str) -> HostSlide:
        data, root = self._tree_of(part)
        places = tuple(self._places_on(part, data, root))
        replaced = [(place.begin, place.end) for place in places]
        cleaned = clean_relations(self._archive, part, root, replaced)
        self._cleaned.append(cleaned)
        prefixes = tuple(sorted(root.prefixes().items()))
        return HostSlide(part, data, prefixes, places, cleaned.relations)

    def _places_on(
        self, part: str, data: bytes, root: ByteNode
    ) -> Iterator[SlidePlace]:
        for shape in root.nodes_named(*SHAPES):
            label = label_of_shape(shape)
            if not is_place_label(label):
                continue
            reason = why_not_understood(label, self._themes)
            box = self._box_of(part, shape)
            if reason or not box:
                unfilled = UnfilledPlace(label, reason or NO_ROOM)
                self._unfilled.append(unfilled)
            else:
                yield _place_of(data, shape, label, box)

    def _box_of(self, part: str, shape: ByteNode) -> SlideBox | None:
        """Where a shape stands: what it says, or else its place on the layout or master."""
        box = _own_box(shape)
        wanted = placeholder_of(shape)
        for kind in ("slideLayout", "slideMaster"):
            if box or wanted is None:
                return box
            part = related_part(self._archive, part, kind)
            if part not in self._archive:
                return None
            shapes = self._tree_of(part)[1].nodes_named("sp")
            found = (
                _own_box(each) for each in shapes if _is_same(each, wanted)
            )
            box = next(filter(None, found), None)
        return box


def label_of_shape(shape: ByteNode) -> str:
    """The label of a shape: its name, or else the first line of its description."""
    facts = _facts_of(shape)
    if facts is None:
        return ""
    described = facts.value_of("descr").partition("\n")[0].strip()
    labels = (facts.value_of("name").strip(), described)
    return next(filter(is_place_label, labels), "")


def _facts_of(shape: ByteNode) -> ByteNode | None:
    """The element with the id, the name and the description of a shape."""
    for part in shape.children:
        if part.name.startswith("nv"):
            return part.child_named("cNvPr")
    return None


def placeholder_of(shape: ByteNode) -> ByteNode | None:
    """What a shape says of the placeholder that it fills; None when it fills none."""
    for part in shape.children:
        if part.name.startswith("nv"):
            return part.child_named("nvPr", "ph")
    return None


def _is_same(shape: ByteNode, wanted: ByteNode) -> bool:
    """A shape of a layout or master is the placeholder that one of a slide fills."""
    own = placeholder_of(shape)
    if own is None:
        return False
    if wanted.value_of("idx") and own.value_of("idx"):
        return own.value_of("idx") == wanted.value_of("idx")
    kinds = (own.value_of("type") or "body", wanted.value_of("type") or "body")
    return kinds[0] == kinds[1]


def _own_box(shape: ByteNode) -> SlideBox | None:
    frame = shape.child_named("xfrm") or shape.child_named("spPr", "xfrm")
    offset = frame.child_named("off") if frame else None
    size = frame.child_named("ext") if frame else None
    if offset is None or size is None:
        return None
    corner = (parse_number(offset.value_of(name), 0) for name in "xy")
    sides = (parse_number(size.value_of(name), 0) for name in ("cx", "cy"))
    box = SlideBox(*corner, *sides)
    height = max(box.height, _kept_height(shape))
    box = box._replace(height=height)
    return box if box.width > 0 and box.height > 0 else None


def _kept_height(shape: ByteNode) -> int:
    """The height that a table had room for when it was filled; 0 when it does not say."""
    facts = _facts_of(shape)
    rooms = facts.nodes_named(ROOM_TAG) if facts else iter(())
    room = next(rooms, None)
    return parse_number(room.value_of("height"), 0) if room else 0


def _place_of(
    data: bytes, shape: ByteNode, label: str, box: SlideBox
) -> SlidePlace:
    facts = _facts_of(shape)
    name = parse_label(label)
    if facts is None or name is None:
        raise ValueError(label)
    place = SlidePlace(
        label, name, facts.value_of("id"), box, shape.begin, shape.end
    )
    words = shape.child_named("txBody")
    lines = [] if words is None else words.children
    paragraphs = [node for node in lines if node.name == "p"]
    if shape.name != "sp" or not paragraphs:
        return place
    first = paragraphs[0]
    return place._replace(
        words_begin=first.begin,
        words_end=paragraphs[-1].end,
        paragraph_look=_bytes_of(data, first.child_named("pPr")),
        letter_look=_bytes_of(data, first.child_named("r", "rPr")),
    )


def _bytes_of(data: bytes, node: ByteNode | None) -> bytes:
    return data[node.begin : node.end] if node else b""
