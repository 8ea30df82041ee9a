"""How a document is set: how far its lines lie apart, how it ends them, which words it uses."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from dinet.readers.pdf_pages.page_lines import PageLine
from dinet.wording.sentence_ends import ends_like_sentence

_USUAL_LEADING = 1.45
_MORE = 0.15
_SPACE = 0.22
_OFTEN = 0.4
_MOSTLY = 0.9
_EDGES = ".,;:!?()[]\"'“”‘’„«»"


class TextColumn(NamedTuple):
    """Lines under one another between the same margins: a cell, or the text of a page.

    Args:
        lines: From top to bottom.
        edge: The right margin, as far as it is known.
        tabled: It is a cell.
    """

    lines: tuple[PageLine, ...]
    edge: float
    tabled: bool


def fits_on_line_above(above: PageLine, below: PageLine, edge: float) -> bool:
    """The first word of a line had room on the line above: the line was begun on purpose."""
    word = below.words[0]
    return above.right + _SPACE * above.size + word.right - word.left <= edge


def bare_word(word: str) -> str:
    """A word without the signs around it, in lower case."""
    return word.strip(_EDGES).casefold()


class DocumentStyle:
    """What the columns of a document have in common.

    Args:
        columns: All of them.
    """

    def __init__(self, columns: Iterable[TextColumn]) -> None:
        self._columns = tuple(columns)

    @cached_property
    def _wrapped_lines(self) -> list[tuple[PageLine, PageLine, bool]]:
        """Lines that surely go on with the one above: its first word had no room there."""
        return [
            (above, below, column.tabled)
            for column in self._columns
            for above, below in pairwise(column.lines)
            if not fits_on_line_above(above, below, column.edge)
            and abs(above.size - below.size) < 1
        ]

    @cached_property
    def _usual_leadings(self) -> dict[tuple[int, bool], float]:
        found: defaultdict[tuple[int, bool], Counter[int]] = defaultdict(Counter)
        for above, below, tabled in self._wrapped_lines:
            found[round(2 * below.size), tabled][
                round(4 * (below.base - above.base))
            ] += 1
        often = {
            key: max(counts, key=lambda each: (counts[each], -each))
            for key, counts in found.items()
        }
        once = {key for key, leading in often.items() if found[key][leading] == 1}
        wide = {
            key
            for key in once
            if often[key] / 4 > (_USUAL_LEADING + _MORE) * key[0] / 2
        }  # rather two headings
        return {key: leading / 4 for key, leading in often.items() if key not in wide}

    def are_apart(self, above: PageLine, below: PageLine, *, tabled: bool) -> bool:
        """The lines lie farther apart than lines of one paragraph."""
        size = below.size
        usual = self._usual_leadings.get(
            (round(2 * size), tabled)
        ) or self._usual_leadings.get((round(2 * size), not tabled))
        return below.base - above.base > (usual or _USUAL_LEADING * size) + _MORE * size

    @cached_property
    def ends_with_spaces(self) -> bool:
        """The lines of this document end with the space that stands there, so a line without it ends in a word."""
        ends = [
            above.words[-1].spaced
            for above, _, _ in self._wrapped_lines
            if len(above.words) > 1
        ]
        return bool(ends) and sum(ends) >= _OFTEN * len(ends)

    @cached_property
    def has_paragraph_tags(self) -> bool:
        """The tags of this document tell its paragraphs: lines that surely go on with the one above have its tag."""
        parts = [
            above.words[-1].part == below.words[0].part
            for above, below, _ in self._wrapped_lines
            if below.text[:1].islower()
            and not ends_like_sentence(above.text)
            and min(above.words[-1].part, below.words[0].part) >= 0
        ]
        return sum(parts) >= _MOSTLY * len(parts)

    @cached_property
    def breaks_with_hyphens(self) -> bool:
        """Words are broken with a hyphen at the end of lines: of some, neither half occurs elsewhere."""
        for above, below, _ in self._wrapped_lines:
            last, first = above.words[-1].text, below.words[0].text
            broken = last[-1:] == "-" and last[-2:-1].islower() and first[0].islower()
            if broken and not (
                self.vocabulary[bare_word(last[:-1])]
                or self.vocabulary[bare_word(first)]
            ):
                return True
        return False

    @cached_property
    def vocabulary(self) -> Counter[str]:
        """How often each word occurs, without those that a line's end may have broken."""
        found: Counter[str] = Counter()
        for column in self._columns:
            broken = False
            for line in column.lines:
                words = line.text.split()
                found.update(map(bare_word, words[1 if broken else 0 : -1]))
                broken = words[-1].endswith("-") or len(words) == 1
                if not broken:
                    found[bare_word(words[-1])] += 1
        return found

    @cached_property
    def body_size(self) -> float:
        """The size of the letters of running text; of tables when the document has no running text."""
        prose = [
            line
            for column in self._columns
            if not column.tabled
            for line in _prose_lines(column)
        ]
        rest = [line for column in self._columns for line in column.lines]
        sizes: Counter[float] = Counter()
        for line in prose or rest:
            sizes[round(2 * line.size) / 2] += len(line.words)
        return max(sizes, key=lambda size: (sizes[size], -size), default=10.0)


def _prose_lines(column: TextColumn) -> Sequence[PageLine]:
    """Lines that end or go on as sentences do."""
    pairs = zip(column.lines, [*column.lines[1:], None], strict=True)
    return [
        line
        for line, below in pairs
        if ends_like_sentence(line.text)
        or (
            below
            and len(line.words) > 5
            and below.text[:1].islower()
            and abs(below.size - line.size) < 0.5
        )
    ]
