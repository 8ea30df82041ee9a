"""A link to something whose words have changed since people agreed on it.

Why it matters: who promised work for “Meer kinderen sporten” did not promise it for “Alle kinderen
sporten”. Somebody has to say again that the work still serves what is now asked.

Bad:

    doelen:
      - {id: D1, tekst: Alle kinderen sporten.}
    inspanningen:
      - tekst: Bouwen van een sporthal.
        voor: [{naar: D1, afgesproken-bij: Meer kinderen sporten.}]

Good:

    smart-doelen:
      - {id: S1, tekst: "In 2028 sport 60% van de kinderen (in 2024 was dit 52%).", bron: GGD}
    doelen:
      - {id: D1, tekst: Meer kinderen sporten., smart-doelen: [S1]}
    inspanningen:
      - tekst: Bouwen van een sporthal.
        voor: [{naar: D1, afgesproken-bij: Meer kinderen sporten.}, S1]

Source: suspect and outdated links in tools for requirements.
"""

from dinet.finding import RuleRemarks, Severity, rule, shorten_quote
from dinet.language import Sentence
from dinet.network import Network
from dinet.vocabulary.folding import fold_text


@rule("DS015", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Links that say by which words they were agreed, where these are others now.

    Capitals, white space and signs at the end are no change; a wording that was merged into the
    text still counts as its words.
    """
    for link in network.links():
        if not link.agreed:
            continue
        served = network[link.end]
        agreed = fold_text(link.agreed)
        if agreed not in map(fold_text, (served.text, *served.wordings)):
            yield (
                link,
                Sentence(
                    "The link from {start} to {end} was agreed when it said “{agreed}”; now it "
                    "says “{text}”.",
                    start=link.start,
                    end=link.end,
                    agreed=shorten_quote(link.agreed),
                    text=shorten_quote(served.text),
                ),
            )


DUTCH = {
    "A link to something whose words have changed since people agreed on it.": (
        "Een verband met iets waarvan de woorden zijn veranderd sinds het is afgesproken."
    ),
    (
        "who promised work for “Meer kinderen sporten” did not promise it for “Alle kinderen "
        "sporten”. Somebody has to say again that the work still serves what is now asked."
    ): (
        "wie werk toezegde voor “Meer kinderen sporten”, zegde dat niet toe voor “Alle kinderen "
        "sporten”. Iemand moet opnieuw zeggen dat het werk nog dient wat nu wordt gevraagd."
    ),
    "suspect and outdated links in tools for requirements.": (
        "verdachte en verouderde verbanden in gereedschap voor eisen."
    ),
    (
        "The link from {start} to {end} was agreed when it said “{agreed}”; now it says “{text}”."
    ): (
        "Het verband van {start} naar {end} is afgesproken toen daar “{agreed}” stond; nu staat "
        "er “{text}”."
    ),
}
