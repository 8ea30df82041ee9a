"""Where paragraphs stand in the bytes of a part, so that a copy changes nothing else."""

import re
from collections.abc import Collection, Mapping
from xml.parsers import expat

from dinet.document.word_original import OpenPart, ParagraphSpot

_START_TAG = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_TAG_NAME = re.compile(rb"<([^\s/>]+)")
_PARAGRAPH, _PROPERTIES = "p", "pPr"
_UTF16_STARTS = {
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"<\0": "utf-16-le",
    b"\0<": "utf-16-be",
}
"""The first two bytes of XML in UTF-16, with a mark of the order or without, and its name."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def find_paragraph_spots(
    data: bytes, wanted: Collection[int]
) -> Mapping[int, ParagraphSpot]:
    """Where some paragraphs stand.

    Of one in a text box it is the paragraph that holds the box: Word has no comments in boxes.

    Args:
        data: The part, in an encoding that holds ASCII as it is.
        wanted: Their numbers among all elements of the part, counted from 0 in the order in which
            they begin.
    """
    search = _SpotSearch(data, frozenset(wanted))
    search.parse_part()
    return search.spots


class _SpotSearch:
    """One walk over the bytes of a part."""

    def __init__(self, data: bytes, wanted: frozenset[int]) -> None:
        self.spots: dict[int, ParagraphSpot] = {}
        self._data = data
        self._wanted = wanted
        self._number = -1
        self._depth = 0
        self._outer = 0
        """The depth of the outermost paragraph around this point; 0 outside any."""
        self._tag_start = 0
        self._words_begin = 0
        self._asked: list[int] = []
        self._parser = expat.ParserCreate()

    def parse_part(self) -> None:
        self._parser.StartElementHandler = self._begin_element
        self._parser.EndElementHandler = self._end_element
        self._parser.Parse(self._data, True)

    def _begin_element(self, tag: str, _: object) -> None:
        self._number += 1
        self._depth += 1
        if not self._outer and tag.rpartition(":")[2] == _PARAGRAPH:
            self._outer = self._depth
            self._tag_start = self._parser.CurrentByteIndex
            self._words_begin = end_of_tag(self._data, self._tag_start)
        if self._outer and self._number in self._wanted:
            self._asked.append(self._number)

    def _end_element(self, tag: str) -> None:
        here = self._parser.CurrentByteIndex
        if self._depth == self._outer:
            spot = self._finished_spot(tag, here)
            self.spots.update(dict.fromkeys(self._asked, spot))
            self._asked.clear()
            self._outer = 0
        elif self._depth == self._outer + 1 and self._is_properties(tag):
            self._words_begin = self._end_of_element(here)
        self._depth -= 1

    def _is_properties(self, tag: str) -> bool:
        return bool(self._outer) and tag.rpartition(":")[2] == _PROPERTIES

    def _finished_spot(self, tag: str, here: int) -> ParagraphSpot:
        whole = self._data[self._tag_start : here]
        closed = here == end_of_tag(self._data, self._tag_start)
        if closed and whole.endswith(b"/>"):
            return ParagraphSpot(tag, self._tag_start, here, closed=True)
        return ParagraphSpot(tag, self._words_begin, here)

    def _end_of_element(self, here: int) -> int:
        """The parser stands before an end tag, and after a tag that has none."""
        if self._data[:here].endswith(b"/>", max(here - 2, 0)):
            return here
        return end_of_tag(self._data, here)


def end_of_tag(data: bytes, start: int) -> int:
    """The byte after a tag that begins at some byte."""
    tag = _START_TAG.match(data, start)
    return tag.end() if tag else start


def open_part(name: str, data: bytes) -> OpenPart:
    """A part to whose root something can be added.

    Args:
        name: Of the part.
        data: It, well-formed.

    Example:
        >>> open_part("rels", b"<R/>")
        OpenPart(name='rels', data=b'<R></R>', end=3)
    """
    parser = expat.ParserCreate()
    ends: list[int] = []
    starts: list[int] = []
    parser.StartElementHandler = lambda *_: starts.append(
        parser.CurrentByteIndex
    )
    parser.EndElementHandler = lambda _: ends.append(parser.CurrentByteIndex)
    parser.Parse(data, True)
    end = ends[-1]
    if len(starts) > 1 or data[end : end + 2] == b"</":
        return OpenPart(name, data, end)
    return _opened_root(name, data, starts[0], end)


def _opened_root(name: str, data: bytes, start: int, end: int) -> OpenPart:
    found = _TAG_NAME.match(data, start)
    tag = found[1] if found else b""
    opened = data[: end - 2].rstrip() + b">"
    whole = opened + b"</" + tag + b">" + data[end:]
    return OpenPart(name, whole, len(opened))


def with_ascii_bytes(data: bytes) -> bytes:
    """A part in an encoding that holds ASCII as it is: UTF-16 becomes UTF-8."""
    encoding = _UTF16_STARTS.get(data[:2])
    if encoding is None:
        return data
    return _DECLARATION.sub("", data.decode(encoding)).encode()
