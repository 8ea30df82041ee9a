"""A board: what is done stands in columns that say how far it is, in a row for each goal.

Looks like:

    | Doel | Te doen | Mee bezig | Klaar |
    |---|---|---|---|
    | Elk dorp heeft een dorpshuis | Subsidie aanvragen | Dak isoleren | |
    | Dorpen beslissen mee | | Dorpsbudget invoeren | Dorpen bezoeken |

Reads as:

    doelen:
      - tekst: Elk dorp heeft een dorpshuis
        inspanningen:
          - tekst: Subsidie aanvragen
            status: Te doen
          - tekst: Dak isoleren
            status: Mee bezig
      - tekst: Dorpen beslissen mee
        inspanningen:
          - tekst: Dorpsbudget invoeren
            status: Mee bezig
          - tekst: Dorpen bezoeken
            status: Klaar

Under a heading that names a goal the column of goals is not needed.
Not to be mistaken for: an action list with crosses or dates under the same words, a board of
actions that stands under no goal, figures of what was planned and what was done.
Met in: walls of teams on one page, exports of Planner and Trello.
"""

from collections.abc import Iterator, Sequence

from dinet.document.content import Cell, Grid, Row
from dinet.interpret.choice.shape_context import ShapeContext
from dinet.interpret.choice.table_reading import TableReading, UnplacedMention
from dinet.interpret.columns.table_columns import (
    HeadedColumn,
    TableHeader,
    without_separators,
)
from dinet.interpret.rows.mentions import add_items
from dinet.interpret.texts.annotations import split_statements
from dinet.interpret.texts.placeholders import TextKind, classify_text
from dinet.vocabulary.active_dialect import words_of
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.roles import Role, kind_of, role_of
from dinet.vocabulary.time_headings import is_period
from dinet.wording.numbers import is_measure

SPOKEN_NAMES = {
    "nl": ("bord", "kanbanbord", "kanban"),
    "en": ("board", "kanban", "kanban board"),
}
"""How people call this shape in a mapping form; the first of each language is its name there."""

_LEAST_STAGES = 2
"""Of columns: one alone is a column with what is said of the others."""


def read(table: Grid, context: ShapeContext) -> TableReading | None:
    """The cells under the stages as efforts; None when no row heads stages, or no goal is there."""
    rows = without_separators(table.rows)
    if not rows or not _heads_stages(rows[0]):
        return None
    goals = _column_of_goals(rows[0])
    if goals is None and not (context.under_goal or context.is_stated):
        return None
    if not _hold_cards(rows[1:], goals):
        return None
    return _read_rows(rows, goals, context)


def _heads_stages(row: Row) -> bool:
    """Each heading is a stage of work, one of these that of what goes on, or the first one goals.

    Met: ``Doel | Gepland | Gerealiseerd`` is no board: nothing goes on there.
    """
    words = [plain(cell.text) for cell in row if cell.has_words]
    if words and kind_of(role_of(words[0])) == "goal":
        del words[0]
    if len(words) < _LEAST_STAGES or len(set(words)) < len(words):
        return False
    going_on = words_of("boards.going_on")
    stages = {*going_on, *words_of("boards.waiting", "boards.done")}
    return stages.issuperset(words) and not set(words).isdisjoint(going_on)


def _column_of_goals(head: Row) -> int | None:
    """The column of goals, which stands before all stages; None without one."""
    number = next(
        (place for place, cell in enumerate(head) if cell.has_words), 0
    )
    is_goal = kind_of(role_of(head[number].text)) == "goal"
    return number if is_goal else None


def _hold_cards(rows: Sequence[Row], goals: int | None) -> bool:
    """Something stands under the stages, and all of it is work."""
    cells = [cell for row in rows for cell in _cells_of_stages(row, goals)]
    return any(cell.has_words for cell in cells) and not any(
        map(_is_no_card, cells)
    )


def _cells_of_stages(row: Row, goals: int | None) -> Iterator[Cell]:
    for number, cell in enumerate(row):
        if number != goals:
            yield cell


def _is_no_card(cell: Cell) -> bool:
    """A cross, a number or a date says of what stands elsewhere that it is so far."""
    text = cell.text
    if not text:
        return False
    if classify_text(text) is TextKind.CHECKMARK:
        return True
    return is_measure(text) or is_period(text)


def _read_rows(
    rows: Sequence[Row], goals: int | None, context: ShapeContext
) -> TableReading:
    reading = context.begin_reading("board")
    head = rows[0]
    reading.headings += (cell.text for cell in head)
    reading.headers = (_header_of_board(head, goals),)
    above: int | None = None
    for row in rows[1:]:
        if goals is not None and _states_goal(row[goals]):
            above = _goal_of_row(reading, row[goals])
        for number, cell in enumerate(row):
            if number != goals:
                _add_cards(reading, cell, head[number].text, above)
    return reading


def _states_goal(cell: Cell) -> bool:
    """A blank or merged cell goes on with the goal above it."""
    return cell.has_words and not cell.covered


def _header_of_board(head: Row, goals: int | None) -> TableHeader:
    """The board as the columns of an upright table, for whoever asks what it holds."""
    columns = [HeadedColumn(len(head), head[-1].text, Role("effort"))]
    if goals is not None:
        columns.insert(0, HeadedColumn(goals, head[goals].text, Role("goal")))
    return TableHeader(tuple(columns), ())


def _goal_of_row(reading: TableReading, cell: Cell) -> int | None:
    """The one goal of a row; None when it has several, for none of which the row says more."""
    items = split_statements(cell.blocks).items
    numbers = add_items(reading.claims, "goal", items, cell.place)
    reading.unplaced += map(UnplacedMention, numbers)
    return numbers[0] if len(numbers) == 1 else None


def _add_cards(
    reading: TableReading, cell: Cell, stage: str, above: int | None
) -> None:
    """Add what a cell holds, with its stage, for the goal of its row."""
    claims = reading.claims
    items = split_statements(cell.blocks).items
    for number in add_items(claims, "effort", items, cell.place):
        mention = claims.mentions[number]
        mention.add_attribute("status", stage)
        mention.add_cell("status", stage, cell.place)
        if mention.part_of is not None:
            continue
        if above is None:
            reading.unplaced.append(UnplacedMention(number))
        else:
            claims.link_mentions(number, above, "contributes_to", "same row")
