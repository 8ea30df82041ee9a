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

_CODE = re.compile(r"\w+(?:[.-]\w+)*")
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

        The two ends of a link have a dash between them.
        """
        return list(dict.fromkeys(" – ".join(spot.ids) for spot in self.spots))


def findings_by_rule(
    findings: Iterable[Finding], lang: str, source: str = ""
) -> list[RuleFindings]:
    """Findings by rule, the most serious first.

    Args:
        findings: In any order; those of one rule stay in theirs.
        lang: The language of the words.
        source: The name of the document, which places need not name again.
    """
    ranked = sorted(findings, key=lambda finding: (-finding.severity, finding.code))
    return [
        _findings_of_rule(list(same), lang, source)
        for _, same in groupby(ranked, key=lambda each: (-each.severity, each.code))
    ]


def _findings_of_rule(same: Sequence[Finding], lang: str, source: str) -> RuleFindings:
    first = same[0]
    spots = tuple(
        LocatedFinding(
            each.ids,
            each.sentence.in_language(lang),
            tuple(_place_words(each, lang, source)),
        )
        for each in same
    )
    rules = plugin_folder("rules").plugins
    about = (
        translate_words(rules[first.rule].summary, lang)
        if first.rule in rules
        else spots[0].sentence
    )
    alike = (
        len(spots) > MANY_FINDINGS
        and first.rule in rules
        and len({*map(_sentence_pattern, spots)}) == 1
    )
    return RuleFindings(
        first.severity,
        capitalise_first(first.severity.as_sentence().in_language(lang)),
        first.code,
        about,
        spots,
        alike,
    )


def _place_words(finding: Finding, lang: str, source: str) -> Iterator[str]:
    """Where it stands, each place once."""
    said = (place.as_sentence().in_language(lang) for place in finding.places)
    yield from dict.fromkeys(
        each.removeprefix(f"{source}, ") if source else each for each in said
    )


def _sentence_pattern(spot: LocatedFinding) -> str:
    """What a finding says, whatever it is about.

    One pattern for all codes: a plan of 5,000 elements has thousands of findings, and compiling a
    pattern for the codes of each took a tenth of the time of its page.
    """

    def without_own(code: re.Match[str]) -> str:
        return "\0" if code[0] in spot.ids else code[0]

    return _CODE.sub(without_own, spot.sentence)
