"""A target that has to be reached before the year that it starts from.

Why it matters: one of the two years is wrong, and whoever measures it does not know which.

Bad:

    doelen:
      - tekst: Inwoners scheiden hun afval beter.
        smart-doelen:
          - tekst: In 2024 scheidt 75% van de huishoudens het afval (in 2026 was dit 62%).
            bron: Afvalmonitor
            inspanningen: [Elke wijk krijgt een milieustraat.]

Good:

    doelen:
      - tekst: Inwoners scheiden hun afval beter.
        smart-doelen:
          - tekst: In 2028 scheidt 75% van de huishoudens het afval (in 2026 was dit 62%).
            bron: Afvalmonitor
            inspanningen: [Elke wijk krijgt een milieustraat.]

Source: controls on indicators in Dutch budgets (BBV).
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.network import Network
from dinet.targets.known_target import KnownTarget, know_targets, years_in
from dinet.targets.target_year import last_year_of


@rule("DM310", Severity.ERROR)
def check(network: Network) -> RuleRemarks:
    """Targets whose last deadline lies before the first year of their baselines."""
    for known in know_targets(network):
        last, first = last_year_of(known), _first_baseline(known)
        if last and first and last < first:
            yield (
                known.element,
                Sentence(
                    "Target {id} has to be reached in {year}, before its baseline of {start}.",
                    id=known.element.id,
                    year=last,
                    start=first,
                ),
            )


def _first_baseline(known: KnownTarget) -> int | None:
    years = [
        years_in(baseline.year)[0]
        for baseline in known.baselines
        if baseline.year and baseline.year[:4].isdigit()
    ]
    return min(years, default=None)


DUTCH = {
    "A target that has to be reached before the year that it starts from.": (
        "Een SMART-doel dat bereikt moet zijn vóór het jaar waarmee het begint."
    ),
    (
        "one of the two years is wrong, and whoever measures it does not know which."
    ): "een van de twee jaren klopt niet, en wie het meet weet niet welk.",
    "controls on indicators in Dutch budgets (BBV).": (
        "controles op indicatoren in begrotingen (BBV)."
    ),
    "Target {id} has to be reached in {year}, before its baseline of {start}.": (
        "SMART-doel {id} moet in {year} bereikt zijn, vóór de nulmeting van {start}."
    ),
}
