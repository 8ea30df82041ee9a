"""``Bron:`` and its like, after which a text names where its figures come from."""

import re
from collections.abc import Iterator

from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.wording.sentence_ends import first_sentence

_BRACKETS = re.compile(r"[()\[\]]")

_LONGEST_WORD = 20
"""In characters: what stands before a mark is an article or a conjunction."""


@once_per_dialect
def _mark_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<word>{any_of(words_of('sources.one', 'sources.many'))}) ?: ?",
        re.IGNORECASE,
    )


@once_per_dialect
def _at_start() -> re.Pattern[str]:
    return re.compile(
        rf"\W*{any_of(words_of('sources.one', 'sources.many'))}\s*:",
        re.IGNORECASE,
    )


@once_per_dialect
def _before_a_word() -> re.Pattern[str]:
    return re.compile(
        rf"\b{any_of(words_of('sources.not_after'))}\s$", re.IGNORECASE
    )


@once_per_dialect
def _several_pattern() -> re.Pattern[str]:
    """Between two names."""
    return re.compile(
        rf"\s*(?:[;,]|\b{any_of(words_of('joining_words.and'))}\b)\s*"
    )


@once_per_dialect
def _plural_marks() -> frozenset[str]:
    return frozenset(words_of("sources.many"))


def find_sources(text: str) -> list[re.Match[str]]:
    """The marks of sources in a text, without those that are words of a sentence.

    Example:
        >>> [mark[0] for mark in find_sources("60% sport (bron: CBS), als bron: van inspiratie.")]
        ['bron: ']
    """
    if ":" not in text:  # as most texts are, and the search is slow
        return []
    marks = _mark_pattern().finditer(text)
    return [
        mark for mark in marks if not _stands_in_sentence(text, mark.start())
    ]


def _stands_in_sentence(text: str, start: int) -> bool:
    """A word stands before the mark that makes it one of the sentence: ``als bron:``."""
    before = text[max(0, start - _LONGEST_WORD) : start]
    return _before_a_word().search(before) is not None


def names_several(mark: re.Match[str]) -> bool:
    """Whether a mark that was found is in the plural, so that more than one source follows."""
    return mark["word"].casefold() in _plural_marks()


def cut_source_name(said: str) -> tuple[str, str]:
    """The name at the beginning of what follows a mark, and what follows the name.

    A name goes on to the bracket that closes the one before the mark, which is in neither part,
    or to the end of its line or of its sentence.

    Example:
        >>> cut_source_name("CBS, 2023). In 2021"), cut_source_name("CBS. In 2021")
        (('CBS, 2023', '. In 2021'), ('CBS.', ' In 2021'))
    """
    depth = 0
    for bracket in _BRACKETS.finditer(said):
        depth += 1 if bracket[0] in "([" else -1
        if depth < 0:
            return said[: bracket.start()], said[bracket.end() :]
    name = first_sentence(said.split("\n", maxsplit=1)[0])
    return name, said[len(name) :]


def split_source_names(name: str) -> Iterator[tuple[int, int]]:
    """Where each name in a list begins and ends; a piece without letters belongs to the one before.

    Example:
        >>> [slice(*place) for place in split_source_names("CBS, 2023 en GGD")]
        [slice(0, 9, None), slice(13, 16, None)]
    """
    first = end = 0
    for joint in (*_several_pattern().finditer(name), None):
        stop = joint.start() if joint else len(name)
        if first < end and any(map(str.isalpha, name[end:stop])):
            yield first, end
            first = _behind_joint(name, end)
        end = stop
    if first < end:
        yield first, end


def _behind_joint(name: str, index: int) -> int:
    joint = _several_pattern().match(name, index)
    return joint.end() if joint else index


def begins_with_source(text: str) -> bool:
    """Whether a text begins with the mark of a source, brackets before it aside.

    Example:
        >>> begins_with_source("(Bron: CBS)"), begins_with_source("Bronnen van overlast")
        (True, False)
    """
    return _at_start().match(text) is not None
