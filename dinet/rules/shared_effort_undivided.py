"""An effort on a target that several goals share: for which of them, the document does not say.

Why it matters: each of the goals seems to have an effort, but it is one and the same. Whether it
is enough for all of them, or was meant for one, only the authors can say.

Bad:

    smart-doelen:
      - id: S1
        tekst: In 2028 is 90% van de scholen aangesloten.
        inspanningen:
          - Aanstellen van een regisseur.
    doelen:
      - {id: D1, tekst: Meer kansen voor kinderen., smart-doelen: [S1]}
      - id: D2
        tekst: Een hechter netwerk.
        smart-doelen: [S1]
        inspanningen:
          - Bouwen van een site.

Good:

    smart-doelen:
      - id: S1
        tekst: In 2028 is 90% van de scholen aangesloten.
    doelen:
      - {id: D1, tekst: Meer kansen voor kinderen., smart-doelen: [S1]}
      - {id: D2, tekst: Een hechter netwerk., smart-doelen: [S1]}
    inspanningen:
      - tekst: Aanstellen van een regisseur.
        voor: [S1, D1, D2]

Source: seen in real documents, where one target stands under several goals.
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.model import Target
from dinet.network import Grade, Network, Proof
from dinet.wording.proof_words import path_in_words


@rule("DC117", Severity.WARNING, missing_from="document")
def check(network: Network) -> RuleRemarks:
    """Goals with efforts only on shared targets, which name none of the goals themselves."""
    worked_on = {
        measurement.goal.id
        for measurement in network.measurements()
        if measurement.grade is Grade.DIRECT
    }
    for goal in network.orphans().goals_on_shared_target:
        if goal.id in worked_on:
            yield goal, _describe_way(network.proof(goal))


def _describe_way(proof: Proof) -> Sentence:
    targets = [step.id for step in proof.path if isinstance(step, Target)]
    return Sentence(
        "Goal {id} has efforts only through target {targets}, which it shares; the document does "
        "not say for which of its goals they are meant ({path}).",
        id=proof.element.id,
        targets=", ".join(targets),
        path=path_in_words(proof.path, proof.links),
    )


DUTCH = {
    (
        "An effort on a target that several goals share: for which of them, the document does "
        "not say."
    ): (
        "Een inspanning bij een SMART-doel dat doelen delen: voor welk van die doelen, zegt het "
        "document niet."
    ),
    (
        "each of the goals seems to have an effort, but it is one and the same. Whether it is "
        "enough for all of them, or was meant for one, only the authors can say."
    ): (
        "elk van de doelen lijkt een inspanning te hebben, maar het is steeds dezelfde. Of zij "
        "genoeg is voor alle doelen, of voor één bedoeld is, weten alleen de schrijvers."
    ),
    "seen in real documents, where one target stands under several goals.": (
        "gezien in echte documenten, waar één SMART-doel onder meer doelen staat."
    ),
    (
        "Goal {id} has efforts only through target {targets}, which it shares; the document does "
        "not say for which of its goals they are meant ({path})."
    ): (
        "Doel {id} heeft alleen inspanningen via SMART-doel {targets}, dat het met andere doelen "
        "deelt; het document zegt niet voor welk van die doelen ze bedoeld zijn ({path})."
    ),
}

ALSO_FOUND = {
    "DM305": "the target has no source: the example needs none.",
}
"""What other rules say of the good example, and why."""
