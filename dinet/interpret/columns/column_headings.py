"""What stands above each column of a table.

That is one heading, or a heading and one under it in a second row.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dinet.document.content import Row
from dinet.vocabulary.active_dialect import words_of
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.roles import (
    MOST_WORDS,
    Role,
    find_label,
    in_network,
    kind_of,
    of_rung,
    role_of,
)
from dinet.vocabulary.time_headings import is_period
from dinet.wording.sentence_ends import ends_like_sentence

_LEAST_ROLES = 2
"""Of the headings in a second row: one known word may stand in any row of a table."""


class ColumnHeading(NamedTuple):
    """The words above a column, and what they say.

    Args:
        text: The heading.
        role: What it says; None when dinet does not know it.
        refers: The column names elements which may stand elsewhere.
        about: The role of the elements that the column tells of, where only a heading above this
            one says so; empty when none does.
        label: What all cells of the column say that they are; empty when the heading says it.
    """

    text: str
    role: Role | None
    refers: bool = False
    about: str = ""
    label: str = ""


def column_headings(row: Row, under: Row) -> Iterator[ColumnHeading]:
    """The heading of each column; a merged one stands above all its columns.

    Args:
        row: The first row of the header.
        under: The second row; empty when there is none.
    """
    pairs = list(_stacked_headings(row, under))
    named = {above for above, below in pairs if below and _names_text(below)}
    for above, below in pairs:
        heading = _join_headings(above, below)
        if above in named and not _says_anything(below):
            heading = heading._replace(role=None)
        yield heading


def _stacked_headings(row: Row, under: Row) -> Iterator[tuple[str, str]]:
    """The words above each column in both rows; a merged heading stands above all its columns."""
    above, left = "", 0
    for number, cell in enumerate(row):
        below = under[number].text if under else ""
        if cell.has_words or not (cell.covered or below):
            above, left = cell.text, cell.width
        elif cell.covered and left < 1:
            above = ""
        left -= 1
        yield above, below


def _names_text(below: str) -> bool:
    """A lower heading heads the texts of what the upper one names: ``Naam``, ``Omschrijving``."""
    return plain(below) in words_of(
        "headings.element_texts", "headings.naming"
    )


def _says_anything(below: str) -> bool:
    """A lower heading is known by itself; beside ``Naam`` an unknown one heads no elements."""
    if not below or _names_text(below):
        return True
    return (
        is_period(below) or (role_of(below) or in_network(below)) is not None
    )


def _join_headings(above: str, below: str) -> ColumnHeading:
    """Two headings under each other: the lower one when it says enough, or else both."""
    role = role_of(below)
    if _names_text(below) and kind_of(role_of(above)):
        return ColumnHeading(above, role_of(above))
    if is_period(below):
        enough = not is_period(above) and _heads_periods(above)
    else:
        enough = role is not None and role.name != "other"
    if not enough:
        return _both_headings(above, below)
    if _is_said_of(above, below, role):
        return ColumnHeading(f"{above} {below}", role)
    return ColumnHeading(below, role, about=_elements_told_of(above, role))


def _is_said_of(above: str, below: str, role: Role | None) -> bool:
    """The lower heading says something of what the upper one names: ``SMART-doel``, ``Jaar``.

    Efforts need no such words: what a row says is said of these.
    """
    kind = kind_of(role_of(above))
    if kind in (None, "effort"):
        return False
    both = f"{above} {below}"
    return role_of(both) == role and of_rung(both) is not None


def _elements_told_of(above: str, role: Role | None) -> str:
    """What a lower heading tells of: ``By when`` under ``Measure of success`` dates the target.

    Only of targets: a goal has no year of its own, and what a row says is said of its efforts.
    """
    told = role is not None and role.name == "period"
    return "target" if told and kind_of(role_of(above)) == "target" else ""


def _heads_periods(above: str) -> bool:
    """Above periods the heading adds nothing: it names the planning, elements, or nothing known.

    ``Budget`` above ``2026`` does add something.
    """
    role = role_of(above) or in_network(above)
    return role is None or role.name == "period" or kind_of(role) is not None


def _both_headings(above: str, below: str) -> ColumnHeading:
    """Two headings as one; what both mean together counts before what the upper one means."""
    text = f"{above} {below}".strip()
    role = role_of(text)
    if role is None and below:
        role = in_network(text) or in_network(below)
    return ColumnHeading(text, role or role_of(above))


def is_second_header_row(row: Row, under: Row) -> bool:
    """The second row belongs to the header.

    It holds periods only, or headings under merged and blank cells of the first row.
    """
    filled = {
        number: cell.text
        for number, cell in enumerate(under)
        if cell.has_words
    }
    texts = list(filled.values())
    if _is_title_or_band(row):
        return False
    if len(texts) > 1 and all(map(is_period, texts)):
        return True
    if _divides_merged_headings(row, under):
        return True
    return _are_headings(texts) and _may_stand_under(row, under, filled)


def _may_stand_under(row: Row, under: Row, filled: Mapping[int, str]) -> bool:
    """Texts known for headings stand where the row above leaves room, or are no data."""
    return _numbers_within(row, under) or all(
        is_period(text) or _leaves_room_under(row, number)
        for number, text in filled.items()
    )


def _numbers_within(row: Row, under: Row) -> bool:
    """The second row heads numbers under a merged heading, so it holds no data.

    Met: ``Nr.``, ``Omschrijving`` under a wide ``Doel`` and ``Maatregel``, and ``x € 1.000`` under
    a narrow ``Budget``: each of these became an element, linked to the others of its row.
    """
    return any(
        cell.width > 1 and _is_numbering(below.text)
        for cell, below in zip(row, under, strict=False)
    )


def _is_numbering(heading: str) -> bool:
    role = role_of(heading)
    return role is not None and role.name == "number"


def _is_title_or_band(row: Row) -> bool:
    """The row is one cell over the whole width, which heads no elements: it adds no heading.

    Met: ``Doel: Parken zijn schoon`` above *Actie, Wie, Klaar*.
    """
    whole = len(row) > 1 and row[0].width == len(row)
    return (whole and role_of(row[0].text) is None) or names_part_alone(row)


def names_part_alone(row: Row) -> bool:
    """A numbered theme or goal stands in the first cell, and nothing beside it.

    Met without merged cells: ``Ambitie 1: Dieren hebben een goed leven`` above the headings of its
    actions, and further down ``Ambitie 2: …``.
    """
    beside = any(cell.has_words or cell.covered for cell in row[1:])
    named = None if beside or not row else find_label(row[0].text)
    if named is None or not named.number or len(row) == 1:
        return False
    return kind_of(named.role) in ("theme", "goal")


def _divides_merged_headings(row: Row, under: Row) -> bool:
    """Merged cells say that the second row belongs to the header, in whatever words.

    Met: ``Indicator`` over ``Naam``, ``Nu`` and ``Straks``, where all other headings are merged
    with the cell below. So each short text stands under a heading that spans several columns.
    """
    spanned = 0
    left = 0
    for cell, below in zip(row, under, strict=False):
        if cell.width > 1:
            left = cell.width
        left -= 1
        if below.has_words:
            if left < 0 or not _is_short_heading(below.text):
                return False
            spanned += 1
        elif not below.covered:
            return False
    return spanned > 1


def _is_short_heading(text: str) -> bool:
    """A few words that are no sentence; one word may be cut short: ``Nr.``, ``Verantw.``."""
    words = len(text.split())
    return words == 1 or (words <= MOST_WORDS and not ends_like_sentence(text))


def _are_headings(texts: list[str]) -> bool:
    """Half of the texts are known for headings, at least two of them, and all are as short."""
    roles = sum(role_of(text) is not None for text in texts)
    if roles < _LEAST_ROLES or 2 * roles < len(texts):
        return False
    return all(map(_is_short_heading, texts))


def _leaves_room_under(row: Row, number: int) -> bool:
    """A heading may have another under it: it spans several columns, is blank, or blanks follow."""
    cell = row[number]
    if not cell.has_words or cell.width > 1:
        return True
    return number + 1 < len(row) and not row[number + 1].has_words
