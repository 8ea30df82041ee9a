"""How much room there is for text: on the pages of a section, in a cell, in a text box."""

from collections.abc import Iterable

from dinet.document.byte_edits import ByteEdit, apply_edits
from dinet.document.host_file import LyingSection, TextRoom
from dinet.readers.host.byte_tree import ByteNode
from dinet.readers.word.word_xml import parse_number

USUAL_PAGE = (11906, 16838)
"""A4 upright, in twentieths of a point: for a document that names no size."""
USUAL_MARGIN = 1417
"""2.5 cm in twentieths of a point, as Word has it in Dutch."""
CELL_MARGINS = 216
"""Left and right in a cell together, in twentieths of a point, as Word has them."""
BOX_MARGINS = 288
"""Left and right in a text box together, in twentieths of a point."""
EMU_PER_TWIP = 635
"""Drawings are measured in English Metric Units."""
LEAST_ROOM = 1134
"""2 cm in twentieths of a point: what is narrower is a mistake in the document."""


class TextRooms:
    """The rooms of a document.

    Args:
        root: Of the part with its text.
    """

    def __init__(self, root: ByteNode) -> None:
        self._sections = [
            node
            for node in root.nodes_named("sectPr")
            if node.parent and node.parent.name in ("pPr", "body")
        ]

    def room_at(self, node: ByteNode) -> TextRoom:
        """The room where something stands."""
        room = self._room_of_section(node)
        for around in (node, *node.walk_up()):
            width = _width_inside(around)
            if width:
                return room._replace(width=max(width, LEAST_ROOM))
        return room

    def last_room(self) -> TextRoom:
        """The room on the last pages."""
        return _room_of(self._sections[-1] if self._sections else None)

    def _room_of_section(self, node: ByteNode) -> TextRoom:
        """A section is told at its end."""
        later = [each for each in self._sections if each.begin >= node.begin]
        inside = later[:1] or self._sections[-1:]
        return _room_of(inside[0] if inside else None)


def lying_section(data: bytes, section: ByteNode) -> LyingSection | None:
    """A section on lying pages; None when it is not upright, or has columns.

    Args:
        data: The part.
        section: What a section of it says of its pages.
    """
    size, margins = section.child_named("pgSz"), section.child_named("pgMar")
    columns = section.child_named("cols")
    if size is None or (columns and columns.value_of("num") not in ("", "1")):
        return None
    width, height = (parse_number(size.value_of(name), 0) for name in "wh")
    if width >= height:
        return None
    room = TextRoom(
        height - _sum_of(margins, ("left", "right", "gutter")),
        width - _sum_of(margins, ("top", "bottom")),
    )
    begun = tuple(
        ByteEdit(node.begin, node.end, b"")
        for node in section.children
        if node.name in ("pgNumType", "titlePg")
    )
    turned = ByteEdit(size.begin, size.end, _lying_size(size, width, height))
    return LyingSection(
        data[section.begin : section.end],
        apply_edits(data, (turned, *begun), section.begin, section.end),
        room,
        begun,
    )


def _lying_size(size: ByteNode, width: int, height: int) -> bytes:
    """The size of an upright page, on its long side."""
    prefix, colon, _ = size.tag.rpartition(":")
    name = f"{prefix}{colon}"
    sides = f'{name}w="{height}" {name}h="{width}"'
    return f'<{size.tag} {sides} {name}orient="landscape"/>'.encode()


def _room_of(section: ByteNode | None) -> TextRoom:
    """What a section leaves for text; in columns that of one of them."""
    size = section.child_named("pgSz") if section else None
    margins = section.child_named("pgMar") if section else None
    width, height = USUAL_PAGE
    if size is not None:
        width = parse_number(size.value_of("w"), width)
        height = parse_number(size.value_of("h"), height)
    names = ("left", "right", "gutter")
    across = width - _sum_of(margins, names)
    along = height - _sum_of(margins, ("top", "bottom"))
    columns = section.child_named("cols") if section else None
    across = _column_width(across, columns)
    return TextRoom(max(across, LEAST_ROOM), max(along, LEAST_ROOM))


def _sum_of(margins: ByteNode | None, names: Iterable[str]) -> int:
    if margins is None:
        return 2 * USUAL_MARGIN
    return sum(abs(parse_number(margins.value_of(name), 0)) for name in names)


def _column_width(width: int, columns: ByteNode | None) -> int:
    if columns is None:
        return width
    own = [parse_number(each.value_of("w"), 0) for each in columns.children]
    if own and min(own) > 0:
        return min(own)
    count = max(parse_number(columns.value_of("num"), 1), 1)
    space = parse_number(columns.value_of("space"), 720)
    return (width - (count - 1) * space) // count


def _width_inside(node: ByteNode) -> int:
    """What a cell or text box leaves; 0 for anything else, and for what does not say."""
    if node.name == "tc":
        return _cell_width(node) - CELL_MARGINS
    if node.name in ("inline", "anchor"):
        extent = node.child_named("extent")
        wide = parse_number(extent.value_of("cx"), 0) if extent else 0
        return wide // EMU_PER_TWIP - BOX_MARGINS if wide else 0
    return 0


def _cell_width(cell: ByteNode) -> int:
    """What a cell says, or else the columns of its table that it covers."""
    own = cell.child_named("tcPr", "tcW")
    if own is not None and own.value_of("type") == "dxa":
        return parse_number(own.value_of("w"), 0)
    return sum(_columns_under(cell))


def _columns_under(cell: ByteNode) -> list[int]:
    """The widths of the columns that a cell covers, as its table says them."""
    around = list(cell.walk_up())
    row = next(node for node in around if node.name == "tr")
    table = next(node for node in around if node.name == "tbl")
    before = 0
    for each in row.nodes_named("tc"):
        count = _columns_of(each)
        if each is cell:
            return _grid_of(table)[before : before + count]
        before += count
    return []


def _columns_of(cell: ByteNode) -> int:
    """How many columns a cell covers."""
    span = cell.child_named("tcPr", "gridSpan")
    return parse_number(span.value_of(), 1) if span else 1


def _grid_of(table: ByteNode) -> list[int]:
    grid = table.child_named("tblGrid")
    columns = grid.children if grid else []
    return [parse_number(each.value_of("w"), 0) for each in columns]
