"""Ruling lines become tables: where lines cross are cells, where a line is missing cells are merged."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dinet.limits import limits
from dinet.readers.pdf_pages.page_content import Box, Fill, Rule, Table

_NEAR = 3.0
_SAME = 4.0
_BEYOND = 8.0
_SHORTEST = 6.0
_MOST_RULES = 4000
_WALL = 0.6
_WHITE = 250


class TooManyError(ValueError):
    """The page has more than a guard allows; the arguments are the guard's name and how many there are."""


def lattices(
    across: Iterable[Rule],
    down: Iterable[Rule],
    fills: Sequence[Fill],
    before: Sequence[Table] = (),
) -> tuple[list[Table], list[Rule]]:
    """The tables that lines enclose, from top to bottom, and the horizontal lines that belong to none of them.

    A frame around one cell is no table. A table inside a cell of another is part of that cell's
    text.

    Args:
        across: Horizontal lines.
        down: Vertical lines.
        fills: Coloured rectangles, in the order of painting.
        before: The tables of the page before; one of its cells may fill this whole page,
            without any horizontal line.
    """
    rows, columns = _merged(across), _merged(down)
    tables: list[Table] = []
    free: list[Rule] = []
    alone: list[Rule] = []
    for horizontal, vertical in _connected(rows, columns):
        crossing = horizontal and vertical and len(horizontal) + len(vertical) > 2
        table = _table(horizontal, vertical, fills) if crossing else None
        if table:
            tables.append(table)
        else:
            free += horizontal
            alone += vertical
    tables += _filled(alone, before)
    outer = [
        table for table in tables if not any(_inside(table, other) for other in tables)
    ]
    return sorted(outer, key=lambda table: (table.ys[0], table.xs[0])), sorted(free)


def _filled(down: Sequence[Rule], before: Sequence[Table]) -> Iterator[Table]:
    """One row of a table that began on the page before and has no horizontal line on this page."""
    if not before or len(down) < 2:
        return
    xs = before[-1].xs
    known = [rule for rule in down if any(abs(rule.at - x) <= _NEAR for x in xs)]
    if (
        all(any(abs(rule.at - x) <= _NEAR for rule in known) for x in xs[1:-1])
        and len(known) >= len(xs) - 1
    ):
        ys = min(rule.start for rule in known), max(rule.end for rule in known)
        yield Table(
            xs,
            ys,
            tuple(Box(0, column, 1, 1, None) for column in range(len(xs) - 1)),
            open=True,
        )


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """The lines, with pieces on one height that touch made one; the longest when there are more than any table has."""
    found: list[Rule] = []
    level: list[Rule] = []
    for rule in sorted(rules):
        if level and rule.at - level[0].at > _NEAR:
            found += _runs(level)
            level = []
        level.append(rule)
    found += _runs(level)
    long = [rule for rule in found if rule.end - rule.start >= _SHORTEST]
    return sorted(sorted(long, key=lambda rule: rule.start - rule.end)[:_MOST_RULES])


def _runs(level: list[Rule]) -> Iterator[Rule]:
    if not level:
        return
    start, end, heights = 0.0, None, []
    for rule in sorted(level, key=lambda rule: rule.start):
        if end is not None and rule.start <= end + _NEAR:
            end = max(end, rule.end)
            heights.append(rule.at)
            continue
        if end is not None:
            yield Rule(sum(heights) / len(heights), start, end)
        start, end, heights = rule.start, rule.end, [rule.at]
    if end is not None:
        yield Rule(sum(heights) / len(heights), start, end)


