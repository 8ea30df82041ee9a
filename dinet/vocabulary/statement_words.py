"""The words by which rules judge a statement, in lists by name; ``statements.toml`` has them all.

They are loaded when a rule first asks for one: most commands audit nothing.
"""

import re
from functools import cache
from pathlib import Path

from dinet.vocabulary.phrases import NO_TEXT
from dinet.vocabulary.word_tables import listed_in

_FILE = Path(__file__).with_name("statements.toml")


@cache
def statement_words(name: str) -> frozenset[str]:
    """The words of a list, in lower case.

    Args:
        name: Of the list, after its group: ``work.verbs``.

    Raises:
        KeyError: There is no such list.

    Example:
        >>> "organiseren" in statement_words("work.verbs")
        True
    """
    return frozenset(listed_in(_FILE, name))


@cache
def statement_pattern(name: str) -> re.Pattern[str]:
    """A pattern that finds a word of a list as a whole word, in any case.

    Example:
        >>> statement_pattern("vague.words").findall("Stimuleren, waar mogelijk.")
        ['Stimuleren', 'waar mogelijk']
    """
    words = sorted(statement_words(name), key=lambda word: (-len(word), word))
    forms = "|".join(map(re.escape, words)) or NO_TEXT
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)


@cache
def statement_endings(name: str) -> tuple[str, ...]:
    """The words of a list, longest first, for ``str.endswith``: a compound ends in one of them."""
    words = statement_words(name)
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
