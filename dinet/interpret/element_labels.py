"""The numbers that a document gives its own elements: ``1.`` or ``Doel 2:`` before a text, and cells that only name them."""

import re
from collections.abc import Iterator

from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.roles import labelled, role_of

_NUMBER = r"\d{1,3}(?:\.\d{1,2}){0,3}"
_CODE = r"(?:[A-BD-GI-MO-VZ]|SD|OD|SG|OG)[ .-]?\d{1,4}(?:\.\d{1,3}){0,3}"
_BEFORE = re.compile(
    rf"\(?(?P<one>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}|[a-z](?=\)))[.):]+ (?=\S)|(?P<two>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}) (?=[A-ZÀ-Þ])"
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
}
_OF_KIND |= {"B": "benefit", "V": "capability"}
_LONGEST_LABEL = 12
_ONE = rf"(?:{_CODE}|{_NUMBER}|[A-Z])"
_MOST = 100


@once_per_dialect
def _several_pattern() -> re.Pattern[str]:
    joined = any_of(words_of("joining_words.and", "joining_words.through"))
    labels = rf"{_ONE}(?: ?(?:,|;|/|&|\+|{joined}|[-–]) ?{_ONE})*"
    return re.compile(rf"(?P<word>[^\W\d_][\w-]+ )?(?P<labels>{labels})\.?")


@once_per_dialect
def _piece_pattern() -> re.Pattern[str]:
    through = any_of(words_of("joining_words.through"))
    return re.compile(rf"(?P<first>{_ONE})(?: ?(?:{through}|[-–]) ?(?P<last>{_ONE}))?")


def split_label(text: str, kind: str) -> tuple[str, str]:
    """The label before a text, and the text without it; an empty label when there is none.

    Args:
        text: A statement, on one line.
        kind: What it is: ``Doel 2:`` is a label of a goal only.

    Example:
        >>> split_label("Doel 2: Meer sport", "goal"), split_label("1.2 Meer sport", "goal"), split_label("3 nieuwe hallen", "effort")
        (('2', 'Meer sport'), ('1.2', 'Meer sport'), ('', '3 nieuwe hallen'))
        >>> split_label("D1 Meer sport", "goal"), split_label("D1 Meer sport", "effort")
        (('D1', 'Meer sport'), ('', 'D1 Meer sport'))
    """
    named = labelled(text)
    if named and named.role.name == kind:
        return named.number, named.rest
    found, bare = _BEFORE.match(text), _BARE.match(text)
    if bare and _OF_KIND[bare["letters"]] == kind:
        return bare[0].strip(), text[bare.end() :]
    label = next(filter(None, found.groups()), "") if found else ""
    rest = text[found.end() :].strip() if found else ""
    return (label, rest) if any(map(str.isalpha, rest)) else ("", text)


def only_labels(text: str, kind: str) -> tuple[str, ...]:
    """The labels that a text consists of, ranges written out; empty when it says anything else.

    Example:
        >>> only_labels("Doel 1 en 3", "goal"), only_labels("D1 t/m D3", "goal"), only_labels("3 hallen", "effort")
        (('1', '3'), ('D1', 'D2', 'D3'), ())
    """
    found = _several_pattern().fullmatch(text) if len(text) <= _MOST else None
    role = role_of(found["word"]) if found and found["word"] else None
    if not found or (found["word"] and (role is None or role.name != kind)):
        return ()
    return tuple(
        label
        for piece in _piece_pattern().finditer(found["labels"])
        for label in _range(piece["first"], piece["last"])
    )


def _range(first: str, last: str | None) -> Iterator[str]:
    start, end = (re.search(r"\d+$", each or "") for each in (first, last))
    if not start or not end or not int(start[0]) < int(end[0]) < int(start[0]) + _MOST:
        yield from filter(None, (first, last))
        return
    for number in range(int(start[0]), int(end[0]) + 1):
        yield first[: start.start()] + str(number)


def label_keys(kind: str, label: str) -> tuple[tuple[str, str], ...]:
    """Under which keys an element with a label can be found: by the whole label, and by its number alone."""
    if len(label) > _LONGEST_LABEL:
        return ()
    whole = re.sub(r"[^0-9a-z.]", "", label.casefold()).strip(".")
    return tuple(
        dict.fromkeys(
            (kind, each)
            for each in (whole, whole.lstrip("abcdefghijklmnopqrstuvwxyz."))
            if each
        )
    )
