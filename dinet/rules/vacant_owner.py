"""An owner who is still to be found: Vacant, n.t.b.

Why it matters: what nobody answers for is nobody's work. The document knows it and says so;
until there is a name, the element is at risk.

Bad:

    inspanningen:
      - tekst: Bouwen van een sporthal.
        trekker: Vacant

Good:

    inspanningen:
      - tekst: Bouwen van een sporthal.
        trekker: Afdeling Vastgoed

Source: seen in real documents; the handbook Werken aan Programma's puts a name on every element.
"""

from functools import cache

from dinet.finding import (
    FieldSentence,
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.network import Network
from dinet.wording.undetermined import is_vacant


@rule("DO502", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Elements with words in the place of an owner that name nobody."""
    # the same few owners come back all the time
    names_nobody = cache(is_vacant)
    for element in network:
        names = (*element.owners, *(role.name for role in element.roles))
        words = element.vacant or next(filter(names_nobody, names), None)
        if words:
            sentence = element_sentence(
                "{id} ({kind}) has no owner yet: it says “{words}”.",
                element,
                words=words,
            )
            yield element, FieldSentence(sentence, "owner", words)


DUTCH = {
    "An owner who is still to be found: Vacant, n.t.b.": (
        "Een trekker die nog gevonden moet worden: Vacant, n.t.b."
    ),
    (
        "what nobody answers for is nobody's work. The document knows it and says so; "
        "until there is a name, the element is at risk."
    ): (
        "waar niemand voor staat, doet niemand. Het document weet het en zegt het; "
        "zolang er geen naam is, loopt het element gevaar."
    ),
    (
        "seen in real documents; the handbook Werken aan Programma's puts a name on "
        "every element."
    ): (
        "gezien in echte documenten; het handboek Werken aan Programma's zet bij elk "
        "element een naam."
    ),
    "{id} ({kind}) has no owner yet: it says “{words}”.": (
        "{id} ({kind}) heeft nog geen trekker: er staat “{words}”."
    ),
}

ALSO_FOUND = {
    "DC102": "the efforts have no goal: the example needs none.",
}
"""What other rules say of the good example, and why."""
