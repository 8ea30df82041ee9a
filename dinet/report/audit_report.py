"""The findings on a document as data, for programs."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dinet.finding import Finding
from dinet.network import Network
from dinet.report.coverage_report import definition_data, proof_data
from dinet.report.reading_loss import reading_guesses, reading_loss

Data = dict[str, object]


class AppliedRules(NamedTuple):
    """The rules that were applied.

    Args:
        built_in: The names of dinet's own.
        own: Those of the user; the key is left out when there are none.
    """

    built_in: Sequence[str]
    own: Sequence[Data] = ()


def audit_data(
    name: str,
    network: Network,
    findings: Iterable[Finding],
    lang: str,
    rules: AppliedRules,
) -> Data:
    """What was checked and what was found, ready for JSON.

    Args:
        name: Of the document.
        network: Of its programme.
        findings: In the order in which they are told.
        lang: The language of the messages.
        rules: Those that were applied.
    """
    coverage = network.coverage()
    own = {"own_rules": list(rules.own)} if rules.own else {}
    return {
        "document": name,
        "left_unread": _loss_data(network, lang),
        "guessed": _guess_data(network, lang),
        "rules": list(rules.built_in),
        **own,
        "coverage": {
            "goals": coverage.goals._asdict(),
            "targets": coverage.targets._asdict(),
            "definitions": definition_data(lang),
            "elements": proof_data(network),
        },
        "findings": [_finding_data(finding, lang) for finding in findings],
    }


def _loss_data(network: Network, lang: str) -> Data:
    """What reading lost: a sentence, and how much of each class; empty when nothing."""
    lost = reading_loss(network.programme)
    if lost is None:
        return {}
    return {
        "message": lost.sentence().in_language(lang),
        "classes": dict(lost.counts),
    }


def _guess_data(network: Network, lang: str) -> Data:
    """What reading guessed: a sentence, and how much of each class; empty when nothing."""
    guessed = reading_guesses(network.programme)
    if guessed is None:
        return {}
    return {
        "message": guessed.sentence().in_language(lang),
        "classes": dict(guessed.counts),
    }


def _finding_data(finding: Finding, lang: str) -> Data:
    data: Data = {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.name.lower(),
        "elements": list(finding.ids),
        "message": finding.sentence.in_language(lang),
        "places": [
            place.model_dump(exclude_none=True) for place in finding.places
        ],
    }
    if finding.doubt is not None:
        data["doubt"] = finding.doubt.in_language(lang)
    return data
