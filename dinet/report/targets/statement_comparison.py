"""What two statements have in common, as data for a program and in rows for a person."""

from collections.abc import Iterator

from dinet.language import Sentence
from dinet.wording.comparison.comparison import ComparedPart, Comparison
from dinet.wording.comparison.part_names import PART_WORDS

VERDICT_SENTENCES = {
    "same": Sentence("These say the same."),
    "conflict": Sentence("These contradict each other."),
    "different": Sentence("These are about different things."),
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
            name = PART_WORDS[part.name].in_language(lang)
            yield sign, name, part.one or "-", part.other or "-"
