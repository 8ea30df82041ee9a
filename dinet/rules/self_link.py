"""An element that is linked to itself.

Why it matters: such a link says nothing, and most often stands where another id was meant.

Bad:

    inspanningen:
      - id: I1
        tekst: Bouwen van een sporthal.
        hangt-af-van: I1

Good:

    inspanningen:
      - id: I1
        tekst: Bouwen van een sporthal.
        hangt-af-van: I2
      - id: I2
        tekst: Aankopen van de grond.

Source: common to checkers of argument and requirement networks.
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.network import Network


@rule("DS004", Severity.ERROR)
def check(network: Network) -> RuleRemarks:
    """Each element with links to itself, once."""
    loops = {
        link.start: link
        for link in reversed(network.links())
        if link.start == link.end
    }
    for link in reversed(loops.values()):
        kind = Sentence(network[link.start].kind)
        yield (
            link,
            Sentence(
                "{id} ({kind}) is linked to itself.", id=link.start, kind=kind
            ),
        )


DUTCH = {
    "An element that is linked to itself.": (
        "Een element dat met zichzelf verbonden is."
    ),
    "such a link says nothing, and most often stands where another id was meant.": (
        "zo'n verband zegt niets, en staat meestal waar een andere id bedoeld was."
    ),
    "common to checkers of argument and requirement networks.": (
        "gebruikelijk bij controles van netwerken van argumenten en eisen."
    ),
    "{id} ({kind}) is linked to itself.": (
        "{id} ({kind}) is met zichzelf verbonden."
    ),
}

ALSO_FOUND = {
    "DC102": "the efforts have no goal: the example needs none.",
}
"""What other rules say of the good example, and why."""
