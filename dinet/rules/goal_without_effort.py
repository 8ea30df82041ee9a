"""A goal without an effort of its own: nothing in the programme expressly works on it.

Why it matters: it is the first question that an auditor asks. A goal without an effort will not
be reached by this programme; either the work was forgotten, or the goal belongs elsewhere. An
effort for another goal may move a target that both share, but nobody wrote it down for this one.

Bad:

    doelen:
      - tekst: Meer kinderen sporten elke week.
      - tekst: Meer kinderen eten gezond.
        inspanningen:
          - Geven van kooklessen.

Good:

    doelen:
      - tekst: Meer kinderen sporten elke week.
        inspanningen:
          - Bouwen van een sporthal.

Source: the handbook Werken aan Programma's (every goal has a way down to an effort) and the
questions of Dutch courts of audit.
"""

from collections.abc import Iterator

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import JoinedSentences, Sentence
from dinet.model import Element, Goal, Target
from dinet.network import Grade, Network
from dinet.wording.labels import counted_kind
from dinet.wording.proof_words import path_in_words


@rule("DC101", Severity.ERROR, missing_from="document")
def check(network: Network) -> RuleRemarks:
    """Goals that no effort serves, and those to which one leads only by another goal's target.

    Not those with a link from an element that does not exist, for which there is another rule,
    and none where the document says of no effort what it serves.
    """
    with_dead_link = {
        link.end
        for link in network.unknown_references()
        if link.kind == "contributes_to"
    }
    orphans = network.orphans()
    loose_count = len(orphans.efforts_without_goal)
    worked_on = {
        measurement.goal.id
        for measurement in network.measurements()
        if measurement.grade is Grade.DIRECT
    }
    for goal in network.goals:
        grade = network.grade(goal)
        if grade is Grade.NONE and goal.id not in with_dead_link:
            told = _none_sentences(network, goal, loose_count)
            yield goal, JoinedSentences(*told)
        elif grade is Grade.SHARED_TARGET and goal.id not in worked_on:
            yield goal, _shared_sentence(network, goal)


def _none_sentences(
    network: Network, goal: Element, loose_count: int
) -> Iterator[Sentence]:
    """That a goal has no effort, and how many efforts there are that may be meant for it."""
    if not network.efforts:
        yield Sentence(
            "Goal {id} has no effort: no effort at all was read in this document.",
            id=goal.id,
        )
        return
    yield Sentence(
        "Goal {id} has no effort: nothing in the programme works on it.",
        id=goal.id,
    )
    if loose_count:
        yield Sentence(
            "Of {efforts} the document does not say the goal: one may be meant for this one.",
            efforts=counted_kind("effort", loose_count),
        )


def _shared_sentence(network: Network, goal: Element) -> Sentence:
    """That the only way to a goal runs through a target that it shares, and with which goals."""
    proof = network.proof(goal)
    shared = [step for step in proof.path if isinstance(step, Target)]
    others = [
        served.id
        for target in shared
        for served in network.serves(target)
        if isinstance(served, Goal) and served.id != goal.id
    ]
    return Sentence(
        "Goal {id} has no effort of its own: efforts reach it only through target {targets}, "
        "which belongs to {others} too ({path}).",
        id=goal.id,
        targets=", ".join(target.id for target in shared),
        others=", ".join(dict.fromkeys(others)),
        path=path_in_words(proof.path, proof.links),
    )


DUTCH = {
    (
        "A goal without an effort of its own: nothing in the programme expressly works on it."
    ): (
        "Een doel zonder eigen inspanning: niets in het programma werkt er uitdrukkelijk aan."
    ),
    (
        "it is the first question that an auditor asks. A goal without an effort will "
        "not be reached by this programme; either the work was forgotten, or the goal "
        "belongs elsewhere. An effort for another goal may move a target that both share, "
        "but nobody wrote it down for this one."
    ): (
        "het is de eerste vraag van een controleur. Een doel zonder inspanning wordt "
        "door dit programma niet bereikt: het werk is vergeten, of het doel hoort "
        "ergens anders thuis. Een inspanning voor een ander doel kan een gedeeld SMART-doel "
        "wel dichterbij brengen, maar het document noemt haar niet bij dit doel."
    ),
    (
        "the handbook Werken aan Programma's (every goal has a way down to an effort) "
        "and the questions of Dutch courts of audit."
    ): (
        "het handboek Werken aan Programma's (elk doel heeft een weg omlaag naar een "
        "inspanning) en de vragen van rekenkamers."
    ),
    "Goal {id} has no effort: no effort at all was read in this document.": (
        "Doel {id} heeft geen inspanning: in dit document is geen enkele inspanning gelezen."
    ),
    "Goal {id} has no effort: nothing in the programme works on it.": (
        "Doel {id} heeft geen inspanning: niets in het programma werkt eraan."
    ),
    (
        "Of {efforts} the document does not say the goal: one may be meant for this one."
    ): (
        "Van {efforts} zegt het document niet voor welk doel: misschien hoort dat werk bij dit "
        "doel."
    ),
    (
        "Goal {id} has no effort of its own: efforts reach it only through target {targets}, "
        "which belongs to {others} too ({path})."
    ): (
        "Doel {id} heeft geen eigen inspanning: inspanningen bereiken het alleen via "
        "SMART-doel {targets}, dat ook bij {others} hoort ({path})."
    ),
}

ALSO_FOUND = {
    "DC103": "the goals have no targets: the example needs none.",
}
"""What other rules say of the good example, and why."""
