"""An element that has only secondary links, in a matrix that tells main from secondary.

Why it matters: what helps a little everywhere has no goal of its own, and nobody who will miss
it.

Bad:

    doelen:
      - {id: D1, tekst: Meer kinderen bewegen.}
      - {id: D2, tekst: Minder kinderen roken.}
    inspanningen:
      - tekst: Bouwen van een sporthal.
        voor: [{naar: D1, gewicht: P}, {naar: D2, gewicht: S}]
      - tekst: Uitgeven van een nieuwsbrief.
        voor: [{naar: D1, gewicht: S}, {naar: D2, gewicht: S}]

Good:

    smart-doelen:
      - {id: S1, tekst: "In 2028 sport 60% van de kinderen (in 2024 was dit 52%).", bron: GGD}
    doelen:
      - {id: D1, tekst: Meer kinderen bewegen., smart-doelen: [S1]}
    inspanningen:
      - tekst: Bouwen van een sporthal.
        voor: [{naar: D1, gewicht: P}, S1]

Source: the control rules of a Dutch doelenboom.
"""

from dinet.finding import (
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
    shorten_quote,
)
from dinet.network import Network
from dinet.vocabulary.statement_words import statement_words


@rule("DC109", Severity.INFO)
def check(network: Network) -> RuleRemarks:
    """Elements whose weighted links are all secondary; some link elsewhere is a main one."""
    weights: dict[str, set[str]] = {}
    for link in network.links():
        if link.weight:
            weights.setdefault(link.start, set()).add(
                link.weight.strip().casefold()
            )
    primary = statement_words("weights.primary")
    if all(primary.isdisjoint(given) for given in weights.values()):
        return
    secondary = statement_words("weights.secondary")
    for element in network:
        given = weights.get(element.id)
        if given and given <= secondary:
            yield (
                element,
                element_sentence(
                    "{id} ({kind}) has only secondary links: “{text}”.",
                    element,
                    text=shorten_quote(element.text),
                ),
            )


DUTCH = {
    (
        "An element that has only secondary links, in a matrix that tells main "
        "from secondary."
    ): (
        "Een element met alleen secundaire verbanden, in een matrix die hoofdzaak "
        "van bijzaak scheidt."
    ),
    (
        "what helps a little everywhere has no goal of its own, and nobody who "
        "will miss it."
    ): (
        "wat overal een beetje helpt, heeft geen eigen doel, en niemand die het "
        "zal missen."
    ),
    "the control rules of a Dutch doelenboom.": (
        "de controleregels van een Nederlandse doelenboom."
    ),
    "{id} ({kind}) has only secondary links: “{text}”.": (
        "{id} ({kind}) heeft alleen secundaire verbanden: “{text}”."
    ),
}
