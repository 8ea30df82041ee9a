"""Money for something that serves no goal.

Why it matters: it is spent, and the plan does not say what for. In the accounts it will be
under no goal.

Bad:

    doelen:
      - id: D1
        tekst: Meer kinderen sporten.
        inspanningen:
          - Bouwen van een sporthal.
    resultaten:
      - {id: R1, tekst: Een nieuwe website is in gebruik., budget: "€ 20.000"}

Good:

    smart-doelen:
      - {id: S1, tekst: "In 2028 sport 60% van de kinderen (in 2024 was dit 52%).", bron: GGD}
    doelen:
      - {id: D1, tekst: Meer kinderen sporten., smart-doelen: [S1]}
    resultaten:
      - {id: R1, tekst: Een nieuwe sporthal is in gebruik., budget: "€ 500.000", voor: D1}
    inspanningen:
      - {tekst: Bouwen van een sporthal., voor: [R1, S1]}

Source: the Dutch budget decree for municipalities (BBV) and its checks.
"""

from dinet.finding import (
    FieldSentence,
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.model import AIM_KINDS, Effort, Element, Goal, Target
from dinet.network import Network


@rule("DB703", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Elements with a budget from which no goal is reached, in a plan that links some.

    An effort that serves nothing, or only what is itself at fault, has a rule of its own; here
    are those that serve a target or an effort without a goal, and what is no effort.
    """
    if not network.goals or not network.links():
        return
    for element in network:
        if isinstance(element, Goal) or not (
            element.budget or element.amounts
        ):
            continue
        if _is_judged(element, network) and not network.goals_of(element):
            sentence = element_sentence(
                "{id} ({kind}) has a budget, “{words}”, and serves no goal.",
                element,
                words=element.budget or element.amounts[0].text,
            )
            yield element, FieldSentence(sentence, "budget")


def _is_judged(element: Element, network: Network) -> bool:
    if isinstance(element, Effort):
        return any(
            isinstance(served, Target | Effort)
            for served in network.serves(element)
        )
    return element.kind in AIM_KINDS


DUTCH = {
    "Money for something that serves no goal.": (
        "Geld voor iets dat geen doel dient."
    ),
    (
        "it is spent, and the plan does not say what for. In the accounts it will "
        "be under no goal."
    ): (
        "het wordt uitgegeven, en het plan zegt niet waarvoor. In de "
        "verantwoording staat het straks bij geen enkel doel."
    ),
    "the Dutch budget decree for municipalities (BBV) and its checks.": (
        "het Besluit begroting en verantwoording (BBV) en de controles daarop."
    ),
    "{id} ({kind}) has a budget, “{words}”, and serves no goal.": (
        "{id} ({kind}) heeft een budget, “{words}”, en dient geen doel."
    ),
}
