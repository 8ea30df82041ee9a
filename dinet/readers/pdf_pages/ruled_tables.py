"""Ruling lines become tables.

Where lines cross are cells; where a line is missing cells are merged.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product

from dinet.limits import current_limits
from dinet.readers.pdf_pages.page_content import (
    Fill,
    RuledCell,
    RuledTable,
    RulingLine,
)

# Lines on one height that lie so close are one line, and lines whose ends come so close touch: they
# are drawn in pieces, and double.
_NEAR_POINTS = 3.0
# Edges of columns or rows that lie so close are one edge.
_SAME_EDGE_POINTS = 4.0
# Lines that run so far beyond the last line across them have cells there: the table has no outer
# line on that side.
_BEYOND_POINTS = 8.0
# Shorter lines are parts of a drawing, or the ends of others.
_SHORTEST_POINTS = 6.0
# How many lines of each direction are looked at, the longest ones: more than the largest table has.
_MOST_RULES = 4000
# A line divides two cells when it runs along this share of the side between them; the corner of a
# neighbour's line is less.
_WALL_SHARE = 0.6
# A colour whose red, green and blue (0 to 255) are all at least this is white.
_LEAST_WHITE = 250
# How far a table in a cell of another stands from the edges of that cell at least.
_INSIDE_POINTS = 1


class OverLimitError(ValueError):
    """The page has more than a guard allows.

    The arguments are the name of the guard and how many there are.
    """


def find_ruled_tables(
    across: Iterable[RulingLine],
    down: Iterable[RulingLine],
    fills: Sequence[Fill],
    before: Sequence[RuledTable] = (),
) -> tuple[list[RuledTable], list[RulingLine]]:
    """The tables that lines enclose, and the horizontal lines that belong to none of them.

    Both are given from top to bottom. A frame around one cell is no table. A table inside a
    cell of another is part of that cell's text.

    Args:
        across: Horizontal lines.
        down: Vertical lines.
        fills: Coloured rectangles, in the order of painting.
        before: The tables of the page before; one of its cells may fill this whole page,
            without any horizontal line.
    """
    rows, columns = _merge_rules(across), _merge_rules(down)
    tables: list[RuledTable] = []
    free: list[RulingLine] = []
    alone: list[RulingLine] = []
    for horizontal, vertical in _connected_groups(rows, columns):
        crossing = (
            horizontal and vertical and len(horizontal) + len(vertical) > 2
        )
        table = _build_table(horizontal, vertical, fills) if crossing else None
        if table:
            tables.append(table)
        else:
            free += horizontal
            alone += vertical
    tables += _continued_row(alone, before)
    outer = [
        table
        for table in tables
        if not any(_is_inside(table, other) for other in tables)
    ]
    return sorted(outer, key=lambda table: (table.ys[0], table.xs[0])), sorted(
        free
    )


def _continued_row(
    down: Sequence[RulingLine], before: Sequence[RuledTable]
) -> Iterator[RuledTable]:
    """One row of a table that began on the page before and has no horizontal line on this page."""
    if not before or len(down) < 2:
        return
    xs = before[-1].xs
    known = [rule for rule in down if _is_at_any(rule.at, xs)]
    columns_divided = _are_all_drawn(xs[1:-1], known)
    if not columns_divided or len(known) < len(xs) - 1:
        return
    ys = min(rule.start for rule in known), max(rule.end for rule in known)
    cells = tuple(
        RuledCell(0, column, 1, 1, None) for column in range(len(xs) - 1)
    )
    yield RuledTable(xs, ys, cells, open=True)


def _is_at_any(place: float, edges: Sequence[float]) -> bool:
    """A place is that of one of these edges."""
    return any(abs(place - edge) <= _NEAR_POINTS for edge in edges)


def _are_all_drawn(
    edges: Sequence[float], rules: Sequence[RulingLine]
) -> bool:
    """On every one of these edges a line is drawn."""
    places = [rule.at for rule in rules]
    return all(_is_at_any(edge, places) for edge in edges)


def _merge_rules(rules: Iterable[RulingLine]) -> list[RulingLine]:
    """The lines in their order, with pieces on one height that touch made one.

    When there are more than any table has, only the longest are given.
    """
    whole: list[RulingLine] = []
    level: list[RulingLine] = []
    for rule in sorted(rules):
        if level and rule.at - level[0].at > _NEAR_POINTS:
            whole += _joined_runs(level)
            level = []
        level.append(rule)
    whole += _joined_runs(level)
    long = [
        rule for rule in whole if rule.end - rule.start >= _SHORTEST_POINTS
    ]
    return sorted(
        sorted(long, key=lambda rule: rule.start - rule.end)[:_MOST_RULES]
    )


def _joined_runs(level: list[RulingLine]) -> Iterator[RulingLine]:
    """The lines on one height, those that touch as one at the mean of their heights."""
    start, end, heights = 0.0, None, []
    for rule in sorted(level, key=lambda rule: rule.start):
        if end is not None and rule.start <= end + _NEAR_POINTS:
            end = max(end, rule.end)
            heights.append(rule.at)
            continue
        if end is not None:
            yield RulingLine(sum(heights) / len(heights), start, end)
        start, end, heights = rule.start, rule.end, [rule.at]
    if end is not None:
        yield RulingLine(sum(heights) / len(heights), start, end)


def _connected_groups(
    across: Sequence[RulingLine], down: Sequence[RulingLine]
) -> Iterator[tuple[list[RulingLine], list[RulingLine]]]:
    """The lines in groups that cross or touch one another, horizontal and vertical ones apart."""
    leaders = list(range(len(across) + len(down)))
    heights = [rule.at for rule in across]
    for number, line in enumerate(down, start=len(across)):
        first = bisect_right(heights, line.start - _NEAR_POINTS)
        last = bisect_right(heights, line.end + _NEAR_POINTS)
        for other in range(first, last):
            _, start, end = across[other]
            if start - _NEAR_POINTS <= line.at <= end + _NEAR_POINTS:
                leaders[_find_leader(leaders, number)] = _find_leader(
                    leaders, other
                )
    groups: dict[int, tuple[list[RulingLine], list[RulingLine]]] = defaultdict(
        lambda: ([], [])
    )
    for number, rule in enumerate((*across, *down)):
        groups[_find_leader(leaders, number)][number >= len(across)].append(
            rule
        )
    yield from groups.values()


def _find_leader(leaders: list[int], number: int) -> int:
    """The number of the line that leads the group of a line.

    Every line points to another of its group, and in the end to the one that leads it, which
    points to itself; the way there is made shorter for the next time.
    """
    while leaders[number] != number:
        leaders[number] = leaders[leaders[number]]
        number = leaders[number]
    return number


def _build_table(
    across: list[RulingLine], down: list[RulingLine], fills: Sequence[Fill]
) -> RuledTable | None:
    """The table of lines that cross or touch one another; None for a frame around one cell.

    Raises:
        OverLimitError: It has more columns or cells than the guards allow.
    """
    xs = _edges_of_rules((rule.at for rule in down), across)
    ys = _edges_of_rules((rule.at for rule in across), down)
    _guard_size(len(xs) - 1, len(ys) - 1)
    below, beside = _find_walls(across, ys, xs), _find_walls(down, xs, ys)
    xs, ys = _without_idle(xs, beside), _without_idle(ys, below)
    if len(xs) < 2 or len(ys) < 2 or len(xs) + len(ys) == 4:
        return None
    below, beside = _find_walls(across, ys, xs), _find_walls(down, xs, ys)
    colours = _colours_by_cell(xs, ys, fills)
    boxes = tuple(
        _build_cells(len(ys) - 1, len(xs) - 1, below, beside, colours)
    )
    is_open = not any(row == 0 for row, _ in below)
    return RuledTable(tuple(xs), tuple(ys), boxes, is_open)


def _guard_size(columns: int, rows: int) -> None:
    """Refuse a table with more columns or cells than the guards allow."""
    limits = current_limits()
    if columns > limits.columns:
        raise OverLimitError("columns", columns)
    if columns * rows > limits.cells:
        raise OverLimitError("cells", columns * rows)


def _edges_of_rules(
    places: Iterable[float], crossing: Sequence[RulingLine]
) -> list[float]:
    """The edges that lines make, in their order.

    Lines close together make one edge. Where the lines that cross them end well beyond the first
    or last of them, there is an edge too.
    """
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][-1] <= _SAME_EDGE_POINTS:
            groups[-1].append(place)
        else:
            groups.append([place])
    edges = [sum(group) / len(group) for group in groups]
    start = min(rule.start for rule in crossing)
    end = max(rule.end for rule in crossing)
    before = [start] if start < edges[0] - _BEYOND_POINTS else []
    after = [end] if end > edges[-1] + _BEYOND_POINTS else []
    return [*before, *edges, *after]


def _find_walls(
    rules: Iterable[RulingLine],
    places: Sequence[float],
    crossing: Sequence[float],
) -> set[tuple[int, int]]:
    """Where lines divide cells.

    Each wall is the number of the place on which the line stands, and that of the stretch between
    two crossing places along which it runs.
    """
    covered: dict[tuple[int, int], float] = defaultdict(float)
    for rule in rules:
        place = min(
            range(len(places)),
            key=lambda number: abs(places[number] - rule.at),
        )
        for number, (start, end) in enumerate(pairwise(crossing)):
            shared = max(min(rule.end, end) - max(rule.start, start), 0)
            covered[place, number] += shared / (end - start)
    return {wall for wall, share in covered.items() if share >= _WALL_SHARE}


def _without_idle(
    places: list[float], walls: set[tuple[int, int]]
) -> list[float]:
    """The places without those inside the table where no line divides two cells."""
    used = {place for place, _ in walls}
    last = len(places) - 1
    return [
        place
        for number, place in enumerate(places)
        if number in (0, last) or number in used
    ]


def _build_cells(
    rows: int,
    columns: int,
    below: set[tuple[int, int]],
    beside: set[tuple[int, int]],
    colours: dict[tuple[int, int], str],
) -> Iterator[RuledCell]:
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
                and _is_undivided(bottom, column, right, below, beside)
                and (bottom, column) not in taken
            ):
                bottom += 1
            taken.update(product(range(row, bottom), range(column, right)))
            yield RuledCell(
                row,
                column,
                bottom - row,
                right - column,
                colours.get((row, column)),
            )


def _is_undivided(
    row: int,
    left: int,
    right: int,
    below: set[tuple[int, int]],
    beside: set[tuple[int, int]],
) -> bool:
    """No line divides this stretch of a row from the row above it, nor runs through it."""
    if any((row, column) in below for column in range(left, right)):
        return False
    return not any(
        (column, row) in beside for column in range(left + 1, right)
    )


def _colours_by_cell(
    xs: Sequence[float], ys: Sequence[float], fills: Iterable[Fill]
) -> dict[tuple[int, int], str]:
    """The colour last painted over the middle of each place of the lattice; white is none."""
    colours: dict[tuple[int, int], str] = {}
    across = [(left + right) / 2 for left, right in pairwise(xs)]
    down = [(top + bottom) / 2 for top, bottom in pairwise(ys)]
    for fill in fills:
        rows = range(
            bisect_right(down, fill.top), bisect_right(down, fill.bottom)
        )
        columns = range(
            bisect_right(across, fill.left), bisect_right(across, fill.right)
        )
        for place in product(rows, columns):
            colours[place] = fill.colour
    return {
        place: colour
        for place, colour in colours.items()
        if min(bytes.fromhex(colour)) < _LEAST_WHITE
    }


def _is_inside(table: RuledTable, other: RuledTable) -> bool:
    """A table stands in one cell of another."""
    if table is other:
        return False
    column = _stretch_between(table.xs, other.xs)
    row = _stretch_between(table.ys, other.ys)
    return column is not None and row is not None


def _stretch_between(
    edges: Sequence[float], outer: Sequence[float]
) -> int | None:
    """The number of the one row or column of a table between whose edges all these edges lie.

    None when they lie in several, or outside the table.
    """
    first = bisect_right(outer, edges[0] + _INSIDE_POINTS)
    last = bisect_right(outer, edges[-1] - _INSIDE_POINTS)
    if first != last or not 0 < first < len(outer):
        return None
    return first - 1
