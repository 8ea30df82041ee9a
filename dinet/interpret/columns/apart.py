"""Tables that are of the network only when something else says so.

Every plan has lists of actions, figures of its organisation and tables of who wants what.
"""

import re

from dinet.interpret.columns.table_columns import HeadedColumn, TableHeader
from dinet.vocabulary.active_dialect import active_dialect, words_of
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import is_everyday, kind_of, without_number
from dinet.wording.months import month_of

_DIGIT = re.compile(r"\d")
_ONLY_NUMBERS = re.compile(r"\d{1,2}(?:(?: ?[,;/&+] ?| en | and )\d{1,2})*")

_MOMENT = re.compile(
    r"\d{1,2}(?:[.:]\d\d\b|[-/]\d{1,2}[-/]\d{2,4}| (?P<month>[^\W\d]+))"
)
"""The begin of a cell: an hour of the clock, or a day."""
_SEVERAL_ROWS = 2
_SHORT = 4
"""Letters: ``doel`` ends many words, and stands for what a network has."""


def is_of_everyday(header: TableHeader) -> bool:
    """The columns of elements are called by words that every plan uses, and refer to no others.

    Met: ``Partner | Doel | Inzet``, ``Project | Resultaat`` and ``Stap | Activiteit | Resultaat``
    beside *Doel, Inspanning*. A table that leads with goals and has what serves them is one of a
    network by itself: ``Doel | Actie``.
    """
    if _tells_why_not(header) or is_register(header):
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


def is_register(header: TableHeader) -> bool:
    """A table has one row for each thing, and tells of each what it is for or what is done.

    Met: ``Verwerking | Doel | Grondslag | Maatregelen``, ``Datum | Toezegging | Doel | Actie`` and
    ``Tijd | Onderdeel | Doel``, in everyday words. What comes back in rows groups them, and codes
    name them for others: ``Wijk | Doel | Actie`` and ``Code | Wijk | Doel`` are of a network.
    """
    if not _is_in_everyday_words(header) or _has_codes(header):
        return False
    for column in header.columns:
        if column.role_name == "number":
            continue
        if column.role_name == "period":
            return _holds_moments(header, column)
        if column.role_name not in ("", "other", "partner"):
            return False
        if column.heading:
            groups = plain(column.heading) in words_of("headings.grouping")
            return not groups and _is_different_in_rows(header, column)
    return False


def _is_in_everyday_words(header: TableHeader) -> bool:
    """There are columns of elements, and all of these are called by words of every plan.

    Without goals longer words tell no more: ``Verbetermaatregel``, ``Gewenst resultaat``. Hours
    under ``Inspanning (uren)`` are no elements.
    """
    kinds = {kind for _, kind in header.element_columns}
    named = [
        column.heading
        for column, kind in header.element_columns
        if kind != "effort" or not _holds_numbers(header, column)
    ]
    if kinds & {"goal", "benefit"}:
        return all(map(is_everyday, named))
    return bool(named) and all(map(_ends_in_everyday_word, named))


def _ends_in_everyday_word(heading: str) -> bool:
    if is_everyday(heading):
        return True
    last = plain(heading).split()[-1:]
    words = [word for word in active_dialect().everyday if len(word) > _SHORT]
    return any(word.endswith(tuple(words)) for word in last)


def _has_codes(header: TableHeader) -> bool:
    """A column refers to elements, or gives them codes; rows are only numbered in registers."""
    if header.columns_named("reference") or any(
        column.refers for column in header.columns
    ):
        return True
    codes = (
        text
        for column in header.columns_named("number")
        for text in _texts_in(header, column)
    )
    return not all(map(_ONLY_NUMBERS.fullmatch, codes))


def _texts_in(header: TableHeader, column: HeadedColumn) -> list[str]:
    """The filled cells of a column."""
    return [
        row[column.number].text.strip()
        for row in header.rows
        if row[column.number].has_words
    ]


def _is_different_in_rows(header: TableHeader, column: HeadedColumn) -> bool:
    """Each row has a text of its own in a column."""
    texts = set(map(fold_text, _texts_in(header, column)))
    return len(texts) == len(header.rows) >= _SEVERAL_ROWS


def _holds_moments(header: TableHeader, column: HeadedColumn) -> bool:
    """All cells are hours of the clock or days: ``09.30``, ``3 mei``, ``3-5-2026``."""
    texts = _texts_in(header, column)
    return bool(texts) and all(map(_is_moment, texts))


def _is_moment(text: str) -> bool:
    found = _MOMENT.match(text)
    if found is None:
        return False
    return found["month"] is None or month_of(found["month"]) is not None


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
