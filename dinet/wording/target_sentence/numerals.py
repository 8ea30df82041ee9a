"""Numbers in digits and in words, with the words that multiply them."""

import re
from functools import lru_cache

from dinet.wording.numbers import parse_number
from dinet.wording.target_sentence.language_words import words_of_language
from dinet.wording.target_sentence.number_words import number_in_words
from dinet.wording.target_sentence.target_text import (
    FREE,
    Numeral,
    TargetText,
)

_SCALES = {"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_MOST_DIGITS = 20
"""With signs between them; what is longer is a code or an account."""
_LONGEST_WORD = 60
"""In characters: a longer word is no number word, and text2num need not look at it."""
_MOST_WORDS = 6
"""Of one number: "two hundred and forty five thousand"."""
_WORDS_REMEMBERED = 16384
"""Words and figures: each is looked up once; a large programme has so many."""
_GROUP = re.compile(r"\d{3}")
_NUMBER_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def numeral_at(text: TargetText, index: int) -> Numeral | None:
    """The number that begins at a token; None when there is none, or it is explained already.

    An article is no number: ``een`` never is, ``één`` only where the caller knows better.
    """
    if index >= text.count or text.claims[index] != FREE:
        return None
    try:
        return text.numerals[index]
    except KeyError:
        numeral = text.numerals[index] = _read_numeral(text, index)
        return numeral


def _read_numeral(text: TargetText, index: int) -> Numeral | None:
    if text.is_number(index):
        return _digits_at(text, index)
    return _words_at(text, index) if text.is_word(index) else None


@lru_cache(_WORDS_REMEMBERED)
def may_open_numeral(low: str, language: str) -> bool:
    """Whether a token is a number, an article, or begins as words for numbers do.

    Args:
        low: The token.
        language: Of the text.

    Example:
        >>> may_open_numeral("80", "nl"), may_open_numeral("tachtig", "nl")
        (True, True)
        >>> may_open_numeral("jeugd", "nl")
        False
    """
    return (
        low[:1].isdecimal()
        or _begins_as_number(low, language)
        or words_of_language(language).has("number_words.article", low)
    )


def _digits_at(text: TargetText, index: int) -> Numeral | None:
    written = text.lows[index]
    end = index + 1
    while _continues_thousands(text, index, end):
        written += text.lows[end]
        end += 1
    if len(written) > _MOST_DIGITS:
        return None
    number = _value_of_digits(written, text.language)
    if number is None:
        return None
    return _scale_number(text, Numeral(number, end, in_words=False))


@lru_cache(_WORDS_REMEMBERED)
def _value_of_digits(written: str, language: str) -> float | None:
    number = parse_number(written, language)
    return None if number is None else float(number)


def _continues_thousands(text: TargetText, first: int, index: int) -> bool:
    """Three digits behind a space belong to the number before it: ``1 250``."""
    if not text.is_number(index) or len(text.lows[first]) > len("999"):
        return False
    gap = text.text[text.tokens[index - 1].end : text.tokens[index].start]
    return len(gap) == 1 and _GROUP.fullmatch(text.lows[index]) is not None


def _words_at(text: TargetText, index: int) -> Numeral | None:
    """A number in words; several words are one number where text2num takes them together."""
    best = None
    joined = ""
    for end in range(index + 1, index + 1 + _MOST_WORDS):
        if end > text.count or not _may_count(text, end - 1):
            break
        joined = f"{joined} {text.lows[end - 1]}".strip()
        value = value_of_words(joined, text.language)
        if value is not None:
            best = Numeral(float(value), end, in_words=True)
    if best is None:
        return None
    single = best.end == index + 1
    if single and text.words.has("number_words.article", text.lows[index]):
        return None
    return best if best.end > index + 1 else _scale_number(text, best)


def _may_count(text: TargetText, index: int) -> bool:
    """A word begins as number words do, so that it is worth asking."""
    return _begins_as_number(text.lows[index], text.language)


@lru_cache(_WORDS_REMEMBERED)
def _begins_as_number(low: str, language: str) -> bool:
    parts = words_of_language(language).lists["number_words.parts"]
    return len(low) <= _LONGEST_WORD and low.startswith(parts)


@lru_cache(maxsize=4096)
def value_of_words(words: str, language: str) -> int | None:
    """The number that words say; None for all other words.

    Example:
        >>> value_of_words("vijfentwintighonderd", "nl"), value_of_words("tiende", "nl")
        (2500, None)
    """
    if not _NUMBER_WORD.match(words):
        return None
    try:
        # a library of 1 MB that most commands never need
        from text_to_num import text2num
    except ModuleNotFoundError:
        return number_in_words(words, language)
    try:
        return int(text2num(words, language))
    except ValueError:
        return None


def _scale_number(text: TargetText, numeral: Numeral) -> Numeral:
    """A number with the word behind it that multiplies it: ``2,4 miljoen``."""
    for name, end in text.names_at(numeral.end, "scale").items():
        value = numeral.value * _SCALES[name]
        return Numeral(value, end, numeral.in_words, has_scale=True)
    return numeral
