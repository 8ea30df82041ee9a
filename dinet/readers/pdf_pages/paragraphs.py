"""Lines become paragraphs and list items.

A new one begins at a bullet, after a wider gap, in other letters, and after a line that ended
before its margin on purpose.
"""

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
from dinet.vocabulary.roles import kind_of, role_of
from dinet.wording.bullets import bullet_signs, typed_signs
from dinet.wording.sentence_ends import ends_like_sentence

_HANGING_SIGNS = frozenset("§>")
"""Signs of a keyboard that begin a list item only well before the rest of their line."""
_NUMBER = re.compile(r"^(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]$")
_BEGINS = re.compile(r"^[\"'‘“„(]*[A-ZÀ-Þ0-9]")
# From which gap on, as a share of the letter size, a text hangs beside its dash or number: twice as
# wide as a generous space.
_HANGING_GAP = 0.6
# How far two bullets of one depth, or the lines of one item, may begin apart.
_SAME_INDENT_POINTS = 3.0
# Lines whose letters are so many times larger than those of the next do not go on in it.
_OTHER_SIZE_RATIO = 1.1


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


def lines_to_paragraphs(
    column: TextColumn, habits: DocumentStyle
) -> list[Paragraph]:
    """The paragraphs of a column, from top to bottom.

    A sign that is all there is in a cell is a cross, not a bullet. A bullet alone on its line
    belongs to the line under it.
    """
    if column.tabled and [len(line.words) for line in column.lines] == [1]:
        return [Paragraph(tuple(column.lines), column.edge)]
    paragraphs: list[Paragraph] = []
    above: PageLine | None = None
    for line in column.lines:
        new = above is None or (
            bool(paragraphs[-1].lines)
            and _begins_paragraph(paragraphs[-1], above, line, column, habits)
        )
        _add_line(paragraphs, line, column.edge, new=new)
        above = line
    return [paragraph for paragraph in paragraphs if paragraph.lines]


def _add_line(
    paragraphs: list[Paragraph], line: PageLine, edge: float, *, new: bool
) -> None:
    """Put a line in the last paragraph, or in a new one, which it begins.

    Args:
        paragraphs: Those of a column so far.
        line: The next one.
        edge: The right margin of the column.
        new: The line does not go on with the one above; one with a bullet never does.
    """
    item = None
    if new or line.words[0].text in bullet_signs():
        item = _as_list_item(line)
    if item:
        paragraphs.append(item._replace(edge=edge))
    elif new:
        paragraphs.append(Paragraph((line,), edge))
    else:
        last = paragraphs[-1]
        paragraphs[-1] = last._replace(lines=(*last.lines, line))


def _begins_paragraph(
    paragraph: Paragraph,
    above: PageLine,
    line: PageLine,
    column: TextColumn,
    habits: DocumentStyle,
) -> bool:
    """A line begins a paragraph, rather than going on with the one above it.

    Args:
        paragraph: The one that ends with the line above.
        above: The line above.
        line: The line itself.
        column: That in which both stand.
        habits: How the document is set.
    """
    parts = above.words[-1].part, line.words[0].part
    if (
        habits.has_paragraph_tags
        and min(parts) >= 0
        and line.words[0].text not in bullet_signs()
    ):
        return parts[0] != parts[1]
    if _are_set_apart(above, line, column, habits) or _begins_list_item(
        paragraph, line
    ):
        return True
    divided = line_ends_sentence(above) or opens_sentence(line)
    if _leaves_hanging_item(paragraph, line):
        return divided
    return fits_on_line_above(above, line, column.edge) and divided


def _are_set_apart(
    above: PageLine, line: PageLine, column: TextColumn, habits: DocumentStyle
) -> bool:
    """The letters of two lines, their distance or the end of the first one tell them apart."""
    return (
        _differ_in_size(above, line)
        or habits.are_apart(above, line, tabled=column.tabled)
        or _ends_without_space(above, line, column.edge, habits)
        or (not column.tabled and _opens_labelled(line))
    )


def _opens_labelled(line: PageLine) -> bool:
    """The line begins with what it is: ``Doelstelling: minder verzuim``, ``Maatregelen:``.

    Met in plans of short lines, which do not tell how wide the page is.
    """
    before, colon, _ = line.text.partition(":")
    role = role_of(before) if colon and before[:1].isupper() else None
    return kind_of(role) is not None


