"""A target with one number or year in its text, and another in its fields or title.

Why it matters: two numbers for one target are two promises. Whoever reports on it may pick the
one that was reached.

Bad:

    doelen:
      - tekst: Meer kinderen sporten elke week.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen elke week.
            streefwaarde: 65
            eenheid: "%"
            jaar: 2028
            nulmeting: 51
            nulmeting-jaar: 2024
            bron: Gezondheidsmonitor GGD
            inspanningen: [Naschools sporten op elke school.]

Good:

    doelen:
      - tekst: Meer kinderen sporten elke week.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen elke week.
            streefwaarde: 60
            eenheid: "%"
            jaar: 2028
            nulmeting: 51
            nulmeting-jaar: 2024
            bron: Gezondheidsmonitor GGD
            inspanningen: [Naschools sporten op elke school.]

Source: seen in real documents, such as a council's table with 1,000 homes in the title and
1,500 below.
"""

from dinet.finding import RuleRemarks, Severity, rule, sentence_at_field
from dinet.language import Sentence
from dinet.network import Network
from dinet.targets.clashes import Clash, ClashPart, find_clashes
from dinet.targets.known_target import know_targets

_CLASH_SENTENCES: dict[ClashPart, str] = {
    "value": "The value of {id} is {stated}, but its text says “{said}”.",
    "year": "The year of {id} is {stated}, but its text says “{said}”.",
    "baseline": "The baseline of {id} is {stated}, but its text says “{said}”.",
    "baseline_year": (
        "The baseline of {id} is of {stated}, but its text says “{said}”."
    ),
    "title": "The title of {id} says “{stated}”, but its text says “{said}”.",
}


@rule("DD404", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Targets of which a field or the title contradicts the text."""
    for known in know_targets(network):
        for clash in find_clashes(known, network.programme.lang):
            yield known.element, _clash_sentence(known.element.id, clash)


def _clash_sentence(element_id: str, clash: Clash) -> Sentence:
    sentence = Sentence(
        _CLASH_SENTENCES[clash.part],
        id=element_id,
        stated=clash.stated,
        said=clash.said,
    )
    return sentence_at_field(sentence, clash.field, clash.stated)


DUTCH = {
    "A target with one number or year in its text, and another in its fields or title.": (
        "Een SMART-doel met het ene getal of jaar in de tekst, en een ander in de velden of de "
        "titel."
    ),
    (
        "two numbers for one target are two promises. Whoever reports on it may pick the one "
        "that was reached."
    ): (
        "twee getallen voor één SMART-doel zijn twee beloften. Wie erover rapporteert, kan het "
        "getal kiezen dat gehaald is."
    ),
    (
        "seen in real documents, such as a council's table with 1,000 homes in the title and "
        "1,500 below."
    ): (
        "gezien in echte documenten, zoals een tabel van een gemeente met 1.000 woningen in de "
        "titel en 1.500 eronder."
    ),
    "The value of {id} is {stated}, but its text says “{said}”.": (
        "De streefwaarde van {id} is {stated}, maar de tekst zegt “{said}”."
    ),
    "The year of {id} is {stated}, but its text says “{said}”.": (
        "Het jaar van {id} is {stated}, maar de tekst zegt “{said}”."
    ),
    "The baseline of {id} is {stated}, but its text says “{said}”.": (
        "De nulmeting van {id} is {stated}, maar de tekst zegt “{said}”."
    ),
    "The baseline of {id} is of {stated}, but its text says “{said}”.": (
        "De nulmeting van {id} is van {stated}, maar de tekst zegt “{said}”."
    ),
    "The title of {id} says “{stated}”, but its text says “{said}”.": (
        "De titel van {id} zegt “{stated}”, maar de tekst zegt “{said}”."
    ),
}
