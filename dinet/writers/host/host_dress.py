"""What the annex's writers make, in the look of another document: its own styles, lists, table.

Where the document has no style for something, the look is said at the paragraph itself.
"""

import re
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from dinet.document.host_file import WordLook

CELL_SIZE, SMALL_SIZE, CAPTION_SIZE, TITLE_SIZE = 18, 15, 17, 36
"""Of letters, in half points, where the document has no style for them."""
BULLET_INDENT = 227
"""4 mm in twentieths of a point: from a bullet to its words, for each level."""
HIGHEST_HEADING = 9
"""Levels of headings that Word has."""
_PARAGRAPH = re.compile("<w:p><w:pPr>(.*?)</w:pPr>(.*?)</w:p>", re.DOTALL)
_RUN = re.compile("<w:r>(?:<w:rPr>(.*?)</w:rPr>)?(?=<w:t)", re.DOTALL)
_STYLE = re.compile('<w:pStyle w:val="([^"]*)"/>')
_LEVEL = re.compile('<w:ilvl w:val="([0-9])"/>')
_HEADING_ROW = re.compile(
    "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/>.*?</w:tr>", re.DOTALL
)
_COLOURS = re.compile("<w:(?:shd|color) [^>]*/>")
_TABLE_STYLE = '<w:tblStyle w:val="DIN"/>'
_FIXED_LAYOUT = '<w:tblLayout w:type="fixed"/>'
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_RULES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8C8C8C"/>'
    for side in _SIDES
)
_CELL_MARGINS = (
    '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)
_BULLET = "<w:r><w:t>{sign}</w:t></w:r><w:r><w:tab/></w:r>"
SIGNS = ("•", "–")
"""Typed bullets by level, where the document has no list with so many levels."""


class ParagraphDress(NamedTuple):
    """How a paragraph looks.

    Args:
        style: The id of a style of the document; empty for that of plain text.
        spacing: Before and after it, in twentieths of a point; None for that of its style.
        size: Of its letters, in half points; 0 for that of its style.
        bold: Its letters are bold.
        outline: The level of a heading that has no style, from 1; 0 for anything else.
    """

    style: str = ""
    spacing: tuple[int, int] | None = None
    size: int = 0
    bold: bool = False
    outline: int = 0


class HostDresser:
    """Gives contents the look of a document.

    Args:
        look: Of the document.
        level: Of the heading over the contents; 0 when there is none.
    """

    def __init__(self, look: WordLook, level: int = 0) -> None:
        self._look = look
        self._level = level
        self._list_levels = 1
        """How many levels of lists the contents have, at least one."""
        self._plain_cell = ParagraphDress(look.cell)
        if not look.cell:
            self._plain_cell = ParagraphDress("", (20, 40), CELL_SIZE)

    def dress_contents(self, contents: str) -> str:
        """The contents in the look of the document.

        Args:
            contents: As the writers of the annex make them.
        """
        levels = map(int, _LEVEL.findall(contents))
        self._list_levels = 1 + max(levels, default=0)
        if self._look.heads_rows:
            contents = _HEADING_ROW.sub(_without_colours, contents)
        contents = contents.replace(_TABLE_STYLE, self._table_style())
        contents = contents.replace(_FIXED_LAYOUT, self._table_layout())
        return _PARAGRAPH.sub(self._dress_paragraph, contents)

    # tables

    def _table_style(self) -> str:
        style = self._look.table
        return f"<w:tblStyle w:val={quoteattr(style)}/>" if style else ""

    def _table_layout(self) -> str:
        """Lines and margins, where the style of the document has none."""
        rules = f"<w:tblBorders>{_RULES}</w:tblBorders>"
        margins = "" if self._look.table else _CELL_MARGINS
        shown = "" if self._look.rules_cells else rules
        return f"{shown}{_FIXED_LAYOUT}{margins}"

    # paragraphs

    def _dress_paragraph(self, found: re.Match[str]) -> str:
        properties, runs = found.groups()
        named = _STYLE.search(properties)
        name = named[1] if named else ""
        level = _LEVEL.search(properties)
        together = "<w:keepNext/>" * ("<w:keepNext/>" in properties)
        if level:
            return self._dress_item(name, int(level[1]), runs)
        dress = self._dress_of(name)
        if dress.outline:
            together = "<w:keepNext/>"
        return _write_paragraph(dress, runs, together)

    def _dress_of(self, name: str) -> ParagraphDress:
        if name.startswith("Heading"):
            return self._heading_dress(int(name.removeprefix("Heading")))
        look = self._look
        dresses = {
            "Cell": self._plain_cell,
            "Small": ParagraphDress("", (20, 20), SMALL_SIZE),
            "Caption": _dress_in_style(
                look.caption, ParagraphDress("", (40, 80), CAPTION_SIZE)
            ),
            "Title": _dress_in_style(
                look.title, ParagraphDress("", (0, 120), TITLE_SIZE, bold=True)
            ),
            "Subtitle": _dress_in_style(look.subtitle, ParagraphDress()),
        }
        return dresses.get(name, ParagraphDress())

    def _heading_dress(self, rank: int) -> ParagraphDress:
        """A heading under that of the document, in its style or else as bold letters."""
        level = min(self._level + rank, HIGHEST_HEADING)
        plain = ParagraphDress("", (200, 80), bold=True, outline=level)
        return _dress_in_style(self._look.headings.get(level, ""), plain)

    def _dress_item(self, name: str, level: int, runs: str) -> str:
        """An item of a list: in the style of the document, its list, or with a typed bullet.

        Levels that the document does not have would be read as one: then all have typed bullets.
        """
        look, deepest = self._look, self._list_levels
        if name == "ListBullet" and deepest <= len(look.bullets):
            return _write_paragraph(ParagraphDress(look.bullets[level]), runs)
        dress = self._plain_cell
        if name == "ListBullet":
            dress = ParagraphDress("", (0, 60))
        left = BULLET_INDENT * (level + 1)
        indent = f'<w:ind w:left="{left}" w:hanging="{BULLET_INDENT}"/>'
        if deepest <= look.bullet_levels:
            number = quoteattr(look.bullet_list)
            listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val={number}/></w:numPr>'
            return _write_paragraph(dress, runs, listed, indent)
        tab = f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs>'
        bullet = _BULLET.format(sign=SIGNS[min(level, 1)])
        return _write_paragraph(dress, bullet + runs, tab, indent)


def _dress_in_style(style: str, plain: ParagraphDress) -> ParagraphDress:
    """The style of the document, or what stands for it."""
    return ParagraphDress(style) if style else plain


def _without_colours(row: re.Match[str]) -> str:
    return _COLOURS.sub("", row[0])


def _write_paragraph(
    dress: ParagraphDress, runs: str, before: str = "", indent: str = ""
) -> str:
    """A paragraph, its properties in the order of the schema.

    Args:
        dress: How it looks.
        runs: What it says.
        before: Properties that come before its spacing.
        indent: The property that comes after it.
    """
    pieces = [
        f"<w:pStyle w:val={quoteattr(dress.style)}/>" * bool(dress.style)
    ]
    pieces.append(before)
    if dress.spacing:
        over, under = dress.spacing
        pieces.append(
            f'<w:spacing w:before="{over}" w:after="{under}" w:line="240" w:lineRule="auto"/>'
        )
    pieces.append(indent)
    if dress.outline:
        pieces.append(f'<w:outlineLvl w:val="{dress.outline - 1}"/>')
    looks = _letter_looks(dress)
    if looks and not runs:
        pieces.append(f"<w:rPr>{looks}</w:rPr>")
    if looks:
        runs = _RUN.sub(lambda run: _dress_run(run[1] or "", dress), runs)
    return f"<w:p><w:pPr>{''.join(pieces)}</w:pPr>{runs}</w:p>"


def _letter_looks(dress: ParagraphDress) -> str:
    bold = "<w:b/>" * dress.bold
    return bold + _size_looks(dress)


def _size_looks(dress: ParagraphDress) -> str:
    if not dress.size:
        return ""
    return f'<w:sz w:val="{dress.size}"/><w:szCs w:val="{dress.size}"/>'


def _dress_run(looks: str, dress: ParagraphDress) -> str:
    """The beginning of a run: bold letters come first, their size before their language."""
    before, tag, lang = looks.partition("<w:lang ")
    bold = "<w:b/>" * (dress.bold and "<w:b/>" not in before)
    return f"<w:r><w:rPr>{bold}{before}{_size_looks(dress)}{tag}{lang}</w:rPr>"
