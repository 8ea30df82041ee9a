"""Whose name a text holds, and in which forms a name comes back: whole, turned round, with initials, its first or last part."""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

_WORD_LISTS = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text(encoding="utf-8")
)
_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_LETTER = r"[^\W\d_]"
# bounded, so that no text takes long
_WORD = rf"{_CAPITAL}{_LETTER}{{1,40}}(?:['’-]{_LETTER}{{1,40}}){{0,2}}(?!{_LETTER})"
_PARTICLES = rf"(?:(?:{'|'.join(map(re.escape, _WORD_LISTS['particles']))}) ){{0,3}}"
_SURNAME = rf"(?i:{_PARTICLES}){_WORD}(?: ?- ?{_WORD})?"
_INITIALS = rf"(?:{_CAPITAL}[a-z]?\. ?){{1,5}}"
_FIRST_NAMES = "|".join(
    sorted(map(re.escape, _WORD_LISTS["first"]), key=len, reverse=True)
)
_GIVEN_NAME = rf"(?:{_CAPITAL}{_LETTER}{{1,20}}-)?(?:{_FIRST_NAMES})(?:-{_WORD})?"
_FULL_NAME = rf"(?:{_INITIALS}(?:\({_WORD}\) )?|{_WORD} )?{_SURNAME}"


def _name_after(words: Iterable[str]) -> re.Pattern[str]:
    """What finds a name after one of these words."""
    ways = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"\b(?i:{ways})\b\.?,? (?P<name>{_FULL_NAME})")


_SURE_PATTERNS = (
    _name_after(_WORD_LISTS["titles"]),
    re.compile(
        rf"(?<!\w)(?P<name>{_CAPITAL}\. ?{_INITIALS}{_SURNAME}|{_INITIALS}\({_WORD}\) {_SURNAME})"
    ),
    re.compile(rf"(?<!\w)(?P<name>{_SURNAME}, ?(?:{_CAPITAL}\.)+)"),
    re.compile(rf"\b(?P<name>{_GIVEN_NAME} {_SURNAME})"),
)
"""By these signs a capitalised word is a name, whatever else it means."""
_LIKELY_PATTERNS = (
    _name_after(_WORD_LISTS["roles"]),
    re.compile(rf"(?<!\w)(?P<name>{_INITIALS}{_SURNAME})"),
    re.compile(
        rf"(?:(?<=[a-zà-ÿ] )|(?<=[,;:] )|(?<=\())(?P<name>{_GIVEN_NAME})(?![\w-]| (?i:{_PARTICLES}){_CAPITAL})"
    ),
)
"""By these signs it is one, unless it is an ordinary word too; a first name alone not at the beginning of a sentence."""
_LOOSE_WORD = re.compile(r"(?<![\w.@/-])\w{3,}(?![\w@/]|[.-]\w)")
"""A word of a text; not a piece of a mail address or a link."""
_BRACKETS = re.compile(r"\(([^()]*)\)")
WORD_PATTERN = re.compile(r"[^\W_]+")
SHORTEST_PART = 3
"""A part of a name that has fewer letters is not looked for alone."""


def fold_text(text: str) -> tuple[str, list[int]]:
    """A text without case, accents and invisible signs, and for each of its letters where that stood.

    Example:
        >>> fold_text("Éva\u00ad B")
        ('eva b', [0, 1, 2, 4, 5])
    """
    letters, positions = [], []
    for position, letter in enumerate(text):
        for part in unicodedata.normalize("NFKD", letter).casefold():
            if unicodedata.category(part) not in ("Mn", "Cf"):
                letters.append(part)
                positions.append(position)
    return "".join(letters), positions


def _fold_letters(text: str) -> str:
    return fold_text(text)[0]


def _folded_words(name: str) -> frozenset[str]:
    return frozenset(map(_fold_letters, _WORD_LISTS[name]))


_FOLDED_PARTICLES, _FOLDED_ROLES, _FOLDED_ORGANISATIONS, _FOLDED_GIVEN_NAMES = map(
    _folded_words, ("particles", "roles", "organisations", "first")
)


def is_organisation_word(word: str) -> bool:
    """It is a word that organisations have in their names."""
    return _fold_letters(word) in _FOLDED_ORGANISATIONS


