"""A table on its side, or a card: headings down the first column.

Looks like:

    | Doel | Meer samenwerking in de keten | Snellere hulp bij schulden |
    |---|---|---|
    | Indicator | Partners geven een 7,5 in 2026 | Ten hoogste 2 weken wachten in 2026 |
    | Inspanningen | Een ketenoverleg inrichten | Een spreekuur in elke kern |
    | Trekker | Sociaal team | Kredietbank |

Reads as:

    doelen:
      - tekst: Meer samenwerking in de keten
        smart:
          - id: S1
            tekst: Partners geven een 7,5 in 2026
        inspanningen:
          - tekst: Een ketenoverleg inrichten
            trekker: Sociaal team
            voor: S1
      - tekst: Snellere hulp bij schulden
        smart:
          - id: S2
            tekst: Ten hoogste 2 weken wachten in 2026
        inspanningen:
          - tekst: Een spreekuur in elke kern
            trekker: Kredietbank
            voor: S2

Looks like:

    | Ambitie | Inwoners kennen elkaar |
    |---|---|
    | Resultaat in 2027 | 40 straten hebben een buurtapp |
    | Activiteiten | Een buurtfeest in elke straat |
    | Ambitie | Ouderen wonen langer thuis |
    | Activiteiten | Woningen aanpassen |

Reads as:

    doelen:
      - tekst: Inwoners kennen elkaar
        smart:
          - id: S1
            tekst: 40 straten hebben een buurtapp
        inspanningen:
          - tekst: Een buurtfeest in elke straat
            voor: S1
      - tekst: Ouderen wonen langer thuis
        inspanningen: [Woningen aanpassen]

Looks like:

    | Project | Deelmobiliteit in de wijk | Nummer | P-07 |
    |---|---|---|---|
    | Doel | Minder auto's op straat | Budget | 60.000 |
    | Trekker | Team Mobiliteit | Status | loopt |

Reads as:

    doelen:
      - tekst: Minder auto's op straat
        inspanningen:
          - id: P-07
            tekst: Deelmobiliteit in de wijk
            trekker: Team Mobiliteit
            budget: "60.000"
            status: loopt

Not to be mistaken for: a list of words with what they mean (``Doel | Wat we willen bereiken``).
Met in: forms per goal or project, several under each other or one on each sheet, and tables with
``Doel 1``, ``Doel 2`` or the themes above their columns.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from dinet.document.content import Cell, Grid, Row, Span
from dinet.interpret.choice.explanation import explains_words
from dinet.interpret.choice.shape_context import ShapeContext
from dinet.interpret.choice.table_reading import TableReading
from dinet.interpret.columns.column_headings import ColumnHeading
from dinet.interpret.columns.columns_by_cells import (
    targets_in_words,
    with_reasons_apart,
)
from dinet.interpret.columns.table_columns import TableHeader, header_from
from dinet.interpret.lists.attribute_lines import is_labelled_value
from dinet.interpret.rows.cells import without_theme_word
from dinet.interpret.rows.upright_rows import read_upright_rows
from dinet.interpret.texts.explaining_words import is_explaining
from dinet.vocabulary.active_dialect import words_of
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import (
    Role,
    in_network,
    is_everyday,
    kind_described_by,
    kind_of,
    kinds_named_in,
    names_other_thing,
    role_of,
    without_role,
)
from dinet.vocabulary.time_headings import is_period

SPOKEN_NAMES = {
    "nl": ("gekanteld", "gekantelde tabel", "liggend", "kaart", "kaarten"),
    "en": ("turned", "turned table", "card", "cards"),
}
"""How people call this shape in a mapping form; the first of each language is its name there."""

_LEAST_COLUMNS = 2
"""The headings, and what they head."""
_LEAST_HEADINGS = 2
"""One heading beside a text is a row of an upright table too."""
_PAIRED = 4
"""Cells of a row that holds two headings, each with what it heads."""
_LEAST_NAMES = 2
"""Of columns: over one column a name is a title."""
_COUNTED_KINDS = ("goal", "target", "effort")
"""Of elements whose headings on a card have a number: themes are named, not counted."""
_SERVING_KINDS = ("target", "effort")
"""Of elements under a goal of a card."""
_KNOWN_SHARE = 2 / 3
"""Of the headings of a card: forms of councils have a heading or two of their own."""


def read(table: Grid, context: ShapeContext) -> TableReading | None:
    """Each column as a row of an upright table; None when the first column holds no headings."""
    side = lines_of(table)
    if side is None:
        return None
    reading = context.begin_reading("turned")
    header = _upright_header(side, _kind_of_card(side, context.heading))
    if header is None:
        return None
    reading.headers = (header,)
    reading.headings += (cell.text for cell in side.names)
    reading.headings += (line[0].text for line in side.lines)
    read_upright_rows(
        header, context, reading, merges_known=table.merges_known
    )
    reading.is_everyday = all(
        is_everyday(column.heading) for column, _ in header.element_columns
    )
    if not context.is_stated and _tells_other_things(side, reading, context):
        return None
    reading.opened_goal = _only_goal(reading)
    return reading


def _only_goal(reading: TableReading) -> int | None:
    """The goal of a card that tells of one and not what is done: a table behind it may.

    Met in workbooks with a sheet for each goal: the goal with its indicator, a blank row, and the
    actions.
    """
    mentions = reading.claims.mentions
    kinds = [mention.kind for mention in mentions]
    if "effort" in kinds or kinds.count("goal") != 1:
        return None
    goal = kinds.index("goal")
    return None if mentions[goal].reference else goal


def _tells_other_things(
    side: "SideTable", reading: TableReading, context: ShapeContext
) -> bool:
    """The table explains words, or is the form of something else than a programme."""
    if explains_words(reading) or is_explaining(context.heading):
        return True
    return any(map(_is_goal_of_other_thing, side.lines))


def _is_goal_of_other_thing(line: Row) -> bool:
    """The card has the purpose of something else: ``Doel van het onderzoek`` of an assignment."""
    head = line[0].text
    role = _known_role(head)
    return kind_of(role) == "goal" and names_other_thing(head)


class SideTable(NamedTuple):
    """A table on its side.

    Args:
        above: The rows above it that are one cell: they name what it is about.
        names: The cells of a row that only names the columns (``Doel 1``); empty without one.
        lines: The rows, each with its heading first.
    """

    above: tuple[Row, ...]
    names: Row
    lines: tuple[Row, ...]


def lines_of(table: Grid) -> SideTable | None:
    """The lines of a table on its side; None when its first column holds no headings."""
    if table.width < _LEAST_COLUMNS:
        return None
    above = tuple(takewhile(_is_one_cell, table.rows))
    joined = _join_lines(_one_below_another(table.rows[len(above) :]))
    first = next(joined, ())
    if _is_upright(first):
        # as most tables are: the other lines need not be joined
        return None
    lines = [first, *joined] if first else []
    names: Row = ()
    of_names: str | None = None
    if len(lines) > _LEAST_HEADINGS and _names_columns(lines[0]):
        names, *lines = lines
        of_names = _kind_of_names(names)
    elif lines and not lines[0][0].has_words:
        return None
    if not _are_headed(lines, of_names):
        return None
    if any(map(_is_goal_of_all, lines)):
        lines = list(map(_with_value_joined, lines))
    return SideTable(above, names, tuple(lines))


def _is_goal_of_all(line: Row) -> bool:
    """The line names one goal over all columns: these are no goals beside each other."""
    return (
        len(line) > _LEAST_COLUMNS
        and line[1].width == len(line) - 1
        and kind_of(_known_role(line[0].text)) == "goal"
    )


def _with_value_joined(line: Row) -> Row:
    """The line; of an indicator that tells no number, with the value in the cell beside it.

    Met on cards on web pages: *Indicator, Fijnstof op meetpunt Zuid, van 12 naar 8 in 2030* under a
    goal that is merged over both columns. The value became a target of its own.
    """
    if kind_of(_known_role(line[0].text)) != "target":
        return line
    head, name, value, *others = line
    if not name.has_words or not value.has_words or _tells_number(name):
        return line
    if not _tells_number(value) or is_labelled_value(value.text):
        return line
    joined = (Span(" "), *value.blocks[0].spans)
    block = name.blocks[0]._replace(spans=(*name.blocks[0].spans, *joined))
    cells = (name._replace(blocks=(block,)), Cell(value.place))
    return (head, *cells, *others)


def _tells_number(cell: Cell) -> bool:
    return any(map(str.isdigit, cell.text))


def _one_below_another(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows; of a form with two headings a row each heading has a row of its own.

    Met on cards of projects: ``Project | Deelmobiliteit | Nummer | P-07``. Every row begins with a
    heading that is known; the third cell is one too, or is part of a text before it.
    """
    seconds = sum(_heads_second(row) for row in rows)
    if seconds < _LEAST_HEADINGS or not all(map(_may_hold_pairs, rows)):
        return rows
    halves: list[Row] = []
    for row in rows:
        halves.append(row[:2])
        if _heads_second(row):
            halves.append(row[2:])
    return tuple(halves)


