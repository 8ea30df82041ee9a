"""A theme without any goal.

Why it matters: a heading without goals is either forgotten or says something that nobody works
on; a reader cannot tell which.

Bad:

    focuspunten:
      - id: T1
        naam: Gezond opgroeien
      - id: T2
        naam: Veilig wonen
    doelen:
      - tekst: Meer kinderen sporten elke week.
        focuspunt: T1

Good:

    focuspunten:
      - id: T1
        naam: Gezond opgroeien
    doelen:
      - tekst: Meer kinderen sporten elke week.
        focuspunt: T1

Source: Archi's validator, which reports views without any element.
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.network import Network
from dinet.vocabulary.folding import fold_text


@rule("DS012", Severity.WARNING, missing_from="document")
def check(network: Network) -> RuleRemarks:
    """Themes under which nothing stands, in a programme that has goals.

    Not headings that group efforts of which the goals stand elsewhere, as in a matrix.
    """
    groups = {fold_text(element.group or "") for element in network}
    for theme in network.themes if network.goals else ():
        if network.supports(theme) or fold_text(theme.text) in groups:
            continue
        yield theme, Sentence("Theme {id} has no goal.", id=theme.id)


DUTCH = {
    "A theme without any goal.": "Een thema zonder doel.",
    (
        "a heading without goals is either forgotten or says something that nobody "
        "works on; a reader cannot tell which."
    ): (
        "een kop zonder doelen is vergeten, of zegt iets waaraan niemand werkt; een "
        "lezer kan niet zien welk van de twee."
    ),
    "Archi's validator, which reports views without any element.": (
        "de controle van Archi, die weergaven zonder element meldt."
    ),
    "Theme {id} has no goal.": "Thema {id} heeft geen doel.",
}

ALSO_FOUND = {
    "DC101": "the goals have no efforts: the example needs none.",
    "DC103": "the goals have no targets: the example needs none.",
}
"""What other rules say of the good example, and why."""
