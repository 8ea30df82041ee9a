"""The words of one language by which statements are compared."""

import tomllib
from functools import lru_cache
from pathlib import Path

from dinet.wording.target_sentence.language_words import (
    LANGUAGES,
    LanguageWords,
    words_of_language,
)

_FOLDER = Path(__file__).parent


class ComparingWords(LanguageWords):
    """The lists of this room, and the verbs of the room of target sentences.

    Args:
        language: One of ``LANGUAGES``.
    """

    def __init__(self, language: str) -> None:
        file = _FOLDER / language / "words.toml"
        super().__init__(tomllib.loads(file.read_text(encoding="utf-8")))
        self.language = language
        known = words_of_language(language).lists["verbs.finite"]
        self.finite_verbs = frozenset(known) | frozenset(
            self.lists["verb.more"]
        )
        self.particles = frozenset(self.lists["verb.particles"])


@lru_cache(maxsize=len(LANGUAGES))
def comparing_words(language: str) -> ComparingWords:
    """The lists of a language, read when they are first asked for."""
    return ComparingWords(language)
