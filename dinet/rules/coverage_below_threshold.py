"""A theme of which too few goals have efforts of their own, by a share that the reader sets.

Why it matters: a council that asks for work on at least four goals in five wants to see at once
which theme falls short, and by how much.

Bad:

    focuspunten:
      - id: T1
        naam: Gezond
        doelen:
          - {tekst: Meer kinderen sporten., inspanningen: [Bouwen van een sporthal.]}
          - {tekst: Minder kinderen roken.}

Good:

    focuspunten:
      - id: T1
        naam: Gezond
        doelen:
          - {tekst: Meer kinderen sporten., inspanningen: [Bouwen van een sporthal.]}

Source: thresholds of coverage in tools for requirements.
"""

from dinet.finding import (
    USUAL_SETTINGS,
    RuleRemarks,
    RuleSettings,
    Severity,
    Threshold,
    rule,
)
from dinet.language import Sentence
from dinet.network import Network

_LEAST = Threshold(Sentence("percent"), 80)
"""Four in five, for whoever asks for the rule and sets nothing."""


@rule(
    "DC116",
    Severity.WARNING,
    "document",
    by_default=False,
    thresholds=(_LEAST,),
)
def check(
    network: Network, settings: RuleSettings = USUAL_SETTINGS
) -> RuleRemarks:
    """Themes with a smaller share; one of which the document does not say it is left out."""
    least = settings.number_of(_LEAST)
    for covered in network.coverage().themes:
        goals = covered.goals
        if covered.theme is None or not goals.total or goals.unknown:
            continue
        if goals.own * 100 < least * goals.total:
            sentence = Sentence(
                "In theme {id} {own} of {all} goals have efforts of their own, less than "
                "{least}%.",
                id=covered.theme.id,
                own=goals.own,
                all=goals.total,
                least=least,
            )
            yield covered.theme, sentence


DUTCH = {
    "percent": "procent",
    (
        "A theme of which too few goals have efforts of their own, by a share that the reader "
        "sets."
    ): (
        "Een thema waarvan te weinig doelen eigen inspanningen hebben, naar een aandeel dat de "
        "lezer instelt."
    ),
    (
        "a council that asks for work on at least four goals in five wants to see at once which "
        "theme falls short, and by how much."
    ): (
        "een raad die werk wil zien aan minstens vier op de vijf doelen, wil meteen zien welk "
        "thema tekortschiet, en hoeveel."
    ),
    "thresholds of coverage in tools for requirements.": (
        "drempels voor dekking in gereedschap voor eisen."
    ),
    (
        "In theme {id} {own} of {all} goals have efforts of their own, less than {least}%."
    ): (
        "In thema {id} hebben {own} van de {all} doelen eigen inspanningen, minder dan {least}%."
    ),
}

ALSO_FOUND = {
    "DC103": "the goal has no target: the example needs none.",
}
"""What other rules say of the good example, and why."""
