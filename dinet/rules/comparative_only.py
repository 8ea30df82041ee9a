"""A target that says only more, less or better, and not how much.

Why it matters: one child more is more. A comparative is right in a goal, and says too little in a
target: almost any outcome meets it.

Bad:

    doelen:
      - tekst: Kinderen groeien gezond op.
        smart-doelen:
          - tekst: In 2028 scoren kinderen beter op de motoriektest dan in 2024.
            bron: Jeugdgezondheidszorg
            inspanningen: [Gymlessen door vakleerkrachten.]

Good:

    doelen:
      - tekst: Kinderen groeien gezond op.
        smart-doelen:
          - tekst: In 2028 haalt 75% van de kinderen de motoriektest (in 2024 was dit 68%).
            bron: Jeugdgezondheidszorg
            inspanningen: [Gymlessen door vakleerkrachten.]

Source: beleidvandezetijd.frl on goals that end in -er; seen in real documents.
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.network import Network
from dinet.targets.gaps import gaps_to_tell


@rule("DW204", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Targets with a way and no number; also when only one of their sentences is so."""
    for target, gap in gaps_to_tell(network):
        if gap.kind == "comparative":
            yield (
                target,
                Sentence(
                    "Target {id} says “{words}”, but not how much.",
                    id=target.id,
                    words=gap.words,
                ),
            )


DUTCH = {
    "A target that says only more, less or better, and not how much.": (
        "Een SMART-doel dat alleen meer, minder of beter zegt, en niet hoeveel."
    ),
    (
        "one child more is more. A comparative is right in a goal, and says too little in a "
        "target: almost any outcome meets it."
    ): (
        "één kind meer is ook meer. Een vergrotende trap hoort in een doel, en zegt te weinig "
        "in een SMART-doel: bijna elke uitkomst voldoet eraan."
    ),
    "beleidvandezetijd.frl on goals that end in -er; seen in real documents.": (
        "beleidvandezetijd.frl over ER-doelen; gezien in echte documenten."
    ),
    "Target {id} says “{words}”, but not how much.": (
        "SMART-doel {id} zegt “{words}”, maar niet hoeveel."
    ),
}
