"""One indicator with two sources or two units.

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

from dinet.finding import FieldSentence, RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.model import FieldName, Target
from dinet.network import Network


@rule("DD406", Severity.INFO)
def check(network: Network) -> RuleRemarks:
    """Targets whose indicator another target has before them, with another source or unit.

    A target that names no source has a rule of its own.
    """
    first: dict[tuple[FieldName, str], tuple[Target, str]] = {}
    for target in network.targets:
        for field, key, words in _stated_facts(target):
            earlier, earlier_words = first.setdefault(
                (field, key), (target, words)
            )
            if _folded(earlier_words) != _folded(words):
                sentence = Sentence(
                    "{id} and {earlier} share an indicator, but one has “{words}” and the "
                    "other “{earlier_words}”.",
                    id=target.id,
                    earlier=earlier.id,
                    words=words,
                    earlier_words=earlier_words,
                )
                yield target, FieldSentence(sentence, field)


def _stated_facts(target: Target) -> Iterator[tuple[FieldName, str, str]]:
    """The field, the indicator and the words of what may differ."""
    aim = target.target
    if aim is None or not aim.indicator:
        return
    indicator = _folded(aim.indicator)
    if target.sources:
        yield "source", indicator, ", ".join(target.sources)
    if aim.unit:
        yield "unit", indicator, aim.unit


def _folded(words: str) -> str:
    return " ".join(words.casefold().rstrip(" .").split())


DUTCH = {
    "One indicator with two sources or two units.": (
        "Eén indicator met twee bronnen of twee eenheden."
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
}
