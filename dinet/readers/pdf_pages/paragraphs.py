"""Lines become paragraphs and list items: by bullets, wider gaps, other letters, and lines that ended on purpose."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dinet.document.content import Block
from dinet.readers.pdf_pages.dehyphenation import Dehyphenation
from dinet.readers.pdf_pages.document_style import (
    DocumentStyle,
    TextColumn,
    fits_on_line_above,
)
from dinet.readers.pdf_pages.page_lines import PageLine
from dinet.wording.bullets import bullet_signs, typed_signs
from dinet.wording.sentence_ends import ends_like_sentence

_HANGING_SIGNS = frozenset("§>")
"""Signs of a keyboard that begin a list item only well before the rest of their line."""
_NUMBER = re.compile(r"^(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]$")
_BEGINS = re.compile(r"^[\"'‘“„(]*[A-ZÀ-Þ0-9]")
_HANGING = 0.6
_SAME_INDENT_POINTS = 3.0
_OTHER_SIZE = 1.1


class Paragraph(NamedTuple):
    """Lines that belong together.

    Args:
        lines: Without the bullet or number of a list item.
        edge: The right margin of its column.
        mark: Where that bullet or number begins; None for a paragraph.
    """

    lines: tuple[PageLine, ...]
    edge: float
    mark: float | None = None

    @property
    def text(self) -> str:
        """Its words, as they stand."""
        return " ".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        return max(line.size for line in self.lines)

    @property
    def bold(self) -> bool:
        """All its words are heavy."""
        return all(word.bold for line in self.lines for word in line.words)


def lines_to_paragraphs(column: TextColumn, habits: DocumentStyle) -> list[Paragraph]:
    """The paragraphs of a column, from top to bottom; a sign that is all there is in a cell is a cross, not a bullet."""
    if column.tabled and [len(line.words) for line in column.lines] == [1]:
        return [Paragraph(tuple(column.lines), column.edge)]
    found: list[Paragraph] = []
    before: PageLine | None = None
    for line in column.lines:
        new = before is None or (
            bool(found[-1].lines)
            and _begins_paragraph(found[-1], before, line, column, habits)
        )
        item = (
            _as_list_item(line) if new or line.words[0].text in bullet_signs() else None
        )
        if item:
            found.append(item._replace(edge=column.edge))
        elif new:
            found.append(Paragraph((line,), column.edge))
        else:
            found[-1] = found[-1]._replace(lines=(*found[-1].lines, line))
        before = line
    return [each for each in found if each.lines]


def _begins_paragraph(
    paragraph: Paragraph,
    above: PageLine,
    line: PageLine,
    column: TextColumn,
    habits: DocumentStyle,
) -> bool:
    """A line begins a paragraph, rather than going on with the one above it."""
    parts = above.words[-1].part, line.words[0].part
    if (
        habits.has_paragraph_tags
        and min(parts) >= 0
        and line.words[0].text not in bullet_signs()
    ):
        return parts[0] != parts[1]
    other = max(above.size, line.size) > _OTHER_SIZE * min(above.size, line.size)
    if (
        other
        or habits.are_apart(above, line, tabled=column.tabled)
        or _begins_list_item(paragraph, line)
    ):
        return True
    ended, opened = line_ends_sentence(above), opens_sentence(line)
    if _leaves_hanging_item(paragraph, line):
        return ended or opened
    return fits_on_line_above(above, line, column.edge) and (ended or opened)


def line_ends_sentence(line: PageLine) -> bool:
    """The line ends as a sentence does."""
    return ends_like_sentence(line.text)


def opens_sentence(line: PageLine) -> bool:
    """The line begins as a sentence or list item does."""
    return bool(_BEGINS.match(line.text)) or line.words[0].text in bullet_signs()


def _begins_list_item(paragraph: Paragraph, line: PageLine) -> bool:
    """The line begins with a bullet; or with a dash or number, well before the rest or under that of the list item above."""
    if line.words[0].text in bullet_signs():
        return True
    item = _as_list_item(line)
    if item is None or item.mark is None:
        return False
    hangs = (
        line.words[1].left - line.words[0].right > _HANGING * line.size
        or line.words[0].text == "o"
    )
    return hangs or (
        paragraph.mark is not None
        and abs(item.mark - paragraph.mark) < _SAME_INDENT_POINTS
    )


def _leaves_hanging_item(paragraph: Paragraph, line: PageLine) -> bool:
    """The list item above hangs, and this line does not."""
    if paragraph.mark is None or len(paragraph.lines) < 2:
        return (
            paragraph.mark is not None
            and line.left < paragraph.mark - _SAME_INDENT_POINTS
        )
    return paragraph.lines[-1].left > paragraph.mark + _SAME_INDENT_POINTS >= line.left


def _as_list_item(line: PageLine) -> Paragraph | None:
    """The line as the beginning of a list item, when it begins with a bullet, or with a dash or number well before the rest."""
    first, rest = line.words[0], line.words[1:]
    if first.text in bullet_signs():
        return Paragraph((PageLine(rest),) if rest else (), 0, first.left)
    if not rest:
        return None
    hangs = rest[0].left - first.right > _HANGING * line.size
    if first.text in typed_signs() or (hangs and first.text in _HANGING_SIGNS):
        return Paragraph((PageLine(rest),), 0, first.left)
    if hangs and _NUMBER.match(first.text):
        return Paragraph((PageLine(rest),), 0, first.left)
    return None


def paragraphs_to_blocks(
    found: Iterable[Paragraph], glue: Dehyphenation, margins: Sequence[float] = ()
) -> Iterator[Block]:
    """The paragraphs as blocks; a list item is as deep as its bullet stands to the right of other bullets.

    Args:
        found: The paragraphs of one cell or page.
        glue: Joins their lines.
        margins: Where bullets stand in the whole column; by default only those found here count.
    """
    found = tuple(found)
    steps = bullet_indents(
        [*margins, *(each.mark for each in found if each.mark is not None)]
    )
    depth = -1
    for each in found:
        level = None
        if each.mark is not None:
            level = min(
                sum(step < each.mark - _SAME_INDENT_POINTS for step in steps), depth + 1
            )
            depth = level
        yield Block(glue.join_lines(each.lines, each.edge), level)


def bullet_indents(marks: Iterable[float]) -> list[float]:
    """The different places where bullets stand, from left to right."""
    found: list[float] = []
    for mark in sorted(marks):
        if not found or mark - found[-1] > _SAME_INDENT_POINTS:
            found.append(mark)
    return found
