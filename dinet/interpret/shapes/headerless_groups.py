"""A table without headings of its own, in a section that says what it holds: its columns are groups."""

from dinet.document.content import Grid, Row
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


def read_headerless_groups(
    draft: ProgrammeReading, members: ListItemReader, grid: Grid, role: Role, kind: Kind
) -> None:
    """Read the cells as members of the section; the document does not say what the columns mean."""
    rows = list(without_separators(grid.rows))
    headings = _headings(rows) if kind == "effort" else None
    count = 0
    for row in rows[1:] if headings else rows:
        for number, cell in enumerate(row):
            unnamed = Sentence("column {value}", value=number + 1).in_language(
                draft.lang
            )
            added = add_items(
                draft, kind, split_statements(cell.blocks).items, cell.place, role.level
            )
            count += len(added)
            for each in added:
                mention = draft.mentions[each]
                if mention.part_of is None and grid.width > 1:
                    mention.group = headings[number] if headings else unnamed
                members.hang_on_goal(each)
    if kind == "effort" and grid.width > 1 and members.context.goal is None:
        draft.add_note("group_unexplained", grid.place, count=count)


def _headings(rows: list[Row]) -> list[str] | None:
    """The first row, when it looks like headings over columns: short and without an end, and marked or unlike the rest."""
    if len(rows) < 2 or not all(
        len(cell.blocks) == 1 and cell.text[-1:] not in ".;" for cell in rows[0]
    ):
        return None
    marked = all(
        cell.fill or all(span.bold for span in cell.blocks[0].spans) for cell in rows[0]
    )
    short = all(
        len(cell.text.split()) <= _HEADING_WORDS and cell.blocks[0].level is None
        for cell in rows[0]
    )
    below = [cell for row in rows[1:] for cell in row if cell.has_words]
    unlike = short and all(
        ends_like_sentence(cell.text) or cell.blocks[0].level is not None
        for cell in below
    )
    return [cell.text for cell in rows[0]] if marked or unlike else None
