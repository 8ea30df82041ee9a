"""One name for who answers for something and who measures it.

Why it matters: nobody should mark his own work. That it was done honestly has to be shown by
somebody else.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: "In 2028 sport 60% van de kinderen."
            bron: GGD
            trekker: Sportbedrijf
            rollen: [{rol: Trekker, naam: Sportbedrijf}, {rol: Gemeten door, naam: Sportbedrijf}]
        inspanningen:
          - Bouwen van een sporthal.

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: "In 2028 sport 60% van de kinderen (in 2024 was dit 52%)."
            bron: GGD
            trekker: Sportbedrijf
            rollen: [{rol: Trekker, naam: Sportbedrijf}, {rol: Gemeten door, naam: GGD}]
            inspanningen:
              - Bouwen van een sporthal.

Source: the handbook Werken aan Programma's.
"""

from dinet.finding import (
    FieldSentence,
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.model import Element
from dinet.network import Network
from dinet.vocabulary.statement_words import statement_pattern


@rule("DO507", Severity.INFO)
def check(network: Network) -> RuleRemarks:
    """Elements with one name in a role of measuring and in another role."""
    for element in network:
        name = _own_measurer(element) if len(element.roles) > 1 else ""
        if name:
            sentence = element_sentence(
                "{name} both answers for {id} ({kind}) and measures it.",
                element,
                name=name,
            )
            yield element, FieldSentence(sentence, "owner")


def _own_measurer(element: Element) -> str:
    """The name that stands in both roles; empty when none does."""
    measures = statement_pattern("roles.measurers")
    others: set[str] = set()
    measurers: dict[str, str] = {}
    for held in element.roles:
        if measures.search(held.role):
            measurers[held.name.casefold()] = held.name
        else:
            others.add(held.name.casefold())
    return next(
        (name for folded, name in measurers.items() if folded in others), ""
    )


DUTCH = {
    "One name for who answers for something and who measures it.": (
        "Eén naam voor wie ergens voor staat en wie het meet."
    ),
    (
        "nobody should mark his own work. That it was done honestly has to be "
        "shown by somebody else."
    ): (
        "niemand moet zijn eigen werk nakijken. Dat het eerlijk is gegaan, moet "
        "een ander laten zien."
    ),
    "the handbook Werken aan Programma's.": (
        "het handboek Werken aan Programma's."
    ),
    "{name} both answers for {id} ({kind}) and measures it.": (
        "{name} staat voor {id} ({kind}) en meet het ook."
    ),
}
