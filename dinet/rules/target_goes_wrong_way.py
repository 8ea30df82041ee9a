"""A target that stands still or moves away from what it asks, by what was measured.

Why it matters: more of the same does not bring it nearer, whatever its efforts cost.

Bad:

    peildatum: 2025-12-31
    smart-doelen:
      - tekst: "In 2028 sport 60% van de kinderen (in 2022 was dit 50%)."
        metingen:
          - {soort: realisatie, jaar: "2024", waarde: 48%, getal: 48, eenheid: "%"}

Good:

    peildatum: 2025-12-31
    doelen:
      - tekst: Minder kinderen zitten thuis.
        smart-doelen:
          - tekst: "In 2028 zit 2% van de kinderen thuis (in 2022 was dit 5%)."
            bron: Leerplicht
            metingen:
              - {soort: realisatie, jaar: "2024", waarde: 3%, getal: 3, eenheid: "%"}
            inspanningen:
              - Bezoeken van gezinnen.

Source: the arithmetic of monitors: the pace so far against the pace that is still needed.
"""

from dinet.finding import PlacedSentence, RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.measurements.told_statuses import told_statuses
from dinet.network import Network


@rule("DM316", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Targets of which the pace so far is nought or away from the target."""
    for told in told_statuses(network, "wrong way"):
        sentence = Sentence(
            "Target {id} goes the wrong way. {reasons}",
            id=told.target.id,
            reasons=told.reasons,
        )
        yield told.target, PlacedSentence(sentence, told.places)


DUTCH = {
    (
        "A target that stands still or moves away from what it asks, by what was measured."
    ): (
        "Een SMART-doel dat stilstaat of de verkeerde kant op gaat, volgens de metingen."
    ),
    (
        "more of the same does not bring it nearer, whatever its efforts cost."
    ): (
        "meer van hetzelfde brengt het niet dichterbij, wat de inspanningen ook kosten."
    ),
    "Target {id} goes the wrong way. {reasons}": (
        "SMART-doel {id} gaat de verkeerde kant op. {reasons}"
    ),
}
