"""Tables that are of the network only when something else says so.

Every plan has lists of actions, figures of its organisation and tables of who wants what.
"""

import re

from dinet.interpret.columns.table_columns import HeadedColumn, TableHeader
from dinet.vocabulary.active_dialect import words_of
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import is_everyday, kind_of, without_number

_DIGIT = re.compile(r"\d")
_ONLY_NUMBERS = re.compile(r"\d{1,2}(?:(?: ?[,;/&+] ?| en | and )\d{1,2})*")


def is_of_everyday(header: TableHeader) -> bool:
    """The columns of elements are called by words that every plan uses, and refer to no others.

    Met: ``Partner | Doel | Inzet``, ``Project | Resultaat`` and ``Stap | Activiteit | Resultaat``
    beside *Doel, Inspanning*. A table that leads with goals and has what serves them is one of a
    network by itself: ``Doel | Actie``.
    """
    if _tells_why_not(header):
        return True
    if is_tied(header) or leads_with_goals(header):
        return False
    if _is_of_others(header):
        return True
    return _is_of_documents(header) or all(
        is_everyday(column.heading) for column, _ in header.element_columns
    )


def _is_of_documents(header: TableHeader) -> bool:
    """The table holds the goals of other plans: *Plan, Doelen, Jaar*, in an annex."""
    kinds = {kind for _, kind in header.element_columns}
    named = words_of("headings.documents")
    return kinds == {"goal"} and _first_heading(header) in named


def _is_of_others(header: TableHeader) -> bool:
    """The table holds the goals of who or what leads it: *Stad, Ambitie, Maatregel*.

    Work by itself may be told by place: *Gemeente, Maatregel* in a plan of several of them.
    """
    kinds = {kind for _, kind in header.element_columns}
    return "goal" in kinds and leads_with_other(header)


def _tells_why_not(header: TableHeader) -> bool:
    """A column says why what stands in the row is not done: ``Waarom niet``."""
    reasons = words_of("headings.reasons_against")
    return any(plain(column.heading) in reasons for column in header.columns)


def _first_heading(header: TableHeader) -> str:
    """The first heading in plain words; empty without one."""
    named = (column.heading for column in header.columns if column.heading)
    return plain(next(named, ""))


def is_of_figures(header: TableHeader) -> bool:
    """The table holds indicators with what they were from year to year, and aims at nothing.

    Met: ``Indicator | 2023 | 2024`` with sick leave and vacancies, and ``Indicator | Definitie |
    Bron`` in annexes. A last year that stands apart is aimed at: ``Indicator | 2025 | 2030``.
    """
    kinds = {kind for _, kind in header.element_columns}
    aims = header.columns_named("value", "baseline", "forecast")
    if kinds != {"target"} or aims or is_tied(header):
        return False
    years = [
        int(column.heading)
        for column in header.columns
        if column.heading.isdecimal()
    ]
    if not years:
        return _only_describes(header)
    return max(years) - min(years) < len(years)


def is_of_organisation(header: TableHeader, heading: str) -> bool:
    """The table holds figures of the organisation, as a heading above it says: ``Bedrijfsvoering``.

    Met: ``KPI | Norm | Realisatie`` with sick leave and unpaid bills, beside a programme and in
    a report of its own. Goals or efforts in the table say that it is a programme.
    """
    kinds = {kind for _, kind in header.element_columns}
    words = fold_text(without_number(heading)).rstrip(" :.")
    named = words_of("page_words.organisation")
    return kinds == {"target"} and not is_tied(header) and words in named


def _only_describes(header: TableHeader) -> bool:
    """Columns say what indicators are or where they come from, and none of them has a figure."""
    described = header.columns_named("remark", "source", "realised")
    if header.columns_named("period"):
        return False
    indicators = (
        row[column.number].text
        for column, _ in header.element_columns
        for row in header.rows
    )
    return bool(described) and not _DIGIT.search(" ".join(indicators))


def leads_with_other(header: TableHeader) -> bool:
    """The first column is none that a network has: ``Ontvanger | Activiteit | Resultaat``."""
    named = [column for column in header.columns if column.heading]
    return bool(named) and named[0].role_name in ("", "other", "partner")


def is_tied(header: TableHeader) -> bool:
    """A column refers to elements elsewhere, or numbers those of the table for others."""
    if header.columns_named("number", "reference"):
        return True
    if any(column.refers for column in header.columns):
        return True
    return any(
        kind == "goal" and _holds_numbers(header, column)
        for column, kind in header.element_columns
    )


def _holds_numbers(header: TableHeader, column: HeadedColumn) -> bool:
    """All cells of a column are numbers of what stands elsewhere: ``1`` and ``1, 2``.

    Met: *Actie, Doel* below a numbered list of goals.
    """
    texts = [
        row[column.number].text
        for row in header.rows
        if row[column.number].has_words
    ]
    return bool(texts) and all(map(_ONLY_NUMBERS.fullmatch, texts))


def leads_with_goals(header: TableHeader) -> bool:
    """The first column that is no theme holds goals, and another what serves these."""
    leading = (
        kind_of(column.role)
        for column in header.columns
        if column.heading and column.role_name != "theme"
    )
    kinds = {kind for _, kind in header.element_columns}
    return next(leading, None) == "goal" and "effort" in kinds
