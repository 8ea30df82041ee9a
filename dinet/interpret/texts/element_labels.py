"""The numbers that a document gives its own elements.

They stand before a text, as ``1.`` or ``Doel 2:``, or alone in cells that only name elements.
"""

import re
from string import ascii_lowercase

from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import find_label, role_of
from dinet.wording.continued_headings import without_continued_mark
from dinet.wording.element_codes import LONGEST_CODE, folded_code

_NUMBER = r"\d{1,3}(?:\.\d{1,2}){0,3}"
_CODE = r"(?:[A-BD-GI-MO-VZ]|SD|OD|SG|OG)[ .-]?\d{1,4}(?:\.\d{1,3}){0,3}"
_BEFORE = re.compile(
    # 1. or (1) or a) before a text
    r"\(?(?P<one>\d{1,2}(?:\.\d{1,2}){0,3}|[a-z](?=\)))[.):]+ (?=\S)"
    # 1.2 before a capital
    r"|(?P<two>\d{1,2}(?:\.\d{1,2}){1,3}) (?=[A-ZÀ-Þ])"
    # D3: or SD 3 - before a text
    rf"|(?P<three>{_CODE}) ?(?:[:.)]|[-–—](?= )) ?(?=\S)"
)
_BARE = re.compile(
    r"(?P<letters>[DSITBV]|SD|OD|SG|OG) ?\d{1,2}(?:\.\d{1,3}){0,3} (?=[A-ZÀ-Þ])"
)
_OF_KIND = {
    "D": "goal",
    "SD": "goal",
    "OD": "goal",
    "SG": "goal",
    "OG": "goal",
    "S": "target",
    "I": "effort",
    "T": "theme",
    "B": "benefit",
    "V": "capability",
}
"""The kind of element that the letters of a code stand for."""
# a longer code of capitals, such as OPG-04, stands apart: no word begins with it
_LONG_CODE = r"[A-Z]{2,8}[._-]?\d{1,4}(?:\.\d{1,3}){0,3}(?!\w)"
_ONE = rf"(?:{_CODE}|{_LONG_CODE}|{_NUMBER}|[A-Z])"
_LISTED = r"[A-Z]{1,3}[._-]?\d{1,4}(?:\.\d{1,3}){0,3}"
"""A code whose letters only the document explains: ``W1`` may be a week elsewhere."""
_NUMBER_AT_END = re.compile(r"\d+$")
_LONGEST_LIST_CHARACTERS = 100
_MOST_IN_RANGE = 100
"""In labels: ``D1 t/m D9999`` would make as many as it likes."""


@once_per_dialect
def _several_pattern() -> re.Pattern[str]:
    joined = any_of(words_of("joining_words.and", "joining_words.through"))
    labels = rf"{_ONE}(?: ?(?:,|;|/|&|\+|{joined}|[-–]) ?{_ONE})*"
    return re.compile(rf"(?P<word>[^\W\d_][\w-]+ )?(?P<labels>{labels})\.?")


@once_per_dialect
def _piece_pattern() -> re.Pattern[str]:
    through = any_of(words_of("joining_words.through"))
    return re.compile(
        rf"(?P<first>{_ONE})(?: ?(?:{through}|[-–]) ?(?P<last>{_ONE}))?"
    )


def split_label(text: str, kind: str) -> tuple[str, str]:
    """The label before a text, and the text without it; an empty label when there is none.

    Args:
        text: A statement, on one line.
        kind: What it is: ``Doel 2:`` is a label of a goal only.

    Example:
        >>> split_label("Doel 2: Meer sport", "goal"), split_label("1.2 Meer sport", "goal")
        (('2', 'Meer sport'), ('1.2', 'Meer sport'))
        >>> split_label("3 nieuwe hallen", "effort")
        ('', '3 nieuwe hallen')
        >>> split_label("D1 Meer sport", "goal"), split_label("D1 Meer sport", "effort")
        (('D1', 'Meer sport'), ('', 'D1 Meer sport'))
    """
    named = find_label(text)
    if named and named.role.name == kind:
        return named.number, named.rest
    bare = _BARE.match(text)
    if bare and _OF_KIND[bare["letters"]] == kind:
        return bare[0].strip(), text[bare.end() :]
    found = _BEFORE.match(text)
    rest = text[found.end() :].strip() if found else ""
    if found is None or not any(map(str.isalpha, rest)):
        return "", text
    return next(filter(None, found.groups()), ""), rest


