"""Cards of which only the heading above them says what project they are about.

Met in books of projects:

    ## Project 1: Zonneveld Oost

    | Doel waaraan het project bijdraagt | De gemeente is energieneutraal |
    |---|---|
    | Resultaat | 12 MW opgesteld in 2028 |
    | Projectleider | Team Energie |

The project served nothing, and its leader was that of the result. So the name is put on the card,
as others have it. What it costs when wrong: what such a card says is said of the project above it.
"""

from collections.abc import Iterable
from dataclasses import replace

from dinet.document.content import Block, Cell, Grid, Para, Row, Span
from dinet.interpret.outline.sections import DocumentSection
from dinet.vocabulary.roles import Role, kind_of, kinds_named_in, role_of

_CARD_COLUMNS = 2
"""A heading and what it heads; wider tables have a row or column for each element."""


def name_headed_cards(
    sections: Iterable[DocumentSection],
) -> tuple[DocumentSection, ...]:
    """The sections; a card under a heading that names an effort begins with a row for that name."""
    return tuple(map(_with_named_card, sections))


def _with_named_card(section: DocumentSection) -> DocumentSection:
    heading = section.heading
    if heading is None or not _names_effort(section):
        return section
    if len(section.grids) != 1 or not _says_of_effort(section.grids[0]):
        return section
    parts = tuple(
        _with_name(part, section, heading) if isinstance(part, Grid) else part
        for part in section.parts
    )
    return replace(section, parts=parts)


def _names_effort(section: DocumentSection) -> bool:
    """A heading of the format such as ``Project 1: Zonneveld Oost``."""
    if section.rank is None or section.answer is not None:
        return False
    return bool(section.text) and kind_of(section.role) == "effort"


def _says_of_effort(grid: Grid) -> bool:
    """A card that says what goal is served, and names no effort itself."""
    if grid.width != _CARD_COLUMNS:
        return False
    heads = [row[0].text for row in grid.rows]
    roles = list(map(role_of, heads))
    if any(kind_of(role) == "effort" for role in roles) or None in roles:
        return False
    return any(map(_names_goal, heads))


def _names_goal(head: str) -> bool:
    """The line holds the goal that is served, or refers to it."""
    role = role_of(head)
    if kind_of(role) == "goal":
        return True
    return role == Role("reference") and "goal" in kinds_named_in(head)


def _with_name(grid: Grid, section: DocumentSection, heading: Para) -> Grid:
    """The card with a row for the name of the effort, which stands in the heading."""
    label = section.label.removesuffix(section.number).strip()
    number = f"{section.number}. " if section.number else ""
    row: Row = tuple(
        Cell(heading.place, (Block((Span(text),)),))
        for text in (label, number + section.text)
    )
    return grid._replace(rows=(row, *grid.rows))
