"""A target that does not say where its figures come from.

Why it matters: without a source nobody can check the figure, and next year it may be counted in
another way.

Bad:

    doelen:
      - tekst: Meer kinderen sporten elke week.
        smart-doelen:
          - In 2028 sport 60% van de kinderen elke week.

Good:

    doelen:
      - tekst: Meer kinderen sporten elke week.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen elke week.
            bron: Gezondheidsmonitor GGD

Source: studies of Dutch courts of audit on the reliability of indicators.
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.network import Network
from dinet.targets.known_target import know_targets


@rule("DM305", Severity.INFO, missing_from="row")
def check(network: Network) -> RuleRemarks:
    """Targets without any source, beside them or in their text."""
    for known in know_targets(network):
        if not known.sources:
            yield (
                known.element,
                Sentence(
                    "Target {id} names no source: its figures cannot be checked.",
                    id=known.element.id,
                ),
            )


DUTCH = {
    "A target that does not say where its figures come from.": (
        "Een SMART-doel dat niet zegt waar de cijfers vandaan komen."
    ),
    (
        "without a source nobody can check the figure, and next year it may be counted "
        "in another way."
    ): (
        "zonder bron kan niemand het cijfer nagaan, en volgend jaar wordt het "
        "misschien anders geteld."
    ),
    "studies of Dutch courts of audit on the reliability of indicators.": (
        "onderzoek van rekenkamers naar de betrouwbaarheid van indicatoren."
    ),
    "Target {id} names no source: its figures cannot be checked.": (
        "SMART-doel {id} noemt geen bron: de cijfers zijn niet na te gaan."
    ),
}

ALSO_FOUND = {
    "DC101": "the goals have no efforts: the example needs none.",
    "DC104": "the targets have no efforts of their own: the example needs none.",
}
"""What other rules say of the good example, and why."""