def only_labels(text: str, kind: str) -> tuple[str, ...]:
    """The labels that a text consists of, ranges written out; empty when it says anything else.

    Example:
        >>> only_labels("Doel 1 en 3", "goal"), only_labels("D1 t/m D3", "goal")
        (('1', '3'), ('D1', 'D2', 'D3'))
        >>> only_labels("D1 (vervolg)", "goal"), only_labels("3 hallen", "effort")
        (('D1',), ())
    """
    if len(text) > _LONGEST_LIST_CHARACTERS:
        return ()
    found = _several_pattern().fullmatch(without_continued_mark(text))
    if found is None or not _may_name(found["word"], kind):
        return ()
    labels: list[str] = []
    for piece in _piece_pattern().finditer(found["labels"]):
        labels += _write_out_range(piece["first"], piece["last"])
    return tuple(labels)


@once_per_dialect
def _listed_pattern() -> re.Pattern[str]:
    joined = any_of(words_of("joining_words.and", "joining_words.through"))
    return re.compile(
        rf"{_LISTED}(?: ?(?:,|;|/|&|\+|{joined}|[-–]) ?{_LISTED})+"
    )


@once_per_dialect
def _listed_piece_pattern() -> re.Pattern[str]:
    through = any_of(words_of("joining_words.through"))
    return re.compile(
        rf"(?P<first>{_LISTED})(?: ?(?:{through}|[-–]) ?(?P<last>{_LISTED}))?"
    )


def listed_codes(text: str) -> tuple[str, ...]:
    """The codes of a list or range of codes, whatever letters they begin with; else empty.

    Example:
        >>> listed_codes("W1 t/m W3"), listed_codes("N35 en N48"), listed_codes("W1")
        (('W1', 'W2', 'W3'), ('N35', 'N48'), ())
    """
    if len(text) > _LONGEST_LIST_CHARACTERS:
        return ()
    if not _listed_pattern().fullmatch(text):
        return ()
    labels: list[str] = []
    for piece in _listed_piece_pattern().finditer(text):
        labels += _write_out_range(piece["first"], piece["last"])
    return tuple(labels)


def names_kind(text: str, kind: str) -> bool:
    """A text begins with a word for a kind and goes on with its number: ``Doel 3``.

    Example:
        >>> names_kind("Doel 3", "goal"), names_kind("SD 3", "goal")
        (True, False)
    """
    word, _, number = text.partition(" ")
    if not number or word.casefold() in words_of("headings.letters_of_goals"):
        return False
    role = role_of(word)
    return role is not None and role.name == kind


def _may_name(word: str | None, kind: str) -> bool:
    """The word before labels names this kind, or there is none."""
    if not word:
        return True
    role = role_of(word)
    return role is not None and role.name == kind


def _write_out_range(first: str, last: str | None) -> list[str]:
    """All labels from one to another; the two themselves when they do not count up."""
    start = _NUMBER_AT_END.search(first)
    end = _NUMBER_AT_END.search(last or "")
    if start and end:
        low, high = int(start[0]), int(end[0])
        if low < high < low + _MOST_IN_RANGE:
            letters, digits = first[: start.start()], len(start[0])
            return [
                f"{letters}{number:0{digits}}"
                for number in range(low, high + 1)
            ]
    return [first, last] if last else [first]


_ANY_CODE = re.compile(
    r"(?:[^\W\d_]{1,6}[ .-]?)?\d{1,5}(?:[.-]\d{1,4}){0,3}[a-z]?|[A-Z]{1,2}|[a-z]"
)
"""``OP-01``, ``NET-3``, ``n1``, ``2.1``, ``A``, ``c``: letters, numbers, and signs between."""


def is_code(text: str) -> bool:
    """The text has the form of a code, whatever its letters stand for.

    Example:
        >>> is_code("OP-01"), is_code("2.1"), is_code("c"), is_code("3 hallen")
        (True, True, True, False)
    """
    return len(text) <= LONGEST_CODE and _ANY_CODE.fullmatch(text) is not None


def label_keys(kind: str, label: str) -> tuple[tuple[str, str], ...]:
    """Under which keys an element with a label can be found.

    They are the whole label and its number alone; none for what is no label.
    """
    if len(label) > LONGEST_CODE:
        return ()
    whole = folded_code(label)
    number = whole.lstrip(f"{ascii_lowercase}.")
    return tuple(
        (kind, name) for name in dict.fromkeys((whole, number)) if name
    )
