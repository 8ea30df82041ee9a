"""Targets of which nobody says that they are agreed on and within reach.

Why it matters: whether a target is acceptable and realistic no sentence shows: people judge it.
Where that judgement is written down, it can be asked after later.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - In 2028 sport 60% van de kinderen.

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - Bouwen van een sporthal.

Source: the five checks of a good benefit in the handbook Werken aan Programma's.
"""

from dinet.finding import RuleRemarks, Severity, WholeProgramme, rule
from dinet.language import Sentence
from dinet.network import Network
from dinet.targets.known_target import KnownTarget, know_targets

_MOST_NAMED = 12
"""So many ids are named; of the others the number tells enough."""


@rule("DM313", Severity.INFO, "document", by_default=False)
def check(network: Network) -> RuleRemarks:
    """One finding for all targets; off by default, since few programmes write it down."""
    known = know_targets(network)
    unjudged = [one.element.id for one in known if _is_unjudged(one)]
    if unjudged:
        sentence = Sentence(
            "Of {n} of {all} targets nothing says that they are agreed on, nor that they are "
            "within reach: {ids}.",
            n=len(unjudged),
            all=len(known),
            ids=", ".join([*unjudged[:_MOST_NAMED], *_rest_of(unjudged)]),
        )
        yield WholeProgramme(), sentence


def _is_unjudged(known: KnownTarget) -> bool:
    return all(known.verdicts[letter].verdict == "unknown" for letter in "AR")


def _rest_of(ids: list[str]) -> list[str]:
    return ["…"] if len(ids) > _MOST_NAMED else []


DUTCH = {
    "Targets of which nobody says that they are agreed on and within reach.": (
        "SMART-doelen waarvan niet is gezegd dat ze zijn afgesproken en haalbaar zijn."
    ),
    (
        "whether a target is acceptable and realistic no sentence shows: people judge it. Where "
        "that judgement is written down, it can be asked after later."
    ): (
        "of een SMART-doel acceptabel en realistisch is, laat geen zin zien: mensen oordelen "
        "daarover. Waar dat oordeel is opgeschreven, kan er later naar worden gevraagd."
    ),
    "the five checks of a good benefit in the handbook Werken aan Programma's.": (
        "de vijf vragen naar een goede baat in het handboek Werken aan Programma's."
    ),
    (
        "Of {n} of {all} targets nothing says that they are agreed on, nor that they are within "
        "reach: {ids}."
    ): (
        "Van {n} van de {all} SMART-doelen staat nergens dat ze zijn afgesproken of haalbaar "
        "zijn: {ids}."
    ),
}

ALSO_FOUND = {
    "DC103": "the goal has no target: the example needs none.",
}
"""What other rules say of the good example, and why."""
