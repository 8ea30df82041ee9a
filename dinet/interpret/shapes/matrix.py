r"""A matrix: efforts down, goals across, and a mark where the one serves the other.

Looks like:

    | Inspanning \ Doel | Meer groen in de wijk | Betere luchtkwaliteit | Kosten |
    |---|---|---|---|
    | Bomen planten | X | X | 5 |
    | Een fietsstraat aanleggen | | X | 7 |
    | Totaal | 1 | 2 | 12 |

Reads as:

    doelen:
      - tekst: Meer groen in de wijk
        id: groen
      - tekst: Betere luchtkwaliteit
        id: lucht
    inspanningen:
      - tekst: Bomen planten
        voor: [groen, lucht]
        budget: "5"
      - tekst: Een fietsstraat aanleggen
        voor: [lucht]
        budget: "7"

Looks like:

    | Maatregel | Doel: schone lucht | Doel: ruimte voor de fiets |
    |---|---|---|
    | snelweg verbreden | - | + |
    | deelfietsen plaatsen | + | ++ |

Reads as:

    doelen:
      - tekst: schone lucht
        id: lucht
      - tekst: ruimte voor de fiets
        id: fiets
    inspanningen:
      - tekst: snelweg verbreden
        voor: [{naar: fiets, gewicht: "+"}]
        botst-met: [{naar: lucht, gewicht: "-"}]
      - tekst: deelfietsen plaatsen
        voor: [{naar: lucht, gewicht: "+"}, {naar: fiets, gewicht: "++"}]

A weight (``++``, ``3``, ``P``) stays on its link; a minus among pluses means that the one works
against the other.
Not to be mistaken for: a planning with crosses under periods, a table of
figures, a list with crosses under ``Gestart`` and ``Afgerond``: what the heads are has to be told
by the corner, by a heading above them, or by the rest of the document.
Met in: programmes whose efforts serve several goals, with the goals in a row above or down the
side, by their words or codes.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dinet.document.content import Block, Cell, Grid, Row, Span
from dinet.interpret.choice.shape_context import ShapeContext
from dinet.interpret.choice.table_reading import TableReading, UnplacedMention
from dinet.interpret.columns.table_columns import (
    HeadedColumn,
    TableHeader,
    without_separators,
)
from dinet.interpret.own_codes import code_in_cell
from dinet.interpret.reading import CandidateLink
from dinet.interpret.rows.mentions import (
    EFFORT_ROLES,
    add_items,
    describe_mentions,
)
from dinet.interpret.rows.sum_rows import (
    counts_rows,
    names_sum,
    words_of_row,
)
from dinet.interpret.texts.annotations import split_statements
from dinet.interpret.texts.placeholders import TextKind, classify_text
from dinet.model import KINDS, Kind
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import (
    Role,
    find_label,
    in_network,
    kind_of,
    kinds_named_in,
    role_of,
)
from dinet.vocabulary.time_headings import is_period, without_year
from dinet.wording.numbers import is_measure
from dinet.wording.work_wording import find_work_words

SPOKEN_NAMES = {
    "nl": ("matrix", "kruistabel", "kruisjestabel"),
    "en": ("matrix", "cross table"),
}
"""How people call this shape in a mapping form; the first of each language is its name there."""

_CORNER = re.compile(r"[\\/|↓→]| (?:x|vs|en|and) ")
_HEAD_ROWS = 3
"""So far down the heads stand at most: below a title and a heading that spans them."""
_LEAST_MARKS = 2
"""In the whole table: one cross may be a tick in a form."""
_LEAST_COLUMNS = 2
"""Of marks: one column of crosses says of each row whether something is the case."""
_WEIGHT = re.compile(r"\+{1,3}|[-–−]{1,3}|\+/-|±|\d|10|[A-Z]{1,2}")
_MINUS = re.compile(r"[-–−]{1,3}")
_LEAST_SENTENCE_WORDS = 3
"""In words: names of districts and phases have one or two."""
_ROLES_IN_ROWS = ("owner", "partner", "budget", "status", "phase")
"""What a row may say of the heads of the columns; ``Planning`` may be an effort of its own."""
_MOST_FOOT_ROWS = 6
"""At the foot: there are as few roles, and a sum; so a long table is not gone through for them."""
_LONGEST_REFERENCE_WORDS = 4
"""Before a goal: ``Levert een bijdrage aan``."""
_KNOWN_SHARE = 0.5
"""Of the heads: so many have to stand elsewhere when nothing says of what kind they are."""


@once_per_dialect
def _weight_words() -> frozenset[str]:
    return frozenset(words_of("matrices.weights"))


@once_per_dialect
def _empty_words() -> frozenset[str]:
    return frozenset(words_of("matrices.empty"))


class _Frame(NamedTuple):
    """Where the marks of a matrix stand.

    Args:
        head: The row with the heads of the columns.
        above: The rows above that one.
        rows: The rows under it.
        down: The column with the heads of the rows.
        across: The columns of marks.
        told: The rows that say something of the heads of the columns: ``Trekker | Groen | Riool``.
    """

    head: Row
    above: tuple[Row, ...]
    rows: tuple[Row, ...]
    down: int
    across: tuple[int, ...]
    told: tuple[Row, ...] = ()


def is_matrix(table: Grid) -> bool:
    """Under heads, and beside heads, stand marks and hardly anything else."""
    return _frame_of(table) is not None


def read(table: Grid, context: ShapeContext) -> TableReading | None:
    """Its heads as elements and its marks as links; None when nothing tells what the heads are."""
    frame = _frame_of(table)
    if frame is None:
        return None
    down, across = _kinds_of_heads(frame, _heading_above(table, context))
    down = context.stated_rows or down
    across = context.stated_columns or across
    if down is None and not _are_sides_known(frame, table, context):
        return None
    if across is None and not _are_heads_known(frame, table, context):
        across = _kind_opposite(frame, down, table, context)
        if across is None:
            return None
    return _MatrixReader(frame, down, across, context).read_marks()


def _heading_above(table: Grid, context: ShapeContext) -> str:
    """The heading above a table, or else the name of its sheet.

    Met: a workbook of one sheet, called ``Maatregelen per doel``.
    """
    return context.heading or table.place.sheet or ""


def _are_sides_known(
    frame: _Frame, table: Grid, context: ShapeContext
) -> bool:
    sides = [row[frame.down] for row in frame.rows]
    return _are_known(sides, table, context)


def _are_heads_known(
    frame: _Frame, table: Grid, context: ShapeContext
) -> bool:
    heads = [frame.head[number] for number in frame.across]
    return _are_known(heads, table, context)


def _kind_opposite(
    frame: _Frame, down: Kind | None, table: Grid, context: ShapeContext
) -> Kind | None:
    """What stands across, by what stands down and the words of the heads; None when nothing says.

    Args:
        frame: Where the marks stand.
        down: The kind of the heads of the rows.
        table: The whole table.
        context: Where it stands.
    """
    if down == "goal":
        sheet = table.place.sheet or ""
        return _kind_of_serving(frame, f"{context.heading} {sheet}")
    return _kind_of_wanted(frame, down, context)


def _kind_of_wanted(
    frame: _Frame, down: Kind | None, context: ShapeContext
) -> Kind | None:
    """Goals, when efforts stand down and what stands across is what these are for; else None."""
    if down != "effort" or not _may_be_goals(frame, context):
        return None
    return "goal"


def _kind_of_serving(frame: _Frame, heading: str) -> Kind | None:
    """Efforts, under goals that stand down, when most heads are worded as work; else None.

    Met on a sheet called ``Kruistabel``: *Opgave, Warmteplan opstellen, Subsidie isolatie* above P
    and S. Under such a name one of the heads is enough: districts and years are no work.

    Args:
        frame: Where the marks stand.
        heading: Above the table, with the name of its sheet.
    """
    heads = [frame.head[number].text for number in frame.across]
    worded = sum(bool(find_work_words(head)) for head in heads)
    names = [name for spoken in SPOKEN_NAMES.values() for name in spoken]
    is_named = any(name in fold_text(heading) for name in names)
    enough = worded > 0 if is_named else 2 * worded > len(heads)
    return "effort" if enough else None


def _may_be_goals(frame: _Frame, context: ShapeContext) -> bool:
    """The heading above the table is about what serves what, or the heads are what is wanted."""
    heading = fold_text(context.heading)
    contributing = words_of("matrices.contributions")
    return any(word in heading for word in contributing) or _are_wanted(frame)


def _are_known(
    heads: Iterable[Cell], table: Grid, context: ShapeContext
) -> bool:
    """At least half of the heads stand elsewhere in the document."""
    texts = [cell.text for cell in heads if cell.has_words]
    known = sum(
        context.words.stands_elsewhere(text, table)
        or _is_own_code(text, context)
        for text in texts
    )
    return known > 0 and known >= _KNOWN_SHARE * len(texts)


def _is_own_code(text: str, context: ShapeContext) -> bool:
    """Something in the document is called so: ``C1 Meer kinderen zien kunst`` in a list above."""
    return any(context.own_codes.codes_alone(text, kind) for kind in KINDS)


# where the marks stand


def _frame_of(table: Grid) -> _Frame | None:
    """Where the marks stand; None when there are too few, or anything else between them."""
    rows = without_separators(table.rows)
    for number in range(min(_HEAD_ROWS, len(rows) - 1)):
        frame = _frame_under(rows, number)
        if frame is not None:
            return frame
    return None


def _frame_under(rows: Sequence[Row], number: int) -> _Frame | None:
    """The frame when a row holds the heads; None when it does not."""
    head = rows[number]
    below, told = _without_foot(rows[number + 1 :])
    across = _labelled_among(
        head,
        tuple(
            column
            for column in range(1, len(head))
            if _may_head_marks(head[column])
            and not _is_figure_under_heading(rows[:number], head, column)
            and _holds_marks(below, column)
        ),
    )
    across = _of_one_scale(below, across)
    if len(across) < _LEAST_COLUMNS:
        return None
    counted = [row for row in below if not _is_sum(row)]
    if _count_marks(counted, across) < _LEAST_MARKS:
        return None
    down = _column_of_heads(head, rows[:number], below, across[0])
    if down is None:
        return None
    return _Frame(head, tuple(rows[:number]), below, down, across, told)


def _of_one_scale(
    rows: Sequence[Row], across: tuple[int, ...]
) -> tuple[int, ...]:
    """The columns of marks without those of numbers, where others hold signs and no numbers.

    Met right of pluses: ``Aantal bijdragen`` and ``Score``, which became what all of it serves.
    """
    numbered = tuple(
        column for column in across if _holds_numbers_only(rows, column)
    )
    others = tuple(column for column in across if column not in numbered)
    texts = [row[column].text for row in rows for column in others]
    return others if _hold_signs_only(texts) else across


def _hold_signs_only(texts: Iterable[str]) -> bool:
    """There are marks among the texts, and no numbers but 0."""
    signs = "".join(texts).replace("0", "")
    return bool(signs.strip()) and not any(map(str.isdecimal, signs))


def _holds_numbers_only(rows: Sequence[Row], column: int) -> bool:
    texts = [row[column].text for row in rows if row[column].has_words]
    return any(text != "0" for text in texts) and all(
        map(str.isdecimal, texts)
    )


def _labelled_among(head: Row, across: tuple[int, ...]) -> tuple[int, ...]:
    """The columns whose heads say what they are, where several do; else all.

    Met: ``Doel: schone lucht | Doel: ruimte | Urgentie`` above figures, of which ``Urgentie``
    became a goal too. What it costs when wrong: a goal without the word is left, with a note.
    """
    labelled = tuple(
        column for column in across if _says_its_kind(head[column])
    )
    return labelled if len(labelled) >= _LEAST_COLUMNS else across


def _without_reference(cell: Cell) -> Cell:
    """A head that says what it is, without words before it for a reference.

    Met above scores: ``Bijdrage aan doel 1: Veilige straten``, which became the name of the goal.
    """
    words = cell.text.split()
    for count in range(1, min(len(words), _LONGEST_REFERENCE_WORDS + 1)):
        before, rest = " ".join(words[:count]), " ".join(words[count:])
        role = role_of(before) or in_network(before)
        if role is not None and role.name == "reference" and find_label(rest):
            return cell._replace(blocks=(Block((Span(rest),)),))
    return cell


def _says_its_kind(cell: Cell) -> bool:
    """``Doel: schone lucht``, or only ``Doel 3``."""
    text = _without_reference(cell).text
    return find_label(text) is not None or kind_of(role_of(text)) is not None


def _without_foot(
    rows: Sequence[Row],
) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The rows of a matrix, and those at its foot that say something of its columns."""
    foot = rows[-_MOST_FOOT_ROWS:]
    told = tuple(filter(_tells_of_columns, foot))
    if not told:
        return tuple(rows), ()
    kept = [row for row in foot if row not in told]
    return (*rows[: len(rows) - len(foot)], *kept), told


