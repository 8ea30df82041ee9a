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
from dinet.network import Network

MOST_HINTS = 20
"""So many findings look for ids that are near; each look compares with every id."""


@rule("DS003", Severity.ERROR)
def check(network: Network) -> RuleRemarks:
    """Each link with an end that does not exist, once for the same two ends, with ids that were perhaps meant."""
    known = [each.id for each in network]
    links = {
        (each.start, each.end): each for each in reversed(network.unknown_references())
    }
    for number, link in enumerate(reversed(links.values())):
        unknown = [
            each
            for each in dict.fromkeys((link.start, link.end))
            if each not in network
        ]
        what = Sentence(
            "The link from “{start}” to “{end}” leads nowhere: there is no element “{unknown}”.",
            start=link.start,
            end=link.end,
            unknown="”, “".join(unknown),
        )
        yield (
            link,
            JoinedSentences(
                what, *_id_hints(unknown, known if number < MOST_HINTS else ())
            ),
        )


def _id_hints(unknown: list[str], known: Iterable[str]) -> tuple[Sentence, ...]:
    lists = tuple(
        Sentence("More than one id is written as a list: [{ids}].", ids=each)
        for each in unknown
        if "," in each
    )
    return lists or did_you_mean(unknown[0], known)


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
