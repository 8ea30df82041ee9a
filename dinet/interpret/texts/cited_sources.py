"""``Bron: …`` in a text: the sources that it names, and what is left without them."""

import re
from collections.abc import Iterator

from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.wording.sentence_ends import first_sentence
from dinet.wording.source_marks import find_sources, names_several

_BRACKETS = re.compile(r"[()\[\]]")


@once_per_dialect
def _several_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:[;,]|\b{any_of(words_of('joining_words.and'))}\b)\s*"
    )


def split_sources(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without its sources, and their names.

    A name goes on to the closing bracket, the next source, or the end of its sentence.
    ``Bronnen:`` and ``Sources:`` name several, between commas.

    Args:
        text: On one line.

    Example:
        >>> split_sources("In 2028 sport 60% (bron: CBS, 2023). In 2021 was dit 50%.")
        ('In 2028 sport 60%. In 2021 was dit 50%.', ('CBS, 2023',))
    """
    marks = find_sources(text)
    if not marks:
        return text, ()
    kept = text[: marks[0].start()]
    names: list[str] = []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=True):
        name, rest = _split_name(text[mark.end() : end])
        kept = _close_gap(kept, rest)
        names += _split_names(name) if names_several(mark) else [name]
    bare = (name.strip(" .,;") for name in names)
    return kept, tuple(name for name in bare if any(map(str.isalnum, name)))


def _close_gap(before: str, rest: str) -> str:
    """What stood around a source as one text; brackets that held the source go too."""
    if before.rstrip().endswith(("(", "[")):
        return _join_parts(before.rstrip(" (["), rest.lstrip(" )]"))
    return _join_parts(before.rstrip(), rest.lstrip())


def _split_name(said: str) -> tuple[str, str]:
    """The name at the beginning of what follows the mark, and what follows the name."""
    depth = 0
    for bracket in _BRACKETS.finditer(said):
        depth += 1 if bracket[0] in "([" else -1
        if depth < 0:
            return said[: bracket.start()], said[bracket.end() :]
    name = first_sentence(said)
    return name, said[len(name) :]


def _join_parts(before: str, rest: str) -> str:
    """Two parts of a text between which something was taken out."""
    if rest[:1] in (".", ",", ";", ":"):
        return before + (rest.lstrip(" .") if before.endswith(".") else rest)
    return f"{before} {rest}".strip()


def _split_names(name: str) -> Iterator[str]:
    """The names in a list; a piece without letters, such as a year, belongs to the one before."""
    before = ""
    for piece in _several_pattern().split(name):
        if before and any(map(str.isalpha, piece)):
            yield before
            before = piece
        else:
            before = f"{before}, {piece}".strip(", ")
    if before:
        yield before
