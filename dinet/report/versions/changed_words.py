"""Which words differ between two texts, so that a reader sees at a glance what was changed."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from dinet.vocabulary.folding import fold_text

_MOST_WORDS = 600
"""Of both texts together: longer ones take time with the product of their lengths."""
_LEAST_ALIKE = 0.3
"""Texts that share less are new sentences: words marked here and there would only confuse."""


class MarkedPiece(NamedTuple):
    """A part of a text, with the spaces behind it, and whether the other text has it not."""

    text: str
    is_changed: bool


class MarkedTexts(NamedTuple):
    """Both texts in pieces; together the pieces are the whole text."""

    old: tuple[MarkedPiece, ...]
    new: tuple[MarkedPiece, ...]


class TracedPiece(NamedTuple):
    """A part of two texts that are told as one.

    Args:
        text: With the spaces behind it; of what is kept as the new text has it.
        fate: What became of it.
    """

    text: str
    fate: Literal["kept", "gone", "new"]


def mark_changed_words(old: str, new: str) -> MarkedTexts:
    """Mark the words that only one of two texts has: whole words, never letters.

    Case and signs at a word's end are no difference. Texts that have next to nothing in common are
    marked as a whole.

    Example:
        >>> marked = mark_changed_words("In 2026 sport 60% mee", "In 2028 sport 60% mee")
        >>> [piece.text for piece in marked.new if piece.is_changed]
        ['2028 ']
    """
    steps = list(_aligned_words(old, new))
    return MarkedTexts(
        tuple(MarkedPiece(one, changed) for one, _, changed in steps if one),
        tuple(
            MarkedPiece(other, changed) for _, other, changed in steps if other
        ),
    )


def trace_changes(old: str, new: str) -> tuple[TracedPiece, ...]:
    """The new text with what is gone of the old one in its place, as tracked changes tell it.

    Example:
        >>> [tuple(piece) for piece in trace_changes("In 2026 klaar", "In 2028 klaar")]
        [('In ', 'kept'), ('2026 ', 'gone'), ('2028 ', 'new'), ('klaar', 'kept')]
    """
    return tuple(_traced_pieces(old, new))


def _traced_pieces(old: str, new: str) -> Iterator[TracedPiece]:
    for one, other, is_changed in _aligned_words(old, new):
        if not is_changed:
            yield TracedPiece(other, "kept")
            continue
        if one:
            yield TracedPiece(one, "gone")
        if other:
            yield TracedPiece(other, "new")


def _aligned_words(old: str, new: str) -> Iterator[tuple[str, str, bool]]:
    """The parts of both texts that stand for each other, and whether they differ."""
    one, other = _split_words(old), _split_words(new)
    if not one or not other or len(one) + len(other) > _MOST_WORDS:
        yield old, new, True
        return
    matcher = SequenceMatcher(
        None, list(map(fold_text, one)), list(map(fold_text, other)), False
    )
    if matcher.ratio() < _LEAST_ALIKE:
        yield old, new, True
        return
    for kind, i, j, k, m in matcher.get_opcodes():
        yield "".join(one[i:j]), "".join(other[k:m]), kind != "equal"


def _split_words(text: str) -> list[str]:
    """The words with the spaces behind them."""
    return re.findall(r"\s*\S+\s*", text)
