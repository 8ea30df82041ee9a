"""Ruling lines become tables: where lines cross are cells, where a line is missing cells are merged."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dinet.limits import current_limits
from dinet.readers.pdf_pages.page_content import Fill, RuledCell, RuledTable, RulingLine

_NEAR_POINTS = 3.0
_SAME_EDGE_POINTS = 4.0
_BEYOND_POINTS = 8.0
_SHORTEST_POINTS = 6.0
_MOST_RULES = 4000
_WALL_SHARE = 0.6
_LEAST_WHITE = 250


class OverLimitError(ValueError):
    """The page has more than a guard allows; the arguments are the guard's name and how many there are."""


def find_ruled_tables(
    across: Iterable[RulingLine],
    down: Iterable[RulingLine],
    fills: Sequence[Fill],
    before: Sequence[RuledTable] = (),
) -> tuple[list[RuledTable], list[RulingLine]]:
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
    rows, columns = _merge_rules(across), _merge_rules(down)
    tables: list[RuledTable] = []
    free: list[RulingLine] = []
    alone: list[RulingLine] = []
    for horizontal, vertical in _connected_groups(rows, columns):
        crossing = horizontal and vertical and len(horizontal) + len(vertical) > 2
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
    return sorted(outer, key=lambda table: (table.ys[0], table.xs[0])), sorted(free)


def _continued_row(
    down: Sequence[RulingLine], before: Sequence[RuledTable]
) -> Iterator[RuledTable]:
    """One row of a table that began on the page before and has no horizontal line on this page."""
    if not before or len(down) < 2:
        return
    xs = before[-1].xs
    known = [rule for rule in down if any(abs(rule.at - x) <= _NEAR_POINTS for x in xs)]
    if (
        all(any(abs(rule.at - x) <= _NEAR_POINTS for rule in known) for x in xs[1:-1])
        and len(known) >= len(xs) - 1
    ):
        ys = min(rule.start for rule in known), max(rule.end for rule in known)
        yield RuledTable(
            xs,
            ys,
            tuple(RuledCell(0, column, 1, 1, None) for column in range(len(xs) - 1)),
            open=True,
        )


def _merge_rules(rules: Iterable[RulingLine]) -> list[RulingLine]:
    """The lines, with pieces on one height that touch made one; the longest when there are more than any table has."""
    found: list[RulingLine] = []
    level: list[RulingLine] = []
    for rule in sorted(rules):
        if level and rule.at - level[0].at > _NEAR_POINTS:
            found += _joined_runs(level)
            level = []
        level.append(rule)
    found += _joined_runs(level)
    long = [rule for rule in found if rule.end - rule.start >= _SHORTEST_POINTS]
    return sorted(sorted(long, key=lambda rule: rule.start - rule.end)[:_MOST_RULES])


def _joined_runs(level: list[RulingLine]) -> Iterator[RulingLine]:
    if not level:
        return
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
    """The lines in groups that cross or touch one another."""
    leader = list(range(len(across) + len(down)))

    def leader_of(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    heights = [rule.at for rule in across]
    for number, line in enumerate(down, start=len(across)):
        first, last = (
            bisect_right(heights, line.start - _NEAR_POINTS),
            bisect_right(heights, line.end + _NEAR_POINTS),
        )
        for other in range(first, last):
            if (
                across[other].start - _NEAR_POINTS
                <= line.at
                <= across[other].end + _NEAR_POINTS
            ):
                leader[leader_of(number)] = leader_of(other)
    groups: dict[int, tuple[list[RulingLine], list[RulingLine]]] = defaultdict(
        lambda: ([], [])
    )
    for number, rule in enumerate((*across, *down)):
        groups[leader_of(number)][number >= len(across)].append(rule)
    yield from groups.values()


def _build_table(
    across: list[RulingLine], down: list[RulingLine], fills: Sequence[Fill]
) -> RuledTable | None:
    xs = _edges_of_rules((rule.at for rule in down), across)
    ys = _edges_of_rules((rule.at for rule in across), down)
    for name, found in (
        ("columns", len(xs) - 1),
        ("cells", (len(xs) - 1) * (len(ys) - 1)),
    ):
        if found > getattr(current_limits(), name):
            raise OverLimitError(name, found)
    below, beside = _find_walls(across, ys, xs), _find_walls(down, xs, ys)
    xs, ys = _without_idle(xs, beside), _without_idle(ys, below)
    if len(xs) < 2 or len(ys) < 2 or len(xs) + len(ys) == 4:
        return None
    below, beside = _find_walls(across, ys, xs), _find_walls(down, xs, ys)
    colours = _colours_by_cell(xs, ys, fills)
    boxes = tuple(_build_cells(len(ys) - 1, len(xs) - 1, below, beside, colours))
    return RuledTable(
        tuple(xs), tuple(ys), boxes, not any(place == 0 for place, _ in below)
    )


def _edges_of_rules(
    places: Iterable[float], crossing: Sequence[RulingLine]
) -> list[float]:
    """Where lines stand, lines close together as one; and where the lines that cross them end, when that is well beyond."""
    found: list[list[float]] = []
    for place in sorted(places):
        if found and place - found[-1][-1] <= _SAME_EDGE_POINTS:
            found[-1].append(place)
        else:
            found.append([place])
    edges = [sum(each) / len(each) for each in found]
    start, end = (
        min(rule.start for rule in crossing),
        max(rule.end for rule in crossing),
    )
    before = [start] if start < edges[0] - _BEYOND_POINTS else []
    after = [end] if end > edges[-1] + _BEYOND_POINTS else []
    return [*before, *edges, *after]


def _find_walls(
    rules: Iterable[RulingLine], places: Sequence[float], crossing: Sequence[float]
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
    return {where for where, share in covered.items() if share >= _WALL_SHARE}


def _without_idle(places: list[float], walls: set[tuple[int, int]]) -> list[float]:
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
            taken.update(
                (y, x) for y in range(row, bottom) for x in range(column, right)
            )
            yield RuledCell(
                row, column, bottom - row, right - column, colours.get((row, column))
            )


def _is_undivided(
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


def _colours_by_cell(
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
        if min(bytes.fromhex(colour)) < _LEAST_WHITE
    }


def _is_inside(table: RuledTable, other: RuledTable) -> bool:
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
