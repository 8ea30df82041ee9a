"""A box of a drawing of which nothing says whether it is a goal, a target or an effort.

Why it matters: it was left out with its lines, so what it stands for serves nothing in the network
and nothing in the network serves it. A word in the box or a shape of its kind settles it.

Bad:

    leesnotities:
      - code: box_left
        bericht: Niets zegt wat “Buurt” is.
        plaats: {bestand: plan.mmd, regel: 4}
        waarden: {text: Buurt, count: "2"}
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

Source: common to checkers of argument networks, which stop at a node without a type.
"""

from dinet.document.notes import note_as_sentence
from dinet.finding import RuleRemarks, Severity, WholeProgramme, rule
from dinet.network import Network


@rule("DS001", Severity.ERROR, by_default=False)
def check(network: Network) -> RuleRemarks:
    """One finding for each box that reading left out for want of a kind.

    Every report begins with how many there are, and a title or legend is a box too: so it waits
    till somebody asks.
    """
    for note in network.programme.notes:
        if note.code == "box_left":
            places = (note.place,) if note.place else ()
            yield WholeProgramme(places), note_as_sentence(note)


DUTCH = {
    "A box of a drawing of which nothing says whether it is a goal, a target or an effort.": (
        "Een vak van een tekening waarvan niets zegt of het een doel, SMART-doel of inspanning is."
    ),
    (
        "it was left out with its lines, so what it stands for serves nothing in the network and "
        "nothing in the network serves it. A word in the box or a shape of its kind settles it."
    ): (
        "het is met zijn lijnen weggelaten, dus wat het betekent dient niets in het netwerk, en "
        "niets in het netwerk dient het. Een woord in het vak of een eigen vorm maakt het goed."
    ),
    "common to checkers of argument networks, which stop at a node without a type.": (
        "gebruikelijk bij controles van netwerken van argumenten, die bij een knoop zonder soort "
        "stoppen."
    ),
}
