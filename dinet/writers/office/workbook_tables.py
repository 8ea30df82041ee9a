"""Rows of a worksheet as a table of Excel: with a filter in its heading and a name of its own."""

import re
from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

TABLE_LOOK = "TableStyleLight1"
"""Lines and grey bands: a print in grey shows all of it."""
LONGEST_HEADING = 255
"""In characters: Excel repairs a file whose table has a longer name of a column."""
_NO_NAME = re.compile(r"\W+")


def add_table(sheet: Worksheet, rows: int, columns: int) -> None:
    """Make a table of the first rows of a sheet.

    Where its headings are not all short and different texts, as Excel asks of a table, it only
    gets the filter.

    Args:
        sheet: With its headings in the first row.
        rows: How many rows there are under the headings; of none one blank row is taken.
        columns: How many columns there are.
    """
    heads = [
        str(sheet.cell(1, column).value or "")
        for column in range(1, columns + 1)
    ]
    name = f"DIN_{_NO_NAME.sub('_', sheet.title)}"
    area = f"A1:{get_column_letter(columns)}{max(rows, 1) + 1}"
    if not _are_column_names(heads):
        sheet.auto_filter.ref = area
        return
    table = Table(displayName=name, name=name, ref=area)
    table.tableStyleInfo = TableStyleInfo(name=TABLE_LOOK, showRowStripes=True)
    sheet.add_table(table)


def _are_column_names(heads: Sequence[str]) -> bool:
    """Whether headings can name the columns of a table: all there, short and different."""
    different = {head.casefold() for head in heads}
    short = all(0 < len(head) <= LONGEST_HEADING for head in heads)
    return (
        short and len(different) == len(heads) and "\n" not in "".join(heads)
    )
