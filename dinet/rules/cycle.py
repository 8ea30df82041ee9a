"""Elements that serve each other in a circle.

Why it matters: a means cannot be its own end. In a circle nothing is an effort and nothing is a
goal, and what is reached can no longer be told from what is done.

Bad:

    doelen:
      - id: D1
        tekst: Meer kinderen sporten elke week.
        voor: D2
      - id: D2
        tekst: Kinderen zijn gezonder.
        voor: D1

Good:

    doelen:
      - id: D1
        tekst: Meer kinderen sporten elke week.
        voor: D2
      - id: D2
        tekst: Kinderen zijn gezonder.

Source: common to checkers of argument and requirement networks; in a
doelen-inspanningen-netwerk, the question what something is for must come to an end.
"""

from dinet.finding import (
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.network import Network


@rule("DS006", Severity.ERROR)
def check(network: Network) -> RuleRemarks:
    """The shortest circle of each group of elements that serve each other."""
    for circle in network.cycles():
        first = circle[0]
        way = " → ".join(element.id for element in (*circle, first))
        yield (
            first,
            element_sentence(
                "{id} ({kind}) serves itself in the end: {way}.",
                first,
                way=way,
            ),
        )


DUTCH = {
    "Elements that serve each other in a circle.": (
        "Elementen die elkaar in een kring dienen."
    ),
    (
        "a means cannot be its own end. In a circle nothing is an effort and nothing "
        "is a goal, and what is reached can no longer be told from what is done."
    ): (
        "een middel kan niet zijn eigen doel zijn. In een kring is niets nog "
        "inspanning en niets nog doel, en wat wordt bereikt is niet meer te "
        "onderscheiden van wat wordt gedaan."
    ),
    (
        "common to checkers of argument and requirement networks; in a "
        "doelen-inspanningen-netwerk, the question what something is for must come to "
        "an end."
    ): (
        "gebruikelijk bij controles van netwerken van argumenten en eisen; in een "
        "doelen-inspanningen-netwerk moet de vraag “waartoe?” ergens ophouden."
    ),
    "{id} ({kind}) serves itself in the end: {way}.": (
        "{id} ({kind}) dient via een omweg zichzelf: {way}."
    ),
}

ALSO_FOUND = {
    "DC101": "the goals have no efforts: the example needs none.",
    "DC103": "the goals have no targets: the example needs none.",
}
"""What other rules say of the good example, and why."""
