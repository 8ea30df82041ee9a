"""What the words of a question mean: those of the grammar, kinds, fields, columns and ids."""

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path

from dinet.errors import did_you_mean
from dinet.language import LANGUAGES, Sentence, translate_words
from dinet.model import Kind, Level
from dinet.native.keys import ELEMENT, KIND_KEYS
from dinet.network import Network
from dinet.question.fields import (
    FIELDS,
    AskedField,
    Field,
    OwnColumn,
    own_headings,
)
from dinet.vocabulary.active_dialect import active_dialect, words_of
from dinet.vocabulary.dialect import Dialect, plain
from dinet.wording.labels import FIELD_NAMES, KIND_NAMES

_WORDS = Path(__file__).with_name("words.toml")
LONGEST_PHRASE = 8
"""In words, as headings of columns are."""
_DIALECTS_REMEMBERED = 8
"""A run has one, and a test a few."""
_FIELD_WORDS = "field_"
"""How the lists of ``words.toml`` begin that name a field."""
_FIELD_OF_ROLE = {
    "owner": "owners",
    "partner": "partners",
    "source": "sources",
    "number": "code",
    **{
        name: name
        for name in (
            "baseline",
            "realised",
            "forecast",
            "value",
            "unit",
            "phase",
            "period",
            "budget",
            "status",
            "remark",
            "group",
        )
    },
}
"""The field that a column of each role fills."""


@cache
def grammar_words() -> dict[str, dict[str, tuple[str, ...]]]:
    """The words of each construct of the grammar in each language, as ``words.toml`` has them."""
    tables = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    return {
        name: {lang: tuple(words) for lang, words in table.items()}
        for name, table in tables.items()
    }


def printed_word(name: str, lang: str) -> str:
    """The word for a construct with which questions are printed.

    Example:
        >>> printed_word("without", "nl"), printed_word("without", "en")
        ('zonder', 'without')
    """
    return grammar_words()[name]["nl" if lang == "nl" else "en"][0]


@cache
def _grammar_keywords() -> dict[str, frozenset[str]]:
    """The constructs that each phrase may stand for."""
    names_of: dict[str, set[str]] = {}
    for name, table in grammar_words().items():
        for phrase in (*table["nl"], *table["en"]):
            if name not in ("numbers", "filler") and not name.startswith(
                _FIELD_WORDS
            ):
                names_of.setdefault(plain(phrase), set()).add(name)
    return {phrase: frozenset(names) for phrase, names in names_of.items()}


@cache
def _filler_words() -> frozenset[str]:
    table = grammar_words()["filler"]
    return frozenset(map(plain, (*table["nl"], *table["en"])))


@cache
def _number_words() -> dict[str, int]:
    table = grammar_words()["numbers"]
    return {
        plain(word): number
        for lang in LANGUAGES
        for number, word in enumerate(table[lang])
    }


@cache
def _named_fields() -> dict[str, Field]:
    """Fields by the native keys and labels, in both languages."""
    by_word: dict[str, Field] = {}
    for key in ELEMENT:
        if key.field in FIELDS:
            for word in (key.nl, key.en, *key.also.split()):
                by_word.setdefault(plain(word), FIELDS[key.field])
    for name, table in grammar_words().items():
        if name.startswith(_FIELD_WORDS):
            for word in (*table["nl"], *table["en"]):
                field = FIELDS[name.removeprefix(_FIELD_WORDS)]
                by_word.setdefault(plain(word), field)
    for name, label in FIELD_NAMES.items():
        if name in FIELDS:
            for lang in LANGUAGES:
                word = plain(translate_words(label, lang))
                by_word.setdefault(word, FIELDS[name])
    return by_word


@cache
def _named_kinds() -> dict[str, Kind]:
    """Kinds by what they are called in both languages."""
    return {
        plain(translate_words(word, lang)): kind
        for kind, names in KIND_NAMES.items()
        for word in names
        for lang in LANGUAGES
    }


@lru_cache(maxsize=_DIALECTS_REMEMBERED)
def _kinds_in(dialect: Dialect) -> dict[str, Kind]:
    """Kinds by what they are called, by the words of a dialect, and by the native keys."""
    kinds = dict(_named_kinds())
    for word, role in dialect.words.items():
        kind = dialect.kinds.get(role)
        # an undesired effect is kept as a benefit, and is none: its role is not that kind
        if kind and kind == role:
            kinds.setdefault(word, kind)
    for key in KIND_KEYS:
        for word in (key.nl, key.en, *key.also.split()):
            kinds.setdefault(plain(word), _KIND_OF_KEY[key.field])
    return kinds


_KIND_OF_KEY: dict[str, Kind] = {kind: kind for kind in KIND_NAMES}


