"""Words within a text that only say what stands beside them: ``Bron:``, ``Trekker``, ``Doel 2``."""

import re
from collections.abc import Iterator

from dinet.interpret.account.word_matching import letters_of
from dinet.interpret.texts.element_labels import only_labels, split_label
from dinet.model import KINDS
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import role_of

_AROUND = " ()[]{}<>:;,.•·*-–—_\"'“”„‘’?!"
_NUMBERS = re.compile(r"\d+")
_SHORT_WORD = 3
"""In characters: a code without a digit is no longer, brackets included."""
_LONGEST_LABEL = 80
"""In characters: longer words say something themselves."""


@once_per_dialect
def _phrases() -> re.Pattern[str]:
    words = words_of(
        "sources.one",
        "sources.many",
        "references.joint",
        "references.see",
        "stated_links.shared",
        "stated_links.contributes_to",
        "stated_links.measures",
        "stated_links.part_of",
        "stated_links.refers_to",
        "stated_links.depends_on",
        "stated_links.conflicts_with",
        "stated_links.only_through",
        "page_words.programmes",
        "joining_words.and",
    )
    return re.compile(rf"{any_of(words)}\b ?", re.IGNORECASE)


@once_per_dialect
def _between_halves() -> re.Pattern[str]:
    joined = any_of(words_of("joining_words.and"))
    return re.compile(rf"[\\/|]| {joined} |-(?=\w{{4}})", re.IGNORECASE)


def is_inline_label(text: str) -> bool:
    """Whether words name a role, a source, a reference or a joint programme, and nothing else.

    Example:
        >>> is_inline_label("(Bron: "), is_inline_label("Trekker:"), is_inline_label("drie hallen")
        (True, True, False)
    """
    bare = " ".join(text.strip(_AROUND).split())
    if not bare or len(bare) > _LONGEST_LABEL:
        return not bare
    for _ in range(2):
        found = _phrases().match(bare)
        if found is None:
            break
        bare = bare[found.end() :].strip(_AROUND)
    return not bare or role_of(_without_time_word(bare)) is not None


def _without_time_word(label: str) -> str:
    """``Resultaat`` of ``Resultaat in``, of which the year was read: ``Resultaat in 2027: …``."""
    words, _, last = label.rpartition(" ")
    dates = last.casefold() in words_of("time_words.in_heading")
    return words if words and dates else label


def is_only_codes(text: str) -> bool:
    """Whether a text is nothing but codes or numbers of elements.

    Example:
        >>> is_only_codes("D1, D3"), is_only_codes("Doel 2"), is_only_codes("2 hallen")
        (True, True, False)
    """
    bare = text.strip(_AROUND)
    if not _may_begin_with_label(bare):
        return False
    return any(only_labels(bare, kind) for kind in KINDS)


def _may_begin_with_label(text: str) -> bool:
    """The first word is short, has a digit, or names a kind: other texts need no closer look."""
    first = text[:_LONGEST_LABEL].partition(" ")[0]
    if len(first) <= _SHORT_WORD or any(map(str.isdigit, first)):
        return True
    return role_of(first.strip(_AROUND)) is not None


def texts_without_label(text: str) -> Iterator[str]:
    """A text as it is, and without the code before it, whatever kind that code is of.

    Example:
        >>> list(texts_without_label("D1 Meer sport"))
        ['D1 Meer sport', 'Meer sport']
    """
    yield text
    if not _may_begin_with_label(text):
        return
    rests = (split_label(text, kind)[1] for kind in KINDS)
    yield from dict.fromkeys(rest for rest in rests if rest != text)


def names_roles(text: str) -> bool:
    """Whether a heading is one that dinet knows, or has two of these: ``Inspanningen / Doelen``.

    Example:
        >>> names_roles("Doelen en inspanningen"), names_roles("Noordrand")
        (True, False)
        >>> names_roles("Doelen-inspanningen-netwerk")
        True
    """
    if role_of(text) is not None:
        return True
    halves = [half.strip() for half in _between_halves().split(text)]
    return len(halves) > 1 and any(map(role_of, halves))


def is_own_id(code: str, element_id: str) -> bool:
    """Whether a code is the id, in whatever form: ``W1`` and ``4101`` are codes where they are ids.

    Example:
        >>> is_own_id("(W1)", "W1"), is_own_id("1", "W1")
        (True, False)
    """
    return letters_of(code) == letters_of(element_id) != ""


def is_code_of(code: str, element_id: str) -> bool:
    """Whether a code is kept in an id: it is the id, or the number in it.

    Example:
        >>> is_code_of("Doel 2", "D2"), is_code_of("2", "D2"), is_code_of("A2", "D2")
        (True, True, False)
    """
    if is_own_id(code, element_id):
        return True
    numbers = _NUMBERS.findall(code)
    if not numbers or numbers != _NUMBERS.findall(element_id):
        return False
    word = _NUMBERS.sub("", code).strip(_AROUND)
    return not word or role_of(word) is not None
