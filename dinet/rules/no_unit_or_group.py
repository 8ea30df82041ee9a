"""A target with a number, and without a word on what or whom it counts.

Why it matters: of 90% without a group nobody can say whether it is reached: of all schools, of
those that answered, or of those that take part.

Bad:

    smart-doelen:
      - {id: S1, tekst: In 2028 minimaal 90%., bron: GGD}
    doelen:
      - {id: D1, tekst: Meer kinderen sporten., smart-doelen: [S1]}
    inspanningen:
      - {tekst: Bouwen van een sporthal., voor: [D1, S1]}

Good:

    smart-doelen:
      - {id: S1, tekst: "In 2028 sport 90% van de kinderen (in 2024 was dit 52%).", bron: GGD}
    doelen:
      - {id: D1, tekst: Meer kinderen sporten., smart-doelen: [S1]}
    inspanningen:
      - {tekst: Bouwen van een sporthal., voor: [D1, S1]}

Source: the benefit profile of the handbook Werken aan Programma's.
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.network import Network
from dinet.targets.gaps import is_left_open
from dinet.targets.known_target import KnownTarget, know_targets


@rule("DM303", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Targets that say only a number and a time: no subject, no indicator, no title."""
    for known in know_targets(network):
        words = _lone_number(known)
        if words and not is_left_open(known):
            yield (
                known.element,
                Sentence(
                    "Target {id} says “{words}”, but not of what or whom.",
                    id=known.element.id,
                    words=words,
                ),
            )


def _lone_number(known: KnownTarget) -> str:
    """The number, where nothing beside it says what it counts; else empty."""
    analysis = known.analysis
    is_named = analysis.subject or known.indicator or known.element.title
    if is_named or not analysis.values:
        return ""
    value = analysis.values[0]
    return value.span.words if value.unit in ("", "%") else ""


DUTCH = {
    "A target with a number, and without a word on what or whom it counts.": (
        "Een SMART-doel met een getal, en zonder een woord over wat of wie het telt."
    ),
    (
        "of 90% without a group nobody can say whether it is reached: of all schools, of those "
        "that answered, or of those that take part."
    ): (
        "van 90% zonder groep kan niemand zeggen of het gehaald is: van alle scholen, van wie "
        "antwoordde, of van wie meedoet."
    ),
    "the benefit profile of the handbook Werken aan Programma's.": (
        "het batenprofiel van het handboek Werken aan Programma's."
    ),
    "Target {id} says “{words}”, but not of what or whom.": (
        "SMART-doel {id} zegt “{words}”, maar niet van wat of wie."
    ),
}
