"""Two elements with the same id.

Why it matters: every link to this id could mean either of them. dinet takes the first and
leaves the second out of the network, so what hangs on the second is missing from every answer.

Bad:

    doelen:
      - id: D1
        tekst: Meer kinderen sporten elke week.
      - id: D1
        tekst: Minder jongeren roken.

Good:

    doelen:
      - id: D1
        tekst: Meer kinderen sporten elke week.
      - id: D2
        tekst: Minder jongeren roken.

Source: common to checkers of argument and requirement networks.
"""

from textwrap import shorten

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.network import Network


@rule("DS002", Severity.ERROR)
def check(network: Network) -> RuleRemarks:
    """Each element whose id an earlier one already has."""
    first: dict[str, str] = {}
    for element in network.programme.elements:
        if element.id in first:
            yield (
                element,
                _describe_duplicate(
                    element.id, first[element.id], element.text
                ),
            )
        first.setdefault(element.id, element.text)


def _describe_duplicate(taken: str, earlier: str, later: str) -> Sentence:
    texts = {
        "earlier": shorten(earlier, 60, placeholder=" …"),
        "later": shorten(later, 60, placeholder=" …"),
    }
    return Sentence(
        "The id {id} is taken twice: by “{earlier}” and by “{later}”.",
        id=taken,
        **texts,
    )


DUTCH = {
    "Two elements with the same id.": "Twee elementen met dezelfde id.",
    (
        "every link to this id could mean either of them. dinet takes the first and "
        "leaves the second out of the network, so what hangs on the second is missing "
        "from every answer."
    ): (
        "elk verband met deze id kan op elk van beide slaan. dinet neemt het eerste en "
        "laat het tweede buiten het netwerk, dus wat aan het tweede hangt ontbreekt in "
        "elk antwoord."
    ),
    "common to checkers of argument and requirement networks.": (
        "gebruikelijk bij controles van netwerken van argumenten en eisen."
    ),
    "The id {id} is taken twice: by “{earlier}” and by “{later}”.": (
        "De id {id} is dubbel gebruikt: voor “{earlier}” en voor “{later}”."
    ),
}

ALSO_FOUND = {
    "DC101": "the goals have no efforts: the example needs none.",
    "DC103": "the goals have no targets: the example needs none.",
}
"""What other rules say of the good example, and why."""
