"""A measurement far from all others of its target.

Why it matters: mostly a digit or a comma slipped, or the definition changed. Every trend that
is drawn over it is wrong.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen.
            bron: GGD
            metingen:
              - {soort: realisatie, jaar: "2019", waarde: 50%, getal: 50}
              - {soort: realisatie, jaar: "2020", waarde: 51%, getal: 51}
              - {soort: realisatie, jaar: "2021", waarde: 5%, getal: 5}
              - {soort: realisatie, jaar: "2022", waarde: 52%, getal: 52}
              - {soort: realisatie, jaar: "2023", waarde: 53%, getal: 53}
        inspanningen:
          - Bouwen van een sporthal.

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2019 was dit 50%).
            bron: GGD
            metingen:
              - {soort: realisatie, jaar: "2019", waarde: 50%, getal: 50}
              - {soort: realisatie, jaar: "2020", waarde: 51%, getal: 51}
              - {soort: realisatie, jaar: "2021", waarde: 49%, getal: 49}
              - {soort: realisatie, jaar: "2022", waarde: 52%, getal: 52}
              - {soort: realisatie, jaar: "2023", waarde: 55%, getal: 55}
            inspanningen:
              - Bouwen van een sporthal.

Source: the Dutch budget decree for municipalities (BBV) and its checks.
"""

from collections.abc import Sequence
from statistics import mean, pstdev

from dinet.finding import (
    USUAL_SETTINGS,
    PlacedSentence,
    RuleRemarks,
    RuleSettings,
    Severity,
    Threshold,
    rule,
)
from dinet.language import Sentence
from dinet.model import Measurement, Target
from dinet.network import Network

_FEWEST_OTHERS = 4
"""Measurements: of fewer nobody can say what is usual."""
_SIGMAS = Threshold(Sentence("deviations"), 3)
"""Standard deviations of the others from their mean."""
_LEAST_SHARE = 0.25
"""Of the mean: of figures that hardly move a small step is no outlier."""


@rule("DM314", Severity.INFO, thresholds=(_SIGMAS,))
def check(
    network: Network, settings: RuleSettings = USUAL_SETTINGS
) -> RuleRemarks:
    """Values reached, or of a year alone, far from the mean of the others."""
    sigmas = settings.number_of(_SIGMAS)
    for target in network.targets:
        for measurement in _find_outliers(target, sigmas):
            sentence = Sentence(
                "A measurement of target {id} is far from the others: “{words}” in {year}.",
                id=target.id,
                words=measurement.text,
                year=measurement.year or "?",
            )
            yield target, PlacedSentence(sentence, (measurement.place,))


def _find_outliers(target: Target, sigmas: int) -> list[Measurement]:
    measured = [
        measurement
        for measurement in target.measurements
        if measurement.number is not None
        and measurement.kind in (None, "realised")
    ]
    if len(measured) <= _FEWEST_OTHERS:
        return []
    return [
        measurement
        for measurement in measured
        if _is_far(measurement, measured, sigmas)
    ]


def _is_far(
    measurement: Measurement, measured: Sequence[Measurement], sigmas: int
) -> bool:
    others = [
        float(other.number or 0)
        for other in measured
        if other is not measurement
    ]
    middle = mean(others)
    distance = abs(float(measurement.number or 0) - middle)
    limit = max(sigmas * pstdev(others), _LEAST_SHARE * abs(middle))
    return distance > limit


DUTCH = {
    "A measurement far from all others of its target.": (
        "Een meting ver van alle andere van haar SMART-doel."
    ),
    (
        "mostly a digit or a comma slipped, or the definition changed. Every "
        "trend that is drawn over it is wrong."
    ): (
        "meestal is een cijfer of komma verschoven, of de definitie veranderd. "
        "Elke trend die eroverheen wordt getekend, klopt niet."
    ),
    "the Dutch budget decree for municipalities (BBV) and its checks.": (
        "het Besluit begroting en verantwoording (BBV) en de controles daarop."
    ),
    (
        "A measurement of target {id} is far from the others: “{words}” in "
        "{year}."
    ): (
        "Een meting van SMART-doel {id} ligt ver van de andere: “{words}” in "
        "{year}."
    ),
}
