"""Lines become paragraphs and list items: by bullets, wider gaps, other letters, and lines that ended on purpose."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dinet.document.content import Block
from dinet.readers.pdf_pages.dehyphenation import Glue
from dinet.readers.pdf_pages.document_style import Column, Habits, fits
from dinet.readers.pdf_pages.page_lines import MARKS, Line

_TYPED = frozenset("-–—*o§>")
_NUMBER = re.compile(r"^(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]$")
_ENDS = re.compile(r"[.!?:;…][\"'’”)\]]*$")
_BEGINS = re.compile(r"^[\"'‘“„(]*[A-ZÀ-Þ0-9]")
_HANGING = 0.6
_SAME = 3.0
_OTHER_SIZE = 1.1


class Paragraph(NamedTuple):
    """Lines that belong together.

    Args:
        lines: Without the bullet or number of a list item.
        edge: The right margin of its column.
        mark: Where that bullet or number begins; None for a paragraph.
    """

    lines: tuple[Line, ...]
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


def paragraphs(column: Column, habits: Habits) -> list[Paragraph]:
    """The paragraphs of a column, from top to bottom; a sign that is all there is in a cell is a cross, not a bullet."""
    if column.tabled and [len(line.words) for line in column.lines] == [1]:
        return [Paragraph(tuple(column.lines), column.edge)]
    found: list[Paragraph] = []
    before: Line | None = None
    for line in column.lines:
        new = before is None or (
            bool(found[-1].lines) and _begins(found[-1], before, line, column, habits)
        )
        item = _item(line) if new or line.words[0].text in MARKS else None
        if item:
            found.append(item._replace(edge=column.edge))
        elif new:
            found.append(Paragraph((line,), column.edge))
        else:
            found[-1] = found[-1]._replace(lines=(*found[-1].lines, line))
        before = line
    return [each for each in found if each.lines]


def _begins(
    paragraph: Paragraph, above: Line, line: Line, column: Column, habits: Habits
) -> bool:
    """A line begins a paragraph, rather than going on with the one above it."""
    parts = above.words[-1].part, line.words[0].part
    if habits.tagged and min(parts) >= 0 and line.words[0].text not in MARKS:
        return parts[0] != parts[1]
    other = max(above.size, line.size) > _OTHER_SIZE * min(above.size, line.size)
    if (
        other
        or habits.apart(above, line, tabled=column.tabled)
        or _listed(paragraph, line)
    ):
        return True
    ended, opened = ends(above), opens(line)
    if _unhung(paragraph, line):
        return ended or opened
    return fits(above, line, column.edge) and (ended or opened)


def ends(line: Line) -> bool:
    """The line ends as a sentence does."""
    return bool(_ENDS.search(line.text))


def opens(line: Line) -> bool:
    """The line begins as a sentence or list item does."""
    return bool(_BEGINS.match(line.text)) or line.words[0].text in MARKS


def _listed(paragraph: Paragraph, line: Line) -> bool:
    """The line begins with a bullet; or with a dash or number, well before the rest or under that of the list item above."""
    if line.words[0].text in MARKS:
        return True
    item = _item(line)
    if item is None or item.mark is None:
        return False
    hangs = (
        line.words[1].left - line.words[0].right > _HANGING * line.size
        or line.words[0].text == "o"
    )
    return hangs or (
        paragraph.mark is not None and abs(item.mark - paragraph.mark) < _SAME
    )


def _unhung(paragraph: Paragraph, line: Line) -> bool:
    """The list item above hangs, and this line does not."""
    if paragraph.mark is None or len(paragraph.lines) < 2:
        return paragraph.mark is not None and line.left < paragraph.mark - _SAME
    return paragraph.lines[-1].left > paragraph.mark + _SAME >= line.left


def _item(line: Line) -> Paragraph | None:
    """The line as the beginning of a list item, when it begins with a bullet, or with a dash or number well before the rest."""
    first, rest = line.words[0], line.words[1:]
    if first.text in MARKS:
        return Paragraph((Line(rest),) if rest else (), 0, first.left)
    if not rest:
        return None
    hangs = rest[0].left - first.right > _HANGING * line.size
    if first.text in _TYPED and (hangs or first.text in "-–—*o"):
        return Paragraph((Line(rest),), 0, first.left)
    if hangs and _NUMBER.match(first.text):
        return Paragraph((Line(rest),), 0, first.left)
    return None


def blocks(
    found: Iterable[Paragraph], glue: Glue, margins: Sequence[float] = ()
) -> Iterator[Block]:
    """The paragraphs as blocks; a list item is as deep as its bullet stands to the right of other bullets.

    Args:
        found: The paragraphs of one cell or page.
        glue: Joins their lines.
        margins: Where bullets stand in the whole column; by default only those found here count.
    """
    found = tuple(found)
    steps = indents([*margins, *(each.mark for each in found if each.mark is not None)])
    depth = -1
    for each in found:
        level = None
        if each.mark is not None:
            level = min(sum(step < each.mark - _SAME for step in steps), depth + 1)
            depth = level
        yield Block(glue.spans(each.lines, each.edge), level)


def indents(marks: Iterable[float]) -> list[float]:
    """The different places where bullets stand, from left to right."""
    found: list[float] = []
    for mark in sorted(marks):
        if not found or mark - found[-1] > _SAME:
            found.append(mark)
    return found
