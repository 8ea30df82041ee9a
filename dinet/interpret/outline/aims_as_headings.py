"""Goals that are headings of a document that calls none of them a goal.

    ## Kinderen lezen graag
    Beoogd resultaat: 80% leest wekelijks in 2028
    Inspanning: een bibliotheek op school
    ## Ouders lezen voor
    Beoogd resultaat: 60% leest voor in 2028
    Inspanning: Boekstart

Met in web pages and short plans, where targets and efforts stood under no goal. Several headings
of one level say how something is to be, and under each stand both what is done and how one can
tell. A name such as ``Wonen`` stays no goal. What it costs when wrong: a theme that is worded as
an aim becomes a goal.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dinet.document.content import Grid
from dinet.interpret.columns.table_columns import header_of
from dinet.interpret.outline.labelled_lines import is_letter_or_minutes
from dinet.interpret.outline.sections import DocumentSection
from dinet.vocabulary.roles import Role, kind_of, without_number
from dinet.wording.effect_wording import states_aim

_SEVERAL = 2
"""Headings with work under them: one may be of anything."""


def open_aim_headings(
    sections: Sequence[DocumentSection],
) -> tuple[DocumentSection, ...]:
    """The sections; headings above targets and efforts that state an aim are goals."""
    if any(map(_is_about_goals, sections)) or is_letter_or_minutes(sections):
        return tuple(sections)
    heads = _heads_of_work(sections)
    stating = [head for head in heads if _states_aim(sections[head])]
    if len(stating) < max(_SEVERAL, (len(heads) + 1) // 2):
        return tuple(sections)
    opened = list(sections)
    for head in heads:
        heading = sections[head].heading
        if heading is not None:
            opened[head] = replace(
                sections[head], role=Role("goal"), text=heading.text
            )
    return tuple(opened)


def _is_about_goals(section: DocumentSection) -> bool:
    """It names goals itself, or a table of it does."""
    if section.is_left:
        return False
    return kind_of(section.role) == "goal" or any(
        map(_holds_goals, section.grids)
    )


def _holds_goals(grid: Grid) -> bool:
    header = header_of(grid)
    return header is not None and bool(header.columns_named("goal"))


def _heads_of_work(sections: Sequence[DocumentSection]) -> list[int]:
    """The places of headings of one level, each with a target and an effort under it.

    Empty when some heading of that level has only a target or only an effort.
    """
    kinds_under: dict[int, set[str]] = {}
    for head, kind in _work_under_headings(sections):
        kinds_under.setdefault(head, set()).add(kind)
    ranks = {sections[place].rank for place in kinds_under}
    complete = all(len(kinds) > 1 for kinds in kinds_under.values())
    return list(kinds_under) if complete and len(ranks) == 1 else []


def _work_under_headings(
    sections: Sequence[DocumentSection],
) -> Iterator[tuple[int, str]]:
    """Each target and effort as its kind, with the place of the unknown heading above it."""
    head = None
    for place, section in enumerate(sections):
        if section.role is None and section.rank is not None:
            head = None if section.is_left else place
        kind = kind_of(section.role)
        if head is not None and kind in ("target", "effort"):
            yield head, kind


def _states_aim(section: DocumentSection) -> bool:
    words = section.heading.text if section.heading else ""
    return not words.endswith("?") and states_aim(without_number(words))
