"""A picture in the document without an alternative text.

Why it matters: who hears a document read aloud does not learn what the picture shows, and dinet
could not read it either. For documents that a government publishes the text is an obligation.

Bad:

    leesnotities:
      - code: picture
        bericht: Een afbeelding is niet gelezen. Zij heeft geen alternatieve tekst.
        plaats: {bestand: plan.docx, alinea: 12}
    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - Bouwen van een sporthal.

Good:

    leesnotities:
      - code: picture
        bericht: Een afbeelding is niet gelezen. De alternatieve tekst is “Kaart van de wijken”.
        plaats: {bestand: plan.docx, alinea: 12}
        waarden: {text: Kaart van de wijken}
    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - Bouwen van een sporthal.

Source: WCAG 1.1.1 and EN 301 549, which hold for what Dutch governments publish.
"""

from dinet.document.notes import note_as_sentence
from dinet.finding import RuleRemarks, Severity, WholeProgramme, rule
from dinet.network import Network


@rule("DX905", Severity.WARNING, by_default=False)
def check(network: Network) -> RuleRemarks:
    """One finding for each such picture, at its place, for who is going to publish the document.

    The pictures that dinet draws itself all have such a text.
    """
    for note in network.programme.notes:
        if note.code == "picture" and not note.values.get("text", "").strip():
            places = (note.place,) if note.place else ()
            yield WholeProgramme(places), note_as_sentence(note)


DUTCH = {
    "A picture in the document without an alternative text.": (
        "Een afbeelding in het document zonder alternatieve tekst."
    ),
    (
        "who hears a document read aloud does not learn what the picture shows, and dinet could "
        "not read it either. For documents that a government publishes the text is an obligation."
    ): (
        "wie een document laat voorlezen hoort niet wat de afbeelding laat zien, en dinet kon haar "
        "ook niet lezen. Voor stukken die een overheid publiceert is de tekst verplicht."
    ),
    "WCAG 1.1.1 and EN 301 549, which hold for what Dutch governments publish.": (
        "WCAG 1.1.1 en EN 301 549, die gelden voor wat Nederlandse overheden publiceren."
    ),
}