def _tells_of_columns(row: Row) -> bool:
    """The row says who does, pays or plans what the columns are; no mark stands in it.

    Met under crosses: ``Trekker | Onderwijs | Groen`` and ``Kosten 2027 | € 90.000 | € 35.000``,
    of which each cell became an element, while the crosses were left.
    """
    texts = [cell.text for cell in row if cell.has_words]
    if len(texts) <= _LEAST_COLUMNS or any(map(is_mark, texts)):
        return False
    return _role_in_row(texts[0]) in _ROLES_IN_ROWS


def _role_in_row(head: str) -> str:
    role = role_of(without_year(head)[0]) or role_of(head)
    return role.name if role else ""


def _is_figure_under_heading(
    above: Sequence[Row], head: Row, column: int
) -> bool:
    """A number has a heading of its own right above it: its row is no row of heads.

    Met in a table of indicators, ``KPI | Meting 2024 | Doel 2028``, where the next to last row
    became the goals of the last one.
    """
    if not above or not is_measure(head[column].text):
        return False
    heading = above[-1][column]
    return heading.has_words and heading.width == 1


def _is_sum(row: Row) -> bool:
    """The row sums or averages what stands above it: ``Totaal``, ``Gemiddeld``."""
    first = _first_words(row)
    return names_sum(first) or counts_rows(first)