def _ends_without_space(
    above: PageLine, line: PageLine, edge: float, habits: DocumentStyle
) -> bool:
    """The line above lacks the space that lines of this document end with, and had room for it.

    So it ends its paragraph when the next one begins with a capital: ``Buurtkeuken`` above
    ``Repaircafé`` in a cell that is too narrow for both. With a small letter a word goes on.
    """
    last = above.words[-1]
    if (
        not habits.ends_with_spaces
        or last.spaced
        or not last.text[-1:].isalnum()
    ):
        return False
    room = (edge - above.right) / above.size
    return line.text[:1].isupper() and room > habits.narrowest_spaced_room


def _differ_in_size(above: PageLine, line: PageLine) -> bool:
    """The letters of two lines differ too much for lines of one paragraph."""
    one, other = above.size, line.size
    return max(one, other) > _OTHER_SIZE_RATIO * min(one, other)


def line_ends_sentence(line: PageLine) -> bool:
    """The line ends as a sentence does."""
    return ends_like_sentence(line.text)


def opens_sentence(line: PageLine) -> bool:
    """The line begins as a sentence or list item does."""
    return (
        bool(_BEGINS.match(line.text)) or line.words[0].text in bullet_signs()
    )


def _begins_list_item(paragraph: Paragraph, line: PageLine) -> bool:
    """The line begins with a bullet, or with a dash or number that stands for one.

    A dash or number does so well before the rest, or under that of the list item above.
    """
    if line.words[0].text in bullet_signs():
        return True
    item = _as_list_item(line)
    if item is None or item.mark is None:
        return False
    if line.words[0].text == "o" or _has_hanging_text(line):
        return True
    return (
        paragraph.mark is not None
        and abs(item.mark - paragraph.mark) < _SAME_INDENT_POINTS
    )


def _has_hanging_text(line: PageLine) -> bool:
    """The second word of a line stands well to the right of the first."""
    gap = line.words[1].left - line.words[0].right
    return gap > _HANGING_GAP * line.size


def _leaves_hanging_item(paragraph: Paragraph, line: PageLine) -> bool:
    """The list item above hangs, and this line does not.

    An item of one line does not tell whether it hangs: then only a line that begins before its
    bullet leaves it.
    """
    if paragraph.mark is None:
        return False
    if len(paragraph.lines) < 2:
        return line.left < paragraph.mark - _SAME_INDENT_POINTS
    return (
        paragraph.lines[-1].left
        > paragraph.mark + _SAME_INDENT_POINTS
        >= line.left
    )


def _as_list_item(line: PageLine) -> Paragraph | None:
    """The line as the beginning of a list item, without its bullet; None when it begins none.

    It does when it begins with a bullet, with a dash, or with a number well before the rest. A
    bullet alone on its line gives an item without lines.
    """
    first, rest = line.words[0], line.words[1:]
    if first.text in bullet_signs():
        return Paragraph((PageLine(rest),) if rest else (), 0, first.left)
    if not rest:
        return None
    hangs = _has_hanging_text(line)
    if first.text in typed_signs() or (hangs and first.text in _HANGING_SIGNS):
        return Paragraph((PageLine(rest),), 0, first.left)
    if hangs and _NUMBER.match(first.text):
        return Paragraph((PageLine(rest),), 0, first.left)
    return None


def paragraphs_to_blocks(
    found: Iterable[Paragraph],
    glue: Dehyphenation,
    margins: Sequence[float] = (),
) -> Iterator[Block]:
    """The paragraphs as blocks, in their order.

    A list item is as deep as its bullet stands to the right of other bullets, and at most one
    deeper than the item before it.

    Args:
        found: The paragraphs of one cell or page.
        glue: Joins their lines.
        margins: Where bullets stand in the whole column; by default only those found here count.
    """
    paragraphs = tuple(found)
    own_marks = [one.mark for one in paragraphs if one.mark is not None]
    indents = bullet_indents([*margins, *own_marks])
    depth = -1
    for paragraph in paragraphs:
        level = None
        if paragraph.mark is not None:
            level = min(_count_left_of(paragraph.mark, indents), depth + 1)
            depth = level
        yield Block(glue.join_lines(paragraph.lines, paragraph.edge), level)


def _count_left_of(mark: float, indents: Sequence[float]) -> int:
    """How many of the places where bullets stand lie to the left of one of them."""
    return sum(indent < mark - _SAME_INDENT_POINTS for indent in indents)


def bullet_indents(marks: Iterable[float]) -> list[float]:
    """The different places where bullets stand, from left to right."""
    indents: list[float] = []
    for mark in sorted(marks):
        if not indents or mark - indents[-1] > _SAME_INDENT_POINTS:
            indents.append(mark)
    return indents
