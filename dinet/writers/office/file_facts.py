"""What a file for an archive says of itself: a title, whose it is, and of which day.

All of it comes from the programme or from who writes the file; a day that nobody stated is left
out, since no other day would be true.
"""

import datetime as dt
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from dinet.network import Network
from dinet.wording.deadlines import day_of_reference
from dinet.writers.office.archive import one_line

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


class FileFacts(NamedTuple):
    """What a file says of itself.

    Args:
        title: Its title.
        author: Whose it is; empty when that is not stated.
        day: Of which day its contents are; None when no day is stated.
    """

    title: str
    author: str = ""
    day: dt.date | None = None

    def as_template_values(self) -> dict[str, Any]:
        """The facts as what sets a PDF takes them.

        Example:
            >>> FileFacts("Jong", day=dt.date(2026, 3, 1)).as_template_values()["day"]
            {'year': 2026, 'month': 3, 'day': 1}
        """
        day = self.day
        parts = day and {"year": day.year, "month": day.month, "day": day.day}
        return {"title": self.title, "author": self.author, "day": parts}


def programme_facts(network: Network, title: str) -> FileFacts:
    """The facts of a file about a programme.

    Args:
        network: Its organisation and date of reference count.
        title: The title of the file.
    """
    identity = network.programme.identity
    return FileFacts(
        title,
        one_line(identity.organisation or ""),
        day_of_reference(identity.date or ""),
    )


def core_properties(facts: FileFacts, language: str) -> str:
    """The part of an Office file that holds its properties, as XML without its first line.

    Args:
        facts: What it says of itself.
        language: The code of its words, such as ``nl-NL``.

    Example:
        >>> facts = FileFacts("Jong & vrij", day=dt.date(2026, 3, 1))
        >>> core_properties(facts, "nl-NL").count("2026-03-01T00:00:00Z")
        2
    """
    author = f"<dc:creator>{escape(facts.author)}</dc:creator>"
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(one_line(facts.title))}</dc:title>"
        f"{author if facts.author else ''}"
        f"<dc:language>{language}</dc:language>{_day_properties(facts.day)}"
        "</cp:coreProperties>"
    )


def _day_properties(day: dt.date | None) -> str:
    if day is None:
        return ""
    return "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
    )
