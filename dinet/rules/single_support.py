"""A goal that rests on one effort.

Why it matters: when that effort is late, is cut or loses its people, nothing works on the goal
any more. That may be a choice; who decides on the effort must know it.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - Bouwen van een sporthal.

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - Bouwen van een sporthal.
              - Trainen van vrijwilligers.

Source: questions that auditors ask of a plan.
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.model import Goal
from dinet.network import Network


@rule("DC108", Severity.INFO, missing_from="document", by_default=False)
def check(network: Network) -> RuleRemarks:
    """Goals to which no effort leads any more when one effort stops."""
    for critical in network.critical():
        for element in critical.rests:
            if isinstance(element, Goal):
                sentence = Sentence(
                    "Goal {id} rests on effort {effort} alone.",
                    id=element.id,
                    effort=critical.effort.id,
                )
                yield element, sentence


DUTCH = {
    "A goal that rests on one effort.": "Een doel dat op één inspanning rust.",
    (
        "when that effort is late, is cut or loses its people, nothing works on the goal "
        "any more. That may be a choice; who decides on the effort must know it."
    ): (
        "loopt die inspanning uit, wordt ze geschrapt of vallen haar mensen weg, dan werkt "
        "er niets meer aan het doel. Dat kan een keuze zijn; wie over de inspanning beslist, "
        "moet het weten."
    ),
    "questions that auditors ask of a plan.": (
        "vragen die controleurs aan een plan stellen."
    ),
    "Goal {id} rests on effort {effort} alone.": (
        "Doel {id} rust alleen op inspanning {effort}."
    ),
}
