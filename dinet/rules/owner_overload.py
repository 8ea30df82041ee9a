"""A person who answers for many efforts.

Why it matters: who has everything does nothing in time, and with one illness the whole
programme stands still.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - {tekst: Bouwen van sporthal 1., trekker: Daniel Fictief}
          - {tekst: Bouwen van sporthal 2., trekker: Daniel Fictief}
          - {tekst: Bouwen van sporthal 3., trekker: Daniel Fictief}
          - {tekst: Bouwen van sporthal 4., trekker: Daniel Fictief}
          - {tekst: Bouwen van sporthal 5., trekker: Daniel Fictief}
          - {tekst: Bouwen van sporthal 6., trekker: Daniel Fictief}
          - {tekst: Bouwen van sporthal 7., trekker: Daniel Fictief}

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - {tekst: Bouwen van een sporthal., trekker: Daniel Fictief}
              - {tekst: Trainen van vrijwilligers., trekker: Linda Verzonnen}

Source: questions that auditors ask of a plan.
"""

from collections import Counter

from dinet.finding import (
    USUAL_SETTINGS,
    FieldSentence,
    RuleRemarks,
    RuleSettings,
    Severity,
    Threshold,
    rule,
)
from dinet.language import Sentence
from dinet.network import Network
from dinet.vocabulary.given_names import is_given_name

_MANY = Threshold(Sentence("efforts"), 7, least=2)
"""Of one person: one a day of the week, and half of them wait."""


@rule("DO505", Severity.INFO, thresholds=(_MANY,))
def check(
    network: Network, settings: RuleSettings = USUAL_SETTINGS
) -> RuleRemarks:
    """The first effort of each person with as many as the threshold; a department may have more."""
    many = settings.number_of(_MANY)
    counts = Counter(
        owner for effort in network.efforts for owner in effort.owners
    )
    for effort in network.efforts:
        for owner in effort.owners:
            count = counts[owner]
            if count < many or not _is_person(owner):
                continue
            counts[owner] = 0
            sentence = Sentence(
                "{owner} answers for {count} efforts, from {id} on.",
                owner=owner,
                count=count,
                id=effort.id,
            )
            yield effort, FieldSentence(sentence, "owner", owner)


def _is_person(owner: str) -> bool:
    """A first name and something after it."""
    first, _, rest = owner.partition(" ")
    return bool(rest) and is_given_name(first)


DUTCH = {
    "A person who answers for many efforts.": (
        "Iemand die voor veel inspanningen staat."
    ),
    (
        "who has everything does nothing in time, and with one illness the whole "
        "programme stands still."
    ): (
        "wie alles heeft krijgt niets op tijd af, en met één zieke staat het hele "
        "programma stil."
    ),
    "questions that auditors ask of a plan.": (
        "vragen die controleurs aan een plan stellen."
    ),
    "{owner} answers for {count} efforts, from {id} on.": (
        "{owner} staat voor {count} inspanningen, vanaf {id}."
    ),
}
