"""An effort that stands in the planning only, or not in it, where a planning repeats the efforts.

Why it matters: the two lists have drifted apart. What is missing in the planning has no time
and no owner, and what stands there only has no goal.

Bad:

    inspanningen:
      - id: I1
        tekst: Bouwen van sporthal 1.
        planning: [{periode: "2026", fase: uitvoering}]
        herkomst: [{bestand: plan.docx, tabel: 1, rij: 1}, {bestand: plan.docx, tabel: 2, rij: 1}]
      - id: I2
        tekst: Bouwen van sporthal 2.
        planning: [{periode: "2026", fase: uitvoering}]
        herkomst: [{bestand: plan.docx, tabel: 1, rij: 2}, {bestand: plan.docx, tabel: 2, rij: 2}]
      - id: I3
        tekst: Bouwen van sporthal 3.
        planning: [{periode: "2026", fase: uitvoering}]
        herkomst: [{bestand: plan.docx, tabel: 1, rij: 3}, {bestand: plan.docx, tabel: 2, rij: 3}]
      - id: I4
        tekst: Werven van leden.
        herkomst: [{bestand: plan.docx, tabel: 1, rij: 4}]

Good:

    smart-doelen:
      - {id: S1, tekst: "In 2028 sport 60% van de kinderen (in 2024 was dit 52%).", bron: GGD}
    doelen:
      - id: D1
        tekst: Meer kinderen sporten.
        smart-doelen: [S1]
    inspanningen:
      - id: I1
        tekst: Bouwen van sporthal 1.
        voor: [D1, S1]
        planning: [{periode: "2026", fase: uitvoering}]
        herkomst: [{bestand: plan.docx, tabel: 1, rij: 1}, {bestand: plan.docx, tabel: 2, rij: 1}]
      - id: I2
        tekst: Bouwen van sporthal 2.
        voor: [D1, S1]
        planning: [{periode: "2026", fase: uitvoering}]
        herkomst: [{bestand: plan.docx, tabel: 1, rij: 2}, {bestand: plan.docx, tabel: 2, rij: 2}]
      - id: I3
        tekst: Bouwen van sporthal 3.
        voor: [D1, S1]
        planning: [{periode: "2026", fase: uitvoering}]
        herkomst: [{bestand: plan.docx, tabel: 1, rij: 3}, {bestand: plan.docx, tabel: 2, rij: 3}]

Source: seen in real documents.
"""

from collections.abc import Sequence

from dinet.finding import (
    RuleRemarks,
    Severity,
    WholeProgramme,
    rule,
    shorten_quote,
)
from dinet.language import Sentence
from dinet.model import Effort
from dinet.network import Network
from dinet.network.planning_list import planning_drift

_MOST_TOLD = 5
"""Efforts: more that are missing are told together. In the annex of Coevorden 14 of 27 are."""


@rule("DP604", Severity.WARNING, "document")
def check(network: Network) -> RuleRemarks:
    """Efforts in one of two lists, where a planning of its own repeats at least three of them."""
    drift = planning_drift(network)
    for effort in drift.only_planned:
        yield effort, _describe_extra(effort)
    if len(drift.unplanned) > _MOST_TOLD:
        places = drift.unplanned[0].places[:1]
        sentence = _describe_all_missing(network, drift.unplanned)
        yield WholeProgramme(places), sentence
        return
    for effort in drift.unplanned:
        yield effort, _describe_missing(effort)


def _describe_all_missing(
    network: Network, unplanned: Sequence[Effort]
) -> Sentence:
    return Sentence(
        "Of the {all} efforts {count} are not in the planning: {ids}.",
        all=len(network.efforts),
        count=len(unplanned),
        ids=", ".join(effort.id for effort in unplanned),
    )


def _describe_extra(effort: Effort) -> Sentence:
    return Sentence(
        "Effort {id} stands in the planning only: “{text}”.",
        id=effort.id,
        text=shorten_quote(effort.text),
    )


def _describe_missing(effort: Effort) -> Sentence:
    return Sentence(
        "Effort {id} is not in the planning: “{text}”.",
        id=effort.id,
        text=shorten_quote(effort.text),
    )


DUTCH = {
    (
        "An effort that stands in the planning only, or not in it, where a "
        "planning repeats the efforts."
    ): (
        "Een inspanning die alleen in de planning staat, of er juist niet in, "
        "waar een planning de inspanningen herhaalt."
    ),
    (
        "the two lists have drifted apart. What is missing in the planning has no "
        "time and no owner, and what stands there only has no goal."
    ): (
        "de twee lijsten zijn uit elkaar gelopen. Wat in de planning ontbreekt "
        "heeft geen tijd en geen trekker, en wat alleen daar staat heeft geen "
        "doel."
    ),
    "seen in real documents.": "gezien in echte documenten.",
    "Effort {id} stands in the planning only: “{text}”.": (
        "Inspanning {id} staat alleen in de planning: “{text}”."
    ),
    "Of the {all} efforts {count} are not in the planning: {ids}.": (
        "Van de {all} inspanningen staan er {count} niet in de planning: {ids}."
    ),
    "Effort {id} is not in the planning: “{text}”.": (
        "Inspanning {id} staat niet in de planning: “{text}”."
    ),
}