def _first_words(row: Row) -> str:
    return next((cell.text for cell in row if cell.has_words), "")


def _may_head_marks(cell: Cell) -> bool:
    """The head of a column of marks: no owner, sum or period, and not under a merged cell.

    A cross is no head either: in plans of a year it marks a month of the first row.
    """
    text = cell.text
    if not text or cell.width > 1 or is_period(text):
        return False
    if names_sum(text) or counts_rows(text):
        return False
    if fold_text(text) in words_of("matrices.criteria"):
        return False
    if classify_text(text) is TextKind.CHECKMARK:
        return False
    role = role_of(text)
    return role is None or kind_of(role) is not None


def _holds_marks(rows: Sequence[Row], column: int) -> bool:
    """Everything that stands in a column is a mark, or says that there is none.

    Rows of sums do not count.
    """
    return all(
        is_mark(row[column].text)
        or _is_empty(row[column])
        or _is_doubt(row[column].text)
        or _is_sum(row)
        for row in rows
    )


def _is_doubt(text: str) -> bool:
    """The cell leaves open whether the one serves the other: ``misschien``, ``?``, ``n.t.b.``."""
    words = fold_text(text).rstrip(" .?")
    if words in words_of("matrices.doubts") or text.strip() == "?":
        return True
    return classify_text(text) is TextKind.PLACEHOLDER