def _connected(
    across: Sequence[Rule], down: Sequence[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The lines in groups that cross or touch one another."""
    leader = list(range(len(across) + len(down)))

    def top(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    heights = [rule.at for rule in across]
    for number, line in enumerate(down, start=len(across)):
        first, last = (
            bisect_right(heights, line.start - _NEAR),
            bisect_right(heights, line.end + _NEAR),
        )
        for other in range(first, last):
            if across[other].start - _NEAR <= line.at <= across[other].end + _NEAR:
                leader[top(number)] = top(other)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for number, rule in enumerate((*across, *down)):
        groups[top(number)][number >= len(across)].append(rule)
    yield from groups.values()


def _table(across: list[Rule], down: list[Rule], fills: Sequence[Fill]) -> Table | None:
    xs = _edges((rule.at for rule in down), across)
    ys = _edges((rule.at for rule in across), down)
    for name, found in (
        ("columns", len(xs) - 1),
        ("cells", (len(xs) - 1) * (len(ys) - 1)),
    ):
        if found > getattr(limits(), name):
            raise TooManyError(name, found)
    below, beside = _walls(across, ys, xs), _walls(down, xs, ys)
    xs, ys = _without_idle(xs, beside), _without_idle(ys, below)
    if len(xs) < 2 or len(ys) < 2 or len(xs) + len(ys) == 4:
        return None
    below, beside = _walls(across, ys, xs), _walls(down, xs, ys)
    colours = _colours(xs, ys, fills)
    boxes = tuple(_boxes(len(ys) - 1, len(xs) - 1, below, beside, colours))
    return Table(tuple(xs), tuple(ys), boxes, not any(place == 0 for place, _ in below))


def _edges(places: Iterable[float], crossing: Sequence[Rule]) -> list[float]:
    """Where lines stand, lines close together as one; and where the lines that cross them end, when that is well beyond."""
    found: list[list[float]] = []
    for place in sorted(places):
        if found and place - found[-1][-1] <= _SAME:
            found[-1].append(place)
        else:
            found.append([place])
    edges = [sum(each) / len(each) for each in found]
    start, end = (
        min(rule.start for rule in crossing),
        max(rule.end for rule in crossing),
    )
    before = [start] if start < edges[0] - _BEYOND else []
    after = [end] if end > edges[-1] + _BEYOND else []
    return [*before, *edges, *after]


def _walls(
    rules: Iterable[Rule], places: Sequence[float], crossing: Sequence[float]
) -> set[tuple[int, int]]:
    """Where a line stands: the number of its place, and of the stretch between two crossing places."""
    covered: dict[tuple[int, int], float] = defaultdict(float)
    for rule in rules:
        place = min(
            range(len(places)), key=lambda number: abs(places[number] - rule.at)
        )
        for number, (start, end) in enumerate(pairwise(crossing)):
            covered[place, number] += max(
                min(rule.end, end) - max(rule.start, start), 0
            ) / (end - start)
    return {where for where, share in covered.items() if share >= _WALL}


def _without_idle(places: list[float], walls: set[tuple[int, int]]) -> list[float]:
    """The places without those inside the table where no line divides two cells."""
    used = {place for place, _ in walls}
    last = len(places) - 1
    return [
        place
        for number, place in enumerate(places)
        if number in (0, last) or number in used
    ]


def _boxes(
    rows: int,
    columns: int,
    below: set[tuple[int, int]],
    beside: set[tuple[int, int]],
    colours: dict[tuple[int, int], str],
) -> Iterator[Box]:
    """Every cell once, merged ones as far as no line divides them and they stay rectangles."""
    taken: set[tuple[int, int]] = set()
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            right = column + 1
            while (
                right < columns
                and (right, row) not in beside
                and (row, right) not in taken
            ):
                right += 1
            bottom = row + 1
            while (
                bottom < rows
                and _open(bottom, column, right, below, beside)
                and (bottom, column) not in taken
            ):
                bottom += 1
            taken.update(
                (y, x) for y in range(row, bottom) for x in range(column, right)
            )
            yield Box(
                row, column, bottom - row, right - column, colours.get((row, column))
            )


def _open(
    row: int,
    left: int,
    right: int,
    below: set[tuple[int, int]],
    beside: set[tuple[int, int]],
) -> bool:
    """No line divides this stretch of a row from the row above it, nor runs through it."""
    return all((row, column) not in below for column in range(left, right)) and all(
        (column, row) not in beside for column in range(left + 1, right)
    )


def _colours(
    xs: Sequence[float], ys: Sequence[float], fills: Iterable[Fill]
) -> dict[tuple[int, int], str]:
    """The colour last painted over the middle of each place of the lattice; white is none."""
    found: dict[tuple[int, int], str] = {}
    across = [(left + right) / 2 for left, right in pairwise(xs)]
    down = [(top + bottom) / 2 for top, bottom in pairwise(ys)]
    for fill in fills:
        for row in range(bisect_right(down, fill.top), bisect_right(down, fill.bottom)):
            for column in range(
                bisect_right(across, fill.left), bisect_right(across, fill.right)
            ):
                found[row, column] = fill.colour
    return {
        where: colour
        for where, colour in found.items()
        if min(bytes.fromhex(colour)) < _WHITE
    }


def _inside(table: Table, other: Table) -> bool:
    """A table stands in one cell of another."""
    if table is other:
        return False
    left, right = (
        bisect_right(other.xs, table.xs[0] + 1),
        bisect_right(other.xs, table.xs[-1] - 1),
    )
    top, bottom = (
        bisect_right(other.ys, table.ys[0] + 1),
        bisect_right(other.ys, table.ys[-1] - 1),
    )
    return (
        left == right
        and top == bottom
        and 0 < left < len(other.xs)
        and 0 < top < len(other.ys)
    )
