"""A target whose number goes the other way than its words, or nowhere.

Why it matters: it has been reached already, or it asks for the opposite of what is meant.

Bad:

    doelen:
      - tekst: Meer inwoners doen vrijwilligerswerk.
        smart-doelen:
          - tekst: Het aandeel vrijwilligers stijgt in 2028 naar 38% (in 2024 was dit 41%).
            bron: Sociaal monitor
            inspanningen: [Een vacaturebank voor vrijwilligers.]

Good:

    doelen:
      - tekst: Meer inwoners doen vrijwilligerswerk.
        smart-doelen:
          - tekst: Het aandeel vrijwilligers stijgt in 2028 naar 44% (in 2024 was dit 41%).
            bron: Sociaal monitor
            inspanningen: [Een vacaturebank voor vrijwilligers.]

Source: our own reading of real documents.
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.network import Network
from dinet.targets.known_target import KnownTarget, know_targets
from dinet.targets.stated_figures import KnownBaseline, KnownValue

_Step = tuple[KnownValue, KnownBaseline]
_SENTENCES = {
    "up": "Target {id} has to rise, but goes from {start} to {words}.",
    "down": "Target {id} has to fall, but goes from {start} to {words}.",
}


@rule("DM309", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Targets with one value and one baseline that do not lie the way the words say."""
    for known in know_targets(network):
        step = _one_step(known)
        if step and _goes_wrong(known.analysis.direction, *step):
            value, baseline = step
            yield (
                known.element,
                Sentence(
                    _SENTENCES[known.analysis.direction],
                    id=known.element.id,
                    start=baseline.origin.words,
                    words=value.origin.words,
                ),
            )


def _one_step(known: KnownTarget) -> _Step | None:
    """The value and the baseline; None when there are more, or these cannot be compared."""
    starts = [one for one in known.baselines if one.value is not None]
    if len(known.values) != 1 or len(starts) != 1:
        return None
    value, start = known.values[0], starts[0]
    if value.kind != "level" or start.reference:
        return None
    units = {value.unit, start.unit} - {"", None}
    return (value, start) if len(units) <= 1 else None


def _goes_wrong(
    direction: str, value: KnownValue, start: KnownBaseline
) -> bool:
    if start.value is None or isinstance(value.value, tuple):
        return False
    if direction == "up":
        return value.value <= start.value
    return direction == "down" and value.value >= start.value


DUTCH = {
    "A target whose number goes the other way than its words, or nowhere.": (
        "Een SMART-doel waarvan het getal de andere kant op gaat dan de woorden, of stilstaat."
    ),
    (
        "it has been reached already, or it asks for the opposite of what is meant."
    ): "het is al bereikt, of het vraagt het omgekeerde van wat bedoeld is.",
    "our own reading of real documents.": "eigen lezing van echte documenten.",
    "Target {id} has to rise, but goes from {start} to {words}.": (
        "SMART-doel {id} moet stijgen, maar gaat van {start} naar {words}."
    ),
    "Target {id} has to fall, but goes from {start} to {words}.": (
        "SMART-doel {id} moet dalen, maar gaat van {start} naar {words}."
    ),
}
