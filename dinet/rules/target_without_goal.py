"""A target that measures no goal.

Why it matters: a figure without a goal steers on its own. Either the goal was not written down,
or the figure is measured out of habit.

Bad:

    smart-doelen:
      - In 2028 sport 60% van de kinderen elke week.

Good:

    doelen:
      - tekst: Meer kinderen sporten elke week.
        smart-doelen:
          - In 2028 sport 60% van de kinderen elke week.

Source: the handbook Werken aan Programma's (reason both ways: how, and what for).
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.model import Benefit, Capability, Element, Result
from dinet.network import Network


@rule("DC105", Severity.ERROR, missing_from="document")
def check(network: Network) -> RuleRemarks:
    """Targets from which no goal is reached; a link to an unknown goal is another fault.

    Not those of a benefit, capability or result: what misses its goal is then that element. The
    indicator of an output in a logical framework is such a target.
    """
    dead = {link.start for link in network.unknown_references()}
    for target in network.orphans().targets_without_goal:
        if target.id not in dead and not _measures_something(target, network):
            yield (
                target,
                Sentence(
                    "Target {id} belongs to no goal: the document does not say what it measures.",
                    id=target.id,
                ),
            )


def _measures_something(target: Element, network: Network) -> bool:
    return any(
        isinstance(served, Benefit | Capability | Result)
        for served in network.serves(target)
    )


DUTCH = {
    "A target that measures no goal.": "Een SMART-doel dat geen doel meet.",
    (
        "a figure without a goal steers on its own. Either the goal was not written "
        "down, or the figure is measured out of habit."
    ): (
        "een cijfer zonder doel gaat zelf sturen. Het doel is niet opgeschreven, of "
        "het cijfer wordt uit gewoonte gemeten."
    ),
    "the handbook Werken aan Programma's (reason both ways: how, and what for).": (
        "het handboek Werken aan Programma's (redeneer twee kanten op: hoe, en "
        "waartoe)."
    ),
    "Target {id} belongs to no goal: the document does not say what it measures.": (
        "SMART-doel {id} hoort bij geen doel: het document zegt niet wat het meet."
    ),
}

ALSO_FOUND = {
    "DC101": "the goals have no efforts: the example needs none.",
    "DC104": "the targets have no efforts of their own: the example needs none.",
    "DM305": "the target has no source: the example needs none.",
}
"""What other rules say of the good example, and why."""
