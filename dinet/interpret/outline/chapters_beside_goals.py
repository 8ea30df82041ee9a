"""Chapters that come once, beside goals that each have their own work.

    ## Doel 1: Sloten zijn schoon
    Acties:
    - Baggeren in het najaar
    ## Doel 2: Kelders blijven droog
    Acties:
    - Pompen vervangen
    ## Aanpak
    - Eerst praten wij met boeren

Met in plans of programmes, where such a chapter was read as more of the last goal. It is of none:
``Aanpak`` says how the work is done, and ``Resultaten`` without a year what was found or asked. It
costs efforts and targets that no goal has when a plan lists them so; each stays among what was
left.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dinet.interpret.outline.sections import LOWEST_HEADING, DocumentSection
from dinet.vocabulary.active_dialect import words_of
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import is_everyday, kind_of, without_number
from dinet.vocabulary.time_headings import is_period

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SEVERAL_GOALS = 2
"""A single goal may go on under any heading."""
_WORK = ("effort", "target")


def set_chapters_apart(
    sections: Sequence[DocumentSection],
) -> tuple[DocumentSection, ...]:
    """The sections; chapters beside the goals close the goal before them.

    What only says how the work is done, or what was found, is about nothing.
    """
    goals = [section for section in sections if _names_goal(section)]
    if len(goals) < _SEVERAL_GOALS or not _have_own_work(sections):
        return tuple(sections)
    counts = Counter(map(_words_of, sections))
    lowest = min(goal.rank or LOWEST_HEADING for goal in goals)
    works = any(map(_tells_efforts, sections))
    return tuple(
        _set_apart(section, works=works)
        if counts[_words_of(section)] == 1 and _is_chapter(section, lowest)
        else section
        for section in sections
    )


def _have_own_work(sections: Sequence[DocumentSection]) -> bool:
    """What is done for some goal stands under it."""
    return any(
        _has_own_work(sections, place)
        for place, section in enumerate(sections)
        if _names_goal(section)
    )


def _names_goal(section: DocumentSection) -> bool:
    return kind_of(section.role) == "goal" and bool(section.text)


def _has_own_work(sections: Sequence[DocumentSection], place: int) -> bool:
    """What is done for a goal stands under its heading or line, in lower headings or lines."""
    rank = sections[place].rank or LOWEST_HEADING
    for number in range(place + 1, len(sections)):
        section = sections[number]
        if _names_goal(section) or (section.rank or LOWEST_HEADING) < rank:
            return False
        if section.rank is not None and section.rank == rank:
            return False
        if kind_of(section.role) in _WORK:
            return True
    return False


def _words_of(section: DocumentSection) -> str:
    """The words of a heading, however it is numbered; empty without one."""
    if section.heading is None:
        return ""
    return fold_text(without_number(section.heading.text)).rstrip(" :")


def _is_chapter(section: DocumentSection, lowest: int) -> bool:
    """A heading of the document's format, no lower than the goals, in words of every plan."""
    if section.rank is None or section.rank > lowest:
        return False
    if section.text or section.answer is not None or _is_counted(section):
        return False
    return kind_of(section.role) in _WORK and is_everyday(_words_of(section))


def _is_counted(section: DocumentSection) -> bool:
    """Its heading has a number, which is no year: ``Actie 2``, not ``Resultaten 2024``."""
    return bool(section.number) and not is_period(section.number)


def _tells_efforts(section: DocumentSection) -> bool:
    """Efforts stand there, in other words than those for the way of working."""
    says = bool(section.text or section.parts)
    return says and kind_of(section.role) == "effort" and not _is_way(section)


def _is_way(section: DocumentSection) -> bool:
    words = plain(_words_of(section))
    return words in words_of("headings.ways_of_working")


def _set_apart(section: DocumentSection, *, works: bool) -> DocumentSection:
    """The section, which is about none of the goals, or about nothing.

    Args:
        section: With such a heading.
        works: Efforts stand elsewhere, so its lists only say how these are done.
    """
    if section.grids or not _only_tells(section, works=works):
        return replace(section, closes_goal=True)
    return replace(section, role=None, closes_goal=True)


def _only_tells(section: DocumentSection, *, works: bool) -> bool:
    """The lists under it state no work and no target: they tell of these."""
    if kind_of(section.role) == "effort":
        return works and _is_way(section)
    return not _hold_year(para.text for para in section.paras)


def _hold_year(texts: Iterable[str]) -> bool:
    return any(map(_YEAR.search, texts))