class DocumentVocabulary:
    """The words that a document mostly writes with a small letter: a capital does not make these a name.

    Args:
        texts: All texts of the document.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        words = Counter(word for text in texts for word in _LOOSE_WORD.findall(text))
        capital = Counter[str]()
        for word, times in words.items():
            if not word.islower():
                capital[word.casefold()] += times
        self._small_words = {
            word
            for word, times in words.items()
            if word.islower() and times > capital[word]
        }

    def is_ordinary(self, word: str) -> bool:
        """It is a word that organisations have, or that the document writes small, or that has no small letters at all."""
        return (
            word.isupper()
            or is_organisation_word(word)
            or word.casefold() in self._small_words
        )

    def is_person(self, owner: str) -> bool:
        """What stands in the place of an owner is a person, as far as can be seen, and not a department or a role."""
        words = [
            each
            for each in re.findall(r"[\w'’-]+", _BRACKETS.sub(" ", owner))
            if _fold_letters(each) not in _FOLDED_PARTICLES
        ]
        if not words or any(
            _fold_letters(word) in _FOLDED_ORGANISATIONS | _FOLDED_ROLES
            or any(map(str.isdigit, word))
            for word in words
        ):
            return False
        if _fold_letters(words[0]) in _FOLDED_GIVEN_NAMES:
            return True
        return not all(map(self.is_ordinary, words)) and all(
            word[0].isupper() for word in words
        )


def role_in(owner: str) -> str | None:
    """The role that an owner's words name beside the name, or None.

    Example:
        >>> role_in("Anne Voorbeeld (projectleider)"), role_in("Anne Voorbeeld")
        ('projectleider', None)
    """
    pieces = [*_BRACKETS.findall(owner), *re.split(r"[(),]", owner)]
    return next(
        (
            piece.strip()
            for piece in pieces
            if _fold_letters(piece.strip()) in _FOLDED_ROLES
        ),
        None,
    )


def find_names(text: str, vocabulary: DocumentVocabulary) -> Iterator[str]:
    """The names in a text that can be told by a title, a role, initials or a first name in front of them.

    Example:
        >>> list(find_names("Overleg van wethouder J. de Proef met Anne van Voorbeeld.", DocumentVocabulary([])))
        ['Anne van Voorbeeld', 'J. de Proef', 'J. de Proef']
    """
    for pattern in (*_SURE_PATTERNS, *_LIKELY_PATTERNS):
        for found in pattern.finditer(text):
            words = re.findall(rf"{_CAPITAL}{_LETTER}+", found["name"])
            common = (
                vocabulary.is_ordinary
                if pattern in _LIKELY_PATTERNS
                else is_organisation_word
            )
            if words and not any(
                map(common, words[-1:] if pattern in _LIKELY_PATTERNS else words)
            ):
                yield found["name"]


def whole_forms(name: str) -> Iterator[tuple[str, ...]]:
    """The words of a name as it may be written in full: in its order, turned round, and with an initial in front.

    Example:
        >>> sorted(whole_forms("Anne van Voorbeeld"))
        [('a', 'van', 'voorbeeld'), ('anne', 'van', 'voorbeeld'), ('van', 'voorbeeld', 'anne'), ('voorbeeld', 'anne', 'van')]
    """
    words = _name_words(name)
    yield words
    if len(words) > 1:
        first, rest = words[0], words[1:]
        core = _without_particles(rest)
        yield from (
            (*rest, first),
            (first[0], *rest),
            (*core, first, *rest[: len(rest) - len(core)]),
        )


def part_forms(name: str) -> Iterator[tuple[str, ...]]:
    """The words of a name that stand for it alone: the first name, and the last with and without what goes before it.

    Example:
        >>> sorted(part_forms("Anne van Voorbeeld"))
        [('anne',), ('van', 'voorbeeld'), ('voorbeeld',)]
    """
    words = _name_words(name)
    if len(words) > 1:
        parts = {words[:1], words[1:], _without_particles(words[1:])}
        yield from (part for part in parts if part and len(part[-1]) >= SHORTEST_PART)


def words_of(letters: str) -> tuple[str, ...]:
    """The words in a folded text."""
    return tuple(WORD_PATTERN.findall(letters))


def _name_words(name: str) -> tuple[str, ...]:
    return words_of(_fold_letters(_BRACKETS.sub(" ", name)))


def _without_particles(words: tuple[str, ...]) -> tuple[str, ...]:
    at = next(
        (number for number, word in enumerate(words) if word not in _FOLDED_PARTICLES),
        0,
    )
    return words[at:]
