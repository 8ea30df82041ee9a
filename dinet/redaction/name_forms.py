"""In which forms a name comes back: whole, turned round, with initials, its parts alone, joined."""

import re
from collections.abc import Iterator
from itertools import takewhile

from dinet.redaction.word_lists import WORD_LISTS, fold_letters, folded_words

WORD_PATTERN = re.compile(r"[^\W\d_]+|\d+")
NameForm = tuple[str, ...]
"""The folded words of a name."""
_BRACKETS = re.compile(r"\([^()]*\)")
_PARTICLES = frozenset(
    word
    for particle in folded_words("particles")
    for word in WORD_PATTERN.findall(particle)
)
_CALLED_AFTER = tuple(sorted(folded_words("called_after")))
_INFLECTIONS = tuple(
    tuple(endings.split()) for endings in WORD_LISTS["surname_inflections"]
)
"""Of each language's surnames how they end, and then what comes in place of that."""
_TITLES, _GIVEN_NAMES = map(folded_words, ("titles", "first"))
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"})
"""How the letters are written where a keyboard lacks them."""
_SHORTEST_JOINED = 5
"""Letters of a name that is looked for without spaces, as the names of accounts are."""
SHORTEST_PART = 2
"""Letters of a part of a name that is looked for alone."""
SHORTEST_LOWER_PART = 3
"""The same of one without a capital."""


def words_of(letters: str) -> NameForm:
    """The words in a folded text."""
    return tuple(WORD_PATTERN.findall(letters))


def folded_form(words: str) -> NameForm:
    """The words of a text as they are compared."""
    return words_of(fold_letters(words))


def name_words(name: str) -> NameForm:
    """The words of a name, the given name first, also where a comma stands before it.

    Example:
        >>> name_words("Voorbeeld, A. van"), name_words("drs. Anne Voorbeeld-Proef")
        (('a', 'van', 'voorbeeld'), ('anne', 'voorbeeld', 'proef'))
    """
    bare = _BRACKETS.sub(" ", name)
    pieces = [folded_form(piece) for piece in bare.split(",")]
    words = folded_form(bare)
    if len(pieces) == 2 and all(pieces):
        surname, given = pieces
        if _stand_turned(surname, given):
            words = (*given, *surname)
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    return words


def _stand_turned(surname: NameForm, given: NameForm) -> bool:
    return (
        given[0] in _GIVEN_NAMES
        or surname[0] in _PARTICLES
        or len(given[0]) == 1
    )


def core_words(words: NameForm) -> NameForm:
    """The words of a name that are no particles; all words when they all are."""
    core = tuple(word for word in words if word not in _PARTICLES)
    return core or words


def initials_of(words: NameForm) -> frozenset[str]:
    """The first letters of all words of a name but the last; empty when it has one."""
    return frozenset(word[0] for word in core_words(words)[:-1])


def whole_forms(name: str) -> Iterator[NameForm]:
    """The words of a name as it may be written in full.

    In its order; and when it has more words also turned round, with an initial in front, turned
    round with its particles at the end, and without spaces.

    Example:
        >>> print(*sorted(map(" ".join, whole_forms("Anne van Voorbeeld"))), sep=", ")
        a van voorbeeld, a voorbeeld, anne van voorbeeld, annevanvoorbeeld, annevoorbeeld, \
avanvoorbeeld, avoorbeeld, van voorbeeld anne, vanvoorbeeld, vanvoorbeelda, vanvoorbeeldanne, \
voorbeeld anne van, voorbeelda, voorbeeldanne
    """
    forms = {
        form for each in _name_spellings(name) for form in _word_orders(each)
    }
    yield from forms | {folded_form(_BRACKETS.sub(" ", name))}


def _name_spellings(name: str) -> set[NameForm]:
    """The words of a name, also as they are written without the letters of other languages."""
    return {
        name_words(name),
        name_words(name.casefold().translate(_UMLAUTS)),
    }


def _word_orders(words: NameForm) -> Iterator[NameForm]:
    yield words
    if len(words) < 2:
        return
    first, rest = words[0], words[1:]
    core = _without_leading_particles(rest)
    particles = rest[: len(rest) - len(core)]
    yield *rest, first
    yield first[0], *rest
    yield first[0], *core
    yield *core, first, *particles
    yield from _joined_forms(words)


def _joined_forms(words: NameForm) -> Iterator[NameForm]:
    """The ways in which accounts write a name: “avoorbeeld”, “annevanvoorbeeld”."""
    first, rest = words[0], words[1:]
    surnames = {
        rest,
        core_words(rest),
        *((word,) for word in core_words(rest)),
    }
    initials = _joined_initials(words)
    for surname in sorted(surnames):
        last = "".join(surname)
        joined = [first + last, first[0] + last, last + first, last + first[0]]
        if initials:
            joined += [initials + last, last + initials]
        if len(surname) > 1:
            joined.append(last)
        yield from (
            (each,) for each in joined if len(each) >= _SHORTEST_JOINED
        )


def _joined_initials(words: NameForm) -> str:
    """The initials before a surname as one word: “J.P. van Voorbeeld” gives “jp”."""
    return "".join(takewhile(lambda word: len(word) == 1, words))


def part_forms(name: str) -> Iterator[NameForm]:
    """The words of a name that stand for it alone, in no order.

    Each word that is no particle, and its last words with their particles.

    Example:
        >>> print(*sorted(map(" ".join, part_forms("Anne van Voorbeeld-Proef"))), sep=", ")
        anne, proef, van voorbeeld proef, voorbeeld, voorbeeld proef
    """
    forms = {
        form for each in _name_spellings(name) for form in _name_parts(each)
    }
    yield from forms


def _name_parts(words: NameForm) -> Iterator[NameForm]:
    core = core_words(words)
    for word in core:
        if len(word) >= SHORTEST_PART:
            yield (word,)
    rest = words[1:]
    if rest and len(rest[-1]) >= SHORTEST_PART:
        yield rest
        yield _without_leading_particles(rest)


def name_it_is_called_after(word: str) -> str:
    """The name in front of a folded word of what is called after somebody; empty for none.

    Example:
        >>> [name_it_is_called_after(word) for word in ("proefplan", "proefstraat")]
        ['proef', '']
    """
    for ending in _CALLED_AFTER:
        if word.endswith(ending):
            return word.removesuffix(ending)
    return ""


def with_genitive(form: NameForm) -> Iterator[NameForm]:
    """A form, and the same with the “s” of a genitive: “Voorbeelds plan”."""
    yield form
    last = form[-1]
    if len(last) >= SHORTEST_LOWER_PART and last.isalpha():
        yield *form[:-1], f"{last}s"


def inflected_forms(form: NameForm) -> Iterator[NameForm]:
    """A name as other languages change its end: “Proefski” gives “Proefskiego”.

    Example:
        >>> [" ".join(form) for form in inflected_forms(("proefczuk",))]
        ['proefczuka', 'proefczukowi', 'proefczukiem', 'proefczuku']
    """
    last = form[-1]
    for ending, *others in _INFLECTIONS:
        stem = last.removesuffix(ending)
        if len(stem) < len(last) and len(last) >= _SHORTEST_JOINED:
            yield from ((*form[:-1], stem + other) for other in others)


def _without_leading_particles(words: NameForm) -> NameForm:
    """The words from the first that is no particle on; all words when they all are."""
    for at, word in enumerate(words):
        if word not in _PARTICLES:
            return words[at:]
    return words
