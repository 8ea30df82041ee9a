"""A goal that only names a subject.

Why it matters: of a subject alone nobody can say which way it is to go, nor when it is good
enough.

Bad:

    doelen:
      - Sport en gezondheid.

Good:

    doelen:
      - tekst: Meer inwoners zijn gezond.
        smart-doelen:
          - tekst: In 2028 voelt 80% van de inwoners zich gezond (in 2024 was dit 75%).
            bron: GGD
            inspanningen:
              - Aanstellen van een leefstijlcoach.

Source: the handbook Werken aan Programma's.
"""

from dinet.finding import (
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.model import Benefit, Goal
from dinet.network import Network
from dinet.wording.effect_wording import has_direction, subjects_only


@rule("DW202", Severity.INFO)
def check(network: Network) -> RuleRemarks:
    """Goals and benefits of bare subjects: one word, or several with "en" between them.

    A wanted situation ("Gezonde jeugd", "Iedereen doet mee") says enough.
    """
    for element in network.elements_of(Goal, Benefit):
        if subjects_only(element.text) and not has_direction(element.text):
            yield (
                element,
                element_sentence(
                    "{id} ({kind}) only names a subject: “{text}”.",
                    element,
                    text=element.text,
                ),
            )


DUTCH = {
    "A goal that only names a subject.": (
        "Een doel dat alleen een onderwerp noemt."
    ),
    (
        "of a subject alone nobody can say which way it is to go, nor when it is "
        "good enough."
    ): (
        "van alleen een onderwerp kan niemand zeggen welke kant het op moet, en "
        "wanneer het goed genoeg is."
    ),
    "the handbook Werken aan Programma's.": (
        "het handboek Werken aan Programma's."
    ),
    "{id} ({kind}) only names a subject: “{text}”.": (
        "{id} ({kind}) noemt alleen een onderwerp: “{text}”."
    ),
}
