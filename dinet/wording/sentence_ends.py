"""Where a text ends as a sentence does, and whether it goes on in what follows."""

import re
from functools import lru_cache

from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of

_CLOSING = "\"')]”’ "
"""Marks that may stand after the end of a sentence: ``(elke week.)``."""
_SENTENCE_END = re.compile(r"(?<![.\s][^\W\d])[.!?](?=\s+[\"'(]?[A-ZÀ-Þ])")
_LONGEST_WORD = 20
"""In characters: a word that joins is far shorter."""
_LANGUAGES = ("", "nl", "en")
"""Whose words wait for more; the empty name is for text of unknown language."""


@once_per_dialect
def _sentence_ends() -> tuple[str, ...]:
    return words_of("sentence_ends")


@once_per_dialect
def _awaiting_patterns() -> dict[str, re.Pattern[str]]:
    """By language what waits for more at the end of a text; of all languages by no name."""
    groups = ("linking_words", "pointing_words")
    patterns = {}
    for lang in _LANGUAGES:
        names = [f"{group}.{lang}" if lang else group for group in groups]
        words = any_of(words_of(*names))
        patterns[lang] = re.compile(rf"(?:[,\-/(]|\b{words})$", re.IGNORECASE)
    return patterns


@once_per_dialect
def _continuing_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words_of('continuing_words'))}\b")


def ends_like_sentence(text: str) -> bool:
    """Whether a text ends like a sentence or an introduction.

    Example:
        >>> ends_like_sentence("Meer sport (elke week)."), ends_like_sentence("Meer sport")
        (True, False)
    """
    return text.rstrip(_CLOSING).endswith(_sentence_ends())


def ends_unfinished(text: str, lang: str = "") -> bool:
    """Whether a text ends in a word or mark after which something has to follow.

    Args:
        text: It.
        lang: The language of the document; empty when it is not known.

    Example:
        >>> ends_unfinished("Doorontwikkelen en"), ends_unfinished("Doorontwikkelen")
        (True, False)
        >>> ends_unfinished("outside their front door", "en")
        False
    """
    pattern = _awaiting_patterns()[lang]
    return pattern.search(text[-_LONGEST_WORD:]) is not None


def begins_continuation(text: str) -> bool:
    """Whether a text begins with a word that joins it to what stands above it.

    Example:
        >>> begins_continuation("zodat zij sporten"), begins_continuation("sporten is gezond")
        (True, False)
    """
    return _continuing_pattern().match(text) is not None


def count_signs_of_continuation(end: str, start: str, lang: str = "") -> int:
    """How many of three signs there are that one text goes on with another.

    They are lower case after the break, and an open bracket and an open end before it.

    Args:
        end: The text before a break.
        start: The text after it.
        lang: The language of the document; empty when it is not known.

    Example:
        >>> count_signs_of_continuation("Meer sport (ook voor", "ouderen)")
        3
    """
    opened = end.count("(") > end.count(")")
    return start[:1].islower() + opened + ends_unfinished(end, lang)


def goes_on(end: str, start: str, lang: str = "") -> bool:
    """Whether a text goes on with the one before it: that has no end, and one sign joins them.

    Cells and lists need more than this: there lower case and a missing full stop are common.

    Args:
        end: The text that may not have ended.
        start: The text after it.
        lang: The language of the document; empty when it is not known.

    Example:
        >>> goes_on("Meer kinderen", "sporten elke week."), goes_on("Meer kinderen.", "sporten")
        (True, False)
    """
    return (
        not ends_like_sentence(end)
        and count_signs_of_continuation(end, start, lang) > 0
    )


@lru_cache(maxsize=65536)
def first_sentence(text: str) -> str:
    """The text up to the first full stop that ends a sentence.

    A full stop after a single letter does not: ``t.o.v. 2019``.

    Example:
        >>> first_sentence("Dit daalt t.o.v. 2019. Daarna niet.")
        'Dit daalt t.o.v. 2019.'
    """
    end = _SENTENCE_END.search(text)
    return text[: end.end()] if end else text
