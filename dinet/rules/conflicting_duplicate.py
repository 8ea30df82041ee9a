"""Two targets or efforts that say the same but for a number, unit, direction, deadline or start.

Why it matters: a reader who finds one of them believes it; the accountability later depends on
which of the two was copied. One of them is wrong, or a word is missing that tells them apart.

Bad:

    doelen:
      - tekst: Meer kinderen sporten elke week.
        smart-doelen:
          - In 2028 sport 60% van de kinderen elke week.
          - 70% van de kinderen sport elke week in 2028.

Good:

    doelen:
      - tekst: Meer kinderen sporten elke week.
        smart-doelen:
          - In 2028 sport 60% van de kinderen elke week.
          - In 2028 sport 70% van de ouderen elke week.

Source: seen in real documents, where a target was changed in one chapter and not in another.
"""

from collections.abc import Iterator

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.model import Element
from dinet.network import Network
from dinet.targets.known_target import KnownTarget, know_element
from dinet.wording.comparison.alike_elements import (
    AlikeElements,
    find_alike_elements,
)
from dinet.wording.comparison.part_names import difference_sentence

_FEWEST_WORDS = 3
"""Words that two statements of different goals share: "70% is tevreden" may be of two groups."""


@rule("DD403", Severity.ERROR)
def check(network: Network) -> RuleRemarks:
    """The later of each two that contradict each other, with the words in which they differ."""
    for pair in find_alike_elements(network):
        comparison = pair.comparison
        if comparison.verdict != "conflict" or comparison.only_leaves_out:
            continue
        if _are_milestones(network, pair) or not _are_about_one(network, pair):
            continue
        yield (
            pair.second,
            Sentence(
                "{id} contradicts {other}, which is about the same: {difference}.",
                id=pair.second.id,
                other=pair.first.id,
                difference=difference_sentence(comparison),
            ),
        )


def _are_milestones(network: Network, pair: AlikeElements) -> bool:
    """Another value at another time is a step on the way, as plans with a row for each year have.

    The steps lead one way from where they start: 52% in 2024, 65% in 2027 and 60% in 2028 do not.
    It costs a contradiction in which value and time were both changed and no start is told.
    """
    names = {part.name for part in pair.comparison.decisive}
    return {"value", "deadline"} <= names and _leads_one_way(network, pair)


def _leads_one_way(network: Network, pair: AlikeElements) -> bool:
    """The values of both, in the order of their years, only rise or only fall."""
    first = know_element(network, pair.first)
    second = know_element(network, pair.second)
    points = {*_dated_values(first), *_dated_values(second)}
    values = [value for _, value in sorted(points)]
    return values in (sorted(values), sorted(values, reverse=True))


def _dated_values(known: KnownTarget) -> Iterator[tuple[str, float]]:
    """Years with the values that a target has in them: where it starts, and what it aims at."""
    for start in known.baselines:
        if start.year and start.value is not None:
            yield start.year, start.value
    if known.values and known.deadlines:
        value = known.values[0].value
        if not isinstance(value, tuple):
            yield known.deadlines[0].norm, value


def _are_about_one(network: Network, pair: AlikeElements) -> bool:
    """They serve one goal, or share so many words that no goal has to tell what they are about."""
    words = [
        part.one for part in pair.comparison.agreeing if part.name == "words"
    ]
    if len(" ".join(words).split()) >= _FEWEST_WORDS:
        return True
    goals = _goals_of(network, pair.first), _goals_of(network, pair.second)
    return not goals[0].isdisjoint(goals[1])


def _goals_of(network: Network, element: Element) -> set[str]:
    return {goal.id for goal in network.goals_of(element)}


DUTCH = {
    (
        "Two targets or efforts that say the same but for a number, unit, direction, "
        "deadline or start."
    ): (
        "Twee SMART-doelen of inspanningen die hetzelfde zeggen, op een getal, eenheid, "
        "richting, termijn of begin na."
    ),
    (
        "a reader who finds one of them believes it; the accountability later depends "
        "on which of the two was copied. One of them is wrong, or a word is missing "
        "that tells them apart."
    ): (
        "wie er één vindt, gelooft die; de verantwoording hangt er later van af welke "
        "van de twee is overgenomen. Een van de twee klopt niet, of er ontbreekt een "
        "woord dat ze onderscheidt."
    ),
    (
        "seen in real documents, where a target was changed in one chapter and not in "
        "another."
    ): (
        "gezien in echte documenten, waar een SMART-doel in het ene hoofdstuk was "
        "gewijzigd en in het andere niet."
    ),
    "{id} contradicts {other}, which is about the same: {difference}.": (
        "{id} spreekt {other} tegen, dat over hetzelfde gaat: {difference}."
    ),
}

ALSO_FOUND = {
    "DC101": "the goals have no efforts: the example needs none.",
    "DC104": "the targets have no efforts of their own: the example needs none.",
    "DM305": "the target has no source: the example needs none.",
}
"""What other rules say of the good example, and why."""
