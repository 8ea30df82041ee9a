"""What rows of a sheet look like.

A title, a line that names what follows, the names of columns, or a legend of colours.
"""

from collections.abc import Iterator, Sequence

from dinet.document.content import Cell, Grid, Row
from dinet.interpret.columns.column_headings import is_second_header_row
from dinet.interpret.columns.table_columns import header_of
from dinet.readers.shared.grid_builder import RowColumn
from dinet.readers.shared.spreadsheets.sheet import CellSheet, Region
from dinet.vocabulary.roles import find_role_prefix, kind_of, role_of
from dinet.vocabulary.time_headings import is_period

# Words: a longer line at the top of a sheet is a sentence, not a title.
_TITLE_WORDS = 16
# Words beside a colour: a longer text in a coloured cell is content, not an explanation.
_LEGEND_WORDS = 5
# Of a row: one word that heads columns elsewhere may be what a cell says.
_LEAST_HEADINGS = 2
_MOST_HEADING_WORDS = 3
"""Of a heading above a column that nothing else says to be one."""


def is_title(sheet: CellSheet, region: Region) -> bool:
    """One short line by itself that names no section: the title of the sheet."""
    ((row, columns), *more) = region.items()
    if more or len(columns) > 1:
        return False
    text = sheet.lattice.content_seen_at((row, columns[0])).text
    short = len(text.split()) <= _TITLE_WORDS and not text.endswith(".")
    return short and role_of(text) is None and find_role_prefix(text) is None


def names_columns(sheet: CellSheet, row: int, columns: Sequence[int]) -> bool:
    """The row is the header of a table."""
    if len(columns) < 2:
        return False
    texts = [
        sheet.lattice.content_seen_at((row, column)).text for column in columns
    ]
    if sum(map(_may_head_column, texts)) < 2:
        return False
    return header_of(_one_row_grid(sheet, row, columns)) is not None


def _may_head_column(text: str) -> bool:
    """The text may be a heading by itself: no period, and not numbered as ``Doel 1`` is.

    Met: rows such as ``Actie | Zaal huren | maart | Sport`` in lists with a column of kinds.
    """
    if not text or text[-1:].isdigit() or role_of(text) is None:
        return False
    return not is_period(text)


def tables_in(sheet: CellSheet, region: Region) -> Iterator[Region]:
    """The parts of a region, from top to bottom.

    Each row that names other columns than those above it begins a part, with the line above it.
    A second row of headings goes on with the first.
    """
    rows, start, header = list(region), 0, ""
    for number, row in enumerate(rows):
        if not names_columns(sheet, row, region[row]):
            continue
        text = _text_of_row(sheet, row, region[row]).casefold()
        if text == header:
            continue
        above = rows[number - 1] if number > start else None
        if header and _goes_under(sheet, row, above, region):
            continue
        if header:
            one_cell_above = len(region[rows[number - 1]]) == 1
            cut = number - one_cell_above
            yield _rows_of_region(region, rows[start:cut])
            start = cut
        header = text
    if rows:
        yield _rows_of_region(region, rows[start:])


def _goes_under(
    sheet: CellSheet, row: int, above: int | None, region: Region
) -> bool:
    """A row of headings divides those in the row above: the two are one header.

    Met without merged cells: *Ambitie, Meetbaar resultaat, Uitvoering* above *Indicator, Start,
    Activiteit, Wie*. The goals of the first column were lost. Met with merged ones as well, where
    *Code, Tekst* stand under ``Ambitie``.
    """
    if above is None or not names_columns(sheet, above, region[above]):
        return False
    columns = sorted({*region[above], *region[row]})
    upper = _one_row_grid(sheet, above, columns).rows[0]
    lower = _one_row_grid(sheet, row, columns).rows[0]
    upper, lower = _as_if_not_merged(upper, lower)
    blanks = not all(cell.has_words for cell in upper)
    return blanks and is_second_header_row(upper, lower)


def _as_if_not_merged(upper: Row, lower: Row) -> tuple[Row, Row]:
    """Two rows of headings, in which a text that is seen in several cells stands in the first."""
    first = tuple(
        cell._replace(blocks=())
        if number and cell.text == upper[number - 1].text
        else cell
        for number, cell in enumerate(upper)
    )
    second = tuple(
        cell._replace(blocks=()) if cell.text == above.text else cell
        for cell, above in zip(lower, upper, strict=True)
    )
    return first, second


def _text_of_row(sheet: CellSheet, row: int, columns: Sequence[int]) -> str:
    return " ".join(
        sheet.lattice.content_seen_at((row, column)).text for column in columns
    )


def _rows_of_region(region: Region, rows: Sequence[int]) -> Region:
    return {row: region[row] for row in rows}


