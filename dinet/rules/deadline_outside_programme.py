"""A target or effort in years after the end of the programme.

Why it matters: when the programme has ended nobody answers for it. That may be meant, for an
effect that takes time; then somebody should go on measuring.

Bad:

    periode: 2025-2028
    smart-doelen:
      - {tekst: "In 2031 sport 60% van de kinderen.", bron: GGD}

Good:

    periode: 2025-2028
    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - {tekst: Bouwen van een sporthal., periode: 2026-2027}

Source: the Dutch budget decree for municipalities (BBV) and its checks.
"""

from dinet.finding import (
    FieldSentence,
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.model import Effort, FieldName
from dinet.network import Network
from dinet.targets.target_year import last_years
from dinet.wording.deadlines import years_of_period, years_of_programme


@rule("DM307", Severity.INFO)
def check(network: Network) -> RuleRemarks:
    """Targets and efforts that end in a year after the last year of the programme.

    What lies before its first year has passed, which is another fault.
    """
    last = years_of_programme(network.programme.identity)[1]
    if last is None:
        return
    years = {**last_years(network), **_last_years_of_efforts(network)}
    for element in (*network.targets, *network.efforts):
        year = years.get(element.id)
        if year is not None and year > last:
            sentence = element_sentence(
                "{id} ({kind}) runs until {year}: the programme ends in {last}.",
                element,
                year=year,
                last=last,
            )
            is_effort = isinstance(element, Effort)
            field: FieldName = "period" if is_effort else "year"
            yield element, FieldSentence(sentence, field)


def _last_years_of_efforts(network: Network) -> dict[str, int]:
    years = {}
    for effort in network.efforts:
        last = years_of_period(effort.period or "")[1]
        if last is not None:
            years[effort.id] = last
    return years


DUTCH = {
    "A target or effort in years after the end of the programme.": (
        "Een SMART-doel of inspanning in jaren na het einde van het programma."
    ),
    (
        "when the programme has ended nobody answers for it. That may be meant, "
        "for an effect that takes time; then somebody should go on measuring."
    ): (
        "als het programma is afgelopen staat er niemand meer voor. Dat kan "
        "bedoeld zijn, voor een effect dat tijd kost; dan moet iemand blijven "
        "meten."
    ),
    "the Dutch budget decree for municipalities (BBV) and its checks.": (
        "het Besluit begroting en verantwoording (BBV) en de controles daarop."
    ),
    "{id} ({kind}) runs until {year}: the programme ends in {last}.": (
        "{id} ({kind}) loopt tot en met {year}: het programma eindigt in {last}."
    ),
}
