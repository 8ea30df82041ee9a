"""The numbers that an OpenDocument text shows before the items of its lists."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from dinet.readers.shared.counting import format_count
from dinet.readers.shared.xml import attribute_of, local_name, parse_number


class OdfListNumbers:
    """Counts the items of lists in the order of the text.

    Args:
        styles: The elements in which the styles of lists stand.
    """

    def __init__(self, styles: Iterable[Element]) -> None:
        self._forms: dict[tuple[str, int], str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        for style in styles:
            if local_name(style) == "list-style":
                self._read_style(style)
        self._names: list[str] = []
        self._counts: list[int] = []
        self._last: dict[tuple[str, int], int] = {}

    def _read_style(self, style: Element) -> None:
        name = attribute_of(style, "name") or ""
        for level in style:
            if local_name(level) == "list-level-style-number":
                key = (name, parse_number(attribute_of(level, "level"), 1) - 1)
                self._forms[key] = attribute_of(level, "num-format") or ""
                start = attribute_of(level, "start-value")
                self._starts[key] = parse_number(start, 1)

    def begin_list(self, element: Element, depth: int) -> None:
        """A list begins in as many others as its depth says."""
        del self._names[depth:], self._counts[depth:]
        above = self._names[-1] if self._names else ""
        name = attribute_of(element, "style-name") or above
        self._names.append(name)
        key = (name, depth)
        goes_on = attribute_of(element, "continue-numbering") == "true" or (
            attribute_of(element, "continue-list") is not None
        )
        before = self._starts.get(key, 1) - 1
        self._counts.append(self._last.get(key, before) if goes_on else before)

    def begin_item(self, element: Element, depth: int) -> str:
        """The number of the item that begins; empty when its list does not count."""
        if depth >= len(self._names):
            return ""
        key = (self._names[depth], depth)
        start = attribute_of(element, "start-value")
        count = parse_number(start, self._counts[depth] + 1)
        self._counts[depth] = self._last[key] = count
        return format_count(count, self._forms.get(key, ""))
