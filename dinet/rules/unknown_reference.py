"""A link to an id that no element has.

Why it matters: what was meant is not in the network, so the element seems to serve nothing, or
to lack something that it has. Most often it is a slip of the pen.

Bad:

    doelen:
      - id: D-sport
        tekst: Meer kinderen sporten elke week.
    inspanningen:
      - tekst: Bouwen van een sporthal.
        voor: D-sprot

Good:

    doelen:
      - id: D-sport
        tekst: Meer kinderen sporten elke week.
    inspanningen:
      - tekst: Bouwen van een sporthal.
        voor: D-sport

Source: common to checkers of argument and requirement networks.
"""

from collections.abc import Iterable

from dinet.errors import did_you_mean
from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import JoinedSentences, Sentence
from dinet.model import Link
from dinet.network import Network
from dinet.network.listed_ids import lists_known_ids

MOST_HINTS = 20
"""So many findings look for ids that are near; each look compares with every id."""


@rule("DS003", Severity.ERROR)
def check(network: Network) -> RuleRemarks:
    """Each link with an end that does not exist, with ids that were perhaps meant.

    Several links between the same two ends are told once, at the first of them. For several ids
    in one text, that all exist, there is a rule of its own.
    """
    known_ids = [element.id for element in network]
    # later links are overwritten by earlier ones, so the first of each pair of ends stays
    links = {
        (link.start, link.end): link
        for link in reversed(network.unknown_references())
        if not lists_known_ids(network, link)
    }
    for number, link in enumerate(reversed(links.values())):
        ends = dict.fromkeys((link.start, link.end))
        unknown = [end for end in ends if end not in network]
        hints = _id_hints(unknown, known_ids if number < MOST_HINTS else ())
        yield link, JoinedSentences(_describe_dead_link(link, unknown), *hints)


def _describe_dead_link(link: Link, unknown: list[str]) -> Sentence:
    return Sentence(
        "The link from “{start}” to “{end}” leads nowhere: there is no element “{unknown}”.",
        start=link.start,
        end=link.end,
        unknown="”, “".join(unknown),
    )


def _id_hints(
    unknown: list[str], known_ids: Iterable[str]
) -> tuple[Sentence, ...]:
    """How to write several ids, when one has a comma; else the known ids that are near."""
    lists = tuple(
        Sentence("More than one id is written as a list: [{ids}].", ids=words)
        for words in unknown
        if "," in words
    )
    return lists or did_you_mean(unknown[0], known_ids)


DUTCH = {
    "A link to an id that no element has.": (
        "Een verband met een id die geen element heeft."
    ),
    (
        "what was meant is not in the network, so the element seems to serve nothing, "
        "or to lack something that it has. Most often it is a slip of the pen."
    ): (
        "wat bedoeld was staat niet in het netwerk; het element lijkt dus niets te "
        "dienen, of iets te missen dat het wel heeft. Meestal is het een verschrijving."
    ),
    "common to checkers of argument and requirement networks.": (
        "gebruikelijk bij controles van netwerken van argumenten en eisen."
    ),
    "The link from “{start}” to “{end}” leads nowhere: there is no element “{unknown}”.": (
        "Het verband van “{start}” naar “{end}” loopt dood: er is geen element "
        "“{unknown}”."
    ),
    "More than one id is written as a list: [{ids}].": (
        "Meer dan één id schrijft u als lijst: [{ids}]."
    ),
}

ALSO_FOUND = {
    "DC103": "the goals have no targets: the example needs none.",
}
"""What other rules say of the good example, and why."""