def names_section(sheet: CellSheet, row: int, columns: Sequence[int]) -> bool:
    """A line such as ``Planning`` or ``Legenda``, after which something else begins."""
    if len(columns) != 1:
        return False
    return (
        role_of(sheet.lattice.content_seen_at((row, columns[0])).text)
        is not None
    )


def heads_other_table(
    sheet: CellSheet, row: int, columns: Sequence[int]
) -> bool:
    """A row such as ``Naam | Functie | Telefoon``, under which something else stands.

    At least two of its cells, and half of them, are headings, and none of a kind of element. Met
    in sheets with contacts under the goals. What it costs when wrong: rows after a blank one that
    repeat such words are read as a table of their own.
    """
    texts = [
        sheet.lattice.content_seen_at((row, column)).text for column in columns
    ]
    roles = [role for role in map(role_of, texts) if role]
    many = len(roles) >= _LEAST_HEADINGS and 2 * len(roles) >= len(texts)
    return many and not any(map(kind_of, roles))


def heads_table_under_line(sheet: CellSheet, region: Region) -> bool:
    """A region begins with a line, and then a row of headings of something else.

    Met in files of one sheet: ``Bespreekpunten`` and ``Punt | Toelichting | Van wie`` behind a
    blank row under the goals. Each cell is as short as a heading is, one names a column, and none a
    kind of element.
    """
    (_, line), (row, columns) = [*region.items(), (0, ()), (0, ())][:2]
    if len(line) != 1 or len(columns) < _LEAST_HEADINGS:
        return False
    texts = [
        sheet.lattice.content_seen_at((row, column)).text for column in columns
    ]
    roles = list(filter(None, map(role_of, texts)))
    if not roles or any(map(kind_of, roles)):
        return False
    return all(map(_is_short_heading, texts))


def _is_short_heading(text: str) -> bool:
    words = text.split()
    without_figures = not any(map(str.isdigit, text))
    return len(words) <= _MOST_HEADING_WORDS and without_figures


def stands_out(sheet: CellSheet, spot: RowColumn, other: RowColumn) -> bool:
    """The words in a spot are bold or coloured, and not as those in another."""
    look = _fill_and_bold(sheet, spot)
    return look not in ((None, False), _fill_and_bold(sheet, other))


def legend_in(sheet: CellSheet, region: Region) -> Region:
    """The last rows of a region, when these explain colours.

    That is a few words, each in or beside a colour of its own. Words beside their colour are a
    legend only when nothing else stands in the region but its name. Empty when there is no legend.
    """
    found = _rows_explaining_colours(sheet, region, 0)
    if found:
        return found
    rest = _without_section_name(sheet, region)
    if not rest:
        return {}
    left = _rows_explaining_colours(sheet, rest, -1)
    if rest in (left, _rows_explaining_colours(sheet, rest, 1)):
        return rest
    return {}


def _without_section_name(sheet: CellSheet, region: Region) -> Region:
    """A region without its first row when that only names what follows."""
    first, *others = region
    if names_section(sheet, first, region[first]):
        return _rows_of_region(region, others)
    return dict(region)


def _rows_explaining_colours(
    sheet: CellSheet, region: Region, offset: int
) -> Region:
    """The last rows in which all words have a colour that no others have.

    The colour stands so many columns from the words; 0 when it is their own.
    """
    found: Region = {}
    colours: list[str | None] = []
    for row in reversed(region):
        here = [
            _colour_beside(sheet, row, column, offset)
            for column in region[row]
        ]
        repeated = len({*colours, *here}) < len(colours) + len(here)
        if None in here or repeated or names_columns(sheet, row, region[row]):
            break
        colours += here
        found = {row: region[row], **found}
    return found if len(colours) > 1 else {}


def _colour_beside(
    sheet: CellSheet, row: int, column: int, offset: int
) -> str | None:
    """The colour that goes with a few words.

    It is their own, or that of a blank cell so many columns from them. None when the words are
    many or say what they are, or when there is no such colour.
    """
    words = sheet.lattice.content_seen_at((row, column)).text
    beside = sheet.lattice.content_seen_at((row, column + offset))
    if (
        len(words.split()) > _LEGEND_WORDS
        or find_role_prefix(words) is not None
    ):
        return None
    return None if offset and beside.blocks else beside.fill


def _fill_and_bold(
    sheet: CellSheet, spot: RowColumn
) -> tuple[str | None, bool]:
    shown = sheet.lattice.content_seen_at(spot)
    spans = [span for block in shown.blocks for span in block.spans]
    lettered = [span for span in spans if span.text.strip()]
    return shown.fill, bool(lettered) and all(span.bold for span in lettered)


def _one_row_grid(sheet: CellSheet, row: int, columns: Sequence[int]) -> Grid:
    contents = (
        sheet.lattice.content_seen_at((row, column)) for column in columns
    )
    cells = tuple(
        Cell(sheet.place, content.blocks, fill=content.fill)
        for content in contents
    )
    return Grid((cells,), sheet.place)
