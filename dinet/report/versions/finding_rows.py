"""What a comparison of two versions says about findings: those that are new, those solved."""

from collections.abc import Iterator, Sequence

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.model import Element
from dinet.report.versions.version_row import NOT_THERE, VersionRow
from dinet.versions.changed_findings import ChangedFinding, ChangedFindings

_OF_WHOLE = Sentence("the programme as a whole")
"""What a finding is about that is about no element."""


def added_rows(findings: ChangedFindings | None) -> Iterator[VersionRow]:
    """The findings of the new version only; none when nobody audited both."""
    if findings is None:
        return
    for added in findings.added:
        facts = list(_finding_facts(added.finding, added.new))
        if len(added.old) < len(added.new):
            facts.append(Sentence("the old version has no counterpart of it"))
        yield _row_of_finding(added, facts)


def solved_rows(findings: ChangedFindings | None) -> Iterator[VersionRow]:
    """The findings of the old version only; none when nobody audited both."""
    if findings is None:
        return
    for solved in findings.solved:
        facts = (
            *_finding_facts(solved.finding, solved.old),
            *_doubts_of_solution(solved),
        )
        yield _row_of_finding(solved, facts)


def _doubts_of_solution(solved: ChangedFinding) -> Iterator[Sentence]:
    """Why a finding is gone without anybody having mended what it is about."""
    if solved.has_left:
        yield Sentence(
            "gone only because the new version has no counterpart of it"
        )
    if solved.waiver:
        reason = solved.waiver.reason
        yield Sentence("not solved but waived: {reason}", reason=reason)


def _row_of_finding(
    changed: ChangedFinding, facts: Sequence[Sentence]
) -> VersionRow:
    absence = _OF_WHOLE if changed.is_of_whole else NOT_THERE
    return VersionRow(changed.old, changed.new, tuple(facts), absence=absence)


def _finding_facts(
    finding: Finding, elements: Sequence[Element]
) -> Iterator[Sentence]:
    """What the rule says; and where, unless an element that is told stands there."""
    yield Sentence(
        "{severity} {code}: {what}",
        severity=finding.severity.as_sentence(),
        code=finding.code,
        what=finding.whole_sentence,
    )
    told = {place for one in elements for place in one.places[:1]}
    for place in finding.places[:1]:
        if place not in told:
            yield Sentence("in {place}", place=place.as_sentence())


def findings_in_words(findings: ChangedFindings) -> Sentence:
    """How many findings there were and are, and what became of them: both sides add up."""
    return Sentence(
        "Findings: were {old}: {solved} solved, {left} gone with what they were about, "
        "{stayed} stayed; {added} new, so now {new}.",
        old=findings.old,
        solved=len(findings.solved) - findings.left,
        left=findings.left,
        stayed=findings.stayed,
        added=len(findings.added),
        new=findings.new,
    )
