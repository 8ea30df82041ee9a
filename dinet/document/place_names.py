"""The labels of places in a council's own file that dinet fills, such as ``DIN:tabel:T1``."""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

THEMED_KINDS = ("table", "picture")
"""The kinds of places that can be asked for one theme."""


class PlaceName(NamedTuple):
    """What goes into a place.

    Args:
        kind: ``table``, ``picture``, ``coverage``, ``findings`` or ``salient``.
        theme: The id of a theme as the label has it; empty for the whole programme.
    """

    kind: str
    theme: str = ""

    def is_theme(self, theme_id: str) -> bool:
        """Whether a theme is the one that is asked for, however its id is written.

        Example:
            >>> PlaceName("table", "t_1").is_theme("T-1")
            True
        """
        return _joined_words(self.theme) == _joined_words(theme_id)


@lru_cache(maxsize=1)
def place_words() -> dict[str, Any]:
    """The words of places, as ``places.toml`` has them."""
    text = files("dinet.vocabulary").joinpath("places.toml").read_text("utf-8")
    return tomllib.loads(text)


def is_place_label(label: str) -> bool:
    """Whether a label means to be one of a place, understood or not.

    Example:
        >>> is_place_label("din:tabell"), is_place_label("Dinsdag")
        (True, False)
    """
    return bool(_label_pattern().match(label))


def parse_label(label: str) -> PlaceName | None:
    """What goes into the place with a label; None when it is not understood.

    Example:
        >>> parse_label("DIN:tabel:T1")
        PlaceName(kind='table', theme='T1')
        >>> parse_label("DIN_wat_valt_op")
        PlaceName(kind='salient', theme='')
    """
    labelled = _label_pattern().match(label)
    if not labelled:
        return None
    asked = label[labelled.end() :].strip()
    for word, kind in _kinds_by_word().items():
        begun = _joined_words(asked[: len(word)]) == word
        after = asked[len(word) :]
        if begun and not after:
            return PlaceName(kind)
        theme = after[1:].strip()
        if begun and after[0] in ":_- " and theme:
            return PlaceName(kind, theme) if kind in THEMED_KINDS else None
    return None


def known_labels() -> Iterator[str]:
    """All labels that are understood, without those for one theme."""
    begin = place_words()["label"][0]
    for word in _kinds_by_word():
        yield f"{begin}:{word}"


@lru_cache(maxsize=1)
def _label_pattern() -> re.Pattern[str]:
    begins = "|".join(map(re.escape, place_words()["label"]))
    return re.compile(rf"\s*(?:{begins})\s*[:_]", re.IGNORECASE)


@lru_cache(maxsize=1)
def _kinds_by_word() -> dict[str, str]:
    """The kind that each word asks for, longer words first."""
    kinds: dict[str, str] = {}
    for kind, words in place_words()["kinds"].items():
        kinds.update(dict.fromkeys(words, kind))
    longest_first = sorted(kinds, key=lambda word: -len(word))
    return {word: kinds[word] for word in longest_first}


def _joined_words(text: str) -> str:
    """Words in small letters with hyphens between them, whatever joined them."""
    return re.sub(r"\W|_", "-", text.strip().casefold())