def _heads_second(row: Row) -> bool:
    """The third of four cells is a heading."""
    return len(row) == _PAIRED and _known_role(row[2].text) is not None


def _may_hold_pairs(row: Row) -> bool:
    """The row has a heading with a text beside it, and another one, or no more than that."""
    if len(row) != _PAIRED or _known_role(row[0].text) is None:
        return False
    if any(kind_of(_known_role(row[number].text)) for number in (1, 3)):
        return False
    return _heads_second(row) or not any(cell.has_words for cell in row[2:])


def _is_upright(first: Row) -> bool:
    """The first row heads the columns under it, and does not only number them."""
    return bool(first) and _heads_columns(first) and not _names_columns(first)


def _kind_of_names(names: Row) -> str | None:
    """What the names of the columns count: goals of ``Doel 1``, ``Doel 2``; else None."""
    words = {cell.text.rpartition(" ")[0] for cell in names[1:]}
    kinds = {kind_of(_known_role(word)) for word in words if word}
    kind = kinds.pop() if len(kinds) == 1 else None
    return kind if kind in _COUNTED_KINDS else None


def _describes(head: str) -> bool:
    """The heading describes or names whatever the columns are: ``Omschrijving``."""
    return plain(head) in words_of("headings.naming")


def _are_headed(lines: Sequence[Row], of_names: str | None) -> bool:
    """Each line begins with its heading, and the first one heads no columns.

    Args:
        lines: The rows.
        of_names: What the names of the columns count, which ``Omschrijving`` then describes.
    """
    if not lines or _heads_other_things(lines[0]) or _heads_columns(lines[0]):
        return False
    if _explains_words(lines):
        return False
    heads = [line[0].text for line in lines]
    described = of_names if any(map(_describes, heads)) else None
    return _are_heads(heads, described)


