"""The short title of a text.

It is the first sentence, without asides, up to where its first clause ends.
"""

import re

from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.wording.sentence_ends import first_sentence

SHORT_ENOUGH = 60
"""A title of at most so many characters is left as it is."""
LONGEST_TITLE = 100
"""A title of more characters is cut between words."""
LONGEST_TARGET_TITLE = 160
"""The same for a target, of which the number and the year often come last."""
SHORTEST_CLAUSE = 40
"""No clause of fewer characters stands for a whole sentence."""

_ASIDE = re.compile(r"\s*\([^()]*\)(?=[\s.,;:!?]|$)")


@once_per_dialect
def _clause_end() -> re.Pattern[str]:
    """Where the first clause of a sentence ends."""
    turns, after_comma = (
        any_of(words_of("titles.turns")),
        any_of(words_of("titles")),
    )
    return re.compile(
        rf";\s|:\s|\s[–-]\s|,\s{after_comma}\s|,?\s{turns}\s", re.IGNORECASE
    )


@once_per_dialect
def _small_words() -> frozenset[str]:
    """Words that mean nothing at the end of a title."""
    return frozenset(
        words_of("linking_words", "light_words", "pointing_words")
    )


def short_title(text: str, most: int = LONGEST_TITLE) -> str:
    """A text in a few words, all of them its own and none of them cut.

    Args:
        text: Any text.
        most: The number of characters.

    Returns:
        At most about so many characters, unless its first word is longer; a title that ends
        inside a clause ends with "…".

    Example:
        >>> text = "De samenwerking met ziekenhuizen (in de regio) intensiveren, zodat zij helpen."
        >>> short_title(text)
        'De samenwerking met ziekenhuizen intensiveren'
    """
    title = first_sentence(text).strip()
    if len(title) <= SHORT_ENOUGH:
        return title
    title = _ASIDE.sub("", title).strip() or title
    if len(title) > SHORT_ENOUGH:
        title = title[: _first_clause_end(title)]
    return title if len(title) <= most else _cut_between_words(title, most)


def _first_clause_end(title: str) -> int:
    """Where the first clause ends that is long enough; the length of the title when none does."""
    for clause_end in _clause_end().finditer(title):
        if clause_end.start() >= SHORTEST_CLAUSE:
            return clause_end.start()
    return len(title)


def _cut_between_words(title: str, most: int) -> str:
    """As many whole words as fit, the last of them one that means something."""
    words = title[: most + 1].split()[:-1] or title.split()[:1]
    while len(words) > 1 and words[-1].casefold().strip(",") in _small_words():
        words.pop()
    return f"{' '.join(words).rstrip(',;:–-')}\u00a0…"
