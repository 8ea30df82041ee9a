"""Goals and efforts that are headings themselves, under one that says so: ``Onze doelen``.

Met in programmes of Word and in web pages of councils:

    ## Onze doelen
    ### Meer schaduw in de binnenstad
    Wat gaan we doen?
    - Bomen planten

Bullets right under such a goal are efforts where no heading of the document says of any bullets
that they are; a note tells of them. It costs a wrong effort for each when they explain the goal.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import dropwhile, takewhile

from dinet.document.content import Grid, Para
from dinet.interpret.columns.apart import is_of_everyday
from dinet.interpret.columns.table_columns import header_of
from dinet.interpret.outline.sections import DocumentSection, is_list_item
from dinet.model import Kind
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import (
    Role,
    is_everyday,
    kind_of,
    kinds_joined_in,
    role_of,
    without_number,
)

_ONLY_COUNTED = re.compile(r"[^\W\d_]+ (?:nr\.? ?)?(?:\d{1,2}|[A-Z])")
_SEVERAL = 2
"""Of headings under a heading that has paragraphs of its own: one may explain these."""


def open_goal_headings(
    sections: Sequence[DocumentSection],
) -> tuple[DocumentSection, ...]:
    """The sections; the headings right under one about goals are goals.

    What stands in a list right under such a goal becomes a section about efforts.
    """
    opened = list(sections)
    for place, section in enumerate(sections):
        goals = _goals_under(section, sections, place)
        if goals:
            opened[place] = replace(section, is_group=True, role=Role("goal"))
        for goal in goals:
            opened[goal] = _named_by_heading(sections[goal], "goal")
        for effort in _efforts_under(section, sections, place):
            opened[effort] = _named_by_heading(sections[effort], "effort")
    if any(map(_is_about_efforts, opened)):
        return _with_efforts(opened, _told_lists(opened))
    opened = _with_lists_behind_targets(opened)
    told = _told_lists(opened)
    return _with_efforts(opened, told | _bare_lists(opened))


def _goals_under(
    section: DocumentSection, sections: Sequence[DocumentSection], place: int
) -> list[int]:
    """The places of the headings right under a section about goals that name one each."""
    if not _may_be_group(section):
        return []
    under = _sections_under(sections, place)
    direct = _highest_under(under, sections)
    if not direct or kind_of(sections[direct[0]].role):
        return []
    goals = [number for number in direct if _names_element(sections[number])]
    if not section.paras:
        return goals
    working = any(_has_work(sections[number]) for number in under)
    return goals if working and len(goals) >= _SEVERAL else []


def _may_be_group(section: DocumentSection) -> bool:
    """A heading of a format names goals in general, and no list or table under it does."""
    if section.rank is None or section.text or section.number:
        return False
    return (
        _names_goals(section) and not section.holds_list and not section.grids
    )


def _names_goals(section: DocumentSection) -> bool:
    """The heading names goals, alone or with what is done for them.

    Met: ``Wat we willen en wat we doen`` above a heading for each goal.
    """
    if section.role is not None and section.role.name == "goal":
        return True
    words = section.heading.text if section.heading else ""
    return "goal" in kinds_joined_in(words)


def _highest_under(
    under: list[int], sections: Sequence[DocumentSection]
) -> list[int]:
    """Those of the sections under a heading that have the level of the first of them."""
    ranks = [sections[number].rank for number in under]
    first = next((rank for rank in ranks if rank is not None), None)
    if first is None:
        return []
    return [number for number in under if sections[number].rank == first]


@once_per_dialect
def _chapters() -> frozenset[str]:
    return frozenset(
        map(
            fold_text,
            words_of("page_words.chapters", "page_words.explaining"),
        )
    )


def _names_element(section: DocumentSection) -> bool:
    """The heading names nothing that dinet knows, and is no heading that any report has.

    Met: ``Kaart 1`` above a form, and ``Speerpunt gezond`` above a table with goals in it.
    """
    if section.heading is None or section.role is not None:
        return False
    words = without_number(section.heading.text)
    if _ONLY_COUNTED.fullmatch(words) or any(map(_holds_goals, section.grids)):
        return False
    return fold_text(words) not in _chapters()


def _holds_goals(grid: Grid) -> bool:
    """A table has a column of goals, or a row for one as a form has."""
    header = header_of(grid)
    if header is not None and header.columns_named("goal"):
        return True
    return any(kind_of(role_of(row[0].text)) == "goal" for row in grid.rows)


def _sections_under(
    sections: Sequence[DocumentSection], place: int
) -> list[int]:
    """The places of the sections whose headings stand under that of a section."""
    rank = sections[place].rank or 0
    under = []
    for number in range(place + 1, len(sections)):
        below = sections[number].rank
        if below is not None and below <= rank:
            break
        under.append(number)
    return under


def _has_work(section: DocumentSection) -> bool:
    """The section holds a list or table, or is about efforts or targets."""
    if section.holds_list or section.grids:
        return True
    return kind_of(section.role) in ("effort", "target")


def _efforts_under(
    section: DocumentSection, sections: Sequence[DocumentSection], place: int
) -> list[int]:
    """The places of the headings right under a section about efforts that name one each.

    Met on sites of budgets: ``Wat gaan we daarvoor doen?`` above *3.1.1 Bomen planten*, with a
    paragraph under each. A list or table there holds the efforts itself, and everyday words such
    as ``Aanpak`` head the chapters of any plan.
    """
    if not _may_group_efforts(section):
        return []
    under = _sections_under(sections, place)
    direct = _highest_under(under, sections)
    if direct != under or any(_has_work(sections[number]) for number in under):
        return []
    efforts = [number for number in direct if _names_element(sections[number])]
    return efforts if efforts == direct else []


def _may_group_efforts(section: DocumentSection) -> bool:
    """A heading of a format names efforts in general, in words that few plans use otherwise."""
    if section.rank is None or section.heading is None:
        return False
    if kind_of(section.role) != "effort" or section.text or section.number:
        return False
    heading = without_number(section.heading.text)
    return not (section.parts or is_everyday(heading))


def _named_by_heading(section: DocumentSection, kind: Kind) -> DocumentSection:
    if section.heading is None:
        return section
    return replace(section, role=Role(kind), text=section.heading.text)


def _is_about_efforts(section: DocumentSection) -> bool:
    """The section is about efforts, or a table of it may hold them.

    One of money holds none, and one in words that every plan uses is about something else.
    """
    if section.is_left:
        return False
    if kind_of(section.role) == "effort":
        return True
    headers = filter(None, map(header_of, section.grids))
    return not all(map(is_of_everyday, headers))


def _with_lists_behind_targets(
    sections: Sequence[DocumentSection],
) -> list[DocumentSection]:
    """The sections; a list behind a line with the target of a goal stands right under the goal.

    Met under ``Wat we willen en wat we doen``, which says that efforts are told too: a heading for
    each goal, ``We meten dit met: …`` and a list of what is done.
    """
    divided: list[DocumentSection] = []
    goal, told = False, False
    for section in sections:
        if section.rank is not None:
            goal = _is_named_goal(section)
            told = _tells_efforts(section) if section.is_group else told
        if not (goal and told and _is_target_above_list(section)):
            divided.append(section)
            continue
        items = tuple(filter(is_list_item, section.parts))
        others = tuple(part for part in section.parts if part not in items)
        divided.append(replace(section, parts=others))
        divided.append(
            DocumentSection(None, Role("effort"), "", items, is_guess=True)
        )
    return divided


def _tells_efforts(section: DocumentSection) -> bool:
    words = section.heading.text if section.heading else ""
    return "effort" in kinds_joined_in(words)


def _is_named_goal(section: DocumentSection) -> bool:
    return bool(section.text) and kind_of(section.role) == "goal"


def _is_target_above_list(section: DocumentSection) -> bool:
    """A line states a target, and a list stands under it."""
    states = bool(section.text) and kind_of(section.role) == "target"
    return states and section.rank is None and section.holds_list


def _with_efforts(
    sections: Sequence[DocumentSection], above: Collection[int]
) -> tuple[DocumentSection, ...]:
    """The sections; lists right under a goal that is named stand in sections about efforts.

    Args:
        sections: Of the document.
        above: The places of those that name such a goal; of one alone nothing changes.
    """
    if len(above) < _SEVERAL:
        return tuple(sections)
    divided: list[DocumentSection] = []
    for place, section in enumerate(sections):
        if place not in above:
            divided.append(section)
            continue
        items = _efforts_right_under(section)
        others = tuple(part for part in section.parts if part not in items)
        divided.append(replace(section, parts=others))
        divided.append(
            DocumentSection(None, Role("effort"), "", items, is_guess=True)
        )
    return tuple(divided)


def _bare_lists(sections: Sequence[DocumentSection]) -> set[int]:
    """The places of the sections that name a goal above a list without any label."""
    return {
        place
        for place, section in enumerate(sections)
        if _holds_bare_list(section)
    }


def _told_lists(sections: Sequence[DocumentSection]) -> set[int]:
    """The same of lines with a goal, under a heading that says that efforts are told too."""
    told = False
    places = set()
    for place, section in enumerate(sections):
        if section.rank is not None:
            told = _tells_efforts(section)
        if told and _is_line_above_list(section):
            places.add(place)
    return places


def _is_line_above_list(section: DocumentSection) -> bool:
    """A line names a goal, and a list stands under it.

    Met as ``Doel: …`` under ``Onze doelen en wat wij doen``, which says what the items are.
    """
    is_line = section.rank is None and section.holds_list
    return is_line and _is_named_goal(section)


def _efforts_right_under(
    section: DocumentSection,
) -> tuple[Para | Grid, ...]:
    """The items of its lists; under a line that names a goal only those of the first list.

    Met: ``Meer weten?`` and a list behind the last of such lines.
    """
    if section.rank is not None:
        return tuple(filter(is_list_item, section.parts))
    after = dropwhile(lambda part: not is_list_item(part), section.parts)
    return tuple(takewhile(is_list_item, after))


def _holds_bare_list(section: DocumentSection) -> bool:
    """A heading of a format, or a line with a number, names a goal above a list."""
    names_goal = section.role is not None and section.role.name == "goal"
    return (
        (section.rank is not None or bool(section.number))
        and names_goal
        and bool(section.text)
        and section.holds_list
    )