def _heads_other_things(row: Row) -> bool:
    """The first row heads a list of words or contacts: ``Begrip | Betekenis``."""
    roles = [role_of(cell.text) for cell in row if cell.has_words]
    return len(roles) > 1 and all(
        role is not None and role.name == "other" for role in roles
    )


def _explains_words(lines: Sequence[Row]) -> bool:
    """The table says of words for elements where these come from, and nothing more.

    Met under ``Verantwoording``: *Onderdeel, Toelichting* above *Doelen, Komen uit het akkoord*. A
    card with such headings has an owner or a time too.
    """
    first, *others = lines
    explaining = words_of("page_words.explaining")
    if not any(plain(cell.text) in explaining for cell in first[1:]):
        return False
    return all(kind_of(_known_role(line[0].text)) for line in others)


def _heads_columns(row: Row) -> bool:
    """Half of the cells beside the first heading are headings themselves: the table is upright."""
    roles = [role_of(cell.text) for cell in row[1:] if cell.has_words]
    known = sum(role is not None for role in roles)
    first = in_network(row[0].text)
    if first is not None and first.name == "kind":
        return True
    return known > 1 and 2 * known >= len(roles)


def _is_one_cell(row: Row) -> bool:
    """The row is one cell over the whole width of the table, or a title with nothing beside it.

    Met on sheets, where the title of a form is not merged: ``Projectkaart``.
    """
    if not row or row[0].width == len(row):
        return bool(row)
    alone = not any(cell.has_words or cell.covered for cell in row[1:])
    return alone and row[0].has_words and _known_role(row[0].text) is None


