"""A benefit that the programme manager owns.

Why it matters: benefits come about in the line organisation, after the programme. Who leads the
programme can hardly answer for them then.

Bad:

    baten:
      - {id: B1, tekst: Kinderen zijn fitter., trekker: Programmamanager, voor: D1}
    doelen:
      - {id: D1, tekst: Meer kinderen sporten.}
    inspanningen:
      - {tekst: Bouwen van een sporthal., voor: B1}

Good:

    smart-doelen:
      - {id: S1, tekst: "In 2028 sport 60% van de kinderen (in 2024 was dit 52%).", bron: GGD}
    baten:
      - {id: B1, tekst: Fittere kinderen., trekker: Directeur scholen, voor: D1}
    doelen:
      - {id: D1, tekst: Meer kinderen sporten., smart-doelen: [S1]}
    inspanningen:
      - {tekst: Bouwen van een sporthal., voor: [B1, S1], trekker: Programmamanager}

Source: the handbook Werken aan Programma's.
"""

from collections.abc import Iterator

from dinet.finding import FieldSentence, RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.model import Benefit
from dinet.network import Network
from dinet.vocabulary.statement_words import statement_pattern


@rule("DO506", Severity.INFO)
def check(network: Network) -> RuleRemarks:
    """Benefits whose owner is called so, by name or by role."""
    manager = statement_pattern("roles.programme_managers")
    for element in network.elements_of(Benefit):
        words = next(filter(manager.search, _owner_words(element)), None)
        if words:
            sentence = Sentence(
                "Benefit {id} is owned by the programme manager: “{words}”.",
                id=element.id,
                words=words,
            )
            yield element, FieldSentence(sentence, "owner")


def _owner_words(benefit: Benefit) -> Iterator[str]:
    yield from benefit.owners
    for held in benefit.roles:
        yield held.role


DUTCH = {
    "A benefit that the programme manager owns.": (
        "Een baat waarvan de programmamanager eigenaar is."
    ),
    (
        "benefits come about in the line organisation, after the programme. Who "
        "leads the programme can hardly answer for them then."
    ): (
        "baten ontstaan in de lijn, na het programma. Wie het programma leidt, "
        "kan er dan nauwelijks voor staan."
    ),
    "the handbook Werken aan Programma's.": (
        "het handboek Werken aan Programma's."
    ),
    "Benefit {id} is owned by the programme manager: “{words}”.": (
        "Van baat {id} is de programmamanager eigenaar: “{words}”."
    ),
}
