"""The name of an owner that breaks off.

Why it matters: with half a name nobody can be asked. Mostly the rest was lost at the end of a
line, a cell or a page.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - tekst: Bouwen van een sporthal.
            trekker: [Linda Fictief, Daniel]

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - tekst: Bouwen van een sporthal.
                trekker: Daniel Fictief
                partners: Sportraad

Source: seen in real documents.
"""

import re
from collections.abc import Iterator, Sequence

from dinet.finding import (
    FieldSentence,
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.model import Element
from dinet.network import Network
from dinet.vocabulary.given_names import is_given_name

_BETWEEN = re.compile(r"\s*(?:&|\+|/|;|\(|\)|\ben\b|\band\b)\s*")
"""No comma: "Jansen, Kim" is one name."""
_OPEN_END = re.compile(
    r"(?:&|\+|/|,|\ben|\band|\b(?:van|de|der|den|het|ten|ter|van der|van den))$",
    re.IGNORECASE,
)
"""What a name does not end in: Jan van, A &."""
_WHOLE_NAME = 2
"""Words: a first name and a surname."""


@rule("DO504", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Elements with an owner of a first name alone, beside one with a whole name.

    It is a first name that is much used, or that of a whole name elsewhere in the document. Found
    too are names that end in a joining word or in the middle of a surname.
    """
    first_names = {
        owner.partition(" ")[0]
        for element in network
        for owner in element.owners
        if " " in owner
    }
    for element in network:
        for words, names in _stated_owners(element):
            rest = _broken_name(words, names, first_names)
            if rest:
                sentence = element_sentence(
                    "The owner of {id} ({kind}) seems to be cut off: “{words}”.",
                    element,
                    words=rest,
                )
                yield element, FieldSentence(sentence, "owner", words)
                break


def _stated_owners(
    element: Element,
) -> Iterator[tuple[str, Sequence[str]]]:
    """The cells that state the owner, each with its names; else the owners as one cell."""
    if not element.owners:
        return
    cells = [
        mention.text for mention in element.stated if mention.field == "owner"
    ]
    for cell in cells:
        flat = " ".join(cell.split())
        yield cell, [name for name in _BETWEEN.split(flat) if name]
    if not cells:
        yield element.owners[-1], element.owners


def _broken_name(
    words: str, names: Sequence[str], first_names: set[str]
) -> str:
    """What of the words breaks off; empty when nothing does."""
    flat = " ".join(words.split())
    if _OPEN_END.search(flat) and " " in flat:
        return flat
    if not _ends_in_first_name(names):
        return ""
    is_first = names[-1] in first_names or is_given_name(names[-1])
    return names[-1] if is_first else ""


def _ends_in_first_name(names: Sequence[str]) -> bool:
    """The last name is one word, and one before it has several."""
    if len(names) < _WHOLE_NAME or " " in names[-1]:
        return False
    return any(" " in name for name in names[:-1])


DUTCH = {
    "The name of an owner that breaks off.": (
        "De naam van een trekker die afbreekt."
    ),
    (
        "with half a name nobody can be asked. Mostly the rest was lost at the "
        "end of a line, a cell or a page."
    ): (
        "met een halve naam is niemand aan te spreken. Meestal is de rest "
        "verloren aan het eind van een regel, een cel of een bladzijde."
    ),
    "seen in real documents.": "gezien in echte documenten.",
    "The owner of {id} ({kind}) seems to be cut off: “{words}”.": (
        "De trekker van {id} ({kind}) lijkt afgebroken: “{words}”."
    ),
}
