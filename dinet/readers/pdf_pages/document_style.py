"""How a document is set: how far its lines lie apart, how it ends them, which words it uses."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from math import inf
from typing import NamedTuple

from dinet.readers.pdf_pages.page_lines import PageLine
from dinet.wording.bullets import bullet_signs
from dinet.wording.sentence_ends import ends_like_sentence

# The distance between two base lines of one paragraph, as a multiple of the letter size, where no
# two lines of the document tell it: that of a text set with generous leading.
_USUAL_LEADING = 1.45
# How much farther apart than lines of one paragraph two paragraphs lie at least, as a multiple of
# the letter size: more than rounding moves a line.
_MORE_LEADING = 0.15
# The width of the narrowest usual space, as a multiple of the letter size.
_SPACE_WIDTH = 0.22
# A document ends its lines with a space when this share of its full lines do. A line that ends
# within a word does not, so it need not be most.
_SPACED_SHARE = 0.4
# Tags tell paragraphs when this share of the full lines have the tag of the next line. A file that
# gives them different tags has tags for something else.
_TAGGED_SHARE = 0.9
# Letters of two lines of one paragraph differ by less in size; those of running text by less than
# the second length.
_SAME_SIZE_POINTS, _PROSE_SIZE_POINTS = 1, 0.5
# Lines of fewer words are headings or the text of narrow cells rather than running text.
_LEAST_PROSE_WORDS = 6
# Sizes and distances are counted in these parts of a point, for files round them differently.
_SIZES_PER_POINT, _LEADINGS_PER_POINT = 2, 4
# The size of the running text in a document without a line, in points.
_DEFAULT_SIZE_POINTS = 10.0
# The end and the beginning of a word, the second in lower case.
_TWO_HALVES = re.compile(r"\W*[^\W\d_]+\|[^\W\d_A-ZÀ-Þ]+\W*")
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
    return (
        above.right + _SPACE_WIDTH * above.size + word.right - word.left
        <= edge
    )


def likely_edges(
    lines_by_column: Mapping[int, Sequence[PageLine]], edges: Sequence[float]
) -> dict[int, float]:
    """The right margin of each column of a table around which nothing is drawn.

    It is where the longest line of a column ends. That is no margin when no line goes on in lower
    case, for then no line need have been broken: short texts stand under one another, each on its
    line, in a column that is as wide as there is room.

    Args:
        lines_by_column: The lines under the headings, by the number of their column, from 0.
        edges: Of all columns, from left to right.
    """
    starts = {
        column: min(line.left for line in lines)
        for column, lines in lines_by_column.items()
    }
    likely = {}
    for column, lines in lines_by_column.items():
        likely[column] = max(line.right for line in lines)
        if not any(line.text[:1].islower() for line in lines):
            room = _room_of_column(column, edges, starts)
            likely[column] = max(likely[column], room)
    return likely


def _room_of_column(
    column: int, edges: Sequence[float], starts: Mapping[int, float]
) -> float:
    """How far text could run in a column: to the next one.

    The last one is taken to be as wide as the narrowest other.
    """
    if column < len(edges) - 2:
        return edges[column + 1]
    widths = [
        starts[next_one] - starts[one]
        for one, next_one in pairwise(sorted(starts))
    ]
    return starts[column] + min(widths, default=0)


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
        """Lines that surely go on with the one above: its first word had no room there.

        Each comes after the one above, and with whether both stand in a cell.
        """
        return [
            (above, below, column.tabled)
            for column in self._columns
            for above, below in pairwise(column.lines)
            if not fits_on_line_above(above, below, column.edge)
            and abs(above.size - below.size) < _SAME_SIZE_POINTS
        ]

    @cached_property
    def _usual_leadings(self) -> dict[tuple[int, bool], float]:
        """The distance in points between lines of one paragraph.

        For every size of letters, in half points, outside tables and in them. Sizes of which no
        line surely goes on are absent.
        """
        leadings_by_size: defaultdict[tuple[int, bool], Counter[int]] = (
            defaultdict(Counter)
        )
        for above, below, tabled in self._wrapped_lines:
            leading = round(_LEADINGS_PER_POINT * (below.base - above.base))
            leadings_by_size[_half_points(below.size), tabled][leading] += 1
        usual = {}
        for key, counts in leadings_by_size.items():
            commonest = _most_frequent(counts)
            usual_leading = commonest / _LEADINGS_PER_POINT
            # two lines that lie so far apart, once, are rather two headings
            widest = (
                (_USUAL_LEADING + _MORE_LEADING) * key[0] / _SIZES_PER_POINT
            )
            if counts[commonest] > 1 or usual_leading <= widest:
                usual[key] = usual_leading
        return usual

    def are_apart(
        self, above: PageLine, below: PageLine, *, tabled: bool
    ) -> bool:
        """The lines lie farther apart than lines of one paragraph."""
        size = below.size
        half_points = _half_points(size)
        leadings = self._usual_leadings
        usual = (
            leadings.get((half_points, tabled))
            or leadings.get((half_points, not tabled))
            or _USUAL_LEADING * size
        )
        return below.base - above.base > usual + _MORE_LEADING * size

    @cached_property
    def ends_with_spaces(self) -> bool:
        """The lines of this document end with the space that stands there.

        So a line without it ends within a word.
        """
        ends = [
            above.words[-1].spaced
            for above, _, _ in self._wrapped_lines
            if len(above.words) > 1
        ]
        return bool(ends) and sum(ends) >= _SPACED_SHARE * len(ends)

    @cached_property
    def narrowest_spaced_room(self) -> float:
        """The least room at the end of a line that still has its space, by the letter size.

        With as much room, a line without a space ends within a word. Infinite when no line has one.
        """
        rooms = [
            (column.edge - line.right) / line.size
            for column in self._columns
            for line in column.lines
            if line.words[-1].spaced
        ]
        return min((room for room in rooms if room > 0), default=inf)

    @cached_property
    def has_paragraph_tags(self) -> bool:
        """The tags of this document tell its paragraphs.

        That is so when lines that surely go on with the one above have its tag; with no such
        line the tags are believed.
        """
        same_tag = [
            above.words[-1].part == below.words[0].part
            for above, below, _ in self._wrapped_lines
            if below.text[:1].islower()
            and not ends_like_sentence(above.text)
            and min(above.words[-1].part, below.words[0].part) >= 0
        ]
        return sum(same_tag) >= _TAGGED_SHARE * len(same_tag)

    @cached_property
    def breaks_with_hyphens(self) -> bool:
        """Words are broken with a hyphen at the end of lines.

        One is enough of which neither half occurs elsewhere.
        """
        words = self.vocabulary
        for above, below, _ in self._wrapped_lines:
            last, first = above.words[-1].text, below.words[0].text
            broken = (
                last[-1:] == "-"
                and last[-2:-1].islower()
                and first[0].islower()
            )
            if not broken:
                continue
            if not (words[bare_word(last[:-1])] or words[bare_word(first)]):
                return True
        return False

    @cached_property
    def vocabulary(self) -> Counter[str]:
        """How often each word occurs, without those that a line's end may have broken."""
        counts: Counter[str] = Counter()
        for column in self._columns:
            broken = False
            for line in column.lines:
                words = _words_without_bullet(line)
                counts.update(map(bare_word, words[int(broken) : -1]))
                broken = words[-1].endswith("-") or len(words) == 1
                if not broken:
                    counts[bare_word(words[-1])] += 1
        return counts

    @cached_property
    def words_after_lone(self) -> defaultdict[str, set[str]]:
        """What lines begin with that follow a line of one word, by that word.

        A word that goes on in two ways is whole: ``speelplekken`` over ``vernieuwd`` and over
        ``opknappen``.
        """
        after: defaultdict[str, set[str]] = defaultdict(set)
        for column in self._columns:
            for line, below in pairwise(column.lines):
                if len(line.words) == 1:
                    first = bare_word(below.words[0].text)
                    after[bare_word(line.words[0].text)].add(first)
        return after

    def is_divided_word(self, end: str, start: str) -> bool:
        """A page break divides a word, without a hyphen, into these two.

        The whole occurs elsewhere, and its two halves do not both.
        """
        if not _TWO_HALVES.fullmatch(f"{end}|{start}"):
            return False
        words = self.vocabulary
        one, other = bare_word(end), bare_word(start)
        if not words[one + other]:
            return False
        # each half was counted once, where it stands
        return words[one] <= 1 or words[other] <= 1

    @cached_property
    def body_size(self) -> float:
        """The size of the letters of running text, in points.

        It is that of tables when the document has no running text.
        """
        lines = self._all_prose_lines() or [
            line for column in self._columns for line in column.lines
        ]
        words_by_size: Counter[int] = Counter()
        for line in lines:
            words_by_size[_half_points(line.size)] += len(line.words)
        if not words_by_size:
            return _DEFAULT_SIZE_POINTS
        return _most_frequent(words_by_size) / _SIZES_PER_POINT

    def _all_prose_lines(self) -> list[PageLine]:
        prose: list[PageLine] = []
        for column in self._columns:
            if not column.tabled:
                prose += _prose_lines(column)
        return prose


def _words_without_bullet(line: PageLine) -> list[str]:
    """The words of a line; the sign of a list is none of them.

    Without it a word alone on the line of its item counts as one that may be broken there.
    """
    first, *rest = line.text.split()
    return rest if rest and first in bullet_signs() else [first, *rest]


def _half_points(size: float) -> int:
    """A size of letters in half points, rounded."""
    return round(_SIZES_PER_POINT * size)


def _most_frequent(counts: Counter[int]) -> int:
    """The length that occurs most often, the smallest of those that occur as often."""
    return max(counts, key=lambda length: (counts[length], -length))


def _prose_lines(column: TextColumn) -> Iterator[PageLine]:
    """Lines that end or go on as sentences do."""
    for line, below in zip(
        column.lines, [*column.lines[1:], None], strict=True
    ):
        if ends_like_sentence(line.text) or (below and _runs_on(line, below)):
            yield line


def _runs_on(line: PageLine, below: PageLine) -> bool:
    """The line is long, and the line below it goes on in lower case and in letters of its size."""
    return (
        len(line.words) >= _LEAST_PROSE_WORDS
        and below.text[:1].islower()
        and abs(below.size - line.size) < _PROSE_SIZE_POINTS
    )
