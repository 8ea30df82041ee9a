"""Words that promise an attempt: stimuleren, waar mogelijk, aandacht voor.

Why it matters: an attempt always succeeds. What is done and when it is enough stays open, so
nobody can be held to it.

Bad:

    doelen:
      - tekst: Meer kinderen bewegen.
        inspanningen:
          - Waar mogelijk schoolpleinen openstellen.

Good:

    doelen:
      - tekst: Meer kinderen bewegen.
        smart-doelen:
          - tekst: In 2028 beweegt 60% van de kinderen elke dag (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - Openstellen van tien schoolpleinen.

Source: studies of Dutch courts of audit on goals that could not be measured.
"""

from dinet.finding import (
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.model import Benefit, Effort, Goal, Target
from dinet.network import Network
from dinet.wording.effect_wording import find_vague_words


@rule("DW208", Severity.INFO)
def check(network: Network) -> RuleRemarks:
    """Goals, benefits, targets and efforts with such words; the list is ``vague.words``."""
    for element in network.elements_of(Goal, Benefit, Target, Effort):
        words = find_vague_words(element.text)
        if words:
            yield (
                element,
                element_sentence(
                    "{id} ({kind}) promises an attempt: “{words}”.",
                    element,
                    words="”, “".join(words),
                ),
            )


DUTCH = {
    (
        "Words that promise an attempt: stimuleren, waar mogelijk, aandacht voor."
    ): (
        "Woorden die een poging beloven: stimuleren, waar mogelijk, aandacht "
        "voor."
    ),
    (
        "an attempt always succeeds. What is done and when it is enough stays "
        "open, so nobody can be held to it."
    ): (
        "een poging slaagt altijd. Wat er gebeurt en wanneer het genoeg is blijft "
        "open, dus niemand is eraan te houden."
    ),
    (
        "studies of Dutch courts of audit on goals that could not be measured."
    ): ("onderzoeken van rekenkamers naar doelen die niet te meten waren."),
    "{id} ({kind}) promises an attempt: “{words}”.": (
        "{id} ({kind}) belooft een poging: “{words}”."
    ),
}
