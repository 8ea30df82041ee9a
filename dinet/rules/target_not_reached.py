"""A target that was not met in its year, by what was measured.

Why it matters: who accounts for the programme has to say so, and why.

Bad:

    smart-doelen:
      - tekst: In 2024 werken minimaal 5 scholen met een plan.
        metingen:
          - {soort: realisatie, jaar: "2024", waarde: "4", getal: 4, eenheid: scholen}

Good:

    doelen:
      - tekst: Scholen werken samen.
        smart-doelen:
          - tekst: In 2024 werken minimaal 5 scholen met een plan.
            bron: eigen telling
            metingen:
              - {soort: realisatie, jaar: "2024", waarde: "6", getal: 6, eenheid: scholen}
            inspanningen:
              - Helpen van scholen bij hun plan.

Source: the rules on annual accounts of Dutch municipalities: what was to be reached, and was it?
"""

from dinet.finding import PlacedSentence, RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.measurements.told_statuses import told_statuses
from dinet.network import Network


@rule("DM317", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Targets whose year has passed, or whose figure of that year is in, and that are not met."""
    for told in told_statuses(network, "not reached"):
        sentence = Sentence(
            "Target {id} was not reached. {reasons}",
            id=told.target.id,
            reasons=told.reasons,
        )
        yield told.target, PlacedSentence(sentence, told.places)


DUTCH = {
    "A target that was not met in its year, by what was measured.": (
        "Een SMART-doel dat in zijn jaar niet is gehaald, volgens de metingen."
    ),
    "who accounts for the programme has to say so, and why.": (
        "wie verantwoording aflegt over het programma moet dat zeggen, en waarom."
    ),
    (
        "the rules on annual accounts of Dutch municipalities: what was to be reached, and "
        "was it?"
    ): (
        "de regels voor de jaarstukken van gemeenten: wat wilden we bereiken, en is dat "
        "gelukt?"
    ),
    "Target {id} was not reached. {reasons}": (
        "SMART-doel {id} is niet gehaald. {reasons}"
    ),
}
