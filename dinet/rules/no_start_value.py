"""A target or goal that compares with a year, without the value of that year.

Why it matters: lower than in 2019 is met or missed by the figure of 2019. While nobody writes it
down it can be chosen afterwards, so that the target is always met.

Bad:

    smart-doelen:
      - In 2028 rookt nog 8% van de jongeren, minder dan in 2019.

Good:

    smart-doelen:
      - In 2028 rookt nog 8% van de jongeren, minder dan de 12% in 2019.

Source: the benefit profile of the handbook Werken aan Programma's; questions of courts of
audit.
"""

from collections.abc import Iterator

from dinet.finding import (
    FieldSentence,
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.network import Network
from dinet.targets.gaps import is_left_open, years_without_value
from dinet.targets.known_target import (
    KnownTarget,
    know_targets,
    numbered_goals,
    years_in,
)
from dinet.targets.target_year import last_year_of


@rule("DM304", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Targets, and goals that no target measures, with a year to compare with and no value.

    Not where that year comes after the deadline: that is a fault of its own.
    """
    for known in (*know_targets(network), *numbered_goals(network)):
        for year in _years_without_value(known):
            sentence = element_sentence(
                "{id} ({kind}) compares with {year}, and does not say what the value was then.",
                known.element,
                year=year,
            )
            yield known.element, FieldSentence(sentence, "baseline", year)


def _years_without_value(known: KnownTarget) -> Iterator[str]:
    if is_left_open(known):
        return
    last = last_year_of(known)
    for year in years_without_value(known):
        if year[:4].isdigit() and (last is None or years_in(year)[0] <= last):
            yield year


DUTCH = {
    "A target or goal that compares with a year, without the value of that year.": (
        "Een SMART-doel of doel dat met een jaar vergelijkt, zonder de waarde van dat jaar."
    ),
    (
        "lower than in 2019 is met or missed by the figure of 2019. While nobody writes it "
        "down it can be chosen afterwards, so that the target is always met."
    ): (
        "of iets lager is dan in 2019, hangt af van het cijfer van 2019. Zolang niemand dat "
        "opschrijft, is het achteraf te kiezen, en is het doel altijd gehaald."
    ),
    (
        "the benefit profile of the handbook Werken aan Programma's; questions of courts of "
        "audit."
    ): (
        "het batenprofiel in het handboek Werken aan Programma's; vragen van rekenkamers."
    ),
    (
        "{id} ({kind}) compares with {year}, and does not say what the value was then."
    ): (
        "{id} ({kind}) vergelijkt met {year}, maar zegt niet wat de waarde toen was."
    ),
}

ALSO_FOUND = {
    "DC105": "the target has no goal: the example needs none.",
    "DM305": "the target has no source: the example needs none.",
}
"""What other rules say of the good example, and why."""
