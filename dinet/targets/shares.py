"""Which numbers are a share of a group: these cannot be more than all of it."""

import re

from dinet.targets.known_target import KnownTarget
from dinet.targets.stated_figures import KnownValue
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.wording.target_sentence.result import Comparator, TextSpan

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
    if value.origin.span:
        return _is_share_in_sentence(
            known, value.comparator, value.origin.span
        )
    texts = (known.indicator or "", known.element.text)
    if any(map(_share_pattern().match, texts)):
        return True
    # the sentence says the same number
    return any(
        _is_share_in_sentence(known, said.comparator, said.span)
        for said in known.analysis.values
        if said.unit == "%" and said.value == value.value
    )


def _is_share_in_sentence(
    known: KnownTarget, comparator: Comparator, span: TextSpan
) -> bool:
    """A number in the sentence of a target is said of the members of a group."""
    group = known.analysis.subject
    # a share that is to fall cannot be more than all of it either
    if known.analysis.direction not in ("none", "down") or group is None:
        return False
    between = known.analysis.text[span.end : group.start].split()
    if not 0 < len(between) <= _MOST_WORDS_BETWEEN:
        return False
    if not _names_members(group.words.split()[0].casefold()):
        return False
    return _opens_sentence(known, comparator, span.start)


def _names_members(word: str) -> bool:
    """The word is a plural of people or things, and not of money or the like."""
    return word.endswith(words_of("values.many_endings")) and not (
        word.endswith(words_of("values.amount_endings"))
    )


def _opens_sentence(
    known: KnownTarget, comparator: Comparator, start: int
) -> bool:
    before = known.analysis.text[:start]
    for deadline in known.analysis.deadlines:
        before = before.replace(deadline.span.words, "")
    is_bounded = comparator != "eq"
    return len(before.split()) <= _MOST_WORDS_BEFORE[is_bounded]
