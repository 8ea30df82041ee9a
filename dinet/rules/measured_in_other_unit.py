"""A target that is measured otherwise than it asks: a number of people where it asks a share.

Why it matters: nobody can say by such a figure whether it was reached, however long it is kept.

Bad:

    smart-doelen:
      - tekst: "In 2028 sport 60% van de kinderen (in 2022 was dit 50%)."
        metingen:
          - {soort: realisatie, jaar: "2024", waarde: "1.340", getal: 1340, eenheid: aantal}

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: "In 2028 sport 60% van de kinderen (in 2022 was dit 50%)."
            bron: GGD
            metingen:
              - {soort: realisatie, jaar: "2024", waarde: 54%, getal: 54, eenheid: "%"}
            inspanningen:
              - Bouwen van een sporthal.

Source: the Dutch handbook on indicators: an indicator measures what the target says.
"""

from dinet.finding import PlacedSentence, RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.measurements.told_statuses import told_statuses
from dinet.network import Network


@rule("DM318", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Targets of which the figures are in another unit than the target."""
    for told in told_statuses(network, "unit"):
        sentence = Sentence(
            "Target {id} is measured otherwise than it asks. {reasons}",
            id=told.target.id,
            reasons=told.reasons,
        )
        yield told.target, PlacedSentence(sentence, told.places)


DUTCH = {
    (
        "A target that is measured otherwise than it asks: a number of people where it asks a "
        "share."
    ): (
        "Een SMART-doel dat anders wordt gemeten dan het vraagt: een aantal waar het een "
        "aandeel vraagt."
    ),
    (
        "nobody can say by such a figure whether it was reached, however long it is kept."
    ): (
        "niemand kan met zo'n cijfer zeggen of het is gehaald, hoe lang het ook wordt "
        "bijgehouden."
    ),
    (
        "the Dutch handbook on indicators: an indicator measures what the target says."
    ): (
        "de handreiking over indicatoren: een indicator meet wat het doel zegt."
    ),
    "Target {id} is measured otherwise than it asks. {reasons}": (
        "SMART-doel {id} wordt anders gemeten dan het vraagt. {reasons}"
    ),
}
