"""What a cell or paragraph says that states nothing: a dash, ``idem``, ``n.t.b.``, a mark, an unfilled placeholder."""

import re
from enum import Enum

from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.phrases import any_of
from dinet.wording.undetermined import find_undetermined


class TextKind(Enum):
    """What kind of words these are."""

    STATEMENT = "a statement"
    NOTHING = "that there is nothing"
    DITTO = "the same as above"
    PLACEHOLDER = "that it is still to be filled in"
    CHECKMARK = "a mark, such as a cross in a matrix"


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
    return frozenset(map(fold_text, words_of(f"placeholders.{name}")))


def classify_text(text: str) -> TextKind:
    """What kind of words a text is.

    Args:
        text: The whole text of a cell or paragraph, on one line.

    Example:
        >>> classify_text("Meer sport").name, classify_text("-").name, classify_text("n.t.b.").name, classify_text("[vul in]").name, classify_text("x").name
        ('STATEMENT', 'NOTHING', 'PLACEHOLDER', 'PLACEHOLDER', 'CHECKMARK')
    """
    if len(text) > _LONGEST:
        return TextKind.STATEMENT if any(map(str.isalnum, text)) else TextKind.NOTHING
    plain = fold_text(text)
    if plain in _marks_words() or (
        set(text) & _check_signs() and not any(map(str.isalnum, text))
    ):
        return TextKind.CHECKMARK
    if plain in _same_words() or (set(text.split()) <= _DITTO and text):
        return TextKind.DITTO
    if (
        plain in _open_words()
        or _placeholder_pattern().fullmatch(text)
        or text.strip("() ") in find_undetermined(text.strip("() "))
    ):
        return TextKind.PLACEHOLDER
    return (
        TextKind.NOTHING
        if plain in _nothing_words() or not any(map(str.isalnum, text))
        else TextKind.STATEMENT
    )
