"""Findings by rule."""

from dinet.api import audit
from dinet.finding import Finding, Severity
from dinet.language import Sentence
from dinet.model import Goal, Place, Programme
from dinet.network import Network
from dinet.report.findings.findings_by_rule import (
    MANY_FINDINGS,
    findings_by_rule,
)


def goals(count: int) -> Network:
    """Goals that nothing works on, each on its own line of a document."""
    made = (
        Goal(
            id=f"D{at}",
            text=f"Doel {at}",
            places=(Place(file="a.docx", line=at),),
        )
        for at in range(1, count + 1)
    )
    return Network(Programme(elements=tuple(made)))


def test_what_a_rule_says_of_many_elements_is_said_once_with_all_their_ids():
    worst, *_ = findings_by_rule(audit(goals(MANY_FINDINGS + 1)), "en")
    assert worst.alike
    assert (
        worst.about
        == "A goal without an effort of its own: nothing in the programme expressly works on it."
    )
    assert worst.ids == ["D1", "D2", "D3", "D4"]


def test_a_few_findings_are_told_one_by_one():
    assert not any(
        each.alike
        for each in findings_by_rule(audit(goals(MANY_FINDINGS)), "en")
    )


def test_findings_that_say_different_things_are_told_one_by_one():
    network = goals(MANY_FINDINGS + 1)
    findings = [
        Finding(
            "DW209",
            "undetermined",
            Severity.WARNING,
            goal,
            Sentence("{id} is open: {at}", id=goal.id, at=at),
        )
        for at, goal in enumerate(network.goals)
    ]
    assert not findings_by_rule(findings, "en")[0].alike


def test_the_most_serious_come_first_and_each_rule_once():
    told = findings_by_rule(audit(goals(5)), "en")
    assert [each.severity for each in told] == sorted(
        (each.severity for each in told), reverse=True
    )
    assert len({each.code for each in told}) == len(told)


def test_a_place_does_not_name_the_document_that_the_report_is_about():
    assert findings_by_rule(audit(goals(1)), "en", "a.docx")[0].spots[
        0
    ].places == ("line 1",)
    assert findings_by_rule(audit(goals(1)), "en", "b.docx")[0].spots[
        0
    ].places == ("a.docx, line 1",)


def test_a_finding_of_a_rule_that_is_not_known_here_is_told_in_its_own_words():
    (goal,) = goals(1).goals
    (told,) = findings_by_rule(
        [
            Finding(
                "XX1",
                "elsewhere",
                Severity.INFO,
                goal,
                Sentence("nobody works on it"),
            )
        ],
        "en",
    )
    assert told.about == "nobody works on it"
