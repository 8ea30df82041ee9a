"""One statement taken apart for comparing: its parsed parts, and the words that are left."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from dinet.wording.comparison.content import ContentWord, read_content
from dinet.wording.comparison.masking import MaskedText, StatedPart, mask_parts
from dinet.wording.target_sentence.baselines import (
    find_baselines,
)
from dinet.wording.target_sentence.directions import find_direction_words
from dinet.wording.target_sentence.roles import SentenceParts
from dinet.wording.target_sentence.sentence_parts import read_sentence


class Statement(NamedTuple):
    """What is compared of a text.

    Args:
        text: As it was given.
        parts: The parsed parts, in the order of the text.
        by_name: The same by their names.
        words: The content words that are left, in the order of the text.
        aims: The text without the sentences that only tell the past.
        past: The sentences that only tell the past; empty when there are none, or no others.
    """

    text: str
    parts: tuple[StatedPart, ...]
    by_name: Mapping[str, tuple[StatedPart, ...]]
    words: tuple[ContentWord, ...]
    aims: str
    past: str

    def parts_named(self, name: str) -> tuple[StatedPart, ...]:
        """The parts of one name: ``value``, ``deadline``, ``baseline`` and so on."""
        return self.by_name.get(name, ())


@lru_cache(maxsize=4096)
def read_statement(text: str, language: str) -> Statement:
    """Take a statement apart.

    Args:
        text: Any text: a target, an effort, a few words.
        language: ``nl`` or ``en``.
    """
    _, parts = read_sentence(text, language)
    words = find_direction_words(parts.text, parts.frames, parts.quantities)
    main = [word for word in words if not word.is_subordinate]
    spans = tuple(word.span for word in main)
    masked = MaskedText(parts, find_baselines(parts), spans)
    stated = mask_parts(masked)
    aims, past = _divide_sentences(parts)
    by_name: dict[str, tuple[StatedPart, ...]] = {}
    for part in stated:
        by_name[part.name] = (*by_name.get(part.name, ()), part)
    return Statement(text, stated, by_name, read_content(masked), aims, past)


def _divide_sentences(parts: SentenceParts) -> tuple[str, str]:
    """The sentences that aim at something, and those behind them that only tell the past."""
    aims: list[str] = []
    past: list[str] = []
    for frame in parts.frames:
        words = parts.text.span(frame.first, frame.end).words
        (past if frame.is_past and aims else aims).append(words)
    return " ".join(aims), " ".join(past)
