"""Numbers in Dutch and English words, read without a library.

``text2num`` reads them where it is installed. It is compiled for each kind of machine, and there
are kinds on which it cannot be had; there this reads what councils write.
"""

import re
from collections.abc import Mapping
from functools import cache

_UNITS = {
    "nl": "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien "
    "vijftien zestien zeventien achttien negentien",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
}
_TENS = {
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
}
_SCALES = {
    "nl": {"miljard": 10**9, "miljoen": 10**6, "duizend": 1000},
    "en": {"billion": 10**9, "million": 10**6, "thousand": 1000},
}
_HUNDRED = {"nl": "honderd", "en": "hundred"}
_AND = {"nl": "en", "en": "and"}
_ACCENTS = str.maketrans("éëèï", "eeei")
_SIGNS_BETWEEN = re.compile(r"[\s-]+")


def number_in_words(words: str, language: str) -> int | None:
    """The number that words say as a whole; None for all other words.

    Example:
        >>> number_in_words("vijfentwintighonderd", "nl")
        2500
        >>> number_in_words("two hundred and forty-five thousand", "en")
        245000
        >>> number_in_words("tiende", "nl") is None
        True
    """
    plain = words.casefold().translate(_ACCENTS)
    joined = _SIGNS_BETWEEN.sub("", plain).removeprefix(_AND[language])
    return _scaled_value(joined, language) if joined else None


def _scaled_value(word: str, language: str) -> int | None:
    """The value with its thousands and more."""
    for scale, factor in _SCALES[language].items():
        before, found, after = word.partition(scale)
        if found:
            return _sum_of_parts(
                _scaled_value(before, language) if before else 1,
                factor,
                _rest_value(after, language),
            )
    return _hundreds_value(word, language)


def _hundreds_value(word: str, language: str) -> int | None:
    before, found, after = word.partition(_HUNDRED[language])
    if not found:
        return _small_numbers(language).get(word)
    small = _small_numbers(language)
    rest = after.removeprefix(_AND[language]) if after not in small else after
    return _sum_of_parts(
        small.get(before) if before else 1,
        100,
        small.get(rest) if after else 0,
    )


def _rest_value(word: str, language: str) -> int | None:
    """The value behind a scale; nothing there is nothing more."""
    if not word:
        return 0
    value = _scaled_value(word, language)
    if value is None:
        value = _scaled_value(word.removeprefix(_AND[language]), language)
    return value


def _sum_of_parts(
    times: int | None, factor: int, rest: int | None
) -> int | None:
    """So many times a factor and a rest; None when one of them is no number that fits."""
    if not times or rest is None or rest >= factor:
        return None
    return times * factor + rest


@cache
def _small_numbers(language: str) -> Mapping[str, int]:
    """The words below a hundred."""
    units = _UNITS[language].split()
    tens = _TENS[language].split()
    found = {word: number for number, word in enumerate(units)}
    for number, ten in enumerate(tens, start=2):
        found[ten] = 10 * number
        for unit in range(1, 10):
            joined = (
                f"{units[unit]}en{ten}"
                if language == "nl"
                else f"{ten}{units[unit]}"
            )
            found[joined] = 10 * number + unit
    return found
