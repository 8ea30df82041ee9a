"""A phase that is no usual one and looks misspelt.

Why it matters: who filters or counts the planning by phase misses it, and a legend without it
leaves its colour unexplained.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - {tekst: Bouwen van een sporthal., fase: Vorbereiding}
          - {tekst: Trainen van vrijwilligers., fase: Uitvoering}

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - {tekst: Bouwen van een sporthal., fase: Voorbereiding}
              - {tekst: Trainen van vrijwilligers., fase: Uitvoering}

Source: seen in real documents.
"""

from collections.abc import Iterator

from dinet.finding import (
    FieldSentence,
    PlacedSentence,
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.language import JoinedSentences, Sentence
from dinet.model import Element
from dinet.network import Network
from dinet.vocabulary.statement_words import statement_words
from dinet.wording.slips import is_one_slip
from dinet.wording.undetermined import find_undetermined


@rule("DP605", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """The first element with each such phase.

    One letter off a usual phase, or off one that more elements have, is a slip; the list is
    ``phases.usual``. What else a document calls its phases is its own affair.
    """
    users: dict[str, list[Element]] = {}
    spelled: dict[str, str] = {}
    for element in network:
        for phase in dict.fromkeys(_phases_of(element)):
            folded = " ".join(phase.casefold().split())
            spelled.setdefault(folded, phase)
            users.setdefault(folded, []).append(element)
    for folded, elements in users.items():
        meant = _meant_phase(folded, users)
        if meant:
            yield (
                elements[0],
                _describe_slip(elements, spelled[folded], meant),
            )


def _phases_of(element: Element) -> Iterator[str]:
    if element.phase and not find_undetermined(element.phase):
        yield element.phase
    for step in element.planning:
        yield step.phase


def _meant_phase(folded: str, users: dict[str, list[Element]]) -> str:
    """The usual or more frequent phase that a phase is a slip of; empty for none."""
    usual = statement_words("phases.usual")
    if folded in usual:
        return ""
    more_used = [
        other
        for other, elements in users.items()
        if len(elements) > len(users[folded])
    ]
    candidates = [*sorted(usual), *more_used]
    return next(
        (other for other in candidates if is_one_slip(folded, other)), ""
    )


def _describe_slip(
    elements: list[Element], phase: str, meant: str
) -> Sentence:
    """The slip, at the first of the elements that have it."""
    element = elements[0]
    sentence = element_sentence(
        "The phase “{words}” of {id} ({kind}) looks misspelt: “{meant}”?",
        element,
        words=phase,
        meant=meant,
    )
    if len(elements) > 1:
        count = Sentence("{count} elements have it.", count=len(elements))
        sentence = JoinedSentences(sentence, count)
    if element.phase == phase:
        return FieldSentence(sentence, "phase")
    # the row of the planning stands behind the place of the effort itself
    return PlacedSentence(sentence, element.places[-1:])


DUTCH = {
    "A phase that is no usual one and looks misspelt.": (
        "Een fase die niet gebruikelijk is en verkeerd gespeld lijkt."
    ),
    (
        "who filters or counts the planning by phase misses it, and a legend "
        "without it leaves its colour unexplained."
    ): (
        "wie de planning op fase filtert of telt, mist deze, en een legenda "
        "zonder deze fase laat de kleur onverklaard."
    ),
    "seen in real documents.": "gezien in echte documenten.",
    "The phase “{words}” of {id} ({kind}) looks misspelt: “{meant}”?": (
        "De fase “{words}” van {id} ({kind}) lijkt verkeerd gespeld: “{meant}”?"
    ),
    "{count} elements have it.": "Zo staat zij bij {count} elementen.",
}
