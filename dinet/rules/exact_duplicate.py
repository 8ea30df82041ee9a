"""Two goals, targets or efforts with the same words.

Why it matters: what stands twice is counted twice and changed once. Written once, and shared by
what it serves, it cannot drift apart.

Bad:

    doelen:
      - id: D1
        tekst: Meer kinderen sporten.
        inspanningen: [{id: I1, tekst: Bouwen van een sporthal.}]
      - id: D2
        tekst: Minder kinderen roken.
        inspanningen: [{id: I2, tekst: bouwen van een sporthal}]

Good:

    doelen:
      - {id: D1, tekst: Meer kinderen sporten., inspanningen: [I1]}
      - {id: D2, tekst: Minder kinderen roken., inspanningen: [I1]}
    inspanningen:
      - {id: I1, tekst: Bouwen van een sporthal.}

Source: seen in real documents, where an effort comes back under another goal.
"""

from collections.abc import Iterator

from dinet.finding import RuleRemarks, Severity, element_sentence, rule
from dinet.model import Element
from dinet.network import Network
from dinet.vocabulary.folding import fold_text


@rule("DD401", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Each later one, with the first that has its words; capitals and a full stop do not count."""
    for elements in (network.goals, network.targets, network.efforts):
        for first, second in _repeated_texts(elements):
            yield (
                second,
                element_sentence(
                    "{id} ({kind}) has the words of {other}: “{text}”.",
                    second,
                    other=first.id,
                    text=second.text,
                ),
            )


def _repeated_texts(
    elements: tuple[Element, ...],
) -> Iterator[tuple[Element, Element]]:
    first_of: dict[str, Element] = {}
    for element in elements:
        words = fold_text(element.text).strip(" .")
        if any(map(str.isalnum, words)):
            first = first_of.setdefault(words, element)
            if first is not element:
                yield first, element


DUTCH = {
    "Two goals, targets or efforts with the same words.": (
        "Twee doelen, SMART-doelen of inspanningen met dezelfde woorden."
    ),
    (
        "what stands twice is counted twice and changed once. Written once, and shared by what "
        "it serves, it cannot drift apart."
    ): (
        "wat er twee keer staat, wordt twee keer geteld en één keer gewijzigd. Eén keer "
        "geschreven, en gedeeld door wat het dient, kan het niet uiteenlopen."
    ),
    "seen in real documents, where an effort comes back under another goal.": (
        "gezien in echte documenten, waar een inspanning onder een ander doel terugkomt."
    ),
    "{id} ({kind}) has the words of {other}: “{text}”.": (
        "{id} ({kind}) heeft de woorden van {other}: “{text}”."
    ),
}

ALSO_FOUND = {
    "DC103": "the goals have no targets: the example needs none.",
}
"""What other rules say of the good example, and why."""
