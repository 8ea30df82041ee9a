"""One owner or effort in several spellings.

Why it matters: a search, a filter or a sum finds only half of it, and a reader wonders whether
two are meant.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - {tekst: Bouwen van een sporthal., trekker: Sportbedrijf}
          - {tekst: Trainen van vrijwilligers., trekker: sport-bedrijf}

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - {tekst: Bouwen van een sporthal., trekker: Sportbedrijf}
              - {tekst: Trainen van vrijwilligers., trekker: Sportraad}

Source: seen in real documents.
"""

import re
from collections import Counter
from collections.abc import Iterator

from dinet.finding import (
    FieldSentence,
    PlacedSentence,
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.model import Element
from dinet.network import Network

_MERGED = "merged"
"""The code of a note on a text that stands somewhere again."""
_SIGNS = re.compile(r"[\W_]+")


@rule("DD407", Severity.INFO)
def check(network: Network) -> RuleRemarks:
    """Elements with the rarer spelling of an owner, and efforts that are spelled so elsewhere.

    Case, spaces and signs make another spelling of the same owner; a full stop at the end makes
    no other spelling of an effort.
    """
    yield from _remark_on_owners(network)
    for note in network.programme.notes:
        other = note.values.get("text", "")
        taken = note.values.get("id", "")
        if note.code != _MERGED or taken not in network:
            continue
        element = network[taken]
        if _flat_text(other) != _flat_text(element.text):
            sentence = element_sentence(
                "{id} ({kind}) is spelled otherwise elsewhere: “{words}”.",
                element,
                words=other,
            )
            yield element, PlacedSentence(sentence, (note.place,))


def _remark_on_owners(network: Network) -> RuleRemarks:
    counts = Counter(owner for element in network for owner in element.owners)
    usual: dict[str, str] = {}
    for owner, _ in counts.most_common():
        usual.setdefault(_plain_spelling(owner), owner)
    told: set[str] = set()
    for element in network:
        for owner in _odd_owners(element, usual):
            if owner not in told:
                told.add(owner)
                sentence = element_sentence(
                    "The owner of {id} ({kind}) is spelled “{words}”, and elsewhere “{usual}”.",
                    element,
                    words=owner,
                    usual=usual[_plain_spelling(owner)],
                )
                yield element, FieldSentence(sentence, "owner", owner)


def _odd_owners(element: Element, usual: dict[str, str]) -> Iterator[str]:
    for owner in element.owners:
        if usual[_plain_spelling(owner)] != owner:
            yield owner


def _plain_spelling(owner: str) -> str:
    """The letters of an owner; the whole when it has none."""
    return _SIGNS.sub("", owner.casefold()) or owner


def _flat_text(text: str) -> str:
    return " ".join(text.split()).rstrip(" .;,")


DUTCH = {
    "One owner or effort in several spellings.": (
        "Eén trekker of inspanning in meer schrijfwijzen."
    ),
    (
        "a search, a filter or a sum finds only half of it, and a reader wonders "
        "whether two are meant."
    ): (
        "zoeken, filteren of optellen vindt maar de helft, en een lezer vraagt "
        "zich af of er twee zijn bedoeld."
    ),
    "seen in real documents.": "gezien in echte documenten.",
    "{id} ({kind}) is spelled otherwise elsewhere: “{words}”.": (
        "{id} ({kind}) is elders anders gespeld: “{words}”."
    ),
    (
        "The owner of {id} ({kind}) is spelled “{words}”, and elsewhere "
        "“{usual}”."
    ): (
        "De trekker van {id} ({kind}) is gespeld als “{words}”, en elders als "
        "“{usual}”."
    ),
}
