"""Findings by rule: what it says, and then of which elements and where.

So no sentence is read twenty times.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from dinet.finding import Finding, Severity
from dinet.language import translate_words
from dinet.plugins import plugin_folder
from dinet.wording.labels import capitalise_first

MANY_FINDINGS = 3
"""So many findings that say the same are still told one by one."""

_CODE = re.compile(r"(\w+(?:[.-]\w+)*)")
"""What may be the code of an element, such as ``D1``, ``I-naschools`` or ``2.3``."""


class LocatedFinding(NamedTuple):
    """One finding: what it is about, what it says, and where that stands in the document."""

    ids: tuple[str, ...]
    sentence: str
    places: tuple[str, ...]


class RuleFindings(NamedTuple):
    """What one rule found.

    Args:
        level: The severity as a heading says it.
        about: What the rule is about, in a sentence.
        alike: There are many, and all say the same of another element: ``about`` says it for all.
    """

    severity: Severity
    level: str
    code: str
    about: str
    spots: tuple[LocatedFinding, ...]
    alike: bool

    @property
    def ids(self) -> list[str]:
        """What it is about: the ids of elements, each once.

        The two ends of a link have a dash between them; the programme as a whole has no id.
        """
        joined = (" – ".join(spot.ids) for spot in self.spots if spot.ids)
        return list(dict.fromkeys(joined))


def findings_by_rule(
    findings: Iterable[Finding], lang: str, source: str = ""
) -> list[RuleFindings]:
    """Findings by rule, the most serious first.

    Args:
        findings: In any order; those of one rule stay in theirs.
        lang: The language of the words.
        source: The name of the document, which places need not name again.
    """
    by_rule = groupby(sorted(findings, key=_rank_of), key=_rank_of)
    return [_findings_of_rule(list(same), lang, source) for _, same in by_rule]


def _rank_of(finding: Finding) -> tuple[int, str]:
    return -finding.severity, finding.code


def _findings_of_rule(
    same: Sequence[Finding], lang: str, source: str
) -> RuleFindings:
    """What one rule found.

    Args:
        same: The findings of that rule, at least one.
        lang: The language of the words.
        source: The name of the document.
    """
    spots = tuple(locate_finding(finding, lang, source) for finding in same)
    severity = same[0].severity
    rule = plugin_folder("rules").plugins.get(same[0].rule)
    about = translate_words(rule.summary, lang) if rule else spots[0].sentence
    alike = rule is not None and _are_alike(spots)
    if alike and same[0].doubt:
        # what is told once for all carries the doubt that each of them has
        about = f"{about} {same[0].doubt.in_language(lang)}"
    return RuleFindings(
        severity,
        capitalise_first(severity.as_sentence().in_language(lang)),
        same[0].code,
        about=about,
        spots=spots,
        alike=alike,
    )


def _are_alike(spots: Sequence[LocatedFinding]) -> bool:
    """Whether there are many findings, and all say the same of another element."""
    if len(spots) <= MANY_FINDINGS:
        return False
    first = _sentence_pattern(spots[0])
    return all(_sentence_pattern(spot) == first for spot in spots)


def locate_finding(
    finding: Finding, lang: str, source: str = ""
) -> LocatedFinding:
    """What a finding is about, says, and where that stands.

    Args:
        finding: It.
        lang: The language of the words.
        source: The name of the document, which places need not name again.
    """
    sentence = finding.whole_sentence.in_language(lang)
    places = tuple(_place_words(finding, lang, source))
    return LocatedFinding(finding.ids, sentence, places)


def _place_words(finding: Finding, lang: str, source: str) -> Iterator[str]:
    """Where it stands, each place once, without the name of the document."""
    places = (
        place.as_sentence().in_language(lang) for place in finding.places
    )
    named = f"{source}, " if source else ""
    yield from dict.fromkeys(place.removeprefix(named) for place in places)


def _sentence_pattern(spot: LocatedFinding) -> list[str | None]:
    """What a finding says, whatever it is about: its words, and None for each of its own codes.

    One pattern for all codes: a plan of 5,000 elements has thousands of findings, and compiling a
    pattern for the codes of each took a tenth of the time of its page.
    """
    words = _CODE.split(spot.sentence)
    return [None if word in spot.ids else word for word in words]
