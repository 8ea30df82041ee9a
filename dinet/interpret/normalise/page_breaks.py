"""Rows, bullets and sentences that a page break cut in two are joined again."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, groupby

from dinet.document.content import Block, Cell, Grid, Para, Row
from dinet.interpret.columns.table_columns import names_columns, repeats_header
from dinet.interpret.normalise.cut_cells import (
    cells_cut_higher_up,
    continues_row,
)
from dinet.interpret.normalise.typed_bullets import (
    lift_typed_bullets,
    lift_typed_numbers,
)
from dinet.interpret.reading import ProgrammeReading
from dinet.interpret.shapes.matrix import is_matrix
from dinet.interpret.shapes.turned import lines_of
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import (
    find_label,
    find_role_prefix,
    kind_of,
    role_of,
)
from dinet.wording.continued_headings import (
    announces_rest,
    heading_key,
    is_marked_continued,
)
from dinet.wording.hyphens import keeps_hyphen
from dinet.wording.page_numbers import is_left_of_page_number, is_page_number
from dinet.wording.sentence_ends import (
    ends_like_sentence,
    goes_on,
)

_HYPHENED = re.compile(r"\w-$")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_REMARK = 40
"""In characters: a longer text says more than ``Tabel 1 (vervolg)``."""
_LONGEST_ITEM = 2000
"""In characters: what is longer does not go on; joining ever longer texts takes ever more time."""


@once_per_dialect
def _continued_pattern() -> re.Pattern[str]:
    """``Tabel 1 (vervolg)``."""
    tables = any_of(words_of("page_words.tables"))
    continued = any_of(words_of("page_words.continued"))
    return re.compile(
        rf"(?:{tables} ?\d{{0,3}}[.:,]? ?)?\(?{continued}\)?\W*", re.IGNORECASE
    )


def mend_page_breaks(
    parts: Iterable[Para | Grid], draft: ProgrammeReading
) -> list[Para | Grid]:
    """The parts with typed bullets as list items, and with what a page break cut made whole.

    Every join is noted. Page numbers between the parts are left out.
    """
    rest = [part for part in parts if not belongs_to_page(part)]
    rest = list(_without_repeated_headings(rest, draft))
    words = DividedWords(rest)
    whole: list[Para | Grid] = []
    for of_grids, run in groupby(
        rest, key=lambda part: isinstance(part, Grid)
    ):
        mend = _mend_grids if of_grids else _mend_paras
        whole += mend(run, draft, words)
    return whole


def belongs_to_page(part: Para | Grid) -> bool:
    """A text that belongs to the page: ``Pagina 3 van 12``, ``Tabel 1 (vervolg)``, or nothing."""
    if isinstance(part, Grid):
        return False
    text = part.text
    if is_page_number(text) or is_left_of_page_number(text):
        return True
    short = len(text) <= _LONGEST_REMARK
    return short and _continued_pattern().fullmatch(text) is not None


def _without_repeated_headings(
    parts: Sequence[Para | Grid], draft: ProgrammeReading
) -> Iterator[Para | Grid]:
    """The parts without headings that only stand again above the rest of a table.

    That rest follows on the table before it. Every heading that is left out is noted.
    """
    in_force: dict[int, Para] = {}
    above: Grid | None = None
    between: list[Para] = []
    for part in parts:
        if isinstance(part, Para):
            between.append(part)
            continue
        known = [_heading_in_force(para, in_force) for para in between]
        if above and between and _rest_follows(above, between, part, known):
            for para, heading in zip(between, known, strict=True):
                first = heading.text if heading else ""
                draft.add_note(
                    "joined", para.place, first=first, second=para.text
                )
            yield part._replace(adjacent=True)
        else:
            yield from between
            _let_in_force(between, in_force)
            yield part
        above, between = part, []
    yield from between


def _heading_in_force(para: Para, in_force: dict[int, Para]) -> Para | None:
    """The heading that a paragraph says again, when tables stand under it."""
    key = heading_key(para.text)
    same = (
        heading
        for heading in in_force.values()
        if heading_key(heading.text) == key
    )
    return next(same, None)


def _rest_follows(
    above: Grid,
    between: Sequence[Para],
    below: Grid,
    known: Sequence[Para | None],
) -> bool:
    """A table is the rest of the one above: nothing but headings in force stands between them.

    These say that something goes on, or the headings of the columns stand again too. Met as well:
    a line ``Vervolg netwerkschema`` above the same headings.
    """
    if above.width != below.width:
        return False
    start = below.rows[0] if below.rows else ()
    if repeats_header(start, above.rows[:1]):
        return all(
            heading or announces_rest(para.text)
            for para, heading in zip(between, known, strict=True)
        )
    marked = any(is_marked_continued(para.text) for para in between)
    return marked and all(known)


def _let_in_force(paras: Iterable[Para], in_force: dict[int, Para]) -> None:
    """Let every heading take the place of those of its level and under it."""
    for para in paras:
        if para.heading is None:
            continue
        for level in [level for level in in_force if level >= para.heading]:
            del in_force[level]
        in_force[para.heading] = para


class DividedWords:
    """The words of a document, which tell whether a page break divides one.

    Args:
        parts: All of it.
    """

    def __init__(self, parts: Iterable[Para | Grid]) -> None:
        self._parts = tuple(parts)

    @cached_property
    def _word_counts(self) -> Counter[str]:
        """How often each word occurs."""
        counts: Counter[str] = Counter()
        for part in self._parts:
            if isinstance(part, Para):
                counts.update(_WORD.findall(part.text.casefold()))
                continue
            for cell in chain.from_iterable(part.rows):
                counts.update(_WORD.findall(cell.text.casefold()))
        return counts

    def are_one(self, end: str, start: str) -> bool:
        """The last and the first word of two texts are one, which a page break divides.

        It occurs elsewhere as a whole, and its two halves do not both occur elsewhere.

        Args:
            end: The end of a text, without a hyphen.
            start: What the text after the break begins with.
        """
        last, first = _LAST_WORD.search(end), _FIRST_WORD.match(start)
        if not last or not first:
            return False
        one, other = last[0].casefold(), first[0].casefold()
        if not self._word_counts[one + other]:
            return False
        # each half was counted once, where it stands
        return self._word_counts[one] <= 1 or self._word_counts[other] <= 1


def _mend_paras(
    run: Iterable[Para | Grid], draft: ProgrammeReading, words: DividedWords
) -> Iterator[Para]:
    """The paragraphs, with typed bullets as list items; a line that goes on with one is joined."""
    pieces: list[Para] = []
    for part in run:
        if isinstance(part, Grid):
            continue
        if pieces and _continues_item(pieces[-1], part, draft.lang):
            pieces[-1] = _join_paras(pieces[-1], part, draft, words)
            continue
        yield from pieces
        blocks = lift_typed_bullets((part.block,))
        pieces = [part._replace(block=block) for block in blocks]
    yield from pieces


def _join_paras(
    before: Para, part: Para, draft: ProgrammeReading, words: DividedWords
) -> Para:
    """Two paragraphs as one, with a note."""
    draft.add_note("joined", part.place, first=before.text, second=part.text)
    draft.trace.add_join(before.place, part.place)
    return before._replace(
        block=_joined_blocks(before.block, part.block, words)
    )


def _continues_item(before: Para, part: Para, lang: str) -> bool:
    """A plain line goes on with a list item or with a line such as ``Doel 1: …``.

    Lower case or an open end shows that it does.
    """
    if part.heading is not None or before.heading is not None:
        return False
    if part.block.level is not None or _begins_something(part.text):
        return False
    end = before.text
    if len(end) > _LONGEST_ITEM or not goes_on(end, part.text, lang):
        return False
    return before.block.level is not None or find_role_prefix(end) is not None


def _begins_something(text: str) -> bool:
    """The line says itself what it is: ``Indicator: …``, ``Trekker: …``, ``Maatregelen``.

    Met in bold under a goal that ends in ``onder``, of which it became the last word.
    """
    word, colon, _ = text.partition(":")
    if colon:
        return role_of(word) is not None
    if not text[:1].isupper():
        return False
    return kind_of(role_of(text)) is not None or _is_numbered_label(text)


def _is_numbered_label(text: str) -> bool:
    """``Actie 1.1.1 Zonnepanelen``, below a result that ends in ``wekt de provincie zelf op``."""
    named = find_label(text)
    return named is not None and bool(named.number)


def _mend_grids(
    run: Iterable[Para | Grid], draft: ProgrammeReading, words: DividedWords
) -> Iterator[Grid]:
    """The tables, with typed bullets as list items; those that are one table are joined."""
    first: Grid | None = None
    rows: list[Row] = []
    for part in run:
        if isinstance(part, Para):
            continue
        grid = _with_typed_lists(part)
        if first is not None and _same_table(first, grid):
            _append_rows(rows, grid.rows, draft, words)
            continue
        if first is not None:
            yield first._replace(rows=tuple(rows))
        first, rows = grid, list(grid.rows)
    if first is not None:
        yield first._replace(rows=tuple(rows))


def _with_typed_lists(grid: Grid) -> Grid:
    """The grid with typed bullets as list items, and all its rows equally wide."""
    blank, width = Cell(grid.place), grid.width
    rows = []
    for row in grid.rows:
        cells = [_with_lists(cell) for cell in row]
        cells += [blank] * (width - len(row))
        rows.append(tuple(cells))
    return grid._replace(rows=tuple(rows))


def _with_lists(cell: Cell) -> Cell:
    """The cell with typed bullets and numbers as list items; itself when it has none."""
    blocks = lift_typed_numbers(lift_typed_bullets(cell.blocks))
    if blocks == cell.blocks and not cell.tables:
        return cell
    return cell._replace(
        blocks=blocks, tables=tuple(map(_with_typed_lists, cell.tables))
    )


def _same_table(first: Grid, grid: Grid) -> bool:
    """The grid goes on with the table before it: equally wide, and no headings of its own."""
    if not grid.adjacent or grid.width != first.width:
        return False
    if not first.rows or not grid.rows:
        return False
    if is_matrix(grid) or lines_of(grid):
        return False
    several_filled = (row for row in grid.rows if _count_filled(row) > 1)
    start = next(several_filled, grid.rows[0])
    return not names_columns(start) or repeats_header(start, first.rows)


def _count_filled(row: Row) -> int:
    return sum(cell.has_words for cell in row)


def _append_rows(
    rows: list[Row],
    more: tuple[Row, ...],
    draft: ProgrammeReading,
    words: DividedWords,
) -> None:
    """Add the rows of the next page; its first row may go on with the last one."""
    while more and repeats_header(more[0], rows):
        more = more[1:]
    if more:
        more = _joined_higher_up(rows, more, draft, words)
    if more and continues_row(rows, more[0], draft.lang):
        rows[-1] = tuple(
            _joined_cells(first, second, draft, words)
            for first, second in zip(rows[-1], more[0], strict=True)
        )
        more = more[1:]
    rows += more


def _joined_higher_up(
    rows: list[Row],
    more: tuple[Row, ...],
    draft: ProgrammeReading,
    words: DividedWords,
) -> tuple[Row, ...]:
    """The rows of the next page without what goes on with a cell above the last row."""
    first = list(more[0])
    for column, number in cells_cut_higher_up(
        rows, more[0], draft.lang
    ).items():
        row = list(rows[number])
        row[column] = _joined_cells(row[column], first[column], draft, words)
        rows[number] = tuple(row)
        first[column] = Cell(first[column].place)
    if not any(cell.has_words for cell in first):
        return more[1:]
    return (tuple(first), *more[1:])


def _joined_cells(
    first: Cell, second: Cell, draft: ProgrammeReading, words: DividedWords
) -> Cell:
    """The cells before and after a page break as one; a sentence that was cut is made whole."""
    if not second.has_words:
        return first
    draft.trace.add_join(first.place, second.place)
    if not first.has_words:
        return first._replace(blocks=second.blocks, covered=False)
    *before, last = first.blocks
    head, *rest = second.blocks
    new_sentence = (
        ends_like_sentence(first.text) and not head.text[:1].islower()
    )
    if new_sentence or head.level is not None:
        return first._replace(blocks=(*first.blocks, *second.blocks))
    draft.add_note("joined", second.place, first=last.text, second=head.text)
    return first._replace(
        blocks=(*before, _joined_blocks(last, head, words), *rest)
    )


def _joined_blocks(first: Block, second: Block, words: DividedWords) -> Block:
    """Two blocks as one, in the list of the first.

    No space comes after a hyphen that divides, and none in a word that the break divides.
    """
    text, spans = first.text, first.spans
    hyphened = _HYPHENED.search(text) and not keeps_hyphen(second.text)
    if hyphened and words.are_one(text[:-1], second.text):
        last = spans[-1]
        spans = (*spans[:-1], last._replace(text=last.text[:-1]))
    glued = hyphened or words.are_one(text, second.text)
    between = spans[-1]._replace(text="" if glued else " ")
    return first._replace(spans=(*spans, between, *second.spans))