def is_mark(text: str) -> bool:
    """The text is a cross, a number of one digit, or another short sign or word for a weight."""
    if classify_text(text) is TextKind.CHECKMARK:
        return True
    if text.casefold() in _empty_words():
        return False
    if len(text) == 1 and unicodedata.category(text) == "So":
        return True  # an open diamond beside filled ones, as a legend explains
    return (
        _WEIGHT.fullmatch(text) is not None
        or text.casefold() in _weight_words()
    )


def _is_empty(cell: Cell) -> bool:
    """The cell says that there is no mark."""
    if not cell.has_words or cell.text.casefold() in _empty_words():
        return True
    return classify_text(cell.text) is TextKind.NOTHING


def _count_marks(rows: Sequence[Row], across: Sequence[int]) -> int:
    """How many marks may link: a minus only weighs where pluses do; alone it is a dash."""
    texts = [row[column].text for row in rows for column in across]
    marks = [text for text in texts if is_mark(text)]
    if _has_pluses(marks):
        return len(marks)
    return sum(not _MINUS.fullmatch(text) for text in marks)


def _has_pluses(marks: Iterable[str]) -> bool:
    return any(text.startswith("+") for text in marks)


def _column_of_heads(
    head: Row, above: Sequence[Row], rows: Sequence[Row], before: int
) -> int | None:
    """The column with the heads of the rows: the last before the marks with a kind, or words."""
    named = (head, *above)
    for column in reversed(range(before)):
        if any(_kinds_in(row[column].text) for row in named):
            return column
    for column in reversed(range(before)):
        worded = any(row[column].has_words for row in rows)
        if worded and role_of(head[column].text) is None:
            return column
    return None


