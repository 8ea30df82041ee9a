"""A document that does not say what serves what: no goal can be judged by it.

Why it matters: goals and efforts stand beside each other, and nobody can tell which effort is for
which goal. That is no gap in the programme but in its description: one form settles it, and then
the gaps that are left can be told.

Bad:

    doelen:
      - Meer kinderen sporten elke week.
      - Meer kinderen eten gezond.
    inspanningen:
      - Bouwen van een sporthal.
      - Geven van kooklessen.

Good:

    doelen:
      - tekst: Meer kinderen sporten elke week.
        inspanningen:
          - Bouwen van een sporthal.

Source: a real council document with goals in one list and efforts in a table of its own.
"""

from collections.abc import Iterator

from dinet.finding import RuleRemarks, Severity, WholeProgramme, rule
from dinet.language import JoinedSentences, Sentence
from dinet.model import Effort, Element, Goal, Kind, Place, Target
from dinet.network import Grade, Measured, Network
from dinet.wording.labels import counted_kind


@rule("DI801", Severity.WARNING, missing_from="document")
def check(network: Network) -> RuleRemarks:
    """One finding for the whole document, with what of each kind is left open."""
    # a link to an element that does not exist is a fault of its own, and no silence
    with_dead_link = {
        end
        for link in network.unknown_references()
        for end in (link.start, link.end)
    }
    unknown = tuple(
        element
        for element in network.orphans().unknown
        if element.id not in with_dead_link
    )
    sentences = [
        *_effort_sentences(network, unknown),
        *_target_sentences(network, unknown),
        *_level_sentences(network, unknown),
    ]
    if not sentences:
        return
    sentence = JoinedSentences(*sentences, _form_sentence(network))
    yield WholeProgramme(tuple(_places_of_lists(network))), sentence


def _effort_sentences(
    network: Network, unknown: tuple[Element, ...]
) -> Iterator[Sentence]:
    """Of how many goals and targets it is open which efforts serve them, and the reverse."""
    efforts = sum(isinstance(element, Effort) for element in unknown)
    aims = [
        element
        for element in unknown
        if not isinstance(element, Effort)
        and network.grade(element) is Grade.UNKNOWN
    ]
    if not aims or not efforts:
        return
    parts = [
        _count_of_kind(aims, Goal, "goal"),
        _count_of_kind(aims, Target, "target"),
    ]
    yield Sentence(
        "The document does not say which efforts work on which goals: it is unknown for {aims} "
        "and {efforts}.",
        aims=JoinedSentences(*filter(None, parts), glue=", "),
        efforts=counted_kind("effort", efforts),
    )


def _count_of_kind(
    elements: list[Element], model: type[Element], kind: Kind
) -> Sentence | None:
    count = sum(isinstance(element, model) for element in elements)
    return counted_kind(kind, count) if count else None


def _target_sentences(
    network: Network, unknown: tuple[Element, ...]
) -> Iterator[Sentence]:
    """Of how many targets it is open which goal they measure."""
    goals = [
        element
        for element in unknown
        if isinstance(element, Goal)
        and network.measured(element) is Measured.UNKNOWN
    ]
    targets = [
        element
        for element in unknown
        if isinstance(element, Target) and not network.goals_of(element)
    ]
    if not goals or not targets:
        return
    yield Sentence(
        "The document does not say which target measures which goal: it is unknown for {targets} "
        "and {goals}.",
        targets=counted_kind("target", len(targets)),
        goals=counted_kind("goal", len(goals)),
    )


def _level_sentences(
    network: Network, unknown: tuple[Element, ...]
) -> Iterator[Sentence]:
    """That it is open to which strategic goals the operational goals contribute."""
    levels = {goal.level for goal in network.goals}
    strategic = [
        element
        for element in unknown
        if isinstance(element, Goal) and element.level == "strategic"
    ]
    is_linked = any(
        isinstance(served, Goal)
        for goal in strategic
        for served in network.supports(goal)
    )
    if strategic and "operational" in levels and not is_linked:
        yield Sentence(
            "The document does not say which operational goal serves which strategic goal."
        )


def _form_sentence(network: Network) -> Sentence:
    """Where it can be filled in: a file of dinet's own form has a key for it."""
    files = [place.file for element in network for place in element.places[:1]]
    if not files or files[0].endswith((".yaml", ".json")):
        return Sentence(
            "Under the key “voor” of an effort or target can be filled in which goal it serves."
        )
    return Sentence(
        "“dinet read {file} -o plan.din.yaml” also makes the form plan.koppeling.yaml, in which "
        "to fill in what serves what; “--mapping plan.koppeling.yaml” then reads it too.",
        file=files[0],
    )


def _places_of_lists(network: Network) -> Iterator[Place]:
    """Where the first of each kind stands."""
    for elements in (network.goals, network.targets, network.efforts):
        for element in elements[:1]:
            yield from element.places[:1]


DUTCH = {
    (
        "A document that does not say what serves what: no goal can be judged by it."
    ): (
        "Een document dat niet zegt wat waaraan bijdraagt: zo is geen doel te beoordelen."
    ),
    (
        "goals and efforts stand beside each other, and nobody can tell which effort is for "
        "which goal. That is no gap in the programme but in its description: one form settles "
        "it, and then the gaps that are left can be told."
    ): (
        "doelen en inspanningen staan naast elkaar, en niemand kan zien welke inspanning voor "
        "welk doel is. Dat is geen gat in het programma maar in de beschrijving ervan: één "
        "formulier lost het op, en daarna is te zien welke gaten er overblijven."
    ),
    "a real council document with goals in one list and efforts in a table of its own.": (
        "een echt raadsstuk met doelen in een lijst en inspanningen in een eigen tabel."
    ),
    (
        "The document does not say which efforts work on which goals: it is unknown for {aims} "
        "and {efforts}."
    ): (
        "Het document zegt niet welke inspanningen aan welke doelen werken: dat is onbekend van "
        "{aims} en {efforts}."
    ),
    (
        "The document does not say which target measures which goal: it is unknown for "
        "{targets} and {goals}."
    ): (
        "Het document zegt niet welk SMART-doel welk doel meet: dat is onbekend van {targets} "
        "en {goals}."
    ),
    (
        "Under the key “voor” of an effort or target can be filled in which goal it serves."
    ): (
        "Onder “voor” bij een inspanning of SMART-doel is in te vullen welk doel zij dient."
    ),
    (
        "“dinet read {file} -o plan.din.yaml” also makes the form plan.koppeling.yaml, in which "
        "to fill in what serves what; “--mapping plan.koppeling.yaml” then reads it too."
    ): (
        "“dinet read {file} -o plan.din.yaml” maakt ook het formulier plan.koppeling.yaml, "
        "waarin is in te vullen wat waaraan bijdraagt; met “--mapping plan.koppeling.yaml” leest "
        "dinet het mee."
    ),
}

ALSO_FOUND = {
    "DC103": "the goals have no targets: the example needs none.",
}
"""What other rules say of the good example, and why."""
