"""A programme with goals and without a vision above them.

Why it matters: without one sentence about what it is all for, goals are a list. Nobody can say
which of them matters more, or that one is missing.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.

Good:

    visie: Ieder kind groeit gezond op.
    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - Bouwen van een sporthal.

Source: the handbook Werken aan Programma's.
"""

from dinet.finding import RuleRemarks, Severity, WholeProgramme, rule
from dinet.language import Sentence
from dinet.network import Network


@rule("DS010", Severity.WARNING, "document", by_default=False)
def check(network: Network) -> RuleRemarks:
    """One finding for the whole document; off by default, since an annex leaves its vision out."""
    if network.goals and not network.programme.vision:
        yield (
            WholeProgramme(),
            Sentence("No vision stands above the goals of this document."),
        )


DUTCH = {
    "A programme with goals and without a vision above them.": (
        "Een programma met doelen en zonder visie erboven."
    ),
    (
        "without one sentence about what it is all for, goals are a list. Nobody "
        "can say which of them matters more, or that one is missing."
    ): (
        "zonder één zin over waar het allemaal voor is, zijn doelen een lijst. "
        "Niemand kan zeggen welk doel zwaarder telt, of dat er een ontbreekt."
    ),
    "the handbook Werken aan Programma's.": (
        "het handboek Werken aan Programma's."
    ),
    "No vision stands above the goals of this document.": (
        "Boven de doelen van dit document staat geen visie."
    ),
}
