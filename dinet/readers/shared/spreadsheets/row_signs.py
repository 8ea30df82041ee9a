"""What rows of a sheet look like: a title, a line that names what follows, the names of columns, a legend of colours."""

from collections.abc import Iterator, Sequence

from dinet.document.content import Cell, Grid
from dinet.interpret.table_columns import header_of
from dinet.readers.shared.grid_builder import RowColumn
from dinet.readers.shared.spreadsheets.sheet import CellSheet, Region
from dinet.vocabulary.roles import prefixed, role_of

_TITLE_WORDS = 16
_LEGEND_WORDS = 5


def is_title(sheet: CellSheet, region: Region) -> bool:
    """One short line by itself that names no section: the title of the sheet."""
    ((row, columns), *more) = region.items()
    text = sheet.lattice.content_seen_at((row, columns[0])).text
    short = len(text.split()) <= _TITLE_WORDS and not text.endswith(".")
    return (
        not more
        and len(columns) == 1
        and short
        and role_of(text) is None
        and prefixed(text) is None
    )


def names_columns(sheet: CellSheet, row: int, columns: Sequence[int]) -> bool:
    """The row is the header of a table."""
    return (
        len(columns) > 1 and header_of(_one_row_grid(sheet, row, columns)) is not None
    )


def tables_in(sheet: CellSheet, region: Region) -> Iterator[Region]:
    """The parts of a region: each row that names other columns than those above it begins one, with the line above it."""
    rows, start, names = list(region), 0, ""
    for number, row in enumerate(rows):
        text = " ".join(
            sheet.lattice.content_seen_at((row, column)).text for column in region[row]
        ).casefold()
        if text == names or not names_columns(sheet, row, region[row]):
            continue
        if names:
            cut = number - (len(region[rows[number - 1]]) == 1)
            yield {each: region[each] for each in rows[start:cut]}
            start = cut
        names = text
    if rows:
        yield {each: region[each] for each in rows[start:]}


def names_section(sheet: CellSheet, row: int, columns: Sequence[int]) -> bool:
    """A line such as ``Planning`` or ``Legenda``, after which something else begins."""
    return (
        len(columns) == 1
        and role_of(sheet.lattice.content_seen_at((row, columns[0])).text) is not None
    )


def stands_out(sheet: CellSheet, spot: RowColumn, other: RowColumn) -> bool:
    """The words in a spot are bold or coloured, and not as those in another."""
    return _fill_and_bold(sheet, spot) not in (
        (None, False),
        _fill_and_bold(sheet, other),
    )


def legend_in(sheet: CellSheet, region: Region) -> Region:
    """The last rows of a region, when these explain colours: a few words, each in or beside a colour of its own.

    Words beside their colour are a legend only when nothing else stands in the region but its name.
    """
    found = _rows_explaining_colours(sheet, region, 0)
    if found:
        return found
    first, *_ = region
    rest = {
        row: region[row]
        for row in region
        if row != first or not names_section(sheet, row, region[row])
    }
    return (
        rest
        if rest
        and rest
        in (
            _rows_explaining_colours(sheet, rest, -1),
            _rows_explaining_colours(sheet, rest, 1),
        )
        else {}
    )


def _rows_explaining_colours(sheet: CellSheet, region: Region, offset: int) -> Region:
    """The last rows in which all words have a colour that no others have, so many columns from them."""
    found: Region = {}
    colours: list[str | None] = []
    for row in reversed(region):
        here = [_colour_beside(sheet, row, column, offset) for column in region[row]]
        if (
            None in here
            or len({*colours, *here}) < len(colours) + len(here)
            or names_columns(sheet, row, region[row])
        ):
            break
        colours += here
        found = {row: region[row], **found}
    return found if len(colours) > 1 else {}


def _colour_beside(sheet: CellSheet, row: int, column: int, offset: int) -> str | None:
    """The colour that goes with a few words: their own, or that of a blank cell so many columns from them."""
    words, beside = (
        sheet.lattice.content_seen_at((row, column)).text,
        sheet.lattice.content_seen_at((row, column + offset)),
    )
    few = len(words.split()) <= _LEGEND_WORDS and prefixed(words) is None
    return beside.fill if few and (not offset or not beside.blocks) else None


def _fill_and_bold(sheet: CellSheet, spot: RowColumn) -> tuple[str | None, bool]:
    shown = sheet.lattice.content_seen_at(spot)
    spans = [
        span for block in shown.blocks for span in block.spans if span.text.strip()
    ]
    return shown.fill, bool(spans) and all(span.bold for span in spans)


def _one_row_grid(sheet: CellSheet, row: int, columns: Sequence[int]) -> Grid:
    shown = (sheet.lattice.content_seen_at((row, column)) for column in columns)
    return Grid(
        (tuple(Cell(sheet.place, each.blocks, fill=each.fill) for each in shown),),
        sheet.place,
    )
