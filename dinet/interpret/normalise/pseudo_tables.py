"""Tables that are not tables, and tables on their side.

One column is a list, and a cell alone above the header is a heading.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dinet.document.content import Cell, Grid, Para, Row, Span
from dinet.interpret.columns.table_columns import (
    caption_rows,
    header_of,
    names_part_of_table,
)
from dinet.interpret.outline.sections import LOWEST_HEADING
from dinet.interpret.shapes.planning import is_legend
from dinet.interpret.shapes.turned import lines_of
from dinet.vocabulary.roles import (
    LineLabel,
    Role,
    find_label,
    find_label_in_list,
    kind_of,
    role_of,
)

_LABEL_AND_TEXT = 2
"""Cells of a row: a word for a goal, and the goal."""
_LEGEND_WORDS = 5
"""The name of a phase is short; a cell of more words is an item of a list."""


def unfold_pseudo_tables(
    parts: Iterable[Para | Grid],
) -> Iterator[Para | Grid]:
    """The parts, with all that only looks like a table as what it is.

    Tables with one column become headings and list items, and captions become headings. Where
    list items or cells say themselves what they are (``Doel: …``, ``Actie: …``), these are too.
    """
    parts = tuple(parts)
    paras = [part for part in parts if isinstance(part, Para)]
    heads = _items_above_deeper(parts)
    lines_say_roles = _say_roles(
        para.text + ":" * (id(para) in heads) for para in paras
    )
    for part in parts:
        if isinstance(part, Grid):
            yield from _unfold_grid(part)
        elif lines_say_roles and _is_list_item(part):
            is_head = id(part) in heads
            yield _at_level(part) if is_head else _heading_of_item(part)
        else:
            yield part


def _items_above_deeper(parts: Sequence[Para | Grid]) -> frozenset[int]:
    """The identities of items that only name a kind, right above items deeper in the list.

    Met as ``Acties`` without a colon under ``Doel: …``: its place says what the colon would.
    """
    heads = set()
    for item, behind in pairwise(parts):
        if isinstance(item, Grid) or isinstance(behind, Grid):
            continue
        level, deeper = item.block.level, behind.block.level
        if level is None or deeper is None or deeper <= level:
            continue
        if _name_of_label(f"{item.text}:"):
            heads.add(id(item))
    return frozenset(heads)


def _is_list_item(para: Para) -> bool:
    return para.block.level is not None


def _heading_of_item(item: Para) -> Para:
    """A list item that says what it is, or what the items after it are, as a heading.

    Its level in the list is the level of the heading: ``Actie: …`` stands under ``Doel: …``.
    """
    if _name_of_label(item.text):
        return _at_level(item)
    return _at_level(item) if find_label_in_list(item.text) else item


def _at_level(part: Para) -> Para:
    depth = part.block.level or 0
    block = part.block._replace(level=None)
    return part._replace(block=block, heading=LOWEST_HEADING + depth)


def _unfold_grid(grid: Grid) -> Iterator[Para | Grid]:
    """A table as what it is: itself, headings and lists, or headings above a table."""
    if _is_list_of_colours(grid):
        yield grid
    elif _holds_labelled_lists(grid):
        yield from _paras_of_rows(grid)
    elif header_of(grid) is None and _say_roles(_texts_of_cells(grid)):
        for para in _paras_of_cells(grid):
            yield _as_heading(para)
    elif _one_column(grid):
        yield from _list_of_column(grid)
    elif _begins_with_goal(grid):
        yield _heading_of_pair(grid.rows[0])
        if grid.rows[1:]:
            yield from _unfold_grid(grid._replace(rows=grid.rows[1:]))
    else:
        above, upright = _split_captions(grid)
        for row in above:
            yield from _headings_of_row(row)
        yield upright


def _holds_labelled_lists(grid: Grid) -> bool:
    """Cells of most rows say themselves that they hold a goal and what is done for it."""
    lists = sum(map(_holds_labelled_list, grid.rows))
    return lists > 0 and 2 * lists >= len(grid.rows) - 1


def _holds_labelled_list(row: Row) -> bool:
    # one line is no list, and most cells are one line
    return any(
        _say_roles(block.text for block in cell.blocks)
        for cell in row
        if len(cell.blocks) > 1
    )


def _paras_of_rows(grid: Grid) -> Iterator[Para]:
    """The rows of a table whose cells are lists of labelled lines, each under what it is about.

    Met: ``| Wonen | Doel: … Actie: … Wie: … |``. The words before such a cell head its lines; a
    first row without any label heads the columns, and says nothing that the lines do not say.
    """
    has_heads = bool(grid.rows) and not any(map(_has_label, grid.rows[0]))
    heads = grid.rows[0] if has_heads else ()
    for row in grid.rows[has_heads:]:
        yield from _paras_of_row(row, heads)


def _paras_of_row(row: Row, heads: Row) -> Iterator[Para]:
    """The paragraphs of a row, of which some cells are lists of labelled lines.

    Args:
        row: The row.
        heads: The row above all others that heads the columns; empty without one.
    """
    labelled = [place for place, cell in enumerate(row) if _has_label(cell)]
    first = labelled[0] if labelled else 0
    for place, cell in enumerate(row):
        is_beside = place > first and place not in labelled and bool(heads)
        role = role_of(heads[place].text) if is_beside else None
        if role is None or not cell.has_words:
            yield from _lines_of_cell(cell, heads=place < first)
        else:
            yield from _lines_under_head(cell, heads[place], role)


def _lines_under_head(cell: Cell, head: Cell, role: Role) -> Iterator[Para]:
    """The paragraphs of a cell beside labelled lines, under what the head of its column says.

    Met as *Doel en resultaat, Activiteiten, Partners* above cells of ``Doel: …`` and ``Resultaat:
    …``. What a head says besides kinds is the label of its line, of which there is one.
    """
    if kind_of(role):
        yield _at_level(Para(head.blocks[0], head.place))
        yield from (Para(block, cell.place) for block in cell.blocks)
    elif len(cell.blocks) == 1:
        label = Span(f"{head.text}: ")
        block = cell.blocks[0]._replace(spans=(label, *cell.blocks[0].spans))
        yield Para(block._replace(level=None), cell.place)


def _lines_of_cell(cell: Cell, *, heads: bool) -> Iterator[Para]:
    """The paragraphs of a cell: one alone may head the cells after it."""
    for block in cell.blocks:
        para = Para(block, cell.place)
        if heads and len(cell.blocks) == 1:
            yield para._replace(heading=LOWEST_HEADING - 1)
        else:
            yield _heading_of_item(para)


def _has_label(cell: Cell) -> bool:
    return any(find_label(block.text) is not None for block in cell.blocks)


def _split_captions(grid: Grid) -> tuple[tuple[Row, ...], Grid]:
    """The rows above the header that are captions, and the table without these."""
    side = lines_of(grid)
    captions = len(side.above) if side else caption_rows(grid)
    bands = [names_part_of_table(row) for row in grid.rows]
    if any(bands[captions:]):
        # what stands above the header is the first of several bands, and no caption
        captions = min(captions, bands.index(True))
    return grid.rows[:captions], grid._replace(rows=grid.rows[captions:])


def _texts_of_cells(grid: Grid) -> list[str]:
    return [cell.text for row in grid.rows for cell in row]


def _paras_of_cells(grid: Grid) -> Iterator[Para]:
    for row in grid.rows:
        for cell in row:
            yield from (Para(block, cell.place) for block in cell.blocks)


def _say_roles(texts: Iterable[str]) -> bool:
    """Some of the texts say that they are goals and others that they are something else.

    Goals of several levels with numbers say enough: ``Operationeel doel 1.1: …`` under a goal that
    is strategic, with the efforts in a table below.
    """
    texts = tuple(texts)
    lines = list(filter(None, map(find_label, texts)))
    names = {line.role.name for line in lines if kind_of(line.role)}
    goals = "goal" in names
    if len({line.role for line in lines if _is_counted_goal(line)}) > 1:
        return True
    names.update(filter(None, map(_name_of_label, texts)))
    return goals and len(names) > 1


def _is_counted_goal(line: LineLabel) -> bool:
    return line.role.name == "goal" and bool(line.number)


def _name_of_label(text: str) -> str | None:
    """What a line says that only heads those after it: ``Acties:``."""
    role = role_of(text) if text.endswith(":") else None
    return role.name if role and kind_of(role) else None


def _as_heading(part: Para) -> Para:
    """A line that says what it is as a heading, every other as it is."""
    found = find_label(part.text)
    if found is None or kind_of(found.role) is None:
        return part
    return _at_level(part)


def _one_column(grid: Grid) -> bool:
    """The table has one column, or every row is one cell over the whole width."""
    return grid.width == 1 or all(
        row and row[0].width == len(row) for row in grid.rows
    )


def _is_list_of_colours(grid: Grid) -> bool:
    """A legend with one column: a few words in each cell, in a colour of its own."""
    texts = [row[0].text for row in grid.rows if row]
    few_words = all(len(text.split()) <= _LEGEND_WORDS for text in texts)
    if not few_words or any(find_label(text) is not None for text in texts):
        return False
    return _one_column(grid) and is_legend(grid)


def _list_of_column(grid: Grid) -> Iterator[Para]:
    """The cells of a table with one column.

    A cell that names a role is a heading, and the cells under it are its list.
    """
    under_heading = False
    for row in grid.rows:
        cell = row[0]
        if _names_role(cell):
            under_heading = True
            yield Para(cell.blocks[0], cell.place, LOWEST_HEADING)
            continue
        for block in cell.blocks:
            is_item = under_heading and block.level is None
            yield Para(
                block._replace(level=0) if is_item else block, cell.place
            )


def _begins_with_goal(grid: Grid) -> bool:
    """The first row names the goal of the table under it, which has none; or it stands alone.

    Met in workbooks: ``Doel | Ouderen wonen langer thuis``, and the table of what is done for it,
    with a blank row between them or without.
    """
    if not grid.rows or not _is_labelled_row(grid.rows[0]):
        return False
    rest = grid._replace(rows=grid.rows[1:])
    if not rest.rows:
        return True
    below = rest.rows[0][0]
    if below.covered or not below.has_words:
        return False  # the heading of two rows: `Opgave | Uitwerking` above `Maatregel | Gereed`
    under = header_of(rest)
    if under is None or under.columns_named("goal", "theme"):
        return False
    is_card = lines_of(grid) is not None and not _heads_all(rest.rows[0])
    return bool(under.columns_named("effort")) and not is_card


def _heads_all(row: Row) -> bool:
    """Each of several cells is a heading that is known: ``Actie | Wie | Gereed``."""
    heads = [cell.text for cell in row if cell.has_words]
    return len(heads) > _LABEL_AND_TEXT and all(map(role_of, heads))


def _is_labelled_row(row: Row) -> bool:
    """The row is a word for a goal or theme, and that goal or theme in the cell behind it."""
    filled = [cell for cell in row if cell.has_words]
    if len(filled) != _LABEL_AND_TEXT or row[0] is not filled[0]:
        return False
    label, text = filled
    names_one = kind_of(role_of(label.text)) in ("goal", "theme")
    states = len(text.blocks) == 1 and len(text.text.split()) > 1
    return names_one and states and role_of(text.text) is None


def _heading_of_pair(row: Row) -> Para:
    """A word for what stands behind it, and that, as one line with a colon."""
    label, text = (cell for cell in row if cell.has_words)
    block = text.blocks[0]
    word = Span(label.text.rstrip(": ") + ": ")
    return Para(
        block._replace(spans=(word, *block.spans), level=None),
        text.place,
        LOWEST_HEADING,
    )


def _names_role(cell: Cell) -> bool:
    """The cell is one line that says what stands under it, or what it is itself."""
    if len(cell.blocks) != 1:
        return False
    return role_of(cell.text) is not None or find_label(cell.text) is not None


def _headings_of_row(row: Row) -> Iterator[Para]:
    """The paragraphs of a row as headings."""
    for cell in row:
        for block in cell.blocks:
            yield Para(block, cell.place, LOWEST_HEADING)
