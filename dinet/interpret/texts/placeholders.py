"""What a cell or paragraph says that states nothing.

Met in tables: a dash, ``idem``, ``n.t.b.``, a mark, a placeholder that nobody filled in.
"""

import re
from enum import Enum
from functools import lru_cache

from dinet.vocabulary.active_dialect import (
    active_phrases,
    once_per_dialect,
    words_of,
)
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.phrases import Phrases, any_of
from dinet.vocabulary.roles import kind_of, role_of
from dinet.wording.undetermined import is_undetermined


class TextKind(Enum):
    """What kind of words these are."""

    STATEMENT = "a statement"
    NOTHING = "that there is nothing"
    DITTO = "the same as above"
    PLACEHOLDER = "that it is still to be filled in"
    CHECKMARK = "a mark, such as a cross in a matrix"


_KIND_OF_LIST = {
    "marks": TextKind.CHECKMARK,
    "same": TextKind.DITTO,
    "open": TextKind.PLACEHOLDER,
    "nothing": TextKind.NOTHING,
    "missing": TextKind.NOTHING,
}
"""What the texts in each list of words say."""
_DITTO = frozenset('"″”〃„')
_TEXTS_REMEMBERED = 8192
"""Texts: of a cell is asked three times, while its row is read, what kind of words it has."""
_LONGEST_CHARACTERS = 80
"""A longer text states something, whatever placeholder it begins with."""


@once_per_dialect
def _check_signs() -> frozenset[str]:
    return frozenset(words_of("placeholders.signs"))


@once_per_dialect
def _kind_of_words() -> dict[str, TextKind]:
    """By whole texts what kind of words they are; of a text in several lists the first counts."""
    kinds: dict[str, TextKind] = {}
    for name, kind in _KIND_OF_LIST.items():
        for words in words_of(f"placeholders.{name}"):
            kinds.setdefault(fold_text(words), kind)
    return kinds


@once_per_dialect
def _none_pattern() -> re.Pattern[str]:
    """That there is none of a kind, in words that only say more of it: ``geen nieuwe acties``."""
    no = any_of(words_of("placeholders.no"))
    other = any_of(words_of("placeholders.no_other"))
    return re.compile(rf"{no}(?: {other})*(?P<kind>(?: [\w-]+){{1,2}})")


@once_per_dialect
def _placeholder_pattern() -> re.Pattern[str]:
    click = any_of(words_of("placeholders.click"))
    text = any_of(words_of("placeholders.click_here_for"))
    return re.compile(
        rf"\[[^\]]*\]|<[^>]*>|\{{[^}}]*\}}|{click}\b.{{0,20}}\b{text}\b.{{0,20}}",
        re.IGNORECASE,
    )


def classify_text(text: str) -> TextKind:
    """What kind of words a text is.

    Args:
        text: The whole text of a cell or paragraph, on one line.

    Example:
        >>> [classify_text(text).name for text in ("Meer sport", "-", "x")]
        ['STATEMENT', 'NOTHING', 'CHECKMARK']
        >>> [classify_text(text).name for text in ("n.t.b.", "[vul in]")]
        ['PLACEHOLDER', 'PLACEHOLDER']
    """
    if len(text) > _LONGEST_CHARACTERS:
        return TextKind.STATEMENT if _has_letters(text) else TextKind.NOTHING
    return _classify_short_text(text, active_phrases())


@lru_cache(maxsize=_TEXTS_REMEMBERED)
def _classify_short_text(text: str, _phrases: Phrases) -> TextKind:
    """What kind of words a text is in the active dialect, whose words these are."""
    by_words = _kind_of_words().get(fold_text(text))
    by_signs = None if _has_letters(text) else _kind_of_signs(text)
    for kind in (TextKind.CHECKMARK, TextKind.DITTO):
        if kind in (by_words, by_signs):
            return kind
    if by_words is TextKind.PLACEHOLDER or _is_placeholder(text):
        return TextKind.PLACEHOLDER
    if by_words is None and _says_none(text):
        return TextKind.NOTHING
    return by_words or by_signs or TextKind.STATEMENT


def _kind_of_signs(text: str) -> TextKind:
    """What a text without letters and digits says by its signs."""
    if not _check_signs().isdisjoint(text):  # a sign such as ✓
        return TextKind.CHECKMARK
    return TextKind.DITTO if _is_ditto(text) else TextKind.NOTHING


def _says_none(text: str) -> bool:
    """The text says that there is none of a kind: ``geen nieuwe inspanningen``."""
    found = _none_pattern().fullmatch(fold_text(text).rstrip("."))
    return found is not None and kind_of(role_of(found["kind"])) is not None


def _has_letters(text: str) -> bool:
    """The text has a letter or a digit."""
    return any(map(str.isalnum, text))


def _is_ditto(text: str) -> bool:
    """The text is nothing but ditto marks."""
    return text != "" and set(text.split()) <= _DITTO


def _is_placeholder(text: str) -> bool:
    """The text is the blank of a form, or says of all of it that it is still to be settled."""
    is_blank_of_form = _placeholder_pattern().fullmatch(text) is not None
    return is_blank_of_form or is_undetermined(text.strip("() "))
