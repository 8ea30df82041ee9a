"""Names of worksheets, which every place in a workbook repeats: some are called after a person.

A name that is known for one goes everywhere. Any other name of a sheet is quoted only when its
words are ordinary: nobody who publishes a plan looks at the tabs of its workbook.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dinet.language import Sentence, translate_words
from dinet.redaction.person_names import DocumentVocabulary, is_given_name
from dinet.redaction.word_lists import (
    WORD_LISTS,
    fold_letters,
    folded_words,
    is_organisation_word,
)
from dinet.vocabulary.roles import role_of

_WITHHELD_SHEET = Sentence("[sheet {n}]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTEST_WORD = 3
"""Letters of a word of a sheet that may name somebody; initials alone name nobody."""
_SHORTEST_START = 4
"""Letters of a word that counts as ordinary when a longer small word begins with it:
``Jeugd`` and “jeugdzorg”."""
_SHEET_WORDS = folded_words("sheet_words")
_PARTICLES = folded_words("particles")
_SURNAME_ENDINGS = tuple(WORD_LISTS["surname_endings"])


def people_of_sheets(
    sheets: Iterable[str], texts: Sequence[str], vocabulary: DocumentVocabulary
) -> Iterator[str]:
    """The people after whom sheets are called, in the order of these.

    Args:
        sheets: The names of all sheets.
        texts: Of the document: a word that stands there with a small letter names nobody.
        vocabulary: Of the same texts.

    Example:
        >>> sheets = ["Planning Sjoukje", "Ids van Proefstra", "Ysa Testkamp", "Sociaal Domein"]
        >>> list(people_of_sheets(sheets, [], DocumentVocabulary([])))
        ['Sjoukje', 'Ids van Proefstra', 'Ysa Testkamp']
    """
    small = _small_words(texts)
    for sheet in dict.fromkeys(sheets):
        words = _WORD.findall(sheet)
        for at, word in enumerate(words):
            if _begins_name(words[at:], small, vocabulary):
                yield " ".join(_words_of_name(words[at:], word))
                break


def _begins_name(
    words: Sequence[str], small: str, vocabulary: DocumentVocabulary
) -> bool:
    """Whether some words begin with a first name, or are two or more as names are.

    These end as surnames do, or none of them is an ordinary word and all have capitals.
    """
    first, *others = words
    if len(first) < _SHORTEST_WORD or not first[0].isupper():
        return False
    if vocabulary.cannot_be_name(first) or fold_letters(first) in _SHEET_WORDS:
        return False
    if is_given_name(first):
        return True
    return bool(others) and _are_as_names(words, small)


def _are_as_names(words: Sequence[str], small: str) -> bool:
    """Whether words end as surnames do, or all have capitals and none is ordinary."""
    if fold_letters(words[-1]).endswith(_SURNAME_ENDINGS):
        return True
    whole = [word for word in words if fold_letters(word) not in _PARTICLES]
    return len(whole) > 1 and all(
        word[0].isupper() and not _is_ordinary(word, small) for word in whole
    )


def _words_of_name(words: Sequence[str], first: str) -> Iterator[str]:
    """A first name and what follows it with a capital, or with a particle before that."""
    yield first
    for word in words[1:]:
        if not word[0].isupper() and fold_letters(word) not in _PARTICLES:
            return
        yield word


def label_sheets(
    sheets: Iterable[str], texts: Iterable[str], lang: str
) -> dict[str, str]:
    """What stands in place of the names of sheets that are not quoted.

    Args:
        sheets: All names, in the order in which they are met.
        texts: Of the document, without names of people: their small words are ordinary, and
            what they say whole may be said of a sheet too.
        lang: The language of the labels.

    Example:
        >>> label_sheets(["Doelen", "Jeugd", "Ysbrechtum"], ["Meer jeugdzorg."], "en")
        {'Ysbrechtum': '[sheet 1]'}
    """
    told = [fold_letters(text) for text in texts]
    small = _small_words(texts)
    whole = frozenset(told)
    labels: dict[str, str] = {}
    words = translate_words(_WITHHELD_SHEET.words, lang)
    for sheet in dict.fromkeys(sheets):
        if fold_letters(sheet) in whole or role_of(sheet):
            continue
        if not all(_is_ordinary(word, small) for word in _WORD.findall(sheet)):
            labels[sheet] = words.format(n=len(labels) + 1)
    return labels


def _small_words(texts: Iterable[str]) -> str:
    """The words that stand somewhere with a small letter, each after a line break."""
    words = (word for text in texts for word in _WORD.findall(text))
    small = dict.fromkeys(
        fold_letters(word) for word in words if word.islower()
    )
    return "\n" + "\n".join(small) + "\n"


def _is_ordinary(word: str, small: str) -> bool:
    letters = fold_letters(word)
    if len(letters) < _SHORTEST_WORD or is_organisation_word(word):
        return True
    if letters in _SHEET_WORDS or role_of(word):
        return True
    begins = len(letters) >= _SHORTEST_START and f"\n{letters}" in small
    return begins or f"\n{letters}\n" in small


def sheets_of(data: Any) -> Iterator[str]:
    """The names of sheets at all places in data, in their order, as often as they stand there."""
    if isinstance(data, Mapping):
        if isinstance(data.get("sheet"), str):
            yield data["sheet"]
        for value in data.values():
            yield from sheets_of(value)
    elif isinstance(data, list):
        for value in data:
            yield from sheets_of(value)


def with_labels(data: Any, labels: Mapping[str, str]) -> Any:
    """The same data in which places call sheets by their labels."""
    if isinstance(data, list):
        return [with_labels(value, labels) for value in data]
    if not isinstance(data, Mapping):
        return data
    labelled = {
        name: with_labels(value, labels) for name, value in data.items()
    }
    sheet = labelled.get("sheet")
    if isinstance(sheet, str):
        labelled["sheet"] = labels.get(sheet, sheet)
    return labelled
