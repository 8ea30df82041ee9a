"""Headings that are themes though they are not called so: each stands above goals."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from dinet.document.content import Grid, Para
from dinet.interpret.columns.table_columns import TableHeader
from dinet.interpret.outline.sections import DocumentSection
from dinet.vocabulary.active_dialect import words_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import (
    kind_of,
    names_kinds_only,
    role_of,
    without_number,
    without_role,
)

_NUMBERED_FORM = re.compile(r"[^\W\d_]+ (?:\d{1,3}|[A-Z])[.:]?")
"""``Fiche 2``, ``Kaart B``: the heading only counts forms."""
_NAMED_FORM = re.compile(
    r"(?P<word>[^\W\d_]{4,})(?: \d{1,3}\b| ?[:–—]| -)[ .:–—-]*\S.*"
)
"""``Projectblad 07 – Beken``, ``Doelenkaart: Wonen``."""
_LONGEST_PLURAL_ENDING = len("en")
HeadersOf = Callable[[Grid], Sequence[TableHeader]]
"""The columns of a table, as its shape has it; empty when it is no table of the network."""


def theme_headings(
    sections: Sequence[DocumentSection],
    title: str | None,
    headers_of: HeadersOf,
) -> frozenset[str]:
    """The texts of headings that stand each above goals.

    A heading stands above what is in its own section, and above the goals under lower headings.
    The title is among them only when it is a heading of the same rank as the others. Empty when
    there is only one such heading, unless it says that it is one (``Beleidsthema Landbouw``), or
    when any heading is called a theme.
    """
    if any(map(_is_called_theme, sections)):
        return frozenset()
    headings = list(_headings_above_goals(sections, headers_of))
    folded_title = fold_text(title or "")
    ranks = {
        heading.heading
        for heading in headings
        if fold_text(heading.text) != folded_title
    }
    texts = frozenset(
        heading.text for heading in headings if heading.heading in ranks
    )
    if len(texts) > 1:
        return texts
    return frozenset(filter(_says_theme, texts - {title}))


def _is_called_theme(section: DocumentSection) -> bool:
    """The heading names a theme, or what stands under it does; ``Thema's`` by itself names none."""
    about_themes = section.role is not None and section.role.name == "theme"
    return about_themes and bool(
        section.text or section.number or section.parts
    )


def _says_theme(heading: str) -> bool:
    words = without_number(heading)
    return without_role(words, "theme") != words


def _headings_above_goals(
    sections: Sequence[DocumentSection], headers_of: HeadersOf
) -> Iterator[Para]:
    """The headings that name nothing known and stand above goals.

    One whose table only repeats the goals that were told above it is an overview, or the name of
    a card, and no theme: a goal is part of one. Met: ``Bijlage 1 Overzicht`` behind a chapter
    with the same goals, and a card for each project below a list of goals.
    """
    known: set[str] = set()
    for place, section in enumerate(sections):
        goals = set(_goals_of_tables(section, headers_of))
        repeats = bool(goals) and goals <= known
        known |= goals | set(_goals_of_lists(section))
        if repeats:
            continue
        if section.heading is None or section.role is not None:
            continue
        if _names_no_theme(section.heading.text):
            continue
        if _repeats_column(section, section.heading.text, headers_of):
            continue
        after = islice(sections, place + 1, None)
        if _has_goal_table(section, headers_of) or _has_goals_under(
            section.heading, after
        ):
            yield section.heading


def _goals_of_tables(
    section: DocumentSection, headers_of: HeadersOf
) -> Iterator[str]:
    """The texts in the columns of goals of its tables, folded."""
    for grid in section.grids:
        for header in headers_of(grid):
            for column in header.columns_named("goal"):
                texts = (row[column.number].text for row in header.rows)
                yield from filter(None, map(fold_text, texts))


def _goals_of_lists(section: DocumentSection) -> Iterator[str]:
    """The texts of the paragraphs and items of a section about goals, folded."""
    if section.role is None or section.role.name != "goal":
        return
    if section.text:
        yield fold_text(section.text)
    for para in section.paras:
        yield fold_text(without_number(para.text))


def _names_no_theme(heading: str) -> bool:
    """The heading counts forms, or says what stands under it: ``Doelen en inspanningen``."""
    if _NUMBERED_FORM.fullmatch(heading) or _names_card(heading):
        return True
    first = without_number(heading).partition(" ")[0]
    if kind_of(role_of(first)) == "effort":
        return (
            True  # met: `Project Zonnepark De Els` above a card with its goal
        )
    return names_kinds_only(without_number(heading))


def _names_card(heading: str) -> bool:
    """The heading is that of a card, or sheet: its own word says so."""
    found = _NAMED_FORM.fullmatch(heading)
    endings = words_of("page_words.cards")
    return found is not None and fold_text(found["word"]).endswith(endings)


def _repeats_column(
    section: DocumentSection, heading: str, headers_of: HeadersOf
) -> bool:
    """The heading is the one above the goals of its table, in the plural or as it is.

    Met: ``Prioriteiten`` above ``Nr | Prioriteit``.
    """
    words = fold_text(without_number(heading))
    columns = (
        fold_text(column.heading)
        for grid in section.grids
        for header in headers_of(grid)
        for column in header.columns_named("goal")
    )
    return any(
        column
        and words.startswith(column)
        and len(words) <= len(column) + _LONGEST_PLURAL_ENDING
        for column in columns
    )


def _has_goal_table(section: DocumentSection, headers_of: HeadersOf) -> bool:
    """A table of the section holds goals, and does not name their themes itself."""
    return any(
        header.columns_named("goal") and not header.columns_named("theme")
        for grid in section.grids
        for header in headers_of(grid)
    )


def _has_goals_under(heading: Para, after: Iterable[DocumentSection]) -> bool:
    """Lower headings follow right after a heading, all with a role, and one of them is a goal."""
    if heading.heading is None:
        return False
    for section in after:
        rank = section.heading.heading if section.heading else None
        is_under = rank is None or rank > heading.heading
        if not is_under or section.role is None:
            return False
        if section.role.name == "goal":
            return True
    return False
