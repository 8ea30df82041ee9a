"""A goal that is worded as work.

Why it matters: a goal says what is to be different for people, and an effort what is done for
it. Work that is written as a goal is reached by doing it, whatever comes of it.

Bad:

    doelen:
      - tekst: Het implementeren van een nieuwe werkwijze.

Good:

    doelen:
      - tekst: Meer gezinnen krijgen op tijd hulp.
        smart-doelen:
          - tekst: In 2028 krijgt 90% van de gezinnen binnen een week hulp (in 2024 was dit 70%).
            bron: jaarverslag
            inspanningen:
              - Invoeren van een nieuwe werkwijze.

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
from dinet.wording.work_wording import find_work_words


@rule("DW201", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Goals and benefits that begin or end as a piece of work does.

    A verb of change, as in "verbeteren van", is let be: it says what is to change.
    """
    for element in network.elements_of(Goal, Benefit):
        words = find_work_words(element.text)
        if words:
            yield (
                element,
                element_sentence(
                    "{id} ({kind}) is worded as work: “{words}”.",
                    element,
                    words=words,
                ),
            )


DUTCH = {
    "A goal that is worded as work.": "Een doel dat als werk is geschreven.",
    (
        "a goal says what is to be different for people, and an effort what is "
        "done for it. Work that is written as a goal is reached by doing it, "
        "whatever comes of it."
    ): (
        "een doel zegt wat er voor mensen anders moet zijn, en een inspanning wat "
        "daarvoor wordt gedaan. Werk dat als doel is geschreven, is bereikt door "
        "het te doen, wat er ook van komt."
    ),
    "the handbook Werken aan Programma's.": (
        "het handboek Werken aan Programma's."
    ),
    "{id} ({kind}) is worded as work: “{words}”.": (
        "{id} ({kind}) is geschreven als werk: “{words}”."
    ),
}
