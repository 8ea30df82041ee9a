"""The efforts divided by owner, phase, theme or goal, for a person at a terminal."""

from collections.abc import Iterator

from dinet.cli.answers.printing import wrap_text
from dinet.report.coverage.breakdown_table import BreakdownTable

_UNDER = "  "
"""What stands under the name of a row begins here."""


def breakdown_lines(table: BreakdownTable) -> Iterator[str]:
    """The title, each row as its name with its cells under it, and how to read them.

    Args:
        table: In words; a cell that is empty is not told.
    """
    yield table.title
    for name, *cells in table.rows:
        yield ""
        yield name
        for heading, cell in zip(table.headings[1:], cells, strict=True):
            if cell:
                yield wrap_text(f"{heading}: {cell}", indent=_UNDER)
    if table.notes:
        yield ""
    for note in table.notes:
        yield wrap_text(note)
