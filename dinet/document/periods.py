"""Headings that name a time: a year, quarter, half year or month, and the year in a heading about something else."""

import re

LONGEST_HEADING = 120
"""A longer text is no heading."""
_YEAR = r"(?:19|20)\d\d"
_QUARTER = r"(?:(?:k|q|kw|kwartaal|quarter|h|fase) ?\.? ?[1-4]|[1-4]e (?:kwartaal|halfjaar|helft))"
_MONTH_NAMES = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may|june?|juni|july?|juli|aug(?:ustus|ust)?"
    r"|sep(?:t|tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_PERIOD = re.compile(
    rf"{_YEAR}(?: ?[/-] ?(?:19|20)?\d\d)?(?: {_QUARTER})?|{_QUARTER}(?: {_YEAR})?|{_MONTH_NAMES}(?: (?:19|20)?\d\d)?"
    rf"|{_YEAR} {_MONTH_NAMES}",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"[ ,]*[(\[]?(?:\b(?:in|eind|einde|ultimo|per|voor|van|jaar|t/m|tot|tot en met|over|year|by|for|end|end of|as of) )*"
    rf"(?:(?<!\d)(?P<year>{_YEAR}))(?:[/-](?:(?:19|20)?\d\d))?[)\]]?(?![\w-])",
    re.IGNORECASE,
)


def is_period(heading: str) -> bool:
    """The heading names a year, quarter, half year or month.

    Example:
        >>> is_period("2026 K1"), is_period("mei 2027"), is_period("Meisjes")
        (True, True, False)
    """
    return (
        len(heading) <= LONGEST_HEADING
        and _PERIOD.fullmatch(" ".join(heading.split())) is not None
    )


def without_year(heading: str) -> tuple[str, str | None]:
    """A heading without the year in it, and that year; None when it has not just one.

    Example:
        >>> without_year("Streefwaarde (eind 2026)"), without_year("Nulmeting2022"), without_year("Indicator")
        (('Streefwaarde', '2026'), ('Nulmeting', '2022'), ('Indicator', None))
    """
    found = list(_DATED.finditer(heading)) if len(heading) <= LONGEST_HEADING else []
    if len(found) != 1:
        return heading, None
    rest = heading[: found[0].start()] + " " + heading[found[0].end() :]
    return " ".join(rest.split()), found[0]["year"]
