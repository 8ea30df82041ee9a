"""A text that breaks off: in the middle of a sentence, or before a bracket closes.

Why it matters: the rest may stand on the next page, in another cell or nowhere. What was
decided can no longer be read from it.

Bad:

    doelen:
      - tekst: Meer kinderen bewegen.
        inspanningen:
          - Organiseren van sportlessen voor kinderen van

Good:

    doelen:
      - tekst: Meer kinderen bewegen.
        smart-doelen:
          - tekst: In 2028 beweegt 60% van de kinderen elke dag (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - Organiseren van sportlessen voor kinderen van groep 3 en hoger (na schooltijd)

Source: seen in real documents.
"""

from functools import cache

from dinet.finding import (
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.network import Network
from dinet.vocabulary.statement_words import statement_words

_QUOTED = 60
"""Characters of the end that are shown."""


@rule("DW213", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Texts that end in an article, a joining word or a comma, or leave a bracket open.

    A preposition that may be the rest of a verb ("sluit hierop aan") ends a text as well as any.
    """
    for element in network:
        if _breaks_off(element.text):
            yield (
                element,
                element_sentence(
                    "The text of {id} ({kind}) seems to be cut off: “… {words}”.",
                    element,
                    words=" ".join(element.text[-_QUOTED:].split()),
                ),
            )


def _breaks_off(text: str) -> bool:
    flat = text.rstrip()
    if flat.endswith((",", "/", "(", " -", "…", "...")):
        return True
    return _ends_in_open_word(flat) or flat.count("(") > flat.count(")")


def _ends_in_open_word(flat: str) -> bool:
    before, _, last = flat.rpartition(" ")
    low = last.lower()
    if not before or low not in _open_words():
        return False
    # "Ouders staan er niet alleen voor": the preposition belongs to "er"
    refers = statement_words("cut_off.referring_words")
    return low not in statement_words("cut_off.prepositions") or (
        refers.isdisjoint(before.lower().split())
    )


@cache
def _open_words() -> frozenset[str]:
    return statement_words("cut_off.last_words")


DUTCH = {
    (
        "A text that breaks off: in the middle of a sentence, or before a bracket "
        "closes."
    ): (
        "Een tekst die afbreekt: midden in een zin, of voordat een haakje sluit."
    ),
    (
        "the rest may stand on the next page, in another cell or nowhere. What "
        "was decided can no longer be read from it."
    ): (
        "de rest staat misschien op de volgende bladzijde, in een andere cel of "
        "nergens. Wat is besloten, is er niet meer uit te lezen."
    ),
    "seen in real documents.": "gezien in echte documenten.",
    "The text of {id} ({kind}) seems to be cut off: “… {words}”.": (
        "De tekst van {id} ({kind}) lijkt afgebroken: “… {words}”."
    ),
}
