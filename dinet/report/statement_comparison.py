"""What two statements have in common, as data for a program and in rows for a person."""

from collections.abc import Iterator

from dinet.language import JoinedSentences, Sentence
from dinet.wording.comparison.comparison import ComparedPart, Comparison

VERDICT_SENTENCES = {
    "same": Sentence("These say the same."),
    "conflict": Sentence("These contradict each other."),
    "different": Sentence("These are about different things."),
}
_PART_WORDS = {
    "words": Sentence("words"),
    "order": Sentence("what belongs to what"),
    "value": Sentence("value"),
    "unit": Sentence("unit"),
    "comparator": Sentence("at least, at most, about"),
    "step": Sentence("step or level"),
    "direction": Sentence("direction"),
    "deadline": Sentence("deadline"),
    "recurrence": Sentence("how often"),
    "baseline": Sentence("start"),
    "measure": Sentence("measure"),
    "source": Sentence("source"),
    "past": Sentence("the past"),
}


def comparison_data(comparison: Comparison) -> dict[str, object]:
    """The comparison with plain values only.

    Example:
        >>> from dinet.wording.comparison.comparison import compare_statements
        >>> data = comparison_data(compare_statements("In 2028 sport 60%.", "In 2028 sport 70%."))
        >>> data["label"], data["differing"]
        ('conflict', [{'part': 'value', 'a': '60%', 'b': '70%'}])
    """
    return {
        "label": comparison.verdict,
        "agreeing": [_part_data(part) for part in comparison.agreeing],
        "differing": [_part_data(part) for part in comparison.differing],
    }


def _part_data(part: ComparedPart) -> dict[str, str]:
    return {"part": part.name, "a": part.one, "b": part.other}


def comparison_rows(
    comparison: Comparison, lang: str
) -> Iterator[tuple[str, str, str, str]]:
    """The sign, name and both wordings of each part; those that differ come first.

    The sign is ``=`` for a part that agrees and ``≠`` for one that differs.
    """
    for sign, parts in (
        ("≠", comparison.differing),
        ("=", comparison.agreeing),
    ):
        for part in parts:
            name = _PART_WORDS[part.name].in_language(lang)
            yield sign, name, part.one or "-", part.other or "-"


def difference_sentence(comparison: Comparison) -> Sentence:
    """In which parts two statements differ, with the words of both."""
    return JoinedSentences(
        *map(_part_sentence, comparison.decisive), glue="; "
    )


def _part_sentence(part: ComparedPart) -> Sentence:
    name = _PART_WORDS[part.name]
    if part.one and part.other:
        return Sentence(
            "{part} “{one}” against “{other}”",
            part=name,
            one=part.one,
            other=part.other,
        )
    words = part.one or part.other
    return Sentence("{part} “{words}” in one only", part=name, words=words)
