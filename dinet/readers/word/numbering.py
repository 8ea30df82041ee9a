"""The numbers that Word puts before paragraphs: those of lists and of numbered headings."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from dinet.readers.shared.counting import format_count
from dinet.readers.word.word_xml import (
    attribute_of,
    find_child,
    local_name,
    parse_number,
)

_FORMS = {
    "decimal": "1",
    "decimalZero": "1",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}
_LEVELS = 9
"""That Word has."""
_PLACE = re.compile(r"%([1-9])")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SIGNS = " ().:[]–-\t"


class ListLevel(NamedTuple):
    """One level of a numbering.

    Args:
        form: How it counts; empty when it does not.
        text: What stands before a paragraph: ``%1.%2`` or ``Doel %1:``.
        start: Its first number.
    """

    form: str
    text: str
    start: int


class ParagraphNumber(NamedTuple):
    """What a numbering puts before a paragraph.

    Args:
        number: ``2``, ``b`` or ``1.1``; empty when it does not count.
        words: All of it, when there are words in it too: ``Doel 2:``; else empty.
    """

    number: str = ""
    words: str = ""


class WordNumbering:
    """The numberings of a document; it counts the paragraphs in their order.

    Args:
        root: Of ``numbering.xml``; None when the document has none.
    """

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, dict[int, ListLevel]] = {}
        self._list_of: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        for part in () if root is None else root:
            if local_name(part) == "abstractNum":
                name = attribute_of(part, "abstractNumId") or ""
                self._lists[name] = dict(_levels_of(part))
            elif local_name(part) == "num":
                self._add_list(part)

    def _add_list(self, part: Element) -> None:
        name = attribute_of(part, "numId") or ""
        abstract = attribute_of(find_child(part, "abstractNumId"), "val")
        self._list_of[name] = abstract or ""
        restarts = dict(_restarts_of(part))
        if restarts:
            self._restarts[name] = restarts

    def count_paragraph(self, name: str, level: int) -> ParagraphNumber:
        """The number of the next paragraph of a list.

        Args:
            name: The ``numId`` of the list.
            level: From 0.
        """
        abstract = self._list_of.get(name, "")
        levels = self._lists.get(abstract, {})
        if level not in levels:
            return ParagraphNumber()
        counts = self._counts.setdefault(abstract, {})
        for restarted, start in self._restarts.pop(name, {}).items():
            counts[restarted] = start - 1
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in range(level + 1, _LEVELS):
            counts.pop(deeper, None)
        return _number_at(level, levels, counts)


def _number_at(
    level: int, levels: dict[int, ListLevel], counts: dict[int, int]
) -> ParagraphNumber:
    if not levels[level].form:
        return ParagraphNumber()

    def count_at(place: re.Match[str]) -> str:
        number = int(place[1]) - 1
        known = levels.get(number)
        if known is None:
            return ""
        return format_count(counts.get(number, known.start), known.form)

    text = levels[level].text
    words = _PLACE.sub(count_at, text)
    if _WORD.search(text):
        return ParagraphNumber("", words.strip())
    return ParagraphNumber(words.strip(_SIGNS), "")


def _levels_of(part: Element) -> Iterator[tuple[int, ListLevel]]:
    for level in part:
        if local_name(level) != "lvl":
            continue
        number = parse_number(attribute_of(level, "ilvl"))
        form = attribute_of(find_child(level, "numFmt"), "val") or "decimal"
        text = attribute_of(find_child(level, "lvlText"), "val") or ""
        start = attribute_of(find_child(level, "start"), "val")
        yield (
            number,
            ListLevel(_FORMS.get(form, ""), text, parse_number(start, 1)),
        )


def _restarts_of(part: Element) -> Iterator[tuple[int, int]]:
    """The levels at which a list begins anew, each with its first number."""
    for override in part:
        start = find_child(override, "startOverride")
        if start is not None:
            level = parse_number(attribute_of(override, "ilvl"))
            yield level, parse_number(attribute_of(start, "val"), 1)
