"""A text that went on after the end of a page, and was joined from two pieces.

Why it matters: two statements that were joined by mistake read as one, and the second is missed. A
person sees at once whether the pieces belong together.

Bad:

    leesnotities:
      - code: joined
        bericht: De tekst liep door na een pagina-einde.
        plaats: {bestand: plan.pdf, pagina: 2, tabel: 1, rij: 1, kolom: 3}
        waarden: {first: Bouwen van, second: een sporthal.}
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
              - Bouwen van een sporthal.

Source: cells that a page cuts in two, in real council documents.
"""

from dinet.document.notes import note_as_sentence
from dinet.finding import RuleRemarks, Severity, WholeProgramme, rule
from dinet.network import Network


@rule("DI803", Severity.INFO, by_default=False)
def check(network: Network) -> RuleRemarks:
    """One finding for each two pieces, with the words of both."""
    for note in network.programme.notes:
        if note.code == "joined":
            places = (note.place,) if note.place else ()
            yield WholeProgramme(places), note_as_sentence(note)


DUTCH = {
    "A text that went on after the end of a page, and was joined from two pieces.": (
        "Een tekst die na het eind van een bladzijde doorliep, en uit twee stukken is "
        "samengevoegd."
    ),
    (
        "two statements that were joined by mistake read as one, and the second is missed. A "
        "person sees at once whether the pieces belong together."
    ): (
        "twee zinnen die per ongeluk zijn samengevoegd lezen als één, en de tweede wordt gemist. "
        "Een mens ziet meteen of de stukken bij elkaar horen."
    ),
    "cells that a page cuts in two, in real council documents.": (
        "cellen die een bladzijde in tweeën knipt, in echte raadsstukken."
    ),
}
