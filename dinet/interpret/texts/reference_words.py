"""Words that refer to elements without a code of their own: ``zie 1.2``, ``alle doelen``."""

import re
from typing import NamedTuple

from dinet.model import Kind
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import kind_of, role_of

_LONGEST_CHARACTERS = 40
"""Of words for all of a kind: ``alle strategische doelstellingen`` has some thirty."""


class AllOfKind(NamedTuple):
    """Words for everything of a kind; ``kind`` is None when they do not say of which."""

    kind: Kind | None


@once_per_dialect
def _all_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"{any_of(words_of('references.all'))}(?: (?P<kind>\w+))?"
    )


@once_per_dialect
def _see_pattern() -> re.Pattern[str]:
    see = any_of(words_of("references.see"))
    return re.compile(rf"{see} (?P<words>\S.*)", re.IGNORECASE)


@once_per_dialect
def _pointing_pattern() -> re.Pattern[str]:
    """A reference and nothing else: the word that points, and what it points at."""
    see = any_of(words_of("references.pointing"))
    small = any_of(words_of("headings.articles", "references.serving"))
    at = any_of(words_of("references.pointed_at"))
    part = any_of(words_of("page_words.parts"))
    number = r"[a-z]{0,3}[-.]?\d{1,3}(?:\.\d{1,3})*\.?"
    target = (
        rf"(?P<word>[^\W\d][a-z-]{{2,}}) {number}(?: (?:en|and) {number})?"
        rf"|{number}|(?:{part} )?{at}(?:e|aan|staande?)?(?: \w+)?"
    )
    return re.compile(rf"{see}(?: {small})*:? (?:{target})")


def only_points(text: str) -> bool:
    """The text names no element: it says where another one stands.

    Met in cells of targets and efforts: ``zie doel 1``, ``idem als 2.1``, ``zie vorige bladzijde``.

    Example:
        >>> only_points("zie doel 1"), only_points("Zie om naar elkaar")
        (True, False)
    """
    if len(text) > _LONGEST_CHARACTERS:
        return False
    words = fold_text(text).strip("(). ")
    if _says_none_or_some(words):
        return True
    found = _pointing_pattern().fullmatch(words)
    if found is None:
        return False
    word = found["word"]
    parts = words_of("page_words.parts", "page_numbers.words")
    return word is None or word in parts or role_of(word) is not None


def _says_none_or_some(words: str) -> bool:
    """The words say that there is nothing, and why; or do not say which are meant."""
    found = _none_or_some_pattern().fullmatch(words)
    if found is None:
        return False
    return not found["kind"] or role_of(found["kind"]) is not None


@once_per_dialect
def _none_or_some_pattern() -> re.Pattern[str]:
    """``n.v.t. (loopt via doel 1)``, ``beide doelen``."""
    nothing = any_of(words_of("placeholders.not_applicable"))
    unnamed = any_of(words_of("references.unnamed"))
    return re.compile(
        rf"{nothing}\.? ?[(,;:/–-].*|{unnamed}(?: (?P<kind>[\w-]+))?"
    )


def all_of_kind(text: str) -> AllOfKind | None:
    """What a text means that says nothing but ``alle`` or ``alle doelen``; None for another text.

    Example:
        >>> all_of_kind("Alle doelen"), all_of_kind("Alle kinderen")
        (AllOfKind(kind='goal'), None)
    """
    if len(text) > _LONGEST_CHARACTERS:
        return None
    found = _all_pattern().fullmatch(fold_text(text))
    if found is None:
        return None
    kind = kind_of(role_of(found["kind"])) if found["kind"] else None
    return AllOfKind(kind) if kind or not found["kind"] else None


def without_see(text: str) -> str:
    """The words without ``zie`` before them.

    Example:
        >>> without_see("Zie 1.2"), without_see("Ziekenhuis bouwen")
        ('1.2', 'Ziekenhuis bouwen')
    """
    found = _see_pattern().fullmatch(text)
    return found["words"] if found else text


@once_per_dialect
def _exception_pattern() -> re.Pattern[str]:
    exceptions = any_of(words_of("references.except"))
    return re.compile(
        rf"(?P<before>\S.*?)[,;]? \(?{exceptions} (?P<others>\S.*)",
        re.IGNORECASE,
    )


def divide_at_exception(text: str) -> tuple[str, str]:
    """The words before what is named as not meant, and the words for that; empty without any.

    Example:
        >>> divide_at_exception("D2, niet D3"), divide_at_exception("D3")
        (('D2', 'D3'), ('D3', ''))
    """
    found = _exception_pattern().fullmatch(text)
    return (found["before"], found["others"]) if found else (text, "")
