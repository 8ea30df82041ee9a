"""One target or indicator with two sources or units, or with a source in one place only.

Why it matters: figures from two sources, or in two units, cannot be put beside each other; yet
that is what a reader does.

Bad:

    smart-doelen:
      - id: S1
        tekst: In 2027 sport 55% van de kinderen.
        indicator: Sportdeelname
        bron: GGD
      - id: S2
        tekst: In 2028 sport 60% van de jongeren.
        indicator: Sportdeelname
        bron: CBS

Good:

    smart-doelen:
      - id: S1
        tekst: In 2027 sport 55% van de kinderen (in 2024 was dit 50%).
        indicator: Sportdeelname van kinderen
        bron: GGD
      - id: S2
        tekst: In 2028 sport 60% van de ouderen (in 2024 was dit 50%).
        indicator: Sportdeelname van ouderen
        bron: CBS
    doelen:
      - tekst: Meer inwoners sporten.
        smart-doelen: [S1, S2]
    inspanningen:
      - tekst: Bouwen van een sporthal.
        voor: [S1, S2]

Source: seen in real documents.
"""

from collections.abc import Iterator

from dinet.finding import (
    FieldSentence,
    PlacedSentence,
    RuleRemarks,
    Severity,
    rule,
)
from dinet.language import Sentence
from dinet.model import FieldName, Target
from dinet.network import Network

_ABSENT = "source_absent"
"""The code of a note on a target that stands somewhere without its source."""


@rule("DD406", Severity.INFO)
def check(network: Network) -> RuleRemarks:
    """Targets whose indicator another target has before them, with another source or unit.

    So are targets that stand somewhere again without the source that they have elsewhere. One that
    names no source at all has a rule of its own.
    """
    yield from _absent_sources(network)
    first: dict[tuple[FieldName, str], tuple[Target, str]] = {}
    for target in network.targets:
        for field, key, words in _stated_facts(target):
            earlier, earlier_words = first.setdefault(
                (field, key), (target, words)
            )
            if _fold_words(earlier_words) != _fold_words(words):
                sentence = Sentence(
                    "{id} and {earlier} share an indicator, but one has “{words}” and the "
                    "other “{earlier_words}”.",
                    id=target.id,
                    earlier=earlier.id,
                    words=words,
                    earlier_words=earlier_words,
                )
                yield target, FieldSentence(sentence, field)


def _absent_sources(network: Network) -> RuleRemarks:
    """What reading noted of a target that stands in several places."""
    for note in network.programme.notes:
        taken = note.values.get("id", "")
        if note.code == _ABSENT and taken in network:
            sentence = Sentence(
                "{id} stands here without the source that it has elsewhere: “{source}”.",
                id=taken,
                source=note.values.get("known", ""),
            )
            yield network[taken], PlacedSentence(sentence, (note.place,))


def _stated_facts(target: Target) -> Iterator[tuple[FieldName, str, str]]:
    """The field, the indicator and the words of what may differ."""
    aim = target.target
    if aim is None or not aim.indicator:
        return
    indicator = _fold_words(aim.indicator)
    if target.sources:
        yield "source", indicator, ", ".join(target.sources)
    if aim.unit:
        yield "unit", indicator, aim.unit


def _fold_words(words: str) -> str:
    return " ".join(words.casefold().rstrip(" .").split())


DUTCH = {
    (
        "One target or indicator with two sources or units, or with a source in "
        "one place only."
    ): (
        "Eén SMART-doel of indicator met twee bronnen of eenheden, of met een "
        "bron op maar één plek."
    ),
    (
        "figures from two sources, or in two units, cannot be put beside each "
        "other; yet that is what a reader does."
    ): (
        "cijfers uit twee bronnen, of in twee eenheden, zijn niet naast elkaar te "
        "zetten; toch is dat wat een lezer doet."
    ),
    "seen in real documents.": "gezien in echte documenten.",
    (
        "{id} and {earlier} share an indicator, but one has “{words}” and the "
        "other “{earlier_words}”."
    ): (
        "{id} en {earlier} hebben dezelfde indicator, maar de een heeft “{words}” "
        "en de ander “{earlier_words}”."
    ),
    (
        "{id} stands here without the source that it has elsewhere: “{source}”."
    ): ("{id} staat hier zonder de bron die het elders heeft: “{source}”."),
}
