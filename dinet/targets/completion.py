"""What a target still has to say, in one short sentence for who wrote it."""

from collections.abc import Sequence

from dinet.language import JoinedSentences, Sentence
from dinet.targets.gaps import Gap, GapKind

GAP_WORDS: dict[GapKind, str] = {
    "open": "what comes in place of “{words}”",
    "group": "of whom or what exactly",
    "number": "a number",
    "comparative": "a number with “{words}”",
    "deadline": "the year in which it must be reached",
    "year": "the year that “{words}” means",
    "start": "the value where it starts, with its year",
    "start_value": "the value in {words}",
    "source": "the source of the figures",
}
"""What is to be added for each gap, in the order of ``Add: …``."""
WHOLE_SENTENCES: dict[GapKind, str] = {
    "empty": "There is no sentence here: say what must be reached, and by when.",
    "past": "This only tells what was measured: say what must be reached, and by when.",
    "process": "This only tells what is being done: say what must be reached, and by when.",
}
"""What is said of a text that is no target."""


def completion_sentence(gaps: Sequence[Gap]) -> Sentence:
    """How to complete a target.

    Args:
        gaps: Of the target, as ``find_gaps`` gives them; of none that is said.

    Example:
        >>> print(completion_sentence([Gap("start_value", "2019"), Gap("source")]))
        Add: the value in 2019 and the source of the figures.
    """
    if not gaps:
        return Sentence("Nothing is missing.")
    for gap in gaps:
        if gap.kind in WHOLE_SENTENCES:
            return Sentence(WHOLE_SENTENCES[gap.kind])
    parts = [
        Sentence(GAP_WORDS[gap.kind], words=gap.words)
        for gap in dict.fromkeys(gaps)
    ]
    return Sentence("Add: {parts}.", parts=_list_parts(parts))


def _list_parts(parts: list[Sentence]) -> Sentence:
    """Parts as a list in a sentence: ``this, that and the other``."""
    *before, last = parts
    if not before:
        return last
    return Sentence(
        "{parts} and {last}",
        parts=JoinedSentences(*before, glue=", "),
        last=last,
    )
