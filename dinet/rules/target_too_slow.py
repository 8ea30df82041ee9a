"""A target that goes the right way too slowly, by what was measured.

Why it matters: at this pace it is not met in its year, and there is still time to say so.

Bad:

    peildatum: 2025-12-31
    smart-doelen:
      - tekst: "In 2028 sport 60% van de kinderen (in 2022 was dit 50%)."
        metingen:
          - {soort: realisatie, jaar: "2024", waarde: 51%, getal: 51, eenheid: "%"}

Good:

    peildatum: 2025-12-31
    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: "In 2028 sport 60% van de kinderen (in 2022 was dit 50%)."
            bron: GGD
            metingen:
              - {soort: realisatie, jaar: "2024", waarde: 54%, getal: 54, eenheid: "%"}
            inspanningen:
              - Bouwen van een sporthal.

Source: the arithmetic of monitors: the pace so far against the pace that is still needed.
"""

from dinet.finding import PlacedSentence, RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.measurements.told_statuses import told_statuses
from dinet.network import Network


@rule("DM315", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Targets of which the pace so far is less than 0.95 of the pace needed."""
    for told in told_statuses(network, "too slow"):
        sentence = Sentence(
            "Target {id} goes too slowly. {reasons}",
            id=told.target.id,
            reasons=told.reasons,
        )
        yield told.target, PlacedSentence(sentence, told.places)


DUTCH = {
    "A target that goes the right way too slowly, by what was measured.": (
        "Een SMART-doel dat de goede kant op gaat, maar te langzaam, volgens de metingen."
    ),
    (
        "at this pace it is not met in its year, and there is still time to say so."
    ): (
        "in dit tempo wordt het niet gehaald in zijn jaar, en er is nog tijd om dat te zeggen."
    ),
    (
        "the arithmetic of monitors: the pace so far against the pace that is still needed."
    ): (
        "de rekenwijze van monitors: het tempo tot nu toe tegen het tempo dat nog nodig is."
    ),
    "Target {id} goes too slowly. {reasons}": (
        "SMART-doel {id} gaat te langzaam. {reasons}"
    ),
}
