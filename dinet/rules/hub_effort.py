"""An effort for nearly everything.

Why it matters: either it is the lever of the whole programme, or it is too vague to be for
anything. A person decides which.

Bad:

    doelen:
      - {id: D1, tekst: Meer kinderen bewegen.}
      - {id: D2, tekst: Minder kinderen roken.}
      - {id: D3, tekst: Meer kinderen eten gezond.}
      - {id: D4, tekst: Minder kinderen zijn eenzaam.}
    inspanningen:
      - tekst: Uitgeven van een nieuwsbrief.
        voor: [D1, D2, D3, D4]

Good:

    smart-doelen:
      - {id: S1, tekst: "In 2028 sport 60% van de kinderen (in 2024 was dit 52%).", bron: GGD}
    doelen:
      - {id: D1, tekst: Meer kinderen bewegen., smart-doelen: [S1]}
      - {id: D2, tekst: Kinderen sporten vaker buiten., smart-doelen: [S1]}
    inspanningen:
      - tekst: Bouwen van een sporthal.
        voor: [D1, D2, S1]

Source: the handbook Werken aan Programma's: not everything contributes to everything.
"""

from dinet.finding import (
    USUAL_SETTINGS,
    RuleRemarks,
    RuleSettings,
    Severity,
    Threshold,
    rule,
    shorten_quote,
)
from dinet.language import Sentence
from dinet.model import Goal
from dinet.network import Network

_MANY = Threshold(Sentence("goals"), 6, least=2)
"""With two or three a goal has its usual share of efforts; six is a third of most plans."""
_ALL_OF = 4
"""Goals: an effort for all of so many is one for everything."""


@rule("DC112", Severity.INFO, thresholds=(_MANY,))
def check(
    network: Network, settings: RuleSettings = USUAL_SETTINGS
) -> RuleRemarks:
    """Efforts with links of their own to as many goals as the threshold, or to all of four."""
    many = settings.number_of(_MANY)
    limit = max(min(_ALL_OF, many), min(many, len(network.goals)))
    for effort in network.efforts:
        served = network.serves(effort)
        if len(served) < limit:
            continue
        count = sum(isinstance(above, Goal) for above in served)
        if count >= limit:
            yield (
                effort,
                Sentence(
                    "Effort {id} serves {count} of {all} goals: “{text}”.",
                    id=effort.id,
                    count=count,
                    all=len(network.goals),
                    text=shorten_quote(effort.text),
                ),
            )


DUTCH = {
    "An effort for nearly everything.": "Een inspanning voor bijna alles.",
    (
        "either it is the lever of the whole programme, or it is too vague to be "
        "for anything. A person decides which."
    ): (
        "het is de hefboom van het hele programma, of het is te vaag om ergens "
        "voor te zijn. Dat beslist een mens."
    ),
    (
        "the handbook Werken aan Programma's: not everything contributes to "
        "everything."
    ): (
        "het handboek Werken aan Programma's: niet alles draagt aan alles bij."
    ),
    "Effort {id} serves {count} of {all} goals: “{text}”.": (
        "Inspanning {id} dient {count} van de {all} doelen: “{text}”."
    ),
}
