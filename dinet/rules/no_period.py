"""An effort without a period or phase, in a programme that gives one of most.

Why it matters: what has no time is always for later, and nobody sees that it is late.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - {tekst: Bouwen van een sporthal., periode: 2026-2027}
          - {tekst: Trainen van vrijwilligers., periode: "2026"}
          - {tekst: Werven van leden.}

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - {tekst: Bouwen van een sporthal., periode: 2026-2027}
              - {tekst: Trainen van vrijwilligers., periode: "2026"}

Source: seen in real documents.
"""

from dinet.finding import (
    RuleRemarks,
    Severity,
    lacking_elements,
    rule,
    shorten_quote,
)
from dinet.language import Sentence
from dinet.model import Effort
from dinet.network import Network
from dinet.network.planning_list import planning_drift


@rule("DP601", Severity.INFO, "row")
def check(network: Network) -> RuleRemarks:
    """Efforts with no time at all, also not that of an effort that they are part of.

    What a planning in a list of its own leaves out has a rule of its own.
    """
    lacking = lacking_elements(network.efforts, _has_time)
    if not lacking:
        return
    unplanned = {effort.id for effort in planning_drift(network).unplanned}
    for effort in lacking:
        if effort.id in unplanned:
            continue
        if not any(map(_has_time, network.wholes_of(effort))):
            yield (
                effort,
                Sentence(
                    "Effort {id} has no period or phase: “{text}”.",
                    id=effort.id,
                    text=shorten_quote(effort.text),
                ),
            )


def _has_time(effort: Effort) -> bool:
    return bool(effort.period or effort.phase or effort.planning)


DUTCH = {
    (
        "An effort without a period or phase, in a programme that gives one of "
        "most."
    ): (
        "Een inspanning zonder periode of fase, in een programma dat die van de "
        "meeste geeft."
    ),
    (
        "what has no time is always for later, and nobody sees that it is late."
    ): (
        "wat geen tijd heeft is altijd voor later, en niemand ziet dat het te "
        "laat is."
    ),
    "seen in real documents.": "gezien in echte documenten.",
    "Effort {id} has no period or phase: “{text}”.": (
        "Inspanning {id} heeft geen periode of fase: “{text}”."
    ),
}
