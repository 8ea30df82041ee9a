"""What stands at the head or foot of most pages, at the same height: running titles and page numbers."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from dinet.readers.pdf_pages.page_lines import PageLine
from dinet.wording.page_numbers import find_page_numbers, is_page_number

_LEAST_PAGES_SHARE = 0.6
_LEAST_PAGES = 2
_MARGIN_SHARE = 0.15
_HEIGHT_STEP_POINTS = 4.0
_EDGE_SHARE = 0.07
_SMALL = 0.85
_FAR = 2.0
_LARGER = 1.3
_GAP = 1.5


class PageOutline(NamedTuple):
    """A page as far as this is about it: its height, its lines outside tables, and where its tables begin and end."""

    height: float
    lines: Sequence[PageLine]
    tables: Sequence[tuple[float, float]] = ()


def find_running_lines(
    pages: Sequence[PageOutline], keep: Callable[[PageLine], bool]
) -> list[list[PageLine]]:
    """For each page the lines that belong to the paper and not to the text, with nothing else between them and its edge.

    Args:
        pages: All pages.
        keep: Says which lines are text wherever they stand.
    """
    keys = [
        [_line_keys(line, page.height, number) for line in page.lines]
        for number, page in enumerate(pages)
    ]
    counts = Counter(
        key for page in keys for key in {key for each in page for key in each}
    )
    need = max(_LEAST_PAGES, _LEAST_PAGES_SHARE * (len(pages) - 1))
    found = []
    for page, own in zip(pages, keys, strict=True):
        often = [any(counts[key] >= need for key in each) for each in own]
        running = [
            _in_margin(line, page)
            and not keep(line)
            and (repeated or is_page_number(line.text) or _stands_apart(line, page))
            for line, repeated in zip(page.lines, often, strict=True)
        ]
        found.append(
            [
                *_running_at_edge(page.lines, running),
                *_running_at_edge(page.lines[::-1], running[::-1]),
            ]
        )
    return found


def _running_at_edge(
    lines: Sequence[PageLine], running: Sequence[bool]
) -> list[PageLine]:
    """The running lines at the beginning, up to a gap between them and the text."""
    count = next(
        (number for number, each in enumerate(running) if not each), len(lines)
    )
    while (
        0 < count < len(lines)
        and abs(lines[count].base - lines[count - 1].base)
        < _GAP * lines[count - 1].size
    ):
        count -= 1
    return list(lines[:count])


def _stands_apart(line: PageLine, page: PageOutline) -> bool:
    """The line is small, at the very edge of the page, and far from the rest."""
    rest = [other for other in page.lines if other is not line]
    usual = max(
        Counter(round(other.size) for other in rest).items(),
        key=lambda each: each[1],
        default=(0, 0),
    )[0]
    edge = min(line.base, page.height - line.base) < _EDGE_SHARE * page.height
    titled = line is page.lines[0] and any(
        other.size > _LARGER * line.size for other in page.lines[1:2]
    )
    small = line.size <= _SMALL * usual or titled
    return (
        edge
        and small
        and all(abs(other.base - line.base) > _FAR * line.size for other in rest)
    )


def _in_margin(line: PageLine, page: PageOutline) -> bool:
    """The line stands in the head or foot of a page, and no table between it and the edge."""
    above = any(start < line.base for start, _ in page.tables)
    below = any(end > line.base for _, end in page.tables)
    return (line.base < _MARGIN_SHARE * page.height and not above) or (
        line.base > (1 - _MARGIN_SHARE) * page.height and not below
    )


def _line_keys(line: PageLine, height: float, page: int) -> set[tuple[str, int]]:
    """The words of a line and its height; also with a number that may be the page's counted from the number of the page."""
    text = line.text.casefold()
    place = round(
        (line.base if line.base < height / 2 else line.base - height)
        / _HEIGHT_STEP_POINTS
    )
    numbered = (
        f"{text[: each.start()]}#{int(each[0]) - page}{text[each.end() :]}"
        for each in find_page_numbers(text)
    )
    return {(text, place), *((each, place) for each in numbered)}
