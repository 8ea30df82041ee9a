"""What a cell or paragraph says that states nothing: a dash, ``idem``, ``n.t.b.``, a mark, an unfilled placeholder."""

import re
from enum import Enum

from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.folding import folded
from dinet.vocabulary.phrases import any_of
from dinet.wording.undetermined import undetermined


class Says(Enum):
    """What kind of words these are."""

    SOMETHING = "a statement"
    NOTHING = "that there is nothing"
    SAME = "the same as above"
    OPEN = "that it is still to be filled in"
    MARK = "a mark, such as a cross in a matrix"


_DITTO = frozenset('"″”〃„')
_LONGEST = 80


@once_per_dialect
def _marks_words() -> frozenset[str]:
    return _folded_words("marks")


@once_per_dialect
def _check_signs() -> frozenset[str]:
    return frozenset(words_of("placeholders.signs"))


@once_per_dialect
def _same_words() -> frozenset[str]:
    return _folded_words("same")


@once_per_dialect
def _nothing_words() -> frozenset[str]:
    return _folded_words("nothing")


@once_per_dialect
def _open_words() -> frozenset[str]:
    return _folded_words("open")


@once_per_dialect
def _placeholder_pattern() -> re.Pattern[str]:
    click, text = (
        any_of(words_of("placeholders.click")),
        any_of(words_of("placeholders.click_here_for")),
    )
    return re.compile(
        rf"\[[^\]]*\]|<[^>]*>|\{{[^}}]*\}}|{click}\b.{{0,20}}\b{text}\b.{{0,20}}",
        re.IGNORECASE,
    )


def _folded_words(name: str) -> frozenset[str]:
    return frozenset(map(folded, words_of(f"placeholders.{name}")))


def says(text: str) -> Says:
    """What kind of words a text is.

    Args:
        text: The whole text of a cell or paragraph, on one line.

    Example:
        >>> says("Meer sport").name, says("-").name, says("n.t.b.").name, says("[vul in]").name, says("x").name
        ('SOMETHING', 'NOTHING', 'OPEN', 'OPEN', 'MARK')
    """
    if len(text) > _LONGEST:
        return Says.SOMETHING if any(map(str.isalnum, text)) else Says.NOTHING
    plain = folded(text)
    if plain in _marks_words() or (
        set(text) & _check_signs() and not any(map(str.isalnum, text))
    ):
        return Says.MARK
    if plain in _same_words() or (set(text.split()) <= _DITTO and text):
        return Says.SAME
    if (
        plain in _open_words()
        or _placeholder_pattern().fullmatch(text)
        or text.strip("() ") in undetermined(text.strip("() "))
    ):
        return Says.OPEN
    return (
        Says.NOTHING
        if plain in _nothing_words() or not any(map(str.isalnum, text))
        else Says.SOMETHING
    )
