"""Many links that each have only a crumb of the points.

Why it matters: fifty links of two percent say that nobody chose. Leave out what hardly counts,
or group it.

Bad:

    doelen:
      - {id: D1, tekst: Meer kinderen sporten.}
    inspanningen:
      - {tekst: Bouwen van een sporthal., voor: [{naar: D1, gewicht: 90%}]}
      - {tekst: Trainen van vrijwilligers., voor: [{naar: D1, gewicht: 4%}]}
      - {tekst: Werven van leden., voor: [{naar: D1, gewicht: 3%}]}
      - {tekst: Uitgeven van een krant., voor: [{naar: D1, gewicht: 3%}]}

Good:

    smart-doelen:
      - {id: S1, tekst: "In 2028 sport 60% van de kinderen (in 2024 was dit 52%).", bron: GGD}
    doelen:
      - {id: D1, tekst: Meer kinderen sporten., smart-doelen: [S1]}
    inspanningen:
      - {tekst: Bouwen van een sporthal., voor: [{naar: D1, gewicht: 60%}]}
      - {tekst: Trainen van vrijwilligers., voor: [{naar: D1, gewicht: 40%}, S1]}

Source: the handbook Werken aan Programma's.
"""

from dinet.finding import (
    USUAL_SETTINGS,
    RuleRemarks,
    RuleSettings,
    Severity,
    Threshold,
    element_sentence,
    rule,
)
from dinet.language import Sentence
from dinet.network import Network
from dinet.network.link_points import divided_points

_CRUMB = Threshold(Sentence("points"), 5)
"""Of a hundred: less changes no choice."""
_MANY = Threshold(Sentence("links"), 3)
"""With a crumb to one element; one or two may be a rest."""


@rule("DB708", Severity.INFO, thresholds=(_CRUMB, _MANY))
def check(
    network: Network, settings: RuleSettings = USUAL_SETTINGS
) -> RuleRemarks:
    """Elements with many links of few points, where points are divided."""
    crumb = settings.number_of(_CRUMB)
    for divided in divided_points(network):
        crumbs = sum(points < crumb for points in divided.points)
        if crumbs >= settings.number_of(_MANY):
            element = network[divided.element_id]
            yield (
                element,
                element_sentence(
                    "Of {all} links to {id} ({kind}) {count} have less than {crumb} points.",
                    element,
                    count=crumbs,
                    all=len(divided.points),
                    crumb=crumb,
                ),
            )


DUTCH = {
    "Many links that each have only a crumb of the points.": (
        "Veel verbanden met elk maar een kruimel van de punten."
    ),
    (
        "fifty links of two percent say that nobody chose. Leave out what hardly "
        "counts, or group it."
    ): (
        "vijftig verbanden van twee procent zeggen dat niemand heeft gekozen. "
        "Laat weg wat nauwelijks telt, of voeg het samen."
    ),
    "the handbook Werken aan Programma's.": (
        "het handboek Werken aan Programma's."
    ),
    (
        "Of {all} links to {id} ({kind}) {count} have less than {crumb} points."
    ): (
        "{count} van de {all} verbanden naar {id} ({kind}) hebben minder dan "
        "{crumb} punten."
    ),
}
