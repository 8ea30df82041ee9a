"""Which words differ between two texts, so that a reader sees at a glance what was changed."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

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


def mark_changed_words(old: str, new: str) -> MarkedTexts:
    """Mark the words that only one of two texts has: whole words, never letters.

    Case and signs at a word's end are no difference. Texts that have next to nothing in common are
    marked as a whole.

    Example:
        >>> marked = mark_changed_words("In 2026 sport 60% mee", "In 2028 sport 60% mee")
        >>> [piece.text for piece in marked.new if piece.is_changed]
        ['2028 ']
    """
    one, other = _split_words(old), _split_words(new)
    if not one or not other or len(one) + len(other) > _MOST_WORDS:
        return MarkedTexts(_whole_text(old), _whole_text(new))
    matcher = SequenceMatcher(
        None, list(map(fold_text, one)), list(map(fold_text, other)), False
    )
    if matcher.ratio() < _LEAST_ALIKE:
        return MarkedTexts(_whole_text(old), _whole_text(new))
    steps = matcher.get_opcodes()
    return MarkedTexts(
        tuple(_pieces_of(one, [(kind, i, j) for kind, i, j, _, _ in steps])),
        tuple(_pieces_of(other, [(kind, i, j) for kind, _, _, i, j in steps])),
    )


def _split_words(text: str) -> list[str]:
    """The words with the spaces behind them."""
    return re.findall(r"\s*\S+\s*", text)


def _whole_text(text: str) -> tuple[MarkedPiece, ...]:
    return (MarkedPiece(text, is_changed=True),) if text else ()


def _pieces_of(
    words: list[str], steps: list[tuple[str, int, int]]
) -> Iterator[MarkedPiece]:
    for kind, first, end in steps:
        if first < end:
            text = "".join(words[first:end])
            yield MarkedPiece(text, is_changed=kind != "equal")
