"""Text boxes that stand side by side on a page: what is in each of them belongs together.

A box is told by what is drawn around it, or by the file: a program writes one text box after
another, and the lines of running text or of a row of cells from left to right.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from dinet.readers.pdf_pages.boxed_rows import Box
from dinet.readers.pdf_pages.page_content import Word
from dinet.readers.pdf_pages.page_lines import (
    PageLine,
    split_at_gaps,
    words_to_lines,
)

# The middle of the small letters of a word lies so far above its base line, as a share of its
# letter size.
_MIDDLE_OF_WORD = 0.3


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
    for word in (word for line in lines for word in line.words):
        words_by_box.setdefault(_box_around(word, boxes), []).append(word)
    outside = words_to_lines(words_by_box.pop(None, ()))
    places: list[tuple[float, float, bool, list[PageLine]]] = [
        (line.base, line.left, False, [line]) for line in outside
    ]
    places += [
        (box[1], box[0], True, words_to_lines(words))
        for box, words in words_by_box.items()
        if box
    ]
    places.sort(key=lambda place: place[:2])
    for drawn, run in groupby(places, key=lambda place: place[2]):
        groups = [place[3] for place in run]
        if drawn:
            yield from ((True, group) for group in groups)
        else:
            yield False, [line for group in groups for line in group]


def _box_around(word: Word, boxes: Iterable[Box]) -> Box | None:
    """The smallest box in which a word stands."""
    x = (word.left + word.right) / 2
    y = word.base - _MIDDLE_OF_WORD * word.size
    around = [
        box for box in boxes if box[0] <= x <= box[2] and box[1] <= y <= box[3]
    ]
    return min(around, key=lambda box: box[3] - box[1], default=None)


def _written_boxes_apart(
    lines: Sequence[PageLine], words: Sequence[Word]
) -> Iterator[tuple[bool, list[PageLine]]]:
    """The lines of each text box that the file writes as a whole, and the lines between them.

    That it does is seen where it writes the next line of one before what stands beside it.
    """
    parts_by_line = [split_at_gaps(line) for line in lines]
    if all(len(parts) == 1 for parts in parts_by_line):
        yield False, list(lines)
        return
    order = {id(word): number for number, word in enumerate(words)}
    streams = _streams_of(
        [part for parts in parts_by_line for part in parts], order
    )
    last_of_stream = {number: part for part, number in streams.items()}
    beside = [
        any(last_of_stream[streams[part]] is not part for part in parts[:-1])
        for parts in parts_by_line
    ]
    number = 0
    while number < len(lines):
        start = number
        if not beside[number]:
            while number < len(lines) and not beside[number]:
                number += 1
            yield False, list(lines[start:number])
            continue
        number = _end_of_boxes(start, parts_by_line, beside, streams)
        taken = [
            part for parts in parts_by_line[start:number] for part in parts
        ]
        for stream in _from_left_to_right(taken, streams):
            yield True, stream


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
    parts: Sequence[PageLine], order: Mapping[int, int]
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
    parts: Sequence[PageLine], streams: Mapping[PageLine, int]
) -> list[list[PageLine]]:
    """The parts of each stream, from top to bottom; the stream that begins leftmost first."""
    by_stream: dict[int, list[PageLine]] = {}
    for part in parts:
        by_stream.setdefault(streams[part], []).append(part)
    return sorted(
        by_stream.values(),
        key=lambda stream: min(part.left for part in stream),
    )
