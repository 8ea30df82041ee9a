"""A planning: efforts with owners, phases or periods, and nothing that they serve.

Looks like:

    | Inspanning | Trekker | 2026 | 2027 |
    |---|---|---|---|
    | Een sporthal bouwen | Team Sport | voorbereiding | uitvoering |

Reads as:

    inspanningen:
      - tekst: Een sporthal bouwen
        trekker: Team Sport
        planning:
          - {periode: 2026, fase: voorbereiding}
          - {periode: 2027, fase: uitvoering}

Not to be mistaken for: a list of actions that is no network, an upright table.
Met in: annexes behind the table of goals, often with colours for phases that a legend explains,
and without headings.
"""

from collections.abc import Iterable, Iterator, Mapping

from dinet.document.content import Cell, Grid, Row, cell_seen_at
from dinet.interpret.choice.shape_context import ShapeContext
from dinet.interpret.choice.table_reading import TableReading
from dinet.interpret.columns.table_columns import (
    HeadedColumn,
    TableHeader,
    header_of,
    without_separators,
)
from dinet.interpret.own_codes import code_in_cell
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.rows.band_rows import (
    BandRow,
    band_of,
    has_goal_bands,
)
from dinet.interpret.rows.mentions import (
    add_items,
    add_planning_step,
    describe_mentions,
    keep_extra_cell,
    with_legend_words,
)
from dinet.interpret.rows.sum_rows import is_sum_row
from dinet.interpret.texts.annotations import split_statements
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import Role

SPOKEN_NAMES = {
    "nl": ("planning", "tijdlijn", "planningstabel"),
    "en": ("planning", "schedule", "timeline"),
}
"""How people call this shape in a mapping form; the first of each language is its name there."""

_KNOWN_SHARE = 1 / 3
"""Of the rows of a planning without headings: so many have to repeat a known effort."""
_DESCRIBING_ROLES = ("owner", "partner", "phase", "budget", "status", "remark")
"""The columns that say something of an effort, whatever the period."""


def legend_of(grids: Iterable[Grid]) -> dict[str, str]:
    """The phase that each fill stands for.

    A legend is a grid of words in, or beside, cells of different colours.
    """
    phases: dict[str, str] = {}
    for grid in grids:
        for row in grid.rows:
            for fill, words in _explained_colours(row):
                phases.setdefault(fill, words)
    return phases


def _explained_colours(row: Row) -> Iterator[tuple[str, str]]:
    """Each colour of a row with its words: its own, or else those of the cell beside it.

    That cell is the one to its right when the row begins with a colour, else to its left.
    """
    begins_with_colour = bool(row and row[0].fill and not row[0].has_words)
    beside = (*row[1:], None) if begins_with_colour else (None, *row)
    for cell, other in zip(row, beside, strict=False):
        if not cell.fill:
            continue
        words = cell.text
        if not words and other and not other.fill:
            words = other.text
        if words:
            yield cell.fill, words


def is_legend(grid: Grid) -> bool:
    """A small grid of words in cells that each have a colour of its own, or beside such cells."""
    fills: list[str] = []
    explained, worded = 0, 0
    for row in grid.rows:
        fills += [cell.fill for cell in row if cell.fill]
        explained += len(list(_explained_colours(row)))
        worded += sum(cell.has_words for cell in row)
    return 1 < explained == worded == len(fills) == len(set(fills))


def is_planning(header: TableHeader) -> bool:
    """The header names efforts and owners, phases or periods, and nothing that efforts serve."""
    if header.columns_named(
        "goal", "target", "benefit", "capability", "theme"
    ):
        return False
    planned = header.columns_named("owner", "phase", "period")
    heights = {column.height for column in header.columns_named("effort")}
    if not planned or len(heights) != 1:  # two: each `Actie` of an `Actieplan`
        return False
    return not has_goal_bands(header.rows)