# what the heads are


def _kinds_of_heads(
    frame: _Frame, heading: str
) -> tuple[Kind | None, Kind | None]:
    """The kinds of what stands down and across; None for what nothing tells.

    The corner may name both, the rows first (``Inspanningen / Doelen``). Else a heading above
    the heads tells what stands across, or the heads themselves (``Doel 1``), or the heading above
    the table, which may name both.
    """
    corner = _kinds_in_corner(frame)
    down = next(iter(corner), None)
    across = next(iter(corner[1:]), None) or _kind_across(frame)
    if (down is None) == (across is None):
        return down, across
    # the heading above the table may name the other one
    others = (
        kind for kind in kinds_named_in(heading) if kind not in (down, across)
    )
    other = next(others, None)
    return down or other, across or other


def _kinds_in_corner(frame: _Frame) -> tuple[Kind, ...]:
    """The kinds that the heading above the heads of the rows names."""
    named = _kinds_in(frame.head[frame.down].text)
    return named or _first_kinds(row[frame.down].text for row in frame.above)


def _kind_across(frame: _Frame) -> Kind | None:
    """The kind that the headings above the heads name, or the heads themselves."""
    above = [
        row[number].text
        for row in frame.above
        for number in frame.across
        if row[number].has_words
    ]
    named = _first_kinds(above) or _first_named_kinds(above)
    return next(iter(named), None) or _kind_of_labels(frame)


def _first_named_kinds(texts: Iterable[str]) -> tuple[Kind, ...]:
    return next(filter(None, map(kinds_named_in, texts)), ())


def _kind_of_labels(frame: _Frame) -> Kind | None:
    """The kind that all heads name: ``Doel 1``, ``Doel 2: Lucht``, ``Doel: schone lucht``."""
    kinds = set()
    for number in frame.across:
        text = _without_reference(frame.head[number]).text
        named = find_label(text)
        kinds.add(kind_of(named.role if named else role_of(text)))
    return kinds.pop() if len(kinds) == 1 else None


def _are_wanted(frame: _Frame) -> bool:
    """Most heads say what is wanted: they are sentences, or have a word such as ``meer``.

    Met: measures down, and across what they are for, without a word for it. What it costs when
    wrong: places or phases of three words become goals, which a note asks to check.
    """
    wanting = set(words_of("matrices.wanting"))
    texts = [fold_text(frame.head[number].text) for number in frame.across]
    wanted = [
        text
        for text in texts
        if len(text.split()) >= _LEAST_SENTENCE_WORDS
        or not wanting.isdisjoint(text.split())
    ]
    first_words = {text.split()[0] for text in texts if text}
    return len(first_words) > 1 and 2 * len(wanted) > len(texts)


def _first_kinds(texts: Iterable[str]) -> tuple[Kind, ...]:
    """The kinds that the first text names that names any."""
    return next(filter(None, map(_kinds_in, texts)), ())


