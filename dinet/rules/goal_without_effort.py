"""A goal without any effort: nothing in the programme works on it.

Why it matters: it is the first question that an auditor asks. A goal without an effort will not
be reached by this programme; either the work was forgotten, or the goal belongs elsewhere.

Bad:

    doelen:
      - tekst: Meer kinderen sporten elke week.

Good:

    doelen:
      - tekst: Meer kinderen sporten elke week.
        inspanningen:
          - Bouwen van een sporthal.

Source: the handbook Werken aan Programma's (every goal has a way down to an effort) and the
questions of Dutch courts of audit.
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.network import Network


@rule("DC101", Severity.ERROR)
def check(network: Network) -> RuleRemarks:
    """Goals that no effort serves, directly or through others; a link from an unknown effort is another fault."""
    dead = {
        link.end
        for link in network.unknown_references()
        if link.kind == "contributes_to"
    }
    for goal in network.orphans().goals_without_effort:
        if goal.id not in dead:
            yield (
                goal,
                Sentence(
                    "Goal {id} has no effort: nothing in the programme works on it.",
                    id=goal.id,
                ),
            )


DUTCH = {
    "A goal without any effort: nothing in the programme works on it.": (
        "Een doel zonder inspanning: niets in het programma werkt eraan."
    ),
    (
        "it is the first question that an auditor asks. A goal without an effort will "
        "not be reached by this programme; either the work was forgotten, or the goal "
        "belongs elsewhere."
    ): (
        "het is de eerste vraag van een controleur. Een doel zonder inspanning wordt "
        "door dit programma niet bereikt: het werk is vergeten, of het doel hoort "
        "ergens anders thuis."
    ),
    (
        "the handbook Werken aan Programma's (every goal has a way down to an effort) "
        "and the questions of Dutch courts of audit."
    ): (
        "het handboek Werken aan Programma's (elk doel heeft een weg omlaag naar een "
        "inspanning) en de vragen van rekenkamers."
    ),
    "Goal {id} has no effort: nothing in the programme works on it.": (
        "Doel {id} heeft geen inspanning: niets in het programma werkt eraan."
    ),
}
