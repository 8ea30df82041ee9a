"""Whose name a text holds, and in which forms a name comes back.

A name comes back whole, turned round, with initials, or as its first or last part alone.
"""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from dinet.vocabulary.given_names import given_names

_WORD_LISTS = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
) | {"first": given_names()}
_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_LETTER = r"[^\W\d_]"
# bounded, so that no text takes long
_WORD = rf"{_CAPITAL}{_LETTER}{{1,40}}(?:['’-]{_LETTER}{{1,40}}){{0,2}}(?!{_LETTER})"
_PARTICLES = (
    rf"(?:(?:{'|'.join(map(re.escape, _WORD_LISTS['particles']))}) ){{0,3}}"
)
_SURNAME = rf"(?i:{_PARTICLES}){_WORD}(?: ?- ?{_WORD})?"
_INITIALS = rf"(?:{_CAPITAL}[a-z]?\. ?){{1,5}}"
_FIRST_NAMES = "|".join(
    sorted(map(re.escape, _WORD_LISTS["first"]), key=len, reverse=True)
)
_GIVEN_NAME = (
    rf"(?:{_CAPITAL}{_LETTER}{{1,20}}-)?(?:{_FIRST_NAMES})(?:-{_WORD})?"
)
_FULL_NAME = rf"(?:{_INITIALS}(?:\({_WORD}\) )?|{_WORD} )?{_SURNAME}"


def _name_after(words: Iterable[str]) -> re.Pattern[str]:
    """What finds a name after one of these words."""
    ways = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"\b(?i:{ways})\b\.?,? (?P<name>{_FULL_NAME})")


_SURE_PATTERNS = (
    _name_after(_WORD_LISTS["titles"]),
    re.compile(
        rf"(?<!\w)(?P<name>{_CAPITAL}\. ?{_INITIALS}{_SURNAME}"
        rf"|{_INITIALS}\({_WORD}\) {_SURNAME})"
    ),
    re.compile(rf"(?<!\w)(?P<name>{_SURNAME}, ?(?:{_CAPITAL}\.)+)"),
    re.compile(rf"\b(?P<name>{_GIVEN_NAME} {_SURNAME})"),
)
"""By these signs a capitalised word is a name, whatever else it means."""
_LIKELY_PATTERNS = (
    _name_after(_WORD_LISTS["roles"]),
    re.compile(rf"(?<!\w)(?P<name>{_INITIALS}{_SURNAME})"),
    re.compile(
        rf"(?:(?<=[a-zà-ÿ] )|(?<=[,;:] )|(?<=\())(?P<name>{_GIVEN_NAME})"
        rf"(?![\w-]| (?i:{_PARTICLES}){_CAPITAL})"
    ),
)
"""By these signs a capitalised word is a name, unless it is an ordinary word too.

A first name alone counts only inside a sentence: at the beginning every word has a capital.
"""
_LOOSE_WORD = re.compile(r"(?<![\w.@/-])\w{3,}(?![\w@/]|[.-]\w)")
"""A word of a text; not a piece of a mail address or a link."""
_CAPITALISED_WORD = re.compile(rf"{_CAPITAL}{_LETTER}+")
_BRACKETS = re.compile(r"\(([^()]*)\)")
WORD_PATTERN = re.compile(r"[^\W_]+")
INVISIBLE_CATEGORIES = ("Mn", "Cf")
"""Accents that stand apart from their letter, and signs that only steer how text is set."""
SHORTEST_PART = 3
"""A part of a name whose last word has fewer letters is not looked for alone."""


def fold_text(text: str) -> tuple[str, list[int]]:
    """A text without case, accents and invisible signs, and where its letters stood.

    The numbers are places in the text as it was, one for each letter that is left.

    Example:
        >>> fold_text("Éva\u00ad B")
        ('eva b', [0, 1, 2, 4, 5])
    """
    letters, positions = [], []
    for position, letter in enumerate(text):
        folded = _fold_letter(letter)
        letters.append(folded)
        positions += [position] * len(folded)
    return "".join(letters), positions


def _fold_letter(letter: str) -> str:
    """The plain small letters of a letter: none for a sign that is not seen."""
    parts = unicodedata.normalize("NFKD", letter).casefold()
    return "".join(
        part
        for part in parts
        if unicodedata.category(part) not in INVISIBLE_CATEGORIES
    )


def _fold_letters(text: str) -> str:
    return fold_text(text)[0]


def _folded_words(name: str) -> frozenset[str]:
    return frozenset(map(_fold_letters, _WORD_LISTS[name]))


(
    _FOLDED_PARTICLES,
    _FOLDED_ROLES,
    _FOLDED_ORGANISATIONS,
    _FOLDED_GIVEN_NAMES,
) = map(_folded_words, ("particles", "roles", "organisations", "first"))


def is_organisation_word(word: str) -> bool:
    """It is a word that organisations have in their names."""
    return _fold_letters(word) in _FOLDED_ORGANISATIONS


