"""Text boxes that stand side by side on a page: what is in each of them belongs together.

A box is told by what is drawn around it, or by the file: a program writes one text box after
another, and the lines of running text or of a row of cells from left to right.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from dinet.readers.pdf_pages.boxed_rows import Box
from dinet.readers.pdf_pages.page_content import Word
from dinet.readers.pdf_pages.page_lines import (
    PageLine,
    split_at_gaps,
    words_to_lines,
)


def split_text_boxes(
    lines: Sequence[PageLine],
    boxes: Sequence[Box],
    words: Sequence[Word],
) -> Iterator[tuple[bool, list[PageLine]]]:
    """The lines, those of each text box apart.

    Each group comes with whether it is a text box. Boxes at one height are given from left to
    right.

    Args:
        lines: From top to bottom.
        boxes: What is drawn around words, from top to bottom.
        words: All of the page, in the order of the file.
    """
    for drawn, group in _drawn_boxes_apart(lines, boxes):
        if drawn:
            yield True, group
        else:
            yield from _written_boxes_apart(group, words)


def _drawn_boxes_apart(
    lines: Sequence[PageLine], boxes: Sequence[Box]
) -> Iterator[tuple[bool, list[PageLine]]]:
    """The lines of each drawn box, and between them those outside boxes."""
    if not boxes:
        yield False, list(lines)
        return
    words_by_box: dict[Box | None, list[Word]] = {}
    for line in lines:
        for word in line.words:
            box = _box_around(word, boxes)
            words_by_box.setdefault(box, []).append(word)
    groups = [
        _LineGroup(line.base, line.left, False, [line])
        for line in words_to_lines(words_by_box.pop(None, ()))
    ]
    for box, words in words_by_box.items():
        if box:
            inside = words_to_lines(words)
            groups.append(_LineGroup(box[1], box[0], True, inside))
    yield from _with_lines_between_joined(groups)


class _LineGroup(NamedTuple):
    """A line, or all lines of a box, and where it stands.

    Args:
        top: Where the box begins, or the base line of the line.
        left: Where it begins.
        is_box: It is a box.
        lines: From top to bottom.
    """

    top: float
    left: float
    is_box: bool
    lines: list[PageLine]


def _with_lines_between_joined(
    groups: Iterable[_LineGroup],
) -> Iterator[tuple[bool, list[PageLine]]]:
    """The groups from top to bottom, successive lines outside boxes as one."""
    between: list[PageLine] = []
    for group in sorted(groups, key=lambda group: group[:2]):
        if not group.is_box:
            between += group.lines
            continue
        if between:
            yield False, between
            between = []
        yield True, group.lines
    if between:
        yield False, between


def _box_around(word: Word, boxes: Iterable[Box]) -> Box | None:
    """The lowest box in which a word stands."""
    around = [box for box in boxes if word.stands_in(box)]
    return min(around, key=lambda box: box[3] - box[1], default=None)


def _written_boxes_apart(
    lines: Sequence[PageLine], words: Sequence[Word]
) -> Iterator[tuple[bool, list[PageLine]]]:
    """The lines of each text box that the file writes as a whole, and the lines between them."""
    parts_by_line = [split_at_gaps(line) for line in lines]
    if all(len(parts) == 1 for parts in parts_by_line):
        yield False, list(lines)
        return
    order = {id(word): number for number, word in enumerate(words)}
    streams = _streams_of(chain.from_iterable(parts_by_line), order)
    beside = [*_lines_in_boxes(parts_by_line, streams), True]
    number = 0
    while number < len(lines):
        start = number
        if not beside[number]:
            number = beside.index(True, start)
            yield False, list(lines[start:number])
            continue
        number = _end_of_boxes(start, parts_by_line, beside, streams)
        taken = chain.from_iterable(parts_by_line[start:number])
        for stream in _from_left_to_right(taken, streams):
            yield True, stream


def _lines_in_boxes(
    parts_by_line: Sequence[Sequence[PageLine]],
    streams: Mapping[PageLine, int],
) -> list[bool]:
    """Of each line whether the file wrote the next line of one part before what is beside it."""
    last_of_stream = {number: part for part, number in streams.items()}
    return [
        any(last_of_stream[streams[part]] is not part for part in parts[:-1])
        for parts in parts_by_line
    ]


def _end_of_boxes(
    start: int,
    parts_by_line: Sequence[Sequence[PageLine]],
    beside: Sequence[bool],
    streams: Mapping[PageLine, int],
) -> int:
    """The number of the first line below the text boxes that begin on this line."""
    inside: set[int] = set()
    for number in range(start, len(parts_by_line)):
        own = {streams[part] for part in parts_by_line[number]}
        if not beside[number] and not own <= inside:
            return number
        inside |= own
    return len(parts_by_line)


def _streams_of(
    parts: Iterable[PageLine], order: Mapping[int, int]
) -> dict[PageLine, int]:
    """The number of the stream of each part of a line.

    A stream is what the file writes one part under the other.
    """
    streams: dict[PageLine, int] = {}
    number = 0
    before: PageLine | None = None
    for part in sorted(
        parts, key=lambda part: order.get(id(part.words[0]), 0)
    ):
        if before is None or not _stands_under(part, before):
            number += 1
        streams[part] = number
        before = part
    return streams


def _stands_under(part: PageLine, before: PageLine) -> bool:
    """A part of a line stands below another, at least partly under it."""
    return (
        part.base > before.base
        and part.left < before.right
        and before.left < part.right
    )


def _from_left_to_right(
    parts: Iterable[PageLine], streams: Mapping[PageLine, int]
) -> list[list[PageLine]]:
    """The parts of each stream, from top to bottom; the stream that begins leftmost first."""
    by_stream: dict[int, list[PageLine]] = {}
    for part in parts:
        by_stream.setdefault(streams[part], []).append(part)
    return sorted(
        by_stream.values(),
        key=lambda stream: min(part.left for part in stream),
    )