@lru_cache(maxsize=_DIALECTS_REMEMBERED)
def _fields_in(dialect: Dialect) -> dict[str, Field]:
    """Fields by the words of a dialect."""
    fields: dict[str, Field] = {}
    for word, role in dialect.words.items():
        if role in _FIELD_OF_ROLE:
            fields.setdefault(word, FIELDS[_FIELD_OF_ROLE[role]])
    for word, role in dialect.columns.items():
        # columns of risks, target groups and definitions are all remarks, and not each other
        if role in _FIELD_OF_ROLE and role != "remark":
            fields.setdefault(word, FIELDS[_FIELD_OF_ROLE[role]])
    return fields


class QuestionWords:
    """The words that a question may use.

    Args:
        network: Of the document that is asked; its own columns and ids can be named then. None
            for a question that is kept, and is asked of any document.

    Example:
        >>> words = QuestionWords()
        >>> words.kind_of(["smart", "doelen"]), words.fields_of(["trekker"])[0].name
        ('target', 'owners')
    """

    def __init__(self, network: Network | None = None) -> None:
        self.knows_document = network is not None
        dialect = active_dialect()
        self._kinds = _kinds_in(dialect)
        self._dialect_fields = _fields_in(dialect)
        self._columns: dict[str, OwnColumn] = {}
        self._ids: dict[str, str] = {}
        if network is not None:
            self._learn_document(network)

    def _learn_document(self, network: Network) -> None:
        for element in network:
            for heading in own_headings(element):
                self._columns.setdefault(plain(heading), OwnColumn(heading))
        self._ids = {element.id: element.id for element in network}
        for element in network:
            self._ids.setdefault(element.id.casefold(), element.id)
            if element.code:
                self._ids.setdefault(element.code.casefold(), element.id)

    def keyword_of(self, words: Sequence[str]) -> frozenset[str]:
        """The constructs that a phrase may stand for; empty for other words."""
        return _grammar_keywords().get(_phrase_of(words), frozenset())

    def is_filler(self, word: str) -> bool:
        """A word says nothing in a question: an article, ``alle``, ``welke``."""
        return plain(word) in _filler_words()

    def number_of(self, word: str) -> int | None:
        """The number that a word stands for; None for other words."""
        return _number_words().get(plain(word))

    def kind_of(self, words: Sequence[str]) -> Kind | None:
        """The kind of element that a phrase names; None when it names none."""
        return self._kinds.get(_phrase_of(words))

    def level_of(self, word: str) -> Level | None:
        """The level of goals that an adjective names; None for other words."""
        levels: tuple[Level, ...] = ("strategic", "operational")
        for level in levels:
            if plain(word) in words_of(f"levels.{level}"):
                return level
        return None

    def fields_of(self, words: Sequence[str]) -> list[AskedField]:
        """The fields that a phrase may mean, the likeliest first; empty when none.

        What dinet calls its fields goes before the headings of the document, and these before
        the words of the dialect.
        """
        phrase = _phrase_of(words)
        found = (
            _named_fields().get(phrase),
            self._columns.get(phrase),
            self._dialect_fields.get(phrase),
        )
        return list(dict.fromkeys(field for field in found if field))

    def is_field_word(self, words: Sequence[str]) -> bool:
        """A phrase is a field in the words of dinet or the dialect: ``met wie``."""
        phrase = _phrase_of(words)
        return phrase in _named_fields() or phrase in self._dialect_fields

    def column_named(self, heading: str) -> OwnColumn | None:
        """The column of the document's own with a heading.

        None when the document is known and has none.
        """
        found = self._columns.get(plain(heading))
        if found is None and not self.knows_document:
            return OwnColumn(heading)
        return found

    def id_of(self, word: str) -> str | None:
        """The id that a word is, also in other case or as the document's code.

        Of a document that is not known every word with a digit is one; None for other words.
        """
        found = self._ids.get(word) or self._ids.get(word.casefold())
        if found is None and not self.knows_document:
            return word if any(map(str.isdigit, word)) else None
        return found

    def nearest_words(
        self, word: str, *, of_elements: bool = False
    ) -> tuple[Sentence, ...]:
        """A hint with the known words that are most like one; no sentence when none is.

        Args:
            word: As it stands in the question.
            of_elements: Kinds and ids alone count, else fields and keywords too.
        """
        known: list[Iterable[str]] = [self._kinds, self._ids.values()]
        if not of_elements:
            headings = [column.heading for column in self._columns.values()]
            known = [
                _grammar_keywords(),
                _named_fields(),
                headings,
                self._dialect_fields,
                *known,
            ]
        near = [name for some in known for name in some]
        if plain(word) in map(plain, near):
            return ()  # it is known, and stands in the wrong place
        return did_you_mean(plain(word), near)


def _phrase_of(words: Sequence[str]) -> str:
    return " ".join(map(plain, words))