class DocumentVocabulary:
    """The words that a document mostly writes with a small letter.

    A capital does not make these a name.

    Args:
        texts: All texts of the document.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        words = Counter[str]()
        for text in texts:
            words.update(_LOOSE_WORD.findall(text))
        with_capital = Counter[str]()
        for word, times in words.items():
            if not word.islower():
                with_capital[word.casefold()] += times
        self._small_words = {
            word
            for word in words
            if word.islower() and words[word] > with_capital[word]
        }

    def is_ordinary(self, word: str) -> bool:
        """Whether a word is no sign of a name.

        It is a word of organisations, or one that the document writes small, or it has no small
        letters at all, as abbreviations have.
        """
        return (
            word.isupper()
            or is_organisation_word(word)
            or word.casefold() in self._small_words
        )

    def is_person(self, owner: str) -> bool:
        """Whether an owner is a person, as far as can be seen, and not a department or a role."""
        words = _owner_words(owner)
        if not words or any(map(_is_no_name, words)):
            return False
        if _fold_letters(words[0]) in _FOLDED_GIVEN_NAMES:
            return True
        if all(map(self.is_ordinary, words)):
            return False
        return all(word[0].isupper() for word in words)


def _owner_words(owner: str) -> list[str]:
    """The words of an owner, without what stands in brackets and without particles."""
    words = re.findall(r"[\w'’-]+", _BRACKETS.sub(" ", owner))
    return [
        word for word in words if _fold_letters(word) not in _FOLDED_PARTICLES
    ]


def _is_no_name(word: str) -> bool:
    """Whether a word shows that an owner is an organisation or a role: by itself or by a digit."""
    letters = _fold_letters(word)
    return (
        letters in _FOLDED_ORGANISATIONS
        or letters in _FOLDED_ROLES
        or any(map(str.isdigit, word))
    )


def role_in(owner: str) -> str | None:
    """The role that an owner's words name beside the name, or None.

    Example:
        >>> role_in("Anne Voorbeeld (projectleider)"), role_in("Anne Voorbeeld")
        ('projectleider', None)
    """
    pieces: list[str] = [*_BRACKETS.findall(owner), *re.split(r"[(),]", owner)]
    for words in map(str.strip, pieces):
        if _fold_letters(words) in _FOLDED_ROLES:
            return words
    return None


def find_names(text: str, vocabulary: DocumentVocabulary) -> Iterator[str]:
    """The names in a text that a title, a role, initials or a first name before them gives away.

    One pattern after the other, so a name may come more than once.

    Example:
        >>> text = "Overleg van wethouder J. de Proef met Anne van Voorbeeld."
        >>> list(find_names(text, DocumentVocabulary([])))
        ['Anne van Voorbeeld', 'J. de Proef', 'J. de Proef']
    """
    for pattern in _SURE_PATTERNS:
        for name in _names_by_pattern(pattern, text):
            words = _CAPITALISED_WORD.findall(name)
            if words and not any(map(is_organisation_word, words)):
                yield name
    for pattern in _LIKELY_PATTERNS:
        for name in _names_by_pattern(pattern, text):
            words = _CAPITALISED_WORD.findall(name)
            if words and not vocabulary.is_ordinary(words[-1]):
                yield name


def _names_by_pattern(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    return (match["name"] for match in pattern.finditer(text))


def whole_forms(name: str) -> Iterator[tuple[str, ...]]:
    """The words of a name as it may be written in full.

    In its order; and when it has more words also turned round, with an initial in front, and
    turned round with its particles at the end.

    Example:
        >>> print(*sorted(map(" ".join, whole_forms("Anne van Voorbeeld"))), sep=", ")
        a van voorbeeld, anne van voorbeeld, van voorbeeld anne, voorbeeld anne van
    """
    words = _name_words(name)
    yield words
    if len(words) > 1:
        first, rest = words[0], words[1:]
        yield *rest, first
        yield first[0], *rest
        core = _without_particles(rest)
        particles = rest[: len(rest) - len(core)]
        yield *core, first, *particles


def part_forms(name: str) -> Iterator[tuple[str, ...]]:
    """The words of a name that stand for it alone, in no order.

    The first name, and the last with and without its particles; none of a name of one word.

    Example:
        >>> sorted(part_forms("Anne van Voorbeeld"))
        [('anne',), ('van', 'voorbeeld'), ('voorbeeld',)]
    """
    words = _name_words(name)
    if len(words) > 1:
        for part in {words[:1], words[1:], _without_particles(words[1:])}:
            if part and len(part[-1]) >= SHORTEST_PART:
                yield part


def words_of(letters: str) -> tuple[str, ...]:
    """The words in a folded text."""
    return tuple(WORD_PATTERN.findall(letters))


def _name_words(name: str) -> tuple[str, ...]:
    """The words of a name, the given name first, also where a comma stands before it."""
    bare = _BRACKETS.sub(" ", name)
    pieces = [words_of(_fold_letters(piece)) for piece in bare.split(",")]
    words = words_of(_fold_letters(bare))
    if len(pieces) != 2 or not all(pieces):
        return words
    surname, given = pieces
    is_turned = (
        given[0] in _FOLDED_GIVEN_NAMES or surname[0] in _FOLDED_PARTICLES
    )
    return (*given, *surname) if is_turned else words


def _without_particles(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words from the first that is no particle on; all words when they all are."""
    for at, word in enumerate(words):
        if word not in _FOLDED_PARTICLES:
            return words[at:]
    return words
