"""A table without headings, in a section that says what it holds: its columns are groups."""

from collections.abc import Sequence

from dinet.document.content import Cell, Grid, Row
from dinet.interpret.annotations import split_statements
from dinet.interpret.list_items import ListItemReader
from dinet.interpret.mentions import add_items
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.table_columns import without_separators
from dinet.language import Sentence
from dinet.model import Kind
from dinet.vocabulary.roles import Role
from dinet.wording.sentence_ends import ends_like_sentence

_HEADING_WORDS = 6
"""In a cell: more words over a column are an effort, not the name of a group."""


def read_headerless_groups(
    draft: ProgrammeReading,
    members: ListItemReader,
    grid: Grid,
    role: Role,
    kind: Kind,
) -> None:
    """Read the cells as members of the section; the document does not say what the columns mean."""
    rows = list(without_separators(grid.rows))
    headings = _headings(rows) if kind == "effort" else None
    groups: Sequence[str | None] = [None]
    if grid.width > 1:
        groups = headings or _numbered_columns(grid.width, draft.lang)
    count = 0
    for row in rows[1:] if headings else rows:
        for group, cell in zip(groups, row, strict=False):
            items = split_statements(cell.blocks).items
            numbers = add_items(draft, kind, items, cell.place, role.level)
            count += len(numbers)
            _hang(members, numbers, group)
    if kind == "effort" and grid.width > 1 and members.context.goal is None:
        draft.add_note("group_unexplained", grid.place, count=count)


def _hang(
    members: ListItemReader, numbers: list[int], group: str | None
) -> None:
    """Hang mentions on the goal of their section, with the column in which they stand.

    Parts of another mention stand where that stands.
    """
    for number in numbers:
        mention = members.draft.mentions[number]
        if group is not None and mention.part_of is None:
            mention.group = group
        members.hang_on_goal(number)


def _numbered_columns(width: int, lang: str) -> list[str]:
    """The names of columns without headings: ``kolom 1``."""
    return [
        Sentence("column {value}", value=number).in_language(lang)
        for number in range(1, width + 1)
    ]


def _headings(rows: list[Row]) -> list[str] | None:
    """The texts of the first row, when it looks like headings over columns; else None.

    Headings are one line without an end, and are marked or unlike the rows under them.
    """
    first, *others = rows or [()]
    if not others or not all(map(_is_line_without_end, first)):
        return None
    marked = all(map(_is_marked, first))
    if not marked and not (
        all(map(_is_short, first)) and _are_statements(others)
    ):
        return None
    return [cell.text for cell in first]


def _is_line_without_end(cell: Cell) -> bool:
    return len(cell.blocks) == 1 and cell.text[-1:] not in (*".;", "")


def _is_marked(cell: Cell) -> bool:
    """The cell has a colour, or all its words are bold."""
    return bool(cell.fill) or all(span.bold for span in cell.blocks[0].spans)


def _is_short(cell: Cell) -> bool:
    return (
        len(cell.text.split()) <= _HEADING_WORDS
        and cell.blocks[0].level is None
    )


def _are_statements(rows: list[Row]) -> bool:
    """All filled cells of the rows are sentences, or begin with a list item."""
    return all(
        ends_like_sentence(cell.text) or cell.blocks[0].level is not None
        for row in rows
        for cell in row
        if cell.has_words
    )
