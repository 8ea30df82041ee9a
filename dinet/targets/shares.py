"""Which numbers are a share of a group: these cannot be more than all of it."""

import re

from dinet.targets.known_target import KnownTarget
from dinet.targets.stated_figures import KnownValue
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of

_ALL = 100
"""Percent of a group."""
_MOST_WORDS_BETWEEN = 2
"""Between a share and its group: ``van de``, ``of all``."""

_MOST_WORDS_BEFORE = {False: 1, True: 3}
"""Before a share that opens its sentence, a time apart: a verb, and the words of a comparator."""


@once_per_dialect
def _share_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words_of('values.shares'))}\b", re.IGNORECASE)


def is_impossible_share(value: KnownValue) -> bool:
    """A level in percent over 100."""
    is_level = value.unit == "%" and value.kind == "level"
    return (
        is_level and not isinstance(value.value, tuple) and value.value > _ALL
    )


def is_share_of_group(known: KnownTarget, value: KnownValue) -> bool:
    """A value is said of members of a group, so that it is no index, rate or growth.

    In a sentence the group follows the number, and nothing but a time and a verb stands before
    it: ``De uitkering is 120% van het minimumloon`` is a height. Of a field the indicator or the
    text is called a share.

    Args:
        known: The target.
        value: One of its values, in percent.
    """
    span = value.origin.span
    if span is None:
        texts = (known.indicator or "", known.element.text)
        return any(map(_share_pattern().match, texts))
    group = known.analysis.subject
    if known.analysis.direction != "none" or group is None:
        return False
    between = known.analysis.text[span.end : group.start].split()
    if not 0 < len(between) <= _MOST_WORDS_BETWEEN:
        return False
    first_word = group.words.split()[0].casefold()
    return _names_members(first_word) and _opens_sentence(
        known, value, span.start
    )


def _names_members(word: str) -> bool:
    """The word is a plural of people or things, and not of money or the like."""
    return word.endswith(words_of("values.many_endings")) and not (
        word.endswith(words_of("values.amount_endings"))
    )


def _opens_sentence(known: KnownTarget, value: KnownValue, start: int) -> bool:
    before = known.analysis.text[:start]
    for deadline in known.analysis.deadlines:
        before = before.replace(deadline.span.words, "")
    is_bounded = value.comparator != "eq"
    return len(before.split()) <= _MOST_WORDS_BEFORE[is_bounded]
