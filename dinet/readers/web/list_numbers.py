"""The numbers that a web page shows before the items of its ordered lists."""

from dinet.readers.shared.counting import format_count
from dinet.readers.web.page_tree import PageElement

_MOST_DIGITS = 6
"""Of the number at which a list begins."""


class ListNumbers:
    """Counts the items of each list as they are met, in the order of the page."""

    def __init__(self) -> None:
        self._counts: dict[PageElement, int] = {}

    def number_of(self, item: PageElement) -> str:
        """The number before a list item; empty when its list does not count."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return ""
        before = self._counts.get(parent)
        if before is None:
            before = _whole_number(parent.get("start"), 1) - 1
        count = _whole_number(item.get("value"), before + 1)
        self._counts[parent] = count
        return format_count(count, parent.get("type") or "1")


def _whole_number(text: str | None, otherwise: int) -> int:
    if not text or not text.isascii() or not text.isdecimal():
        return otherwise
    return int(text) if len(text) <= _MOST_DIGITS else otherwise
