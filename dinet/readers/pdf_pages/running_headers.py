"""What stands at the head or foot of most pages: running titles and page numbers."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from dinet.readers.pdf_pages.page_lines import PageLine
from dinet.wording.page_numbers import find_page_numbers, is_page_number

# On how many pages a running line stands at least: this share of all but the first, which often has
# none, and never fewer than the second number.
_LEAST_PAGES_SHARE = 0.6
_LEAST_PAGES = 2
# How much of the height of a page its head and its foot take up at most.
_MARGIN_SHARE = 0.15
# Heights are counted in steps, for the same line lies a little higher on one page than on another.
_HEIGHT_STEP_POINTS = 4.0
# A line in this outermost share of the height of a page, in letters smaller than those of most of
# the page by the first factor, and farther from the rest than the second number times its own
# letter size, is no text even on a single page. So is one above a title larger by the third.
_EDGE_SHARE = 0.07
_SMALL_RATIO = 0.85
_FAR_LINES = 2.0
_TITLE_RATIO = 1.3
# A running line with less white to the text than this, as a multiple of its letter size from base
# line to base line, belongs to the text.
_GAP_LINES = 1.5


class PageOutline(NamedTuple):
    """A page as far as running lines are concerned.

    Args:
        height: Of the page, in points.
        lines: Those outside tables, from top to bottom.
        tables: Where each begins and ends.
    """

    height: float
    lines: Sequence[PageLine]
    tables: Sequence[tuple[float, float]] = ()


def find_running_lines(
    pages: Sequence[PageOutline], keep: Callable[[PageLine], bool]
) -> list[list[PageLine]]:
    """For each page the lines that belong to the paper and not to the text.

    Nothing else stands between them and the edge of the page.

    Args:
        pages: All pages.
        keep: Says which lines are text wherever they stand.
    """
    keys_by_page = [
        [_line_keys(line, page.height, number) for line in page.lines]
        for number, page in enumerate(pages)
    ]
    repeated = _repeated_keys(keys_by_page)
    found = []
    for page, keys in zip(pages, keys_by_page, strict=True):
        running = [
            _in_margin(line, page)
            and not keep(line)
            and (
                not own.isdisjoint(repeated)
                or is_page_number(line.text)
                or _stands_apart(line, page)
            )
            for line, own in zip(page.lines, keys, strict=True)
        ]
        found.append(
            [
                *_running_at_edge(page.lines, running),
                *_running_at_edge(page.lines[::-1], running[::-1]),
            ]
        )
    return found


def _repeated_keys(
    keys_by_page: Sequence[Sequence[set[tuple[str, int]]]],
) -> set[tuple[str, int]]:
    """The keys that lines of most pages have, each page counted once."""
    counts: Counter[tuple[str, int]] = Counter()
    for keys in keys_by_page:
        counts.update(set().union(*keys))
    need = max(_LEAST_PAGES, _LEAST_PAGES_SHARE * (len(keys_by_page) - 1))
    return {key for key, count in counts.items() if count >= need}


def _running_at_edge(
    lines: Sequence[PageLine], running: Sequence[bool]
) -> list[PageLine]:
    """The running lines at the beginning, up to a gap between them and the text."""
    count = running.index(False) if False in running else len(lines)
    while 0 < count < len(lines) and _are_close(
        lines[count - 1], lines[count]
    ):
        count -= 1
    return list(lines[:count])


def _are_close(running: PageLine, line: PageLine) -> bool:
    """A running line stands as close to the next as lines of one text do."""
    return abs(line.base - running.base) < _GAP_LINES * running.size


def _stands_apart(line: PageLine, page: PageOutline) -> bool:
    """The line is small, at the very edge of the page, and far from the rest."""
    if min(line.base, page.height - line.base) >= _EDGE_SHARE * page.height:
        return False
    rest = [other for other in page.lines if other is not line]
    if not (_is_small(line, rest) or _stands_over_title(line, page)):
        return False
    return all(
        abs(other.base - line.base) > _FAR_LINES * line.size for other in rest
    )


def _is_small(line: PageLine, rest: Sequence[PageLine]) -> bool:
    """The letters of a line are smaller than those of most other lines."""
    if not rest:
        return False
    sizes = Counter(round(other.size) for other in rest)
    usual = sizes.most_common(1)[0][0]
    return line.size <= _SMALL_RATIO * usual


def _stands_over_title(line: PageLine, page: PageOutline) -> bool:
    """The line is the first of its page, and the next one is much larger."""
    return line is page.lines[0] and any(
        other.size > _TITLE_RATIO * line.size for other in page.lines[1:2]
    )


def _in_margin(line: PageLine, page: PageOutline) -> bool:
    """The line stands in the head or foot of a page, and no table between it and the edge."""
    above = any(start < line.base for start, _ in page.tables)
    below = any(end > line.base for _, end in page.tables)
    return (line.base < _MARGIN_SHARE * page.height and not above) or (
        line.base > (1 - _MARGIN_SHARE) * page.height and not below
    )


def _line_keys(
    line: PageLine, height: float, page: int
) -> set[tuple[str, int]]:
    """What running lines of several pages have in common: their words, and their height.

    A number that may be that of the page counts as its distance to the number of the page: so
    the numbers of successive pages are the same key.
    """
    text, base = line.text.casefold(), line.base
    height_from_edge = base if base < height / 2 else base - height
    place = round(height_from_edge / _HEIGHT_STEP_POINTS)
    keys = {(text, place)}
    for number in find_page_numbers(text):
        distance = int(number[0]) - page
        keys.add(
            (
                f"{text[: number.start()]}#{distance}{text[number.end() :]}",
                place,
            )
        )
    return keys
