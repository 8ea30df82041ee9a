"""What the rules found and a person lets stand, as pages and reports list it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dinet.finding import WaivedFinding
from dinet.language import Sentence
from dinet.model import Waiver
from dinet.report.findings.findings_by_rule import (
    LocatedFinding,
    locate_finding,
)


class WaivedRow(NamedTuple):
    """One finding that stands.

    Args:
        code: Of the rule.
        spot: What it is about, what it says and where.
        decision: Why it may stand, by whom and when, as far as the waiver says.
    """

    code: str
    spot: LocatedFinding
    decision: str


def waived_rows(
    waived: Iterable[WaivedFinding], lang: str, source: str = ""
) -> Iterator[WaivedRow]:
    """A row for each, in their order.

    Args:
        waived: May be empty.
        lang: The language of the words.
        source: The name of the document, which places need not name again.
    """
    for finding, waiver in waived:
        spot = locate_finding(finding, lang, source)
        yield WaivedRow(finding.code, spot, decision_words(waiver, lang))


def decision_words(waiver: Waiver, lang: str) -> str:
    """Why a finding is waived, by whom and when.

    Example:
        >>> waiver = Waiver(rule="DC103", reason="A far horizon.", who="the council")
        >>> decision_words(waiver, "en")
        'Waived: A far horizon. (the council)'
    """
    decided = ", ".join(filter(None, (waiver.who, waiver.date)))
    words = Sentence("Waived: {reason}", reason=waiver.reason)
    told = words.in_language(lang)
    return f"{told} ({decided})" if decided else told
