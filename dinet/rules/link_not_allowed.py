"""A link between two kinds of element that have nothing to do with each other.

Why it matters: an effort for a theme says for none of its goals what it does, and counts for
none of them. Mostly the code of a goal was meant.

Bad:

    focuspunten:
      - {id: T1, naam: Gezond}
    doelen:
      - {id: D1, tekst: Meer kinderen bewegen., focuspunt: T1}
    inspanningen:
      - tekst: Bouwen van een sporthal.
        voor: [D1, T1]

Good:

    focuspunten:
      - {id: T1, naam: Gezond}
    doelen:
      - id: D1
        tekst: Meer kinderen bewegen.
        focuspunt: T1
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - Bouwen van een sporthal.

Source: checks of other tools on which layers may be linked.
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.model import SUPPORTING_LINKS, Effort, Kind
from dinet.network import Network

_ABOVE_ALL: frozenset[Kind] = frozenset({"theme", "programme"})
_TOO_FAR_BELOW: frozenset[Kind] = frozenset(
    {"target", "capability", "result", "effort"}
)
"""What serves a theme by way of a goal only."""


@rule("DS007", Severity.ERROR)
def check(network: Network) -> RuleRemarks:
    """Links to a theme or programme that pass by its goals, in a plan that has goals.

    A link that points the wrong way has a rule of its own, and so has an effort without any goal.
    """
    if not network.goals:
        return
    for link in network.links():
        if link.kind not in SUPPORTING_LINKS:
            continue
        start, end = network[link.start], network[link.end]
        if end.kind not in _ABOVE_ALL or start.kind not in _TOO_FAR_BELOW:
            continue
        if isinstance(start, Effort) and not network.goals_of(start):
            continue
        yield (
            link,
            Sentence(
                "{start} ({start_kind}) cannot serve {end} ({end_kind}) without a goal between.",
                start=start.id,
                start_kind=Sentence(start.kind),
                end=end.id,
                end_kind=Sentence(end.kind),
            ),
        )


DUTCH = {
    (
        "A link between two kinds of element that have nothing to do with each "
        "other."
    ): (
        "Een verband tussen twee soorten elementen die niets met elkaar te maken "
        "hebben."
    ),
    (
        "an effort for a theme says for none of its goals what it does, and "
        "counts for none of them. Mostly the code of a goal was meant."
    ): (
        "een inspanning voor een thema zegt voor geen van de doelen wat ze doet, "
        "en telt voor geen ervan mee. Meestal was de code van een doel bedoeld."
    ),
    "checks of other tools on which layers may be linked.": (
        "controles van andere programma's op welke lagen verbonden mogen zijn."
    ),
    (
        "{start} ({start_kind}) cannot serve {end} ({end_kind}) without a goal "
        "between."
    ): (
        "{start} ({start_kind}) kan {end} ({end_kind}) niet dienen zonder een "
        "doel ertussen."
    ),
}
