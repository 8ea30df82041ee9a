"""The same link, given more than once.

Why it matters: it counts once, so nothing goes wrong; but whoever takes the link out will
overlook the other one.

Bad:

    doelen:
      - Meer kinderen sporten elke week.
    inspanningen:
      - tekst: Bouwen van een sporthal.
        voor: [D1, D1]

Good:

    doelen:
      - Meer kinderen sporten elke week.
    inspanningen:
      - tekst: Bouwen van een sporthal.
        voor: D1

Source: common to checkers of argument and requirement networks.
"""

from collections import Counter

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.model import Link
from dinet.network import Network


@rule("DS005", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Each pair of elements with several links of one kind.

    Not links of an element to itself, which are another fault.
    """
    counts = Counter(
        (link.start, link.end, link.kind)
        for link in network.links()
        if link.start != link.end
    )
    for link in network.links():
        count = counts.pop((link.start, link.end, link.kind), 0)
        if count > 1:
            yield link, _describe_double(link, count)


def _describe_double(link: Link, count: int) -> Sentence:
    return Sentence(
        "The link from {start} to {end} is given {count} times.",
        start=link.start,
        end=link.end,
        count=count,
    )


DUTCH = {
    "The same link, given more than once.": (
        "Hetzelfde verband, meer dan eens opgegeven."
    ),
    (
        "it counts once, so nothing goes wrong; but whoever takes the link out will "
        "overlook the other one."
    ): (
        "het telt één keer, dus er gaat niets mis; maar wie het verband weghaalt, ziet "
        "het andere over het hoofd."
    ),
    "common to checkers of argument and requirement networks.": (
        "gebruikelijk bij controles van netwerken van argumenten en eisen."
    ),
    "The link from {start} to {end} is given {count} times.": (
        "Het verband van {start} naar {end} is {count} keer opgegeven."
    ),
}

ALSO_FOUND = {
    "DC103": "the goals have no targets: the example needs none.",
}
"""What other rules say of the good example, and why."""
