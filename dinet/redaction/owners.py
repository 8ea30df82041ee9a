"""Which people a cell of owners names, and in which role: “Afdeling Jeugd, Anne (adviseur)”."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dinet.redaction.person_names import (
    DocumentVocabulary,
    names_a_place,
    names_organisation,
)
from dinet.redaction.word_lists import (
    ORGANISATIONS,
    WORD_LISTS,
    fold_letters,
    folded_words,
    is_organisation_word,
    join_alternatives,
)

_SEPARATOR = re.compile(
    r"[()\[\]/&;:|\n+•]|(?<=\s)(?:[-–—]|en|and|of|or|i\.?s\.?m\.?|met)(?=\s)"
)
"""Between people; it takes no spaces along, since a cell may hold very many of them."""
_TITLES = re.compile(
    rf"(?:(?:{join_alternatives(WORD_LISTS['titles'])})\b\.?\s*)+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w'’.-]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.? ?){1,5}")
_PARTICLES, _ROLES, _GIVEN_NAMES, _NO_NAMES = map(
    folded_words, ("particles", "roles", "first", "no_names")
)
_VOWELS = frozenset("aeiouy")
_ABBREVIATED = range(3, 5)
"""Letters of an abbreviation before a name of a place; initials without dots have fewer."""
_LONGEST_ABBREVIATION = 4
"""Letters of a word in capitals that is more likely an abbreviation than a name."""


class NamedOwner(NamedTuple):
    """A person in a cell of owners, and the role that stands there; empty for none."""

    name: str
    role: str


def people_in(
    owner: str, vocabulary: DocumentVocabulary
) -> Iterator[NamedOwner]:
    """The people that a cell of owners names; none for departments and roles.

    Example:
        >>> no_words = DocumentVocabulary([])
        >>> [*people_in("Afdeling Jeugd (Anne Voorbeeld, adviseur)", no_words)]
        [NamedOwner(name='Anne Voorbeeld', role='adviseur')]
        >>> [*people_in("Proefsma, A.B. van", no_words)]
        [NamedOwner(name='Proefsma, A.B. van', role='')]
    """
    pieces = [
        piece for piece in _SEPARATOR.split(owner) if piece and piece.strip()
    ]
    segments: list[str] = []
    for piece in pieces:
        segments += _split_at_commas(piece.strip())
    role = next(filter(None, map(_role_alone, segments)), "")
    for segment in segments:
        bare, own_role = _without_role(segment)
        if is_person(bare, vocabulary):
            yield NamedOwner(bare, own_role or role)


def _split_at_commas(piece: str) -> list[str]:
    """The parts of a list; a surname before a first name or initials stays one with these."""
    parts = [part.strip() for part in piece.split(",") if part.strip()]
    if len(parts) == 2 and _is_turned(*parts):
        return [piece]
    return parts


def _is_turned(surname: str, given: str) -> bool:
    words = _core_words(surname)
    if len(words) != 1 or is_organisation_word(words[0]):
        return False
    given_words = _core_words(given)
    if any(map(is_organisation_word, given_words)):
        return False
    if any(fold_letters(word) in _ROLES for word in given_words):
        return False
    particles = [
        word for word in given.split() if fold_letters(word) in _PARTICLES
    ]
    bare = given
    for particle in particles:
        bare = bare.replace(particle, "").strip()
    return bool(_INITIALS.fullmatch(bare)) or len(given_words) == 1


def _role_alone(segment: str) -> str:
    return segment if fold_letters(segment) in _ROLES else ""


def _without_role(segment: str) -> tuple[str, str]:
    """A name without the title and role before or after it, and that role."""
    words = segment.split()
    for size in (2, 1):
        first, last = " ".join(words[:size]), " ".join(words[-size:])
        if len(words) > size and _is_role(first):
            return _without_title(" ".join(words[size:])), first.rstrip(".")
        if len(words) > size and _is_role(last):
            return _without_title(" ".join(words[:-size])), last
    return _without_title(segment), ""


def _is_role(words: str) -> bool:
    letters = fold_letters(words).rstrip(".")
    return letters in _ROLES


def _without_title(name: str) -> str:
    match = _TITLES.match(name)
    return name[match.end() :].strip() if match else name


def is_person(name: str, vocabulary: DocumentVocabulary) -> bool:
    """Whether a name is that of a person, as far as can be seen, and not of a department or role.

    Example:
        >>> is_person("J. Proefsma", DocumentVocabulary([]))
        True
    """
    words = _core_words(name)
    if len(words) > 1 and _begins_with_given_name(words, name):
        return not any(map(_is_no_surname, words[1:]))
    if not words or any(map(_is_no_name, words)):
        return False
    if fold_letters(words[0]) in _GIVEN_NAMES:
        return True
    if all(map(str.isupper, words)):
        return _are_names_in_capitals(words, name, vocabulary)
    return _are_unknown_names(words, vocabulary)


def _are_unknown_names(
    words: list[str], vocabulary: DocumentVocabulary
) -> bool:
    """Whether words that no list holds may be a name: each with a capital, one not ordinary."""
    if len(words) > 1 and _is_long_abbreviation(words[0]):
        return False
    if all(map(vocabulary.is_ordinary, words)):
        return False
    return all(word[0].isupper() for word in words)


def _begins_with_given_name(words: list[str], name: str) -> bool:
    """Whether words begin as a person's name does, and go on as no street does."""
    first = words[0].replace(".", "")
    is_given = fold_letters(first) in _GIVEN_NAMES
    is_initial = len(first) == 1 and f"{first}." in name
    return (is_given or is_initial) and not names_a_place(name)


def _is_no_surname(word: str) -> bool:
    """Whether a word after a first name shows that it is no person: “Anne Jeugdteam”."""
    return names_organisation(word) or (
        _is_no_name(word) and not is_organisation_word(word)
    )


def _are_names_in_capitals(
    words: list[str], name: str, vocabulary: DocumentVocabulary
) -> bool:
    """Whether words in capitals are a name: “TESTKAMP, V.”, not “GGD DRENTHE” or “JOGG”."""
    long_words = [word for word in words if len(word.replace(".", "")) > 1]
    if any(map(_is_abbreviation, long_words)) or not long_words:
        return False
    if any(map(vocabulary.is_small, long_words)):
        return False
    return len(words) > 1 or "," in name


def _is_long_abbreviation(word: str) -> bool:
    """Whether a first word is an abbreviation, too long for initials: “GGD Proefdam”."""
    return word.isalpha() and word.isupper() and len(word) in _ABBREVIATED


def _is_abbreviation(word: str) -> bool:
    letters = fold_letters(word)
    return len(letters) < _LONGEST_ABBREVIATION or not _VOWELS.intersection(
        letters
    )


def _core_words(name: str) -> list[str]:
    """The words of a name without particles and dots at the end."""
    words = [word.strip(".'’-") for word in _WORD.findall(name)]
    return [
        word for word in words if word and fold_letters(word) not in _PARTICLES
    ]


def _is_no_name(word: str) -> bool:
    """Whether a word shows that an owner is an organisation or a role: by itself or by a digit."""
    letters = fold_letters(word)
    return (
        letters in ORGANISATIONS
        or is_organisation_word(word)
        or letters in _ROLES
        or letters in _NO_NAMES
        or any(map(str.isdigit, word))
    )
