"""Paragraphs, lists and tables as the XML of Word; every text is escaped here."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from dinet.writers.office.archive import one_line

LANGUAGE_CODES = {"nl": "nl-NL", "en": "en-GB"}
"""The languages as Word calls them."""
GREY_COLOUR = "595959"
LONGEST_WHOLE = 600
"""A row with more characters in one of its cells may go on on the next page."""
_TAG = re.compile("<[^>]*>")


def write_run(
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    colour: str = "",
    lang: str = "",
) -> str:
    """A piece of text in one look."""
    looks = "<w:b/>" * bold + "<w:i/>" * italic
    looks += f'<w:color w:val="{colour}"/>' if colour else ""
    looks += f'<w:lang w:val="{LANGUAGE_CODES[lang]}"/>' if lang else ""
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    before = text[:1].isspace()
    after = text[1:][-1:].isspace()
    words = f"{' ' * before}{escape(one_line(text))}{' ' * after}"
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def write_field(instruction: str, shown: str) -> str:
    """A field that Word can count anew.

    Args:
        instruction: What Word shows there.
        shown: The run that stands there until then.
    """
    begin, end = write_field_parts(instruction)
    return f"{begin}{shown}{end}"


def write_field_parts(instruction: str) -> tuple[str, str]:
    """What begins a field and what ends it, in other paragraphs if need be.

    Args:
        instruction: What Word shows between these.
    """
    words = escape(f" {instruction} ")
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{words}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    return begin, '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def write_paragraph(
    *runs: str, style: str = "", together: bool = False
) -> str:
    """A paragraph.

    Args:
        runs: What it says.
        style: Its style; empty for plain text.
        together: It stands on the page of the paragraph after it.
    """
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{'<w:keepNext/>' * together}</w:pPr>{''.join(runs)}</w:p>"


def write_page_break() -> str:
    """A small paragraph after which a page begins."""
    return (
        '<w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr>'
        '<w:r><w:br w:type="page"/></w:r></w:p>'
    )


def write_list_item(
    *runs: str, level: int = 0, style: str = "ListBullet"
) -> str:
    """An item of a list; level 1 stands under level 0."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>'
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        f"{''.join(runs)}</w:p>"
    )


class WordCell(NamedTuple):
    """One cell of a table.

    Args:
        content: Paragraphs; a cell without any is blank.
        fill: The colour of its ground.
        span: How many columns it covers.
    """

    content: str = ""
    fill: str = ""
    span: int = 1


class WordTable(NamedTuple):
    """A table whose first row is repeated on every page.

    Args:
        widths: Of the columns, in twentieths of a point.
        description: What a screen reader says of it.
    """

    widths: Sequence[int]
    description: str
    head: Sequence[WordCell]
    rows: Sequence[Sequence[WordCell]]

    def to_xml(self) -> str:
        """The table, and a small paragraph that keeps it apart from the next."""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths)
        head = self._row_xml(self.head, "<w:cantSplit/><w:tblHeader/>")
        rows = "".join(map(self._row_xml, self.rows))
        return (
            f"<w:tbl>{self._properties_xml()}<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"
            f"{write_paragraph(style='Small')}"
        )

    def _properties_xml(self) -> str:
        caption = quoteattr(one_line(self.description))
        return (
            '<w:tblPr><w:tblStyle w:val="DIN"/>'
            f'<w:tblW w:w="{sum(self.widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f"<w:tblCaption w:val={caption}/></w:tblPr>"
        )

    def _row_xml(self, cells: Sequence[WordCell], properties: str = "") -> str:
        """A row; without properties it stays on one page unless one of its cells is long."""
        lengths = [len(_TAG.sub("", cell.content)) for cell in cells]
        whole = max(lengths, default=0) < LONGEST_WHOLE
        kept = properties or "<w:cantSplit/>" * whole
        widths = iter(self.widths)
        pieces = [
            _cell_xml(cell, sum(islice(widths, cell.span))) for cell in cells
        ]
        return f"<w:tr><w:trPr>{kept}</w:trPr>{''.join(pieces)}</w:tr>"


def _cell_xml(cell: WordCell, width: int) -> str:
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if cell.span > 1:
        properties += f'<w:gridSpan w:val="{cell.span}"/>'
    if cell.fill:
        properties += (
            f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>'
        )
    content = cell.content or write_paragraph(style="Cell")
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def divide_width(whole: int, *parts: float) -> list[int]:
    """A width divided in proportion.

    Example:
        >>> divide_width(100, 1, 1, 2)
        [25, 25, 50]
    """
    return [round(whole * part / sum(parts)) for part in parts]
