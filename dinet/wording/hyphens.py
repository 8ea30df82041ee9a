"""Whether the hyphen at the end of a line belongs there."""

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
