"""The language of a text, by the words that join in it."""

import re

from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of

_ENOUGH_CHARACTERS = 20_000
"""Of a document: so many tell its language; a long one would take time to count."""
_LANGUAGES = ("nl", "en")


@once_per_dialect
def _of_language() -> dict[str, re.Pattern[str]]:
    """The words that join in each language and in no other.

    Words of both (``of``, ``in``, ``is``) tell nothing, and a single letter is a code in many
    tables.
    """
    words = {lang: _joining_words(lang) for lang in _LANGUAGES}
    of_both = words["nl"] & words["en"]
    patterns = {}
    for lang in _LANGUAGES:
        telling = [word for word in words[lang] - of_both if len(word) > 1]
        patterns[lang] = re.compile(rf"\b{any_of(telling)}\b", re.IGNORECASE)
    return patterns


def _joining_words(lang: str) -> set[str]:
    """The words that join in a language, also those of another language."""
    groups = ("linking_words", "light_words", "pointing_words")
    return set(words_of(*(f"{group}.{lang}" for group in groups)))


def language_of_text(text: str) -> str:
    """The language that most function words are in: ``en``, or ``nl``, also when there are none.

    Example:
        >>> language_of_text("More bikes for the city"), language_of_text("Meer fietsen")
        ('en', 'nl')
    """
    whole = text[:_ENOUGH_CHARACTERS]
    counts = {
        lang: len(words.findall(whole))
        for lang, words in _of_language().items()
    }
    return "en" if counts["en"] > counts["nl"] else "nl"
