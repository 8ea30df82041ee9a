"""Two targets or efforts that say the same in other words, or of which one only says less.

Why it matters: what stands twice is counted twice and changed once. Written once and shared, it
cannot drift apart.

Bad:

    doelen:
      - tekst: Meer kinderen sporten elke week.
        smart-doelen:
          - In 2028 sport 60% van de kinderen elke week.
          - In 2028 sport drie op de vijf kinderen elke week.

Good:

    doelen:
      - tekst: Meer kinderen sporten elke week.
        smart-doelen:
          - In 2028 sport 60% van de kinderen elke week.
          - In 2028 fietst 60% van de kinderen elke week naar school.

Source: seen in real documents, where a target comes back in another chapter.
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.network import Network
from dinet.vocabulary.folding import fold_text
from dinet.wording.comparison.alike_elements import (
    AlikeElements,
    find_alike_elements,
)
from dinet.wording.comparison.part_names import difference_sentence


@rule("DD402", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """The later of each two that say the same, with what one of them leaves out."""
    for pair in find_alike_elements(network):
        is_same = pair.comparison.verdict == "same"
        if is_same and not _are_equal_texts(pair):
            yield pair.second, _describe_same(pair)
        elif pair.comparison.only_leaves_out:
            yield pair.second, _describe_omission(pair)


def _are_equal_texts(pair: AlikeElements) -> bool:
    """They are the same word by word, which is no near duplicate."""
    return fold_text(pair.first.text) == fold_text(pair.second.text)


def _describe_same(pair: AlikeElements) -> Sentence:
    return Sentence(
        "{id} says the same as {other} in other words.",
        id=pair.second.id,
        other=pair.first.id,
    )


def _describe_omission(pair: AlikeElements) -> Sentence:
    return Sentence(
        "{id} says nearly the same as {other}: {difference}.",
        id=pair.second.id,
        other=pair.first.id,
        difference=difference_sentence(pair.comparison),
    )


DUTCH = {
    (
        "Two targets or efforts that say the same in other words, or of which one only "
        "says less."
    ): (
        "Twee SMART-doelen of inspanningen die in andere woorden hetzelfde zeggen, of "
        "waarvan de ene alleen minder zegt."
    ),
    (
        "what stands twice is counted twice and changed once. Written once and shared, "
        "it cannot drift apart."
    ): (
        "wat er twee keer staat, wordt twee keer geteld en één keer gewijzigd. Eén keer "
        "geschreven en gedeeld kan het niet uiteenlopen."
    ),
    "seen in real documents, where a target comes back in another chapter.": (
        "gezien in echte documenten, waar een SMART-doel in een ander hoofdstuk "
        "terugkomt."
    ),
    "{id} says the same as {other} in other words.": (
        "{id} zegt in andere woorden hetzelfde als {other}."
    ),
    "{id} says nearly the same as {other}: {difference}.": (
        "{id} zegt bijna hetzelfde als {other}: {difference}."
    ),
}

ALSO_FOUND = {
    "DC101": "the goals have no efforts: the example needs none.",
    "DC104": "the targets have no efforts of their own: the example needs none.",
    "DM305": "the target has no source: the example needs none.",
}
"""What other rules say of the good example, and why."""
