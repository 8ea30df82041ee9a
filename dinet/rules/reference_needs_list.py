"""Several ids written as one text: the link leads nowhere, though each of them exists.

Why it matters: all these elements seem to be served by nothing, for one pair of brackets that is
missing.

Bad:

    doelen:
      - {id: D1, tekst: Meer kinderen sporten.}
      - {id: D2, tekst: Meer kinderen eten gezond.}
    inspanningen:
      - {tekst: Bouwen van een sporthal., voor: "D1, D2"}

Good:

    smart-doelen:
      - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
        bron: GGD
        meet: [D1, D2]
        inspanningen: [{id: I1, tekst: Bouwen van een sporthal.}]
    doelen:
      - {id: D1, tekst: Meer kinderen sporten.}
      - {id: D2, tekst: Meer kinderen eten gezond.}
    verbanden:
      - {van: I1, soort: draagt bij aan, naar: D1}
      - {van: I1, soort: draagt bij aan, naar: D2}

Source: checkers of argument networks, which ask for a list.
"""

from collections.abc import Iterator

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.model import Element, Link
from dinet.network import Network
from dinet.network.listed_ids import find_listed_ids, lists_known_ids


@rule("DS014", Severity.ERROR)
def check(network: Network) -> RuleRemarks:
    """Each link with such an end, once for the same two ends.

    It weighs as much as any other link that leads nowhere: it is missing as much.
    """
    told: set[tuple[str, str]] = set()
    for link in network.unknown_references():
        ends = link.start, link.end
        if ends not in told and lists_known_ids(network, link):
            told.add(ends)
            for words in _listing_ends(network, link):
                yield (
                    _subject_of(network, link),
                    _describe_list(network, link, words),
                )


def _subject_of(network: Network, link: Link) -> Element | Link:
    """The element that states the link, where that is known; else the link."""
    known = link.start in network
    return network[link.start] if known else link


def _listing_ends(network: Network, link: Link) -> Iterator[str]:
    ends = dict.fromkeys((link.start, link.end))
    return (end for end in ends if find_listed_ids(network, end))


def _describe_list(network: Network, link: Link, words: str) -> Sentence:
    return Sentence(
        "The link from “{start}” to “{end}” leads nowhere: “{words}” is one text. "
        "More than one id is written as a list: [{ids}].",
        start=link.start,
        end=link.end,
        words=words,
        ids=", ".join(find_listed_ids(network, words)),
    )


DUTCH = {
    "Several ids written as one text: the link leads nowhere, though each of them exists.": (
        "Meer ids als één tekst geschreven: het verband loopt dood, terwijl elk ervan bestaat."
    ),
    (
        "all these elements seem to be served by nothing, for one pair of brackets that is "
        "missing."
    ): (
        "al deze elementen lijken door niets gediend, om één paar haken dat ontbreekt."
    ),
    "checkers of argument networks, which ask for a list.": (
        "controles van netwerken van argumenten, die om een lijst vragen."
    ),
    (
        "The link from “{start}” to “{end}” leads nowhere: “{words}” is one text. More than one "
        "id is written as a list: [{ids}]."
    ): (
        "Het verband van “{start}” naar “{end}” loopt dood: “{words}” is één tekst. Meer dan één "
        "id schrijft u als lijst: [{ids}]."
    ),
}
