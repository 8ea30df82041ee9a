"""An effort that names a subject and does not say what is done.

Why it matters: one word is enough for those who made the plan, and for nobody else. What is not
said to be done cannot be planned, paid for or checked.

Bad:

    doelen:
      - tekst: Meer inwoners kennen de regelingen.
        inspanningen:
          - Communicatie

Good:

    doelen:
      - tekst: Meer inwoners kennen de regelingen.
        smart-doelen:
          - tekst: In 2028 kent 60% van de minima de regelingen (in 2024 was dit 40%).
            bron: enquête
            inspanningen:
              - Uitgeven van een nieuwsbrief

Source: the handbook Werken aan Programma's: work is a verb.
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.network import Network
from dinet.wording.effect_wording import subjects_only
from dinet.wording.undetermined import find_undetermined
from dinet.wording.work_wording import is_bare_subject


@rule("DW203", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Efforts of one word, or of some with "en" between them, of which none names an action.

    Many plans say "Gezonde kantines op sportclubs": two words leave less to guess, and pass.
    """
    for effort in network.efforts:
        subjects = subjects_only(effort.text)
        if not subjects or find_undetermined(effort.text):
            continue
        if all(map(is_bare_subject, subjects)):
            yield (
                effort,
                Sentence(
                    "Effort {id} does not say what is done: “{text}”.",
                    id=effort.id,
                    text=effort.text,
                ),
            )


DUTCH = {
    "An effort that names a subject and does not say what is done.": (
        "Een inspanning die een onderwerp noemt en niet zegt wat er wordt gedaan."
    ),
    (
        "one word is enough for those who made the plan, and for nobody else. "
        "What is not said to be done cannot be planned, paid for or checked."
    ): (
        "één woord is genoeg voor wie het plan maakte, en voor niemand anders. "
        "Waarvan niet staat wat er wordt gedaan, kan niet worden gepland, betaald "
        "of gecontroleerd."
    ),
    "the handbook Werken aan Programma's: work is a verb.": (
        "het handboek Werken aan Programma's: werk is een werkwoord."
    ),
    "Effort {id} does not say what is done: “{text}”.": (
        "Inspanning {id} zegt niet wat er wordt gedaan: “{text}”."
    ),
}