def planning_without_header(
    grid: Grid, known: Iterable[str]
) -> TableHeader | None:
    """The header of a planning without headings.

    Its first column holds efforts of which a third is known, its second one owners, and the
    others only colours.

    Args:
        grid: A grid without header.
        known: The texts of the efforts that stand elsewhere in the document.

    Returns:
        The header that it would have had, or None when it is something else.
    """
    rows = without_separators(grid.rows)
    if grid.width < 2 or not rows or not all(map(_may_be_planned, rows)):
        return None
    efforts = {fold_text(text) for text in known}
    hits = sum(fold_text(row[0].text) in efforts for row in rows)
    if hits < max(1, _KNOWN_SHARE * len(rows)):
        return None
    roles = [
        Role("effort"),
        Role("owner"),
        *[Role("period")] * (grid.width - 2),
    ]
    return TableHeader(
        tuple(
            HeadedColumn(number, "", role) for number, role in enumerate(roles)
        ),
        rows,
    )


def _may_be_planned(row: Row) -> bool:
    """The row begins with words, and has none after its second cell."""
    return row[0].has_words and not any(cell.has_words for cell in row[2:])


def read(table: Grid, context: ShapeContext) -> TableReading | None:
    """The rows as efforts, told after all others; None when it is no planning.

    A planning without headings is known once the efforts of the rest of the document are.
    """
    header = header_of(table)
    if header is not None and (context.under_goal or not is_planning(header)):
        return None
    has_headings = header is not None
    if header is None and context.known_efforts is not None:
        header = planning_without_header(table, context.known_efforts)
    if header is None:
        return None
    reading = context.begin_reading("planning")
    reading.waits = True
    reading.headers = (header,)
    if not has_headings:
        reading.claims.add_note("planning_without_headings", table.place)
    _read_rows(reading.claims, header, context.legend)
    return reading


def _read_rows(
    draft: ProgrammeReading, header: TableHeader, legend: Mapping[str, str]
) -> None:
    """Read the rows of a planning as mentions of efforts, known ones and new ones."""
    effort = header.columns_named("effort")[0]
    group: str | None = None
    for row in header.rows:
        cell = row[effort.number]
        if not cell.has_words or cell.covered or is_sum_row(row):
            continue
        band = band_of(row, None, ())
        if band is not None:
            group = _group_of_band(draft, band, cell)
            continue
        place = cell.place.model_copy(
            update={"heading": effort.heading or None}
        )
        codes = draft.own_codes.codes_alone(cell.text, "effort")
        if codes:
            numbers = [
                draft.add_reference(code, place, ("effort",), may_define=True)
                for code in codes
            ]
        else:
            items = split_statements(cell.blocks).items
            numbers = add_items(draft, "effort", items, place)
        for number in numbers:
            draft.mentions[number].group = group
        _read_columns(draft, header, row, numbers, legend)


def _group_of_band(
    draft: ProgrammeReading, band: BandRow, cell: Cell
) -> str | None:
    """The theme that a row over the whole width names for the efforts under it; else a remark.

    Met in agendas of agreements: ``Thema Opgroeien`` above its actions became one itself.
    """
    if band.kind == "theme":
        return band.text
    draft.add_note("band_left", cell.place, text=cell.text)
    return None


def _read_columns(
    draft: ProgrammeReading,
    header: TableHeader,
    row: Row,
    numbers: list[int],
    legend: Mapping[str, str],
) -> None:
    """Give the efforts of a row what its other columns say of them."""
    periods = header.columns_named("period")
    for column in header.columns:
        cell = with_legend_words(draft, row, column, legend)
        if column.role_name == "period":
            bar = cell_seen_at(row, column.number, periods[0].number)
            add_planning_step(draft, numbers, column, bar, legend)
        elif column.role_name == "number" and numbers:
            draft.add_label(numbers[0], code_in_cell(cell.text, "effort"))
        elif cell.has_words:
            _read_cell(draft, numbers, column, cell)


def _read_cell(
    draft: ProgrammeReading,
    numbers: list[int],
    column: HeadedColumn,
    cell: Cell,
) -> None:
    """Give efforts what a filled cell says of them, also one of a column of its own."""
    if column.role_name in _DESCRIBING_ROLES:
        describe_mentions(draft, numbers, column, cell)
    elif column.role_name in ("", "other"):
        keep_extra_cell(draft, numbers, column, cell)
    elif column.role_name != "effort":
        draft.add_note("cell_not_understood", cell.place, text=cell.text)
