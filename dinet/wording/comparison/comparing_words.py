"""The words of one language by which statements are compared."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from dinet.wording.target_sentence.language_words import (
    LANGUAGES,
    LanguageWords,
    words_of_language,
)

_FOLDER = Path(__file__).parent


class FoundPhrase(NamedTuple):
    """A phrase in a text: the list that holds it, and where it ends."""

    name: str
    end: int


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

    def find_phrases(self, lows: list[str]) -> list[dict[str, FoundPhrase]]:
        """At each place of a text the longest phrase of each table that begins there.

        Example:
            >>> words = comparing_words("nl")
            >>> words.find_phrases(["ten", "behoeve", "van", "jeugd"])[0]["preposition"]
            FoundPhrase(name='for', end=3)
        """
        found: list[dict[str, FoundPhrase]] = []
        for index in range(len(lows)):
            here: dict[str, FoundPhrase] = {}
            for phrase in self.phrases_at(lows, index):
                table, _, name = phrase.name.partition(".")
                end = index + len(phrase.words)
                if table not in here or end > here[table].end:
                    here[table] = FoundPhrase(name, end)
            found.append(here)
        return found


@lru_cache(maxsize=len(LANGUAGES))
def comparing_words(language: str) -> ComparingWords:
    """The lists of a language, read when they are first asked for."""
    return ComparingWords(language)
