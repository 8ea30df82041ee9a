"""A planning that tells its phases by colour alone, and the colours say nothing any more.

Why it matters: when an effort is prepared and when it is carried out can no longer be told. Who
sees no colours, or has a print in black and white, could never tell it.

Bad:

    leesnotities:
      - code: colours_lost
        bericht: Er is een legenda van fasen, maar de cellen van de planning hebben geen kleuren.
        plaats: {bestand: plan.docx, tabel: 3, rij: 2}
    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - Bouwen van een sporthal.

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - {tekst: Bouwen van een sporthal., planning: [{periode: "2025", fase: Uitvoering}]}

Source: the planning of a real council document, and WCAG 1.4.1 on the use of colour.
"""

from dinet.finding import RuleRemarks, Severity, WholeProgramme, rule
from dinet.language import Sentence
from dinet.model import Note
from dinet.network import Network


@rule("DI805", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """One finding for a planning without its colours, one for all colours without a legend."""
    notes = network.programme.notes
    lost = [note for note in notes if note.code == "colours_lost"]
    if lost:
        yield (
            _where(lost),
            Sentence(
                "The phases of the planning were told by colours that are gone: when each effort "
                "is in which phase is unknown. Write the name of the phase in its cell."
            ),
        )
    unexplained = [note for note in notes if note.code == "colour_unexplained"]
    if unexplained:
        yield (
            _where(unexplained),
            Sentence(
                "No legend explains the colours of some cells of the planning ({n}): their phases "
                "are unknown. Write the name of the phase in the cell.",
                n=len(unexplained),
            ),
        )


def _where(notes: list[Note]) -> WholeProgramme:
    return WholeProgramme(tuple(note.place for note in notes if note.place))


DUTCH = {
    "A planning that tells its phases by colour alone, and the colours say nothing any more.": (
        "Een planning die haar fasen alleen met kleuren aangeeft, en de kleuren zeggen niets meer."
    ),
    (
        "when an effort is prepared and when it is carried out can no longer be told. Who sees no "
        "colours, or has a print in black and white, could never tell it."
    ): (
        "wanneer een inspanning wordt voorbereid en wanneer zij wordt uitgevoerd, is niet meer te "
        "zien. Wie geen kleuren ziet of een zwart-witafdruk heeft, kon dat nooit."
    ),
    "the planning of a real council document, and WCAG 1.4.1 on the use of colour.": (
        "de planning van een echt raadsstuk, en WCAG 1.4.1 over het gebruik van kleur."
    ),
    (
        "The phases of the planning were told by colours that are gone: when each effort is in "
        "which phase is unknown. Write the name of the phase in its cell."
    ): (
        "De fasen van de planning waren aangegeven met kleuren die weg zijn: wanneer welke "
        "inspanning in welke fase is, is onbekend. Zet de naam van de fase in de cel."
    ),
    (
        "No legend explains the colours of some cells of the planning ({n}): their phases are "
        "unknown. Write the name of the phase in the cell."
    ): (
        "Van sommige cellen van de planning ({n}) legt geen legenda de kleur uit: hun fase is "
        "onbekend. Zet de naam van de fase in de cel."
    ),
}