def _join_lines(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, one for each heading.

    What stands beside a blank or merged heading goes on with the row above, unless that is the
    first row: above the columns stand their names.
    """
    line: Row = ()
    for row in filter(None, rows):
        if line and line[0].has_words and not row[0].has_words:
            line = tuple(map(_with_blocks, line, row))
            continue
        if line:
            yield line
        line = row
    if line:
        yield line


def _with_blocks(cell: Cell, below: Cell) -> Cell:
    """A cell with the paragraphs of the cell below it too."""
    return cell._replace(blocks=(*cell.blocks, *below.blocks))


def _names_columns(row: Row) -> bool:
    """The row names the columns: its first cell says nothing that is known, the others are short.

    Met: ``| | Doel 1 | Doel 2 |`` and ``| | Wonen | Werken |`` above tables on their side.
    """
    head, *others = row
    role = role_of(head.text) if head.has_words else None
    texts = [cell.text for cell in others if not cell.covered]
    if len(texts) < _LEAST_NAMES or not all(map(_may_be_name, texts)):
        return False
    if role is None and not any(map(role_of, texts)):
        return True
    return _may_head_names(role) and (
        _are_counted(texts) or _are_named_alike(texts)
    )


def _may_head_names(role: Role | None) -> bool:
    """In `Kenmerk | Doel 1 | Doel 2` a word for numbers heads no column of other texts."""
    return role is None or role.name == "number"


def _are_named_alike(texts: Sequence[str]) -> bool:
    """All texts have a word for themes before them: ``Thema Lucht``, ``Thema Water``."""
    return all(without_role(text, "theme") != text for text in texts)


def _are_counted(texts: Sequence[str]) -> bool:
    """All texts are one word with a number: ``Doel 1``, ``Doel 2``."""
    roles = set(map(role_of, texts))
    return len(roles) == 1 and all(map(_ends_in_number, texts))


def _may_be_name(text: str) -> bool:
    return bool(text) and not is_period(text)


def _ends_in_number(text: str) -> bool:
    """``Doel 2``, ``Project B``."""
    last = text.rpartition(" ")[2]
    return last.isdecimal() or (len(last) == 1 and last.isupper())


def _are_heads(heads: list[str], described: str | None) -> bool:
    """Most of them have a role; elements of two kinds, or of one in words of such a network only.

    A heading about something else altogether makes it another form.
    """
    if len(set(heads)) < _LEAST_HEADINGS or not all(heads):
        return False
    known = list(filter(None, map(_known_role, heads)))
    kinds = {kind_of(role) for role in known} | {described}
    kinds |= set(_kinds_referred_to(heads))
    kinds -= {None, "theme"}
    if len(known) + bool(described) < _KNOWN_SHARE * len(heads):
        return False
    all_known = len(known) == len(heads)
    return len(kinds) > 1 or (all_known and any(map(_is_own_word, heads)))


def _kinds_referred_to(heads: Iterable[str]) -> Iterator[str]:
    """The kinds that headings refer to; met on cards: `Project` above `Draagt bij aan doel`."""
    for head in heads:
        if role_of(head) == Role("reference"):
            yield from kinds_named_in(head)


def _known_role(head: str) -> Role | None:
    """What a heading says; None also when it is about other things than a network."""
    role = role_of(head) or in_network(head)
    if (role is None or role.name == "other") and (
        rung := kind_described_by(head)
    ):
        # met on cards per project: `Naam project`, `Omschrijving van de opgave`
        role = Role(rung)
    return None if role is None or role.name == "other" else role


def _is_own_word(head: str) -> bool:
    """The heading names elements in words that only networks use."""
    return kind_of(_known_role(head)) is not None and not is_everyday(head)


def _kind_of_card(side: SideTable, heading: str) -> str | None:
    """What the card describes: efforts under ``Projectkaart``; None where nothing says so.

    Args:
        side: The card, with the rows above it.
        heading: The one above the table.
    """
    titles = [heading, *(row[0].text for row in side.above)]
    for title in titles:
        word = fold_text(title).split(" ")[0]
        for ending in words_of("page_words.cards"):
            kind = kind_of(_known_role(word.removesuffix(ending)))
            if word != ending and word.endswith(ending) and kind == "effort":
                return kind
    return None


def _with_name_of_card(
    headings: Sequence[ColumnHeading], of_card: str | None
) -> list[ColumnHeading]:
    """The headings; ``Naam`` on a card of a project is the project, if nothing else is done there.

    Met in workbooks with a sheet for each project, where the project was no effort.
    """
    done = any(kind_of(heading.role) == "effort" for heading in headings)
    if of_card is None or done:
        return list(headings)
    return [
        heading._replace(role=Role(of_card))
        if plain(heading.text) in words_of("headings.names_alone")
        else heading
        for heading in headings
    ]


def _upright_header(
    side: SideTable, of_card: str | None
) -> TableHeader | None:
    """The table upright: a row for each column, and for each card under another."""
    cards = list(_split_cards(side.lines))
    heads = _heads_of(cards)
    headings = list(_column_headings(heads.values(), side.names))
    headings = _with_name_of_card(headings, of_card)
    headings = list(_with_title_apart(with_reasons_apart(headings)))
    name_role = _role_of_names(side.names, headings)
    if name_role:
        headings.insert(0, ColumnHeading("", name_role))
    rows: list[Row] = []
    for card in cards:
        for column in range(1, len(card[0])):
            row = _upright_row(card, list(heads), column)
            if name_role:
                row = (_name_cell(side.names[column], name_role), *row)
            rows.append(row)
    filled = [row for row in rows if any(cell.has_words for cell in row)]
    told = targets_in_words(headings, filled)
    return header_from(told, tuple(filled))


def _column_headings(
    texts: Iterable[str], names: Row
) -> Iterator[ColumnHeading]:
    """The headings of the columns; one that describes is about what the names count."""
    of_names = _kind_of_names(names) if names else None
    for text in texts:
        role = role_of(text) or in_network(text)
        if of_names and _describes(text):
            role = Role(of_names)
        yield ColumnHeading(text, role)


def _with_title_apart(
    headings: Sequence[ColumnHeading],
) -> Iterator[ColumnHeading]:
    """The headings; the name of a project is a remark on what is done in it.

    Met on cards that begin with ``Project`` and have a line with the actions further down.
    """
    first, *others = headings
    has_actions = any(
        heading.role and heading.role.name == "effort" for heading in others
    )
    if has_actions and first.role and first.role.name == "effort":
        first = first._replace(role=Role("remark"))
    yield from (first, *others)


def _heads_of(cards: Sequence[Sequence[Row]]) -> dict[str, str]:
    """The headings of all cards, each once, by how they compare."""
    heads: dict[str, str] = {}
    for card in cards:
        numbered = _numbered_words(card)
        for line in card:
            heads.setdefault(_name_of_line(line, numbered), line[0].text)
    return heads


def _name_of_line(line: Row, numbered: Container[str]) -> str:
    """How the heading of a line compares: ``Maatregel 2`` as ``Maatregel 1``, if it is counted."""
    word = _counted_word(line)
    return word if word in numbered else fold_text(line[0].text)


def _numbered_words(card: Sequence[Row]) -> Container[str]:
    """The words that a card about one goal numbers: what follows is said of all of them.

    Met on forms per goal: ``Doel 1``, ``Maatregel 1``, ``Maatregel 2``, ``Trekker``. Of two goals
    in one card the numbers tell which is which.
    """
    words = list(filter(None, map(_counted_word, card)))
    goals = [word for word in words if _is_of_goal(word)]
    return () if len(goals) > 1 else words


def _counted_word(line: Row) -> str:
    """The word of a heading with a number when it names elements (``Doel 2``), else empty."""
    word, _, number = line[0].text.rpartition(" ")
    counts = number.isdecimal() and not is_period(number)
    role = _known_role(word) if counts else None
    return fold_text(word) if kind_of(role) in _COUNTED_KINDS else ""


def _is_of_goal(word: str) -> bool:
    return kind_of(_known_role(word)) == "goal"


def _role_of_names(
    names: Row, headings: Sequence[ColumnHeading]
) -> Role | None:
    """What the names of the columns are: numbers of elements, or themes; None without names."""
    if not names:
        return None
    texts = [cell.text for cell in names[1:] if cell.has_words]
    if any(role_of(text) for text in texts) or all(map(_is_lettered, texts)):
        return Role("number")
    themed = any(
        heading.role and heading.role.name == "theme" for heading in headings
    )
    return None if themed else Role("theme")


def _is_lettered(text: str) -> bool:
    """A word for elements and the letter of one: ``Ambitie A``."""
    word = text.rpartition(" ")[0]
    kind = kind_of(_known_role(word)) if word else None
    return _ends_in_number(text) and kind in _COUNTED_KINDS


def _name_cell(cell: Cell, role: Role) -> Cell:
    """The name of a column: of ``Doel 2`` the number, of ``Thema Wonen`` what follows."""
    if role.name != "number":
        return without_theme_word(cell)._replace(width=1)
    number = cell.text.rpartition(" ")[2]
    span = cell.blocks[0].spans[0]._replace(text=number)
    return cell._replace(
        blocks=(cell.blocks[0]._replace(spans=(span,)),), width=1
    )


def _split_cards(lines: Sequence[Row]) -> Iterator[list[Row]]:
    """The lines, divided where the first heading comes back, or a goal with the next number."""
    goals = [
        number
        for number, line in enumerate(lines)
        if _is_of_goal(_counted_word(line))
    ]
    if _begin_cards(goals, lines):
        yield from _cards_of_goals(goals, lines)
        return
    card: list[Row] = []
    for line in lines:
        if card and fold_text(line[0].text) == fold_text(lines[0][0].text):
            yield card
            card = []
        card.append(line)
    yield card


def _begin_cards(goals: Sequence[int], lines: Sequence[Row]) -> bool:
    """Numbered goals each have elements of another kind under them.

    Met in exports with one column of labels: ``Doel 1``, ``Indicator``, ``Actie``, ``Doel 2``.
    Goals right under each other are those of one card.
    """
    ends = (*goals[1:], len(lines))
    return len(goals) > 1 and all(
        any(
            kind_of(_known_role(_word_of_line(line))) in _SERVING_KINDS
            for line in lines[first + 1 : end]
        )
        for first, end in zip(goals, ends, strict=True)
    )


def _word_of_line(line: Row) -> str:
    return _counted_word(line) or line[0].text


def _cards_of_goals(
    goals: Sequence[int], lines: Sequence[Row]
) -> Iterator[list[Row]]:
    """A card from each goal to the next; a theme above the first stands above all."""
    before = lines[: goals[0]]
    themes = [
        line
        for line in before
        if kind_of(_known_role(line[0].text)) == "theme"
    ]
    others = [line for line in before if line not in themes]
    if others:
        yield others
    for first, end in zip(goals, (*goals[1:], len(lines)), strict=True):
        yield [*themes, *lines[first:end]]


def _upright_row(card: Sequence[Row], heads: list[str], column: int) -> Row:
    """One column of a card as a row, its cells in the order of the headings."""
    by_head: dict[str, Row] = {}
    numbered = _numbered_words(card)
    for line in card:
        head = _name_of_line(line, numbered)
        known = by_head.get(head)
        by_head[head] = (
            tuple(map(_with_blocks, known, line)) if known else line
        )
    blank = Cell(card[0][0].place)
    cells = [
        by_head[head][column] if head in by_head else blank for head in heads
    ]
    return tuple(cell._replace(width=1) for cell in cells)
