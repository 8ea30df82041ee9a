"""What a column of figures means, where its heading means something else above other cells."""

from collections.abc import Sequence

from dinet.document.content import Row
from dinet.interpret.columns.column_headings import ColumnHeading
from dinet.vocabulary.active_dialect import words_of
from dinet.vocabulary.dialect import plain
from dinet.vocabulary.roles import Role, kind_of, role_of
from dinet.vocabulary.time_headings import is_period, without_year
from dinet.wording.numbers import is_measure


def resolve_figures(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> list[ColumnHeading]:
    """The headings; ``Start`` above figures of targets, and shares of costs, are told by these.

    Args:
        headings: Of all columns.
        rows: Under the header.
    """
    headings = _ends_as_values(headings, rows)
    aims = any(_role_name(heading) == "value" for heading in headings)
    resolved = []
    for number, heading in enumerate(headings):
        role = _role_of_figures(heading, texts_under(number, rows), aims=aims)
        resolved.append(heading._replace(role=role))
    return resolved


def _ends_as_values(
    headings: Sequence[ColumnHeading], rows: Sequence[Row]
) -> Sequence[ColumnHeading]:
    """The headings; ``Eind`` beside ``Start``, both above figures of a target, is what is aimed at.

    Met under ``Prestatie``: *KPI, Start, Eind*, of which 7,5 became the year of the target.
    """
    if "target" not in map(_role_name, headings):
        return headings
    started = any(
        _starts_measuring(heading, texts_under(number, rows))
        for number, heading in enumerate(headings)
    )
    return [
        heading._replace(role=Role("value"))
        if started
        and _has_figures_under(
            heading, texts_under(number, rows), "headings.ends"
        )
        else heading
        for number, heading in enumerate(headings)
    ]


def _role_of_figures(
    heading: ColumnHeading, texts: Sequence[str], *, aims: bool
) -> Role | None:
    """The role of a column, by its figures where these say more than its heading.

    Args:
        heading: Of the column.
        texts: Under it.
        aims: Another column holds values that are aimed at.
    """
    if aims and _starts_measuring(heading, texts):
        return Role("baseline")
    if _shares_costs(heading, texts):
        return Role("budget")
    return heading.role


def texts_under(number: int, rows: Sequence[Row]) -> list[str]:
    """The texts of a column, from top to bottom, without the blank ones."""
    return [
        row[number].text
        for row in rows
        if number < len(row) and row[number].has_words
    ]


def _starts_measuring(heading: ColumnHeading, texts: Sequence[str]) -> bool:
    """``Start`` beside ``Streefwaarde`` says where a target starts.

    Met: *Indicator, Start, Streefwaarde, Actie*, of which 40% became the period of the action.
    ``Start 2025`` above 58% is met too. Above years and dates it is when an effort starts.
    """
    return _has_figures_under(heading, texts, "headings.starts")


def _has_figures_under(
    heading: ColumnHeading, texts: Sequence[str], listed: str
) -> bool:
    """A heading of a list of words has figures under it that are no years or dates."""
    words, _ = without_year(heading.text)
    above, _, last = plain(words).rpartition(" ")
    of_targets = not above or kind_of(role_of(above)) == "target"
    if last not in words_of(listed) or not of_targets:
        return False
    return _are_figures(texts) and not any(map(is_period, texts))


def _shares_costs(heading: ColumnHeading, texts: Sequence[str]) -> bool:
    """``Rijksbijdrage`` and ``Aandeel provincie`` above amounts are money of the row.

    Met in agreements of regions, whose partners each pay a share.
    """
    if heading.role is not None:
        return False
    endings = words_of("headings.shares_of_costs")
    words = plain(heading.text).split()
    return any(word.endswith(endings) for word in words) and _are_figures(
        texts
    )


def _are_figures(texts: Sequence[str]) -> bool:
    return bool(texts) and all(map(is_measure, texts))


def _role_name(heading: ColumnHeading) -> str:
    return heading.role.name if heading.role else ""
