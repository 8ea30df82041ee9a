"""Against which time deadlines are held, told where the findings are read."""

from dinet.language import Sentence
from dinet.model import Identity
from dinet.wording.deadlines import reference_year, years_of_programme


def reference_time_sentence(identity: Identity) -> Sentence:
    """Against which time findings hold deadlines, and why that.

    It is the date of reference; else the first year of the programme. Without either, of
    deadlines that have passed nothing can be found, which is told too.

    Args:
        identity: Of the programme, as it was audited.

    Example:
        >>> print(reference_time_sentence(Identity(date="1 maart 2026")))
        Date of reference: 1 maart 2026.
        >>> print(reference_time_sentence(Identity(period="2026-2029")))
        The document names no date: deadlines are held against 2026, its first year.
        >>> print(reference_time_sentence(Identity()))
        The document names no date: whether deadlines have passed is not known.
    """
    date = identity.date or ""
    if reference_year(date) is not None:
        return Sentence("Date of reference: {date}.", date=date)
    first_year, _ = years_of_programme(identity)
    if first_year is not None:
        return Sentence(
            "The document names no date: deadlines are held against {year}, its first year.",
            year=first_year,
        )
    return Sentence(
        "The document names no date: whether deadlines have passed is not known."
    )
