"""A list of elements with a column that says what kind each of them is.

Looks like:

    | ID | Type | Titel | Bovenliggend | Eigenaar |
    |---|---|---|---|---|
    | 110 | Doel | Meer ontmoeting in de dorpen | | Welzijn |
    | 111 | KPI | 15 dorpshuizen dagelijks open in 2027 | 110 | Welzijn |
    | 112 | Activiteit | Dorpshuizen verduurzamen | 110 | Vastgoed |

Reads as:

    doelen:
      - tekst: Meer ontmoeting in de dorpen
        trekker: Welzijn
        smart:
          - tekst: 15 dorpshuizen dagelijks open in 2027
            trekker: Welzijn
        inspanningen:
          - tekst: Dorpshuizen verduurzamen
            trekker: Vastgoed

Looks like:

    | Niveau | Omschrijving |
    |---|---|
    | Doel | Jongeren voelen zich thuis in de stad |
    | Inspanning | Een jongerencentrum openen |
    | Inspanning | Een nachtbus laten rijden |
    | Doel | Meer jongeren vinden werk |
    | Inspanning | Stages aanbieden |

Reads as:

    doelen:
      - tekst: Jongeren voelen zich thuis in de stad
        inspanningen: [Een jongerencentrum openen, Een nachtbus laten rijden]
      - tekst: Meer jongeren vinden werk
        inspanningen: [Stages aanbieden]

Without a column for what a row serves, a row serves the one above it that it can serve, when the
rows stand as in a tree: goals with other rows under them, more than once.
Not to be mistaken for: a list that explains words, a card, a list of risks with their kinds.
Met in: exports of SharePoint, Teams and Planner, sheets for drawing programs, logframes and OKRs
with the levels down the rows.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dinet.document.content import Cell, Grid, Row
from dinet.interpret.choice.explanation import explains_words
from dinet.interpret.choice.shape_context import ShapeContext
from dinet.interpret.choice.table_reading import TableReading
from dinet.interpret.columns.column_headings import ColumnHeading
from dinet.interpret.columns.columns_by_cells import money_columns
from dinet.interpret.columns.header import resolve_roles
from dinet.interpret.columns.table_columns import (
    HeadedColumn,
    TableHeader,
    without_separators,
)
from dinet.interpret.rows.sum_rows import is_sum_row, words_of_row
from dinet.interpret.rows.upright_rows import read_upright_rows
from dinet.interpret.texts.explaining_words import is_explaining
from dinet.vocabulary.active_dialect import active_dialect, words_of
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import (
    Role,
    find_label,
    in_network,
    kind_of,
    kinds_joined_in,
    kinds_named_in,
    names_other_thing,
    role_of,
)

SPOKEN_NAMES = {
    "nl": ("lijst met soorten", "soortenlijst", "lijst"),
    "en": ("list of kinds", "kind list", "list"),
}
"""How people call this shape in a mapping form; the first of each language is its name there."""

_HEAD_ROWS = 4
"""So far down the headings stand at most: below a title and a remark or two."""
_KNOWN_SHARE = 0.8
"""Of the filled cells of the column of kinds; lists hold a row of another kind now and then."""
_LEAST_KINDS = 2
"""In one column: a column of one kind says nothing by which rows differ."""
_MOST_KIND_WORDS = 3
"""``Algemeen doel``, ``Specific objective``; a longer text is no kind."""
_LEAST_TREE_GOALS = 2
"""With rows under them: one goal above all else is a list sorted by kind as well."""


_NO_KINDS = ("owner", "partner", "period", "budget")
"""Roles of columns that tell something else: ``Verantwoordelijk voor`` above ``Resultaten``."""


class _KindList(NamedTuple):
    """Where in a list what stands.

    Args:
        columns: All columns; that of the texts has no role, for each row has its own.
        kinds: The number of the column of kinds.
        texts: The number of the column of texts.
        rows: Those under the headings.
    """

    columns: tuple[HeadedColumn, ...]
    kinds: int
    texts: int
    rows: tuple[Row, ...]


def read(table: Grid, context: ShapeContext) -> TableReading | None:
    """Each row as one element with what is said of it; None without a column of kinds."""
    listed = _list_in(table)
    if listed is None:
        return None
    reading = context.begin_reading("kind_list")
    reading.headers = (_header_of(listed),)
    reading.headings += (
        row[listed.kinds].text
        for row in listed.rows
        if listed.kinds != listed.texts and _role_in(row[listed.kinds])
    )
    reading.headings += (column.heading for column in listed.columns)
    _KindListReader(listed, context, reading, table.merges_known).read_rows()
    if context.is_stated:
        return reading
    by_definitions = not _repeats_kinds(listed)
    if explains_words(reading, by_definitions=by_definitions):
        return None
    if by_definitions and is_explaining(context.heading):
        return None  # `AP | Actieplannen` says what the sheets hold
    return reading


def _repeats_kinds(listed: _KindList) -> bool:
    """A kind comes back: who explains words explains each of them once.

    Met in lists without parents, of which many texts begin as a definition does: ``Een nachtbus
    laten rijden``. What it costs when wrong: the meanings of a word in two senses become elements.
    """
    cells = [row[listed.kinds] for row in listed.rows]
    words = [plain(cell.text) for cell in cells if cell.has_words]
    return len(set(words)) < len(words)


def _list_in(table: Grid) -> _KindList | None:
    """The list that a table is; None when no column holds kinds and no other texts."""
    rows = without_separators(table.rows)
    known: dict[str, Role | None] = {}
    for number in range(min(_HEAD_ROWS, len(rows) - 1)):
        below = rows[number + 1 :]
        headings = [
            ColumnHeading(cell.text, role_of(cell.text))
            for cell in rows[number]
        ]
        kinds = _column_of_kinds(headings, below, known)
        if kinds is None:
            labelled_texts = _column_of_labelled_texts(headings, below)
            if labelled_texts is None:
                continue
            columns = _numbered_columns(headings)
            return _KindList(columns, labelled_texts, labelled_texts, below)
        columns = _numbered_columns(money_columns(headings, below))
        texts = _column_of_texts(columns, below, kinds)
        if texts is not None:
            columns = _with_parents(columns, below, texts)
            columns = _with_cited_codes(columns, below, texts)
            return _KindList(columns, kinds, texts, below)
    return None


def _numbered_columns(
    headings: Sequence[ColumnHeading],
) -> tuple[HeadedColumn, ...]:
    return tuple(
        HeadedColumn(place, *heading)
        for place, heading in enumerate(resolve_roles(headings))
    )


def _with_parents(
    columns: Sequence[HeadedColumn], rows: Sequence[Row], texts: int
) -> tuple[HeadedColumn, ...]:
    """The columns; one in unknown words whose cells are all texts of other rows refers to these.

    Met in exports, where a program calls it as it likes: ``Hoofditem``, ``Moeder``.
    """
    names = {fold_text(row[texts].text) for row in rows}
    return tuple(
        column._replace(role=Role("reference"))
        if column.role_name in ("", "other")
        and column.number != texts
        and _are_all_among(names, column.number, rows)
        else column
        for column in columns
    )


def _with_cited_codes(
    columns: Sequence[HeadedColumn], rows: Sequence[Row], texts: int
) -> tuple[HeadedColumn, ...]:
    """The columns; one in unknown words that a column of parents cites has the codes of the rows.

    Met in exports of programs for work items: ``Werkitem-id``, cited by ``Bovenliggend item``.
    Every code is another one, and each parent is one of them.
    """
    cited = [
        column
        for column in columns
        if column.refers or column.role_name == "reference"
    ]
    return tuple(
        column._replace(role=Role("number"))
        if column.role_name in ("", "other")
        and column.number != texts
        and _are_cited(column.number, cited, rows)
        else column
        for column in columns
    )


def _are_cited(
    number: int, cited: Sequence[HeadedColumn], rows: Sequence[Row]
) -> bool:
    """The cells of a column are all filled and different, and some column names only these."""
    codes = [fold_text(row[number].text) for row in rows]
    known = set(codes) - {""}
    return len(known) == len(rows) and any(
        _are_all_among(known, column.number, rows) for column in cited
    )


def _are_all_among(
    names: Container[str], number: int, rows: Sequence[Row]
) -> bool:
    """A column has words, and all of its filled cells are among names."""
    cells = [row[number] for row in rows if row[number].has_words]
    return bool(cells) and all(fold_text(cell.text) in names for cell in cells)


def _column_of_labelled_texts(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> int | None:
    """The column whose texts all say what they are: ``Hoofddoel: …``, ``Resultaat: …``.

    Met in logframes, of which the first column is called after none of these.
    """
    for number, heading in enumerate(headings):
        if kind_of(heading.role):
            continue
        cells = (row[number] for row in rows if row[number].has_words)
        if len(_roles_before_texts(cells)) >= _LEAST_KINDS:
            return number
    return None


def _roles_before_texts(cells: Iterable[Cell]) -> set[str]:
    """The roles that cells say by their labels; empty when one says none, as most do at once."""
    names: set[str] = set()
    for cell in cells:
        role = _role_before_text(cell)
        if role is None:
            return set()
        names.add(role.name)
    return names


def _role_before_text(cell: Cell) -> Role | None:
    """What a cell says by the label before its text; None without one."""
    named = find_label(cell.text)
    return named.role if named and kind_of(named.role) else None


def _column_of_kinds(
    headings: Sequence[ColumnHeading],
    rows: Sequence[Row],
    known: dict[str, Role | None],
) -> int | None:
    """The column whose cells are nearly all kinds of elements, of two kinds at least.

    Args:
        headings: Of the columns.
        rows: Under these.
        known: What cells say by their words; it grows. The same cells stand under each of the
            first rows, which are tried as headings one after another.
    """
    for number, heading in enumerate(headings):
        if kind_of(heading.role) or len(rows) < _LEAST_KINDS:
            continue
        if heading.role and heading.role.name in _NO_KINDS:
            continue
        cells = [row[number] for row in rows if row[number].has_words]
        if _are_kinds(cells, known):
            return number
    return None


def _are_kinds(cells: Sequence[Cell], known: dict[str, Role | None]) -> bool:
    """The cells name two kinds of elements at least, and hardly one says anything else."""
    most_others = len(cells) - max(_LEAST_KINDS, _KNOWN_SHARE * len(cells))
    names: set[str] = set()
    others = 0
    for cell in cells:
        text = cell.text
        if text not in known:
            known[text] = _role_in(cell)
        role = known[text]
        if role is not None:
            names.add(role.name)
            continue
        others += 1
        if others > most_others:
            return False
    return most_others >= 0 and len(names) >= _LEAST_KINDS


def _role_in(cell: Cell) -> Role | None:
    """What a cell says that its row is: the role of a kind of element, or None."""
    if _names_no_kind(cell.text):
        return None
    role = role_of(cell.text)
    if plain(cell.text) in words_of("headings.levels_of_goals"):
        return Role("goal")
    if role is None or kind_of(role) is None:
        role = in_network(cell.text)
    if role is not None and kind_of(role):
        return role
    if len(cell.text.split()) > _MOST_KIND_WORDS or cell.text.endswith("?"):
        return None
    named = kinds_named_in(cell.text)
    return Role(named[0]) if len(named) == 1 else None


def _names_no_kind(text: str) -> bool:
    """A cell has a word for a kind, and says something else of its row.

    Met: ``Resultaten en doelen`` beside the name of who answers for them, and ``Doel van het
    onderzoek`` in the form of an assignment.
    """
    return len(kinds_joined_in(text)) > 1 or names_other_thing(text)


def _role_of_row(row: Row, listed: _KindList) -> Role | None:
    """What a row of a list is, by its kind or by the label before its text."""
    cell = row[listed.kinds]
    if listed.kinds == listed.texts:
        return _role_before_text(cell)
    return _role_in(cell)


def _column_of_texts(
    columns: Sequence[HeadedColumn], rows: Sequence[Row], kinds: int
) -> int | None:
    """The column of the texts: by its heading, or else the wordiest that nothing else heads."""
    names = words_of("headings.element_texts", "headings.naming")
    for name in names:
        for column in columns:
            if column.number != kinds and plain(column.heading) == name:
                return column.number
    open_columns = [
        column.number
        for column in columns
        if column.number != kinds and column.role_name in ("", "other")
    ]
    return max(
        open_columns,
        key=lambda number: sum(len(row[number].text) for row in rows),
        default=None,
    )


def _header_of(listed: _KindList) -> TableHeader:
    """The list as the columns of an upright table, for whoever asks what it holds."""
    roles = dict.fromkeys(
        role for row in listed.rows if (role := _role_of_row(row, listed))
    )
    columns = (HeadedColumn(listed.texts, "", role) for role in roles)
    return TableHeader(tuple(columns), ())


class _KindListReader:
    """Reads the rows of one list."""

    def __init__(
        self,
        listed: _KindList,
        context: ShapeContext,
        reading: TableReading,
        merges_known: bool,
    ) -> None:
        self.listed = listed
        self.context = context
        self.reading = reading
        self.merges_known = merges_known
        self.role: Role | None = None
        """Of the row above, which a merged cell of kinds goes on with."""
        self.names_kinds_once = not _repeats_kinds(listed)

    def read_rows(self) -> None:
        """Read all rows."""
        placed = [
            (number, role)
            for row in self.listed.rows
            for number, role in self._read_row(row)
        ]
        refers = any(
            column.role_name == "reference" or column.refers
            for column in self.listed.columns
        )
        if not refers and _stand_as_tree([role for _, role in placed]):
            self._link_as_tree(placed)

    def _read_row(self, row: Row) -> Iterator[tuple[int, Role]]:
        """Read one row; the mention that it is, and its role."""
        claims = self.reading.claims
        if is_sum_row(row):
            claims.add_note(
                "sum_row_left", row[0].place, text=words_of_row(row)
            )
            return
        role = self.role if self._goes_on(row) else self._role_of(row)
        self.role = role
        if role is None:
            for cell in row:
                if cell.has_words:
                    claims.add_note(
                        "cell_not_understood", cell.place, text=cell.text
                    )
            return
        first = len(claims.mentions)
        header = TableHeader(self._columns_for(role), (row,))
        read_upright_rows(
            header,
            self.context,
            self.reading,
            merges_known=self.merges_known,
        )
        kind = kind_of(role)
        for number in range(first, len(claims.mentions)):
            mention = claims.mentions[number]
            if mention.kind == kind and mention.reference is None:
                yield number, role
                return

    def _goes_on(self, row: Row) -> bool:
        """The row is of the kind of the row above: a merged cell says so, or nothing says more.

        Met in logframes, where ``Activiteiten`` stands beside the first of these alone. Where kinds
        come back each row names its own, and an empty cell is a slip.
        """
        kind_cell = row[self.listed.kinds]
        is_open = not kind_cell.has_words and self.names_kinds_once
        return kind_cell.covered or is_open

    def _role_of(self, row: Row) -> Role | None:
        """The role of a row; results that a column of indicators measures are no targets.

        Met in logframes, where results stand between the goals and the activities.
        """
        role = _role_of_row(row, self.listed)
        measured = any(
            column.role_name == "target" for column in self.listed.columns
        )
        if measured and role is not None and role.name == "target":
            return Role("result")
        return role

    def _columns_for(self, role: Role) -> tuple[HeadedColumn, ...]:
        """The columns of a row of a kind; what the others hold of elements is about that."""
        return tuple(
            self._column_for(column, role) for column in self.listed.columns
        )

    def _column_for(self, column: HeadedColumn, role: Role) -> HeadedColumn:
        if column.number == self.listed.texts:
            return column._replace(role=role, refers=False)
        if column.number == self.listed.kinds:
            return column._replace(role=Role("kind"))
        return column

    def _link_as_tree(self, placed: Sequence[tuple[int, Role]]) -> None:
        """Link each element to the nearest one above it that it can serve."""
        dialect, claims = active_dialect(), self.reading.claims
        linked = {tie.start for tie in claims.ties}
        above: dict[str, int] = {}
        for number, role in placed:
            if number not in linked:
                for name, link in dialect.serves.get(role.name, {}).items():
                    if name in above and name != role.name:
                        claims.link_mentions(
                            number, above[name], link, "inherited"
                        )
                        break
            above = {
                name: other
                for name, other in above.items()
                if dialect.ladder.index(name) < dialect.ladder.index(role.name)
            }
            above[role.name] = number
        self._leave_only_unlinked()

    def _leave_only_unlinked(self) -> None:
        """What the tree links needs no other place."""
        linked = {tie.start for tie in self.reading.claims.ties}
        self.reading.unplaced = [
            unplaced
            for unplaced in self.reading.unplaced
            if unplaced.number not in linked
        ]


def _stand_as_tree(roles: Sequence[Role]) -> bool:
    """The highest role comes first, and comes back with other rows between."""
    if not roles:
        return False
    ladder = active_dialect().ladder
    ranks = [ladder.index(role.name) for role in roles]
    top = min(ranks)
    starts = sum(
        rank == top and following != top for rank, following in pairwise(ranks)
    )
    return ranks[0] == top and starts >= _LEAST_TREE_GOALS
