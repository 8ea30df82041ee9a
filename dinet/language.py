"""What dinet says, in the language of its reader.

Sentences have named blanks and are translated by gettext catalogues. The English sentence is
the key. Dutch stands in ``locale/nl/LC_MESSAGES/dinet.po``.
"""

import gettext
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from string import Formatter
from types import MappingProxyType

LANGUAGES = ("nl", "en")
DEFAULT_LANGUAGE = "nl"
CATALOGUE_FOLDER = Path(__file__).parent / "locale"


_OTHER_WORDS: ContextVar[Mapping[str, str]] = ContextVar(
    "other_words", default=MappingProxyType({})
)
"""What is said for other English words: where there is no command line to name."""


@contextmanager
def use_other_words(words: Mapping[str, str]) -> Iterator[None]:
    """Within this some sentences say something else, in every language.

    Args:
        words: English for English, with the same blanks or fewer.

    Example:
        >>> with use_other_words({"See --help.": "See Help."}):
        ...     print(Sentence("See --help."))
        See Help.
    """
    before = _OTHER_WORDS.set(words)
    try:
        yield
    finally:
        _OTHER_WORDS.reset(before)


def _words_in_use(words: str) -> str:
    return _OTHER_WORDS.get().get(words, words)


@lru_cache(maxsize=len(LANGUAGES))
def _load_catalogue(lang: str) -> gettext.NullTranslations:
    return gettext.translation(
        "dinet", CATALOGUE_FOLDER, languages=[lang], fallback=True
    )


def translate_words(words: str, lang: str) -> str:
    """The words in a language, or unchanged when the catalogue does not hold them.

    Args:
        words: English, as the code has them.
        lang: ``nl`` or ``en``; any other language gives English.

    Example:
        >>> translate_words("goal", "nl")
        'doel'
    """
    if not words:
        return ""
    return _load_catalogue(lang).gettext(_words_in_use(words))


def translate_count(one: str, many: str, count: int, lang: str) -> str:
    """The words for so many things in a language, with their blanks still open.

    Args:
        one: English words for one thing, which are the key.
        many: English words for any other number.
        count: How many there are.
        lang: As ``translate_words`` takes it.

    Example:
        >>> translate_count("{n} finding", "{n} findings", 1, "nl").format(n=1)
        '1 bevinding'
    """
    if one == many:
        return translate_words(one, lang)
    return _load_catalogue(lang).ngettext(one, many, count)


def group_thousands(number: int, lang: str) -> str:
    """A whole number of things, with a sign between its thousands.

    Args:
        number: What is counted, never a year.
        lang: As ``translate_words`` takes it.

    Example:
        >>> group_thousands(2485, "nl"), group_thousands(2485, "en"), group_thousands(999, "nl")
        ('2.485', '2,485', '999')
    """
    return f"{number:,}".replace(",", "." if lang == "nl" else ",")


def speak_language(lang: str) -> None:
    """Make a language the one in which this whole process speaks.

    The messages of libraries such as click come from gettext too, by way of the environment.
    """
    os.environ["LANGUAGE"] = lang
    gettext.bindtextdomain("dinet", CATALOGUE_FOLDER)
    gettext.textdomain("dinet")


class Sentence:
    """A sentence with its blanks filled in, that can still be said in any language.

    Args:
        words: English, with ``{name}`` where a value goes.
        values: What goes there. A value that is itself a Sentence is said in the same language.

    Example:
        >>> print(Sentence("no goal {id}", id="D9"))
        no goal D9
    """

    __slots__ = ("values", "words")

    def __init__(self, words: str, /, **values: object) -> None:
        self.words = words
        self.values = values

    def in_language(self, lang: str) -> str:
        """The sentence in a language."""
        blanks = {
            name: self._say_value(value, lang)
            for name, value in self.values.items()
        }
        return self._open_words(lang).format_map(blanks)

    def pieces_in_language(self, lang: str) -> Iterator[object]:
        """The words in a language and the values between them, in order.

        A value that is itself a Sentence is left to who asks: a page may make a link of it.

        Example:
            >>> list(Sentence("no goal {id} here", id="D9").pieces_in_language("en"))
            ['no goal ', 'D9', ' here']
        """
        for words, name, _, _ in Formatter().parse(self._open_words(lang)):
            if words:
                yield words
            if name is not None:
                value = self.values[name]
                is_asked = isinstance(value, Sentence)
                yield value if is_asked else self._say_value(value, lang)

    def _say_value(self, value: object, lang: str) -> object:
        """What goes into a blank."""
        if isinstance(value, Sentence):
            return value.in_language(lang)
        return value

    def _open_words(self, lang: str) -> str:
        """The words in a language, with their blanks still open."""
        return translate_words(self.words, lang)

    def __str__(self) -> str:
        return self.in_language("en")

    def __repr__(self) -> str:
        return f"Sentence({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sentence):
            return False
        return self.words == other.words and self.values == other.values

    def __hash__(self) -> int:
        return hash((self.words, *self.values))


class CountedSentence(Sentence):
    """A sentence about a number of things, with other words for one of them.

    Args:
        one: English for one thing, with ``{count}`` where the number goes, if anywhere.
        many: English for any other number of things.
        count: How many there are.
        values: What goes into the other blanks.

    Example:
        >>> print(CountedSentence("{count} goal", "{count} goals", 1))
        1 goal
    """

    __slots__ = ("count", "many")

    def __init__(
        self, one: str, many: str, /, count: int, **values: object
    ) -> None:
        super().__init__(one, count=count, **values)
        self.many = many
        self.count = count

    def _open_words(self, lang: str) -> str:
        return translate_count(self.words, self.many, self.count, lang)

    def _say_value(self, value: object, lang: str) -> object:
        if type(value) is int and value == self.count:
            return group_thousands(self.count, lang)
        return super()._say_value(value, lang)


class JoinedSentences(Sentence):
    """Sentences after one another, as one: ``WHERE: WHAT. Hint.``."""

    __slots__ = ("glue", "parts")

    def __init__(self, *parts: Sentence, glue: str = " ") -> None:
        super().__init__("")
        self.parts = parts
        self.glue = glue

    def _parts_in_language(self, lang: str) -> Iterator[str]:
        return (part.in_language(lang) for part in self.parts)

    def in_language(self, lang: str) -> str:
        """The sentences in a language, glued together."""
        return self.glue.join(self._parts_in_language(lang))

    def pieces_in_language(self, lang: str) -> Iterator[object]:
        """The sentences themselves, with the glue between them."""
        del lang  # each says itself in the language of who asks
        for number, part in enumerate(self.parts):
            if number:
                yield self.glue
            yield part

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, JoinedSentences):
            return False
        return self.parts == other.parts and self.glue == other.glue

    def __hash__(self) -> int:
        return hash((self.parts, self.glue))
