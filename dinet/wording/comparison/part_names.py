"""What the parts of a statement are called, and how their difference is told."""

from typing import TYPE_CHECKING

from dinet.language import JoinedSentences, Sentence

if TYPE_CHECKING:
    from dinet.wording.comparison.comparison import ComparedPart, Comparison

PART_WORDS = {
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


def difference_sentence(comparison: "Comparison") -> Sentence:
    """In which parts two statements differ, with the words of both."""
    return JoinedSentences(
        *map(_part_sentence, comparison.decisive), glue="; "
    )


def _part_sentence(part: "ComparedPart") -> Sentence:
    name = PART_WORDS[part.name]
    if part.one and part.other:
        return Sentence(
            "{part} “{one}” against “{other}”",
            part=name,
            one=part.one,
            other=part.other,
        )
    words = part.one or part.other
    return Sentence("{part} “{words}” in one only", part=name, words=words)
