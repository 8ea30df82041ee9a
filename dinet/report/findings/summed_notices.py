"""Findings of the lowest level in a few words: one line for all that one rule has to say."""

from collections.abc import Iterable
from typing import NamedTuple

from dinet.finding import Finding, Severity
from dinet.language import translate_words
from dinet.plugins import plugin_folder
from dinet.report.findings.findings_by_rule import MANY_FINDINGS


class SummedNotices(NamedTuple):
    """What one rule found many times.

    Args:
        severity: How bad it is.
        code: Of the rule.
        rule: Its name.
        about: What it finds, in a sentence.
        ids: Of the elements, or of the two ends of a link with a dash between them.
    """

    severity: Severity
    code: str
    rule: str
    about: str
    ids: tuple[str, ...]


def sum_up_notices(
    findings: Iterable[Finding], lang: str
) -> tuple[list[Finding], list[SummedNotices]]:
    """The findings to be told one by one, and the rest rule by rule.

    Warnings and errors are always told. Of notices a rule with more than a few is summed up: a
    long plan has dozens of abbreviations, and the errors drown in them.

    Args:
        findings: In the order in which they are told; both results keep it.
        lang: The language of the words.
    """
    told: list[Finding] = []
    notices: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.severity is Severity.INFO:
            notices.setdefault(finding.rule, []).append(finding)
        else:
            told.append(finding)
    summed = []
    for same in notices.values():
        if len(same) > MANY_FINDINGS:
            summed.append(_sum_up(same, lang))
        else:
            told += same
    return told, summed


def _sum_up(same: list[Finding], lang: str) -> SummedNotices:
    first = same[0]
    plugin = plugin_folder("rules").plugins[first.rule]
    return SummedNotices(
        first.severity,
        first.code,
        first.rule,
        translate_words(plugin.summary, lang),
        tuple(" – ".join(finding.ids) for finding in same),
    )
