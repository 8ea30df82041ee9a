"""A target that does not say when it has to be reached.

Why it matters: without a year it can always still come true, and nobody has to account for it.

Bad:

    doelen:
      - tekst: Jongeren vinden werk.
        smart-doelen:
          - tekst: 85% van de schoolverlaters heeft werk of leert door (in 2024 was dit 78%).
            bron: DUO
            inspanningen: [Bedrijven bieden leerwerkplekken.]

Good:

    doelen:
      - tekst: Jongeren vinden werk.
        smart-doelen:
          - tekst: 85% van de schoolverlaters heeft werk of leert door (in 2024 was dit 78%).
            jaar: 2028
            bron: DUO
            inspanningen: [Bedrijven bieden leerwerkplekken.]

Source: studies of Dutch courts of audit on goals without a time.
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.network import Network
from dinet.targets.gaps import gaps_to_tell


@rule("DM302", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Targets without a year, date, period, term or event, in their text and in their fields."""
    for target, gap in gaps_to_tell(network):
        if gap.kind == "deadline":
            yield (
                target,
                Sentence(
                    "Target {id} does not say by when it has to be reached.",
                    id=target.id,
                ),
            )


DUTCH = {
    "A target that does not say when it has to be reached.": (
        "Een SMART-doel dat niet zegt wanneer het bereikt moet zijn."
    ),
    (
        "without a year it can always still come true, and nobody has to account for it."
    ): (
        "zonder jaar kan het altijd nog uitkomen, en hoeft niemand zich erover te "
        "verantwoorden."
    ),
    "studies of Dutch courts of audit on goals without a time.": (
        "onderzoek van rekenkamers naar doelen zonder tijdstip."
    ),
    "Target {id} does not say by when it has to be reached.": (
        "SMART-doel {id} zegt niet wanneer het bereikt moet zijn."
    ),
}
