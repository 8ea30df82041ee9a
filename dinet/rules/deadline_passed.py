"""A target whose year has passed.

Why it matters: it was reached or it was not. A plan that still lists it as to come tells
neither, and work goes on for a date that is gone.

Bad:

    peildatum: 2025-06-01
    smart-doelen:
      - {tekst: "In 2023 sport 60% van de kinderen.", bron: GGD}

Good:

    peildatum: 2025-06-01
    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: In 2028 sport 60% van de kinderen (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - Bouwen van een sporthal.

Source: the control rules of a Dutch doelenboom.
"""

from dinet.finding import FieldSentence, RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.network import Network
from dinet.targets.target_year import last_years
from dinet.wording.deadlines import (
    reference_year,
    years_of_programme,
)


@rule("DM306", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Targets with a last year before the year of reference.

    That is the year of ``--today``; else that of the document's own date; else the first year of
    the programme. Never the clock: without any of these nothing is said.
    """
    identity = network.programme.identity
    reference = reference_year(identity.date or "")
    if reference is None:
        reference = years_of_programme(identity)[0]
    if reference is None:
        return
    years = last_years(network)
    for target in network.targets:
        year = years.get(target.id)
        if year is not None and year < reference:
            sentence = Sentence(
                "The year of target {id} has passed: {year} lies before {reference}.",
                id=target.id,
                year=year,
                reference=reference,
            )
            yield target, FieldSentence(sentence, "year")


DUTCH = {
    "A target whose year has passed.": (
        "Een SMART-doel waarvan het jaar voorbij is."
    ),
    (
        "it was reached or it was not. A plan that still lists it as to come "
        "tells neither, and work goes on for a date that is gone."
    ): (
        "het is gehaald of niet gehaald. Een plan dat het nog als toekomst "
        "opvoert zegt geen van beide, en er wordt doorgewerkt voor een datum die "
        "weg is."
    ),
    "the control rules of a Dutch doelenboom.": (
        "de controleregels van een Nederlandse doelenboom."
    ),
    ("The year of target {id} has passed: {year} lies before {reference}."): (
        "Het jaar van SMART-doel {id} is voorbij: {year} ligt voor {reference}."
    ),
}
