"""Whether the hyphen at the end of a line belongs there, and whether a word may begin the next."""

import re

from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of


@once_per_dialect
def _keepers_pattern() -> re.Pattern[str]:
    lists = (
        "joining_words.and",
        "joining_words.or",
        "joining_words.through",
        "joining_words.after_hyphen",
    )
    return re.compile(rf"{any_of(words_of(*lists))}(?!\w)|[&+]")


def keeps_hyphen(after: str) -> bool:
    """Whether a text after a hyphen begins with a word before which that hyphen stays.

    Met in ``Sport- en spelactiviteiten`` and ``12- tot 18-jarigen`` that a narrow column broke.

    Example:
        >>> keeps_hyphen("en spelactiviteiten"), keeps_hyphen("energie")
        (True, False)
    """
    return _keepers_pattern().match(after) is not None


@once_per_dialect
def _verb_pattern() -> re.Pattern[str]:
    begins = any_of(words_of("joining_words.verb_beginnings"))
    ends = any_of(words_of("joining_words.verb_endings"))
    return re.compile(rf"{begins}[^\W\d_]*[aeiouy][^\W\d_]+{ends}\W?")


def reads_as_verb(word: str) -> bool:
    """Whether a word at the beginning of a line reads as a verb, with which the line before ends.

    Met in a narrow column: ``Grondonderzoek`` that fills its line, above ``afronden``.

    Example:
        >>> reads_as_verb("afronden"), reads_as_verb("gegevens")
        (True, False)
        >>> reads_as_verb("verenigingen"), reads_as_verb("open")
        (False, False)
    """
    if word.rstrip(".,;").endswith(words_of("joining_words.no_verb_endings")):
        return False
    return _verb_pattern().fullmatch(word) is not None
