"""Money of a shared effort that is counted under each of its goals.

Why it matters: the goals together seem to cost more than all efforts. Who adds them up spends
the same euro twice.

Bad:

    doelen:
      - {id: D1, tekst: Meer kinderen sporten., budget: "€ 600"}
      - {id: D2, tekst: Minder jongeren roken., budget: "€ 500"}
    inspanningen:
      - {tekst: Bouwen van een sporthal., budget: "€ 500", voor: [D1, D2]}
      - {tekst: Trainen van vrijwilligers., budget: "€ 100", voor: D1}

Good:

    smart-doelen:
      - {id: S1, tekst: "In 2028 sport 60% van de kinderen (in 2024 was dit 52%).", bron: GGD}
    doelen:
      - {id: D1, tekst: Meer kinderen sporten., budget: "€ 350", smart-doelen: [S1]}
      - {id: D2, tekst: Kinderen bewegen vaker buiten., budget: "€ 250", smart-doelen: [S1]}
    inspanningen:
      - {tekst: Bouwen van een sporthal., budget: "€ 500", voor: [D1, D2, S1]}
      - {tekst: Trainen van vrijwilligers., budget: "€ 100", voor: D1}

Source: questions that auditors ask of a plan.
"""

from collections.abc import Iterable
from decimal import Decimal

from dinet.finding import FieldSentence, RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.model import Effort, Element, Goal
from dinet.network import Network
from dinet.wording.amounts import read_amounts


@rule("DB704", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Efforts of which the whole amount is in the amounts of two goals or more.

    It is so when the amounts of all efforts with a link to a goal add up to the amount of the
    goal itself. With one amount unknown nothing is said of that goal.
    """
    lang = network.programme.lang
    counting: dict[str, list[str]] = {}
    for goal in network.goals:
        amount = _amount_of(goal, lang)
        efforts = _own_efforts(goal, network) if amount else []
        if amount and amount == _total_of(efforts, lang):
            for effort in efforts:
                counting.setdefault(effort.id, []).append(goal.id)
    for effort in network.efforts:
        goals = counting.get(effort.id, [])
        if len(goals) > 1:
            sentence = Sentence(
                "The budget of effort {id}, “{words}”, is counted whole under {goals}.",
                id=effort.id,
                words=effort.budget or effort.amounts[0].text,
                goals=", ".join(goals),
            )
            yield effort, FieldSentence(sentence, "budget")


def _own_efforts(goal: Goal, network: Network) -> list[Effort]:
    return [
        served
        for served in network.supports(goal)
        if isinstance(served, Effort)
    ]


def _amount_of(element: Element, lang: str) -> Decimal | None:
    """The amount of an element; None when there is none, or one that is open."""
    if element.amounts:
        values = [amount.value for amount in element.amounts]
    elif element.budget:
        read = read_amounts(element.budget, "", lang)
        values = [amount.value for amount in read]
    else:
        return None
    return _sum_known(values)


def _sum_known(values: Iterable[Decimal | None]) -> Decimal | None:
    """The sum; None when one of the values is unknown, or when there is none."""
    known = list(values)
    total = sum(filter(None, known), Decimal(0))
    return total if known and None not in known else None


def _total_of(efforts: Iterable[Effort], lang: str) -> Decimal | None:
    return _sum_known(_amount_of(effort, lang) for effort in efforts)


DUTCH = {
    "Money of a shared effort that is counted under each of its goals.": (
        "Geld van een gedeelde inspanning dat bij elk van haar doelen is geteld."
    ),
    (
        "the goals together seem to cost more than all efforts. Who adds them up "
        "spends the same euro twice."
    ): (
        "de doelen samen lijken meer te kosten dan alle inspanningen. Wie ze "
        "optelt, geeft dezelfde euro twee keer uit."
    ),
    "questions that auditors ask of a plan.": (
        "vragen die controleurs aan een plan stellen."
    ),
    (
        "The budget of effort {id}, “{words}”, is counted whole under {goals}."
    ): (
        "Het budget van inspanning {id}, “{words}”, telt geheel mee bij {goals}."
    ),
}