def _kinds_in(text: str) -> tuple[Kind, ...]:
    """The kinds that a corner or heading names, in the order of its parts."""
    kinds: list[Kind] = []
    for part in _CORNER.split(text):
        words = part.strip()
        kind = kind_of(role_of(words)) or kind_of(in_network(words))
        if kind:
            kinds.append(kind)
    return tuple(kinds)


# what the marks say


class _MatrixReader:
    """Reads one matrix.

    Args:
        frame: Where its marks stand.
        down: The kind of the heads of its rows; None when these stand elsewhere.
        across: The same of its columns.
        context: Where the table stands.
    """

    def __init__(
        self,
        frame: _Frame,
        down: Kind | None,
        across: Kind | None,
        context: ShapeContext,
    ) -> None:
        self.frame = frame
        self.down, self.across = down, across
        self.reading = context.begin_reading("matrix")
        self.claims = self.reading.claims
        rows = [row for row in frame.rows if not _is_sum_of_marks(row, frame)]
        texts = {
            row[column].text
            for row in rows
            for column in frame.across
            if is_mark(row[column].text)
        }
        self.has_pluses = _has_pluses(texts)
        self.weighs = any(_is_weight(text) for text in texts)
        self.theme: int | None = None
        """Of the row above, which a blank or merged cell goes on with."""

    def read_marks(self) -> TableReading:
        """The heads, the links between them, and what other columns say of the rows."""
        frame = self.frame
        self.reading.headers = (self._header_of_heads(),)
        self.reading.headings += _texts_of(frame.above)
        self.reading.headings += (cell.text for cell in frame.head)
        columns = {
            number: self._add_head(frame.head[number], self.across)
            for number in frame.across
        }
        for row in frame.rows:
            theme = self._theme_of(row)
            if _is_sum_of_marks(row, frame):
                self.claims.add_note(
                    "sum_row_left", row[0].place, text=words_of_row(row)
                )
                continue
            for here in self._add_head(row[frame.down], self.down):
                self._link_marks(here, row, columns)
                self._describe_head(here, row)
                if theme is not None:
                    self._place_under_theme(here, theme)
        for row in frame.told:
            self._describe_columns(row, columns)
        return self.reading

    def _describe_columns(
        self, row: Row, columns: dict[int, list[int]]
    ) -> None:
        """Give the heads of the columns what a row under the marks says of each."""
        first, heading = next(
            (number, cell.text)
            for number, cell in enumerate(row)
            if cell.has_words
        )
        column = HeadedColumn(first, heading, Role(_role_in_row(heading)))
        self.reading.headings.append(heading)
        for number, cell in enumerate(row):
            heads = columns.get(number, [])
            if heads:
                describe_mentions(self.claims, heads, column, cell)
            elif number != first and cell.has_words:
                self.claims.add_note(
                    "cell_not_understood", cell.place, text=cell.text
                )

    def _header_of_heads(self) -> TableHeader:
        """The matrix as the columns of an upright table, for whoever asks what it holds."""
        corner = self.frame.head[self.frame.down].text
        columns = [
            HeadedColumn(number, heading, Role(kind))
            for number, (heading, kind) in enumerate(
                ((corner, self.down), ("", self.across))
            )
            if kind
        ]
        return TableHeader(tuple(columns), ())

    def _add_head(self, cell: Cell, kind: Kind | None) -> list[int]:
        """The mentions of a head: elements of a kind, or a name of what stands elsewhere."""
        if not cell.has_words or cell.covered:
            return []
        if kind is None:
            return [self.claims.add_reference(cell.text, cell.place)]
        if self.claims.own_codes.codes_alone(cell.text, kind):
            return [
                self.claims.add_reference(
                    cell.text, cell.place, (kind,), may_define=True
                )
            ]
        items = split_statements(_without_reference(cell).blocks).items
        numbers = add_items(self.claims, kind, items, cell.place)
        self.reading.unplaced += (
            UnplacedMention(number)
            for number in numbers
            if kind in ("goal", "theme")
        )
        return numbers

    def _link_marks(
        self, here: int, row: Row, columns: dict[int, list[int]]
    ) -> None:
        """Link the head of a row to the heads of the columns where it has marks."""
        for number, heads in columns.items():
            cell = row[number]
            if cell.has_words and _is_doubt(cell.text):
                self.claims.add_note(
                    "cell_not_understood", cell.place, text=cell.text
                )
                continue
            self.reading.marks.append(cell.text)  # `0` is understood as well
            if not is_mark(cell.text) or self._is_no_link(cell.text):
                continue
            weight = cell.text if self.weighs else None
            for there in heads:
                self.claims.ties.append(
                    CandidateLink(
                        here, there, None, "stated", cell.place, weight
                    )
                )

    def _is_no_link(self, text: str) -> bool:
        """A minus only weighs where pluses do; alone it is a dash."""
        return _MINUS.fullmatch(text) is not None and not self.has_pluses

    def _theme_of(self, row: Row) -> int | None:
        """The theme of a row, in a column of themes before the heads; a blank one goes on.

        Met: ``Thema | Inspanning | A | B``, with the themes merged over their rows.
        """
        for number in range(self.frame.down):
            role = role_of(self._heading_of(number))
            if role is not None and role.name == "theme":
                added = self._add_head(row[number], "theme")
                self.theme = added[0] if added else self.theme
                return self.theme
        return None

    def _place_under_theme(self, here: int, theme: int) -> None:
        """Let a goal be part of its theme; what is done keeps the name of that."""
        mention = self.claims.mentions[here]
        if mention.kind == "goal":
            self.claims.link_mentions(here, theme, "part_of", "same row")
        else:
            mention.group = self.claims.mentions[theme].text

    def _describe_head(self, here: int, row: Row) -> None:
        """Give the head of a row what the columns without marks say of it."""
        marked = (self.frame.down, *self.frame.across)
        for number, cell in enumerate(row):
            if number not in marked and cell.has_words:
                self._describe_by_cell(here, number, cell)

    def _describe_by_cell(self, here: int, number: int, cell: Cell) -> None:
        """Give the head of a row what one cell says of it.

        Args:
            here: The head.
            number: Of the column.
            cell: Of that column, with words.
        """
        heading = self._heading_of(number)
        role = role_of(heading) or in_network(heading)
        column = HeadedColumn(number, heading, role)
        if column.role_name == "theme":
            return
        if column.role_name in EFFORT_ROLES:
            describe_mentions(self.claims, [here], column, cell)
        elif column.role_name == "number":
            label = code_in_cell(cell.text, self.down or "effort")
            self.claims.add_label(here, label)
        elif not (names_sum(heading) or counts_rows(heading)):
            self.claims.add_note(
                "cell_not_understood", cell.place, text=cell.text
            )

    def _heading_of(self, number: int) -> str:
        """The heading of a column without marks; it may be merged with the rows above."""
        rows = (self.frame.head, *reversed(self.frame.above))
        return next(
            (row[number].text for row in rows if row[number].has_words), ""
        )


def _is_sum_of_marks(row: Row, frame: _Frame) -> bool:
    """The row has a word for a sum, or it is the last and counts the marks above it.

    Met: ``Aantal bijdragen | 1 | 1 | 2`` below crosses. What it costs when wrong: an effort whose
    weights are exactly these counts is left, with a note.
    """
    if _is_sum(row):
        return True
    if row is not frame.rows[-1]:
        return False
    above = frame.rows[:-1]
    return all(
        _counts_marks(row[number].text, number, above)
        for number in frame.across
    )


def _counts_marks(text: str, number: int, above: Sequence[Row]) -> bool:
    """The text is the number of marks in a column, none of which is a number itself."""
    marks = [row[number].text for row in above if is_mark(row[number].text)]
    signs = sum(_MINUS.fullmatch(mark) is None for mark in marks)
    if any(map(str.isdecimal, marks)):
        return False
    return text in (str(len(marks)), str(signs)) or (not marks and not text)


def _texts_of(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        yield from (cell.text for cell in row)


def _is_weight(text: str) -> bool:
    """The mark says how strongly: it is no cross, and no 1."""
    return classify_text(text) is not TextKind.CHECKMARK and text != "1"
