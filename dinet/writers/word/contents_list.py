"""The table of contents of a long annex: a field with its lines, each a link to a heading.

The lines have no page numbers: only the program that shows the pages knows these, and one that
is asked to renew the contents may count them in.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import count
from xml.sax.saxutils import unescape

from dinet.writers.word.word_xml import (
    write_field_parts,
    write_paragraph,
    write_run,
)

FIRST_LEVELS = "1-2"
"""The levels of headings that Word takes into the contents when it makes them anew."""
INSTRUCTION = f'TOC \\o "{FIRST_LEVELS}" \\n \\h \\z \\u'
"""What Word makes the contents of: headings, without page numbers, as links."""
_HEADING = re.compile(
    '(<w:p><w:pPr><w:pStyle w:val="Heading(?P<level>[12])"/>.*?</w:pPr>)'
    "(?P<runs>.*?)</w:p>",
    re.DOTALL,
)
_WORDS = re.compile("<w:t(?: [^>]*)?>([^<]*)</w:t>")


class ContentsList:
    """The headings of some contents, in their order.

    Args:
        pieces: Contents as XML, in the order in which they stand.

    Attributes:
        pieces: The same, with a place to link to in every heading.
    """

    def __init__(self, pieces: Sequence[str]) -> None:
        self._numbers = count(1)
        self._entries: list[tuple[int, str, str]] = []
        self.pieces = [
            _HEADING.sub(self._mark_heading, each) for each in pieces
        ]

    def __len__(self) -> int:
        return len(self._entries)

    def _mark_heading(self, found: re.Match[str]) -> str:
        number = next(self._numbers)
        place = f"_Toc{number:06d}"
        words = unescape("".join(_WORDS.findall(found["runs"])))
        self._entries.append((int(found["level"]), words, place))
        return (
            f'{found[1]}<w:bookmarkStart w:id="{number}" w:name="{place}"/>'
            f'{found["runs"]}<w:bookmarkEnd w:id="{number}"/></w:p>'
        )

    def to_xml(self) -> str:
        """The lines, within one field."""
        begin, end = write_field_parts(INSTRUCTION)
        lines = list(self._linked_lines())
        last = len(lines) - 1
        return "".join(
            write_paragraph(
                begin * (at == 0),
                line,
                end * (at == last),
                style=f"TOC{level}",
            )
            for at, (level, line) in enumerate(lines)
        )

    def _linked_lines(self) -> Iterator[tuple[int, str]]:
        for level, words, place in self._entries:
            yield (
                level,
                f'<w:hyperlink w:anchor="{place}" w:history="1">{write_run(words)}'
                "</w:hyperlink>",
            )
