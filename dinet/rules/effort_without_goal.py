"""An effort that serves no goal: work without a purpose.

Why it matters: time and money go to something of which the document does not say what it is
for. Often the purpose is known and was only not written down; sometimes the effort is a habit
that nobody asked about.

Bad:

    inspanningen:
      - Uitgeven van een nieuwsbrief.

Good:

    doelen:
      - tekst: Meer inwoners kennen de regelingen.
    inspanningen:
      - tekst: Uitgeven van een nieuwsbrief.
        voor: D1

Source: the handbook Werken aan Programma's (every effort has a way up to a goal).
"""

from collections.abc import Iterable

from dinet.finding import (
    MilderSentence,
    RuleRemarks,
    Severity,
    rule,
)
from dinet.language import Sentence
from dinet.model import (
    Benefit,
    Capability,
    Effort,
    Element,
    Goal,
    Result,
    Target,
)
from dinet.network import Network

_MEANS = (Benefit, Capability, Result)
"""Kinds that stand between an effort and a goal in the handbook's chain."""
_NAMED_FOR_EACH = 3
"""Efforts that name a goal, for each that names only a target: else that is the habit."""


@rule("DC102", Severity.ERROR, missing_from="document")
def check(network: Network) -> RuleRemarks:
    """Efforts from which no goal is reached.

    Not those that serve a target or an effort, which is then itself at fault, nor those with a
    link to an element that does not exist, for which there is another rule. Where nearly all
    name a goal, one that names only a target is asked about: it may be meant for that goal alone.
    In a map of benefits without any goal an effort for a benefit or capability misses nothing.
    """
    with_dead_link = {link.start for link in network.unknown_references()}
    for effort in network.orphans().efforts_without_goal:
        if effort.id in with_dead_link:
            continue
        if _serves_any(effort, network, (Target, Effort)):
            continue
        served = _serves_any(effort, network, _MEANS)
        if not served:
            yield (
                effort,
                Sentence(
                    "Effort {id} serves no goal: the document does not say what it is for.",
                    id=effort.id,
                ),
            )
        elif network.goals:
            yield (
                effort,
                Sentence(
                    "Effort {id} serves {served}, and no goal lies behind that.",
                    id=effort.id,
                    served=_list_ids(served),
                ),
            )

    for effort, targets in _efforts_on_targets_only(network):
        told = Sentence(
            "Effort {id} names no goal, only target {targets}: it serves goal {goals} only through "
            "that.",
            id=effort.id,
            targets=_list_ids(targets),
            goals=_list_ids(network.goals_of(effort)),
        )
        yield effort, MilderSentence(told, Severity.INFO)


def _serves_any(
    effort: Element, network: Network, kinds: tuple[type[Element], ...]
) -> list[Element]:
    """What of some kinds an effort serves itself."""
    return [one for one in network.serves(effort) if isinstance(one, kinds)]


def _efforts_on_targets_only(
    network: Network,
) -> list[tuple[Effort, list[Target]]]:
    """Efforts that name targets and no goal, in a programme where nearly all name a goal.

    Where many hang on targets alone that is how the programme is built, and nothing is missing.
    """
    named = 0
    found = []
    for effort in network.efforts:
        served = network.serves(effort)
        targets = [one for one in served if isinstance(one, Target)]
        named += any(isinstance(one, Goal) for one in served)
        if len(targets) == len(served) > 0 and network.goals_of(effort):
            found.append((effort, targets))
    return found if named >= _NAMED_FOR_EACH * len(found) else []


def _list_ids(elements: Iterable[Element]) -> str:
    return ", ".join(element.id for element in elements)


DUTCH = {
    "An effort that serves no goal: work without a purpose.": (
        "Een inspanning die geen doel dient: werk zonder bedoeling."
    ),
    (
        "time and money go to something of which the document does not say what it is "
        "for. Often the purpose is known and was only not written down; sometimes the "
        "effort is a habit that nobody asked about."
    ): (
        "er gaat tijd en geld naar iets waarvan het document niet zegt waarvoor het "
        "is. Vaak is het doel wel bekend en alleen niet opgeschreven; soms is de "
        "inspanning een gewoonte waar niemand naar heeft gevraagd."
    ),
    "the handbook Werken aan Programma's (every effort has a way up to a goal).": (
        "het handboek Werken aan Programma's (elke inspanning heeft een weg omhoog "
        "naar een doel)."
    ),
    "Effort {id} serves no goal: the document does not say what it is for.": (
        "Inspanning {id} dient geen doel: het document zegt niet waarvoor ze is."
    ),
    "Effort {id} serves {served}, and no goal lies behind that.": (
        "Inspanning {id} dient {served}, en daarachter ligt geen doel."
    ),
    (
        "Effort {id} names no goal, only target {targets}: it serves goal {goals} only through "
        "that."
    ): (
        "Inspanning {id} noemt geen doel, alleen SMART-doel {targets}: ze dient doel {goals} "
        "alleen langs die weg."
    ),
}

ALSO_FOUND = {
    "DC103": "the goals have no targets: the example needs none.",
}
"""What other rules say of the good example, and why."""
