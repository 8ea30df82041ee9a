"""Where the goals of a programme stand as tiles in their themes, in a room of a given size.

What a tile tells depends on how many there are: its sentence, its title, or its code alone. Of the
largest programmes every theme is one tile. No letter is smaller than is asked for.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import log
from typing import NamedTuple

from dinet.language import CountedSentence, Sentence
from dinet.layout.layered.remarks import GRADE_SIGNS
from dinet.layout.text.measure import (
    MOST_LINES,
    SOFT_HYPHEN,
    measure_width,
    shorten_text,
    wrap_text,
)
from dinet.network import Grade
from dinet.writers.page.overview_view import (
    MOST_TILES,
    AimTile,
    TileGroup,
    TileLevel,
)

MOST_COLUMNS = 16
"""So many tiles stand beside each other at most, on the width of a slide."""
LETTER_STEP = 0.5
"""In points: so much smaller are the letters of the next try."""
MOST_SMALLER = 1.0
"""Letters are at most so much smaller for words that are not broken, in points."""
TILE_LEADING = 1.25
"""From one line in a tile to the next, in letter sizes."""
STRIP_WIDTH = 9.0
"""The strip at the left of a tile with the pattern of its grade, in points."""
TILE_PAD = 4.0
"""Between the sides of a tile and its words, in points."""
TILE_SPACE = 5.0
"""Between two tiles, and between two themes, in points."""
GROUP_PAD = 5.0
"""Between the side of a theme and its tiles, in points."""
USUAL_SHAPE = 2.2
"""A tile so many times wider than high reads well: about eight words on three lines."""
MOST_STRETCH = 0.6
"""Rows grow by this share of their height where room is left; higher tiles look empty."""
MOST_CODE_STRETCH = 1.6
"""Rows of codes alone grow by more: they are low, and easier to see when they are not."""
NARROWEST_TEXT = 6.3
"""In letter sizes: in less room Dutch words break at every line."""
MOST_TITLE_LINES = 3
"""Of the title of a theme; what is longer is cut."""
FEW_LINES = 3
"""So many lines or fewer of a goal are no room for what it hangs on: the legend counts that."""


class TileRemark(NamedTuple):
    """What a tile tells under its words, whole and in lines."""

    text: str
    lines: tuple[str, ...]

    @property
    def is_gap(self) -> bool:
        """Whether something is missing."""
        return self.text.startswith("!")


class PlacedTile(NamedTuple):
    """A tile in its place, in points.

    Args:
        code: Of the goal, or of the theme where themes are tiles.
        grade: How efforts cover the goal; None for a theme.
        head: Beside the code: the sign and the name of the grade.
        lines: What the goal says.
        remarks: What it misses, and on what it hangs.
        spoken: All of it, for who cannot see it.
        is_gap: It misses something.
        text: What ``lines`` say, unbroken.
    """

    code: str
    grade: Grade | None
    head: tuple[str, ...]
    lines: tuple[str, ...]
    remarks: tuple[TileRemark, ...]
    spoken: str
    is_gap: bool
    text: str = ""
    x: float = 0.0
    y: float = 0.0
    w: float = 0.0
    h: float = 0.0


class PlacedGroup(NamedTuple):
    """A theme in its place, in points.

    Args:
        heading: The lines of its title; none where all goals stand together.
        tiles: Its goals, in reading order.
    """

    heading: tuple[str, ...]
    tiles: tuple[PlacedTile, ...]
    x: float
    y: float
    w: float
    h: float


class TilePlan(NamedTuple):
    """All tiles in their places.

    Args:
        size: Of the letters, in points.
        level: How much the tiles tell.
        groups: The themes.
        height: In points, as ``width``.
        left_out: How many themes found no room.
    """

    size: float
    level: TileLevel
    groups: tuple[PlacedGroup, ...]
    width: float
    height: float
    left_out: int = 0

    @property
    def tiles(self) -> tuple[PlacedTile, ...]:
        """Every tile."""
        return tuple(chain.from_iterable(group.tiles for group in self.groups))


class TileRoom(NamedTuple):
    """The room for the tiles, in points, and the letters that may stand in it.

    Args:
        largest: The largest letters; ``smallest`` are the smallest.
        narrower: The share of the width that is counted on, where letters may be wider.
    """

    width: float
    height: float
    largest: float
    smallest: float
    narrower: float = 1.0

    def letter_sizes(self) -> Iterator[float]:
        """The sizes to try, the largest first."""
        size = self.largest
        while size >= self.smallest:
            yield size
            size -= LETTER_STEP


class TileText(NamedTuple):
    """How much tiles tell, and in at most how many lines."""

    level: TileLevel
    most_lines: int = MOST_LINES

    @property
    def is_short(self) -> bool:
        """Whether only what is missing is told besides."""
        return self.most_lines <= FEW_LINES


TILE_TEXTS = (
    TileText(TileLevel.SENTENCES),
    TileText(TileLevel.TITLES),
    TileText(TileLevel.TITLES, 3),
    TileText(TileLevel.TITLES, 2),
    TileText(TileLevel.CODES),
)
"""What is tried, the most first."""


class TileColumns(NamedTuple):
    """One way to set the tiles: what they tell, in which letters, in how many columns."""

    text: TileText
    size: float
    across: int

    @property
    def level(self) -> TileLevel:
        """How much the tiles tell."""
        return self.text.level


def plan_tiles(
    groups: Sequence[TileGroup], room: TileRoom, lang: str, text_lang: str
) -> TilePlan:
    """The tiles in a room: as much as fits, in letters as large as fits.

    Args:
        groups: The themes with their goals.
        room: What they stand in.
        lang: The language of the remarks.
        text_lang: That of the goals.

    Returns:
        A plan that is no higher than the room. Where not even every theme has room, it says how
        many are left out. Without goals it has no tiles.
    """
    shown = [group for group in groups if group.tiles or group.theme]
    count = sum(len(group.tiles) for group in shown)
    for text in TILE_TEXTS:
        sizes = room.letter_sizes() if count <= MOST_TILES[text.level] else ()
        found = (
            _best_plan(shown, room, text, size, (lang, text_lang))
            for size in sizes
        )
        plans = filter(None, found)
        largest = next(plans, None)
        if largest:
            return _with_whole_counts(largest, plans)
    return _plan_themes(shown, room, lang, text_lang)


def _with_whole_counts(
    largest: TilePlan, smaller: Iterator[TilePlan]
) -> TilePlan:
    """The plan with the largest letters, or a little smaller ones that break fewer counts.

    Hoogeveen would have five narrow tiles beside each other, with "13 inspan-ningen" in them,
    where letters half a point smaller leave room for three.

    Args:
        largest: The plan with the largest letters that fit.
        smaller: Plans with smaller letters, the largest of these first; no more than needed are
            made.
    """
    best, fewest = largest, _count_broken(largest)
    while fewest:
        plan = next(smaller, None)
        if plan is None or plan.size < largest.size - MOST_SMALLER:
            break
        if _count_broken(plan) < fewest:
            best, fewest = plan, _count_broken(plan)
    return best


def _count_broken(plan: TilePlan) -> int:
    """How many words of remarks are broken."""
    return sum(
        line.endswith("-")
        for tile in plan.tiles
        for remark in tile.remarks
        for line in remark.lines
    )


def _best_plan(
    groups: Sequence[TileGroup],
    room: TileRoom,
    text: TileText,
    size: float,
    langs: tuple[str, str],
) -> TilePlan | None:
    """The plan whose tiles have the best shape; None when no number of columns fits."""
    plans = []
    for count in range(1, MOST_COLUMNS + 1):
        columns = TileColumns(text, size, count)
        setter = _TileSetter(room, columns, *langs)
        plan = setter.set_groups(groups) if setter.is_wide_enough else None
        if plan and plan.height <= room.height:
            plans.append((_shape_fault(plan), count, setter, plan))
    if not plans:
        return None
    _, _, setter, plan = min(plans, key=lambda found: found[:2])
    return setter.set_groups(groups, stretch=room.height - plan.height)


def _shape_fault(plan: TilePlan) -> float:
    """How far tiles are from the shape that reads best; 0 for the best.

    One tall and narrow tile is worse than many that are a little so.
    """
    faults = [log(tile.w / tile.h / USUAL_SHAPE) ** 2 for tile in plan.tiles]
    return sum(faults) / len(faults) if faults else 0.0


def _plan_themes(
    groups: Sequence[TileGroup], room: TileRoom, lang: str, text_lang: str
) -> TilePlan:
    """Every theme as one tile; the last are left out where not all of them have room."""
    for size in room.letter_sizes():
        plan = _best_theme_plan(groups, room, size, lang, text_lang)
        if plan:
            return plan
    shown = len(groups)
    while shown > 1:
        shown -= max(1, shown // 10)
        plan = _best_theme_plan(
            groups[:shown], room, room.smallest, lang, text_lang
        )
        if plan:
            return plan._replace(left_out=len(groups) - shown)
    empty = TilePlan(room.smallest, TileLevel.THEMES, (), room.width, 0.0)
    return empty._replace(left_out=len(groups))


def _best_theme_plan(
    groups: Sequence[TileGroup],
    room: TileRoom,
    size: float,
    lang: str,
    text_lang: str,
) -> TilePlan | None:
    """The plan of themes whose tiles have the best shape; None when none fits."""
    plans = []
    for count in range(2, MOST_COLUMNS + 1):
        text = TileText(TileLevel.THEMES)
        columns = TileColumns(text, size, count)
        setter = _TileSetter(room, columns, lang, text_lang)
        if setter.is_wide_enough:
            plan = setter.set_themes(groups)
            if plan.height <= room.height:
                plans.append(plan)
    return min(plans, key=_shape_fault, default=None)


class _TileSetter:
    """Sets tiles in a number of columns."""

    def __init__(
        self, room: TileRoom, columns: TileColumns, lang: str, text_lang: str
    ) -> None:
        self.width, self.columns = room.width, columns
        self.narrower = room.narrower
        self.size = columns.size
        self.lang, self.text_lang = lang, text_lang

    @property
    def is_wide_enough(self) -> bool:
        """Whether words have room in a column."""
        least = (
            4.0 if self.columns.level is TileLevel.CODES else NARROWEST_TEXT
        )
        room = self._text_room(self._tile_width(self.columns.across))
        return room >= least

    def _tile_width(self, across: int) -> float:
        """The width of a tile of which so many stand beside each other in one theme."""
        room = self.width - 2 * GROUP_PAD - (across - 1) * TILE_SPACE
        return room / across

    def _text_room(self, tile_width: float) -> float:
        """The room for words in a tile, in letter sizes."""
        room = tile_width - STRIP_WIDTH - 2 * TILE_PAD
        return self.narrower * room / self.size

    def set_groups(
        self, groups: Sequence[TileGroup], stretch: float = 0.0
    ) -> TilePlan:
        """The themes, and how high they are together.

        Args:
            groups: The themes.
            stretch: So much higher may they be, if their tiles stay in shape.
        """
        shelves = list(self._fill_shelves(groups))
        placed: list[PlacedGroup] = []
        top = 0.0
        rows = sum(max(map(self._count_rows, shelf)) for shelf in shelves)
        extra = stretch / rows if rows else 0.0
        for shelf in shelves:
            on_shelf = list(self._place_shelf(shelf, top, extra))
            placed += on_shelf
            top += max(group.h for group in on_shelf) + TILE_SPACE
        height = max(0.0, top - TILE_SPACE)
        return TilePlan(
            self.size, self.columns.level, tuple(placed), self.width, height
        )

    def _span_of(self, group: TileGroup) -> int:
        return max(1, min(len(group.tiles), self.columns.across))

    def _count_rows(self, group: TileGroup) -> int:
        return max(1, -(-len(group.tiles) // self._span_of(group)))

    def _fill_shelves(
        self, groups: Iterable[TileGroup]
    ) -> Iterator[list[TileGroup]]:
        """The themes beside each other, as many as the columns have room for."""
        shelf: list[TileGroup] = []
        used = 0
        for group in groups:
            span = self._span_of(group)
            if shelf and used + span > self.columns.across:
                yield shelf
                shelf, used = [], 0
            shelf.append(group)
            used += span
        if shelf:
            yield shelf

    def _place_shelf(
        self, shelf: Sequence[TileGroup], top: float, extra: float
    ) -> Iterator[PlacedGroup]:
        """Themes beside each other over the whole width, all as high as the highest."""
        spans = list(map(self._span_of, shelf))
        gaps = TILE_SPACE * (sum(spans) - 1) + 2 * GROUP_PAD * len(shelf)
        tile_width = (self.width - gaps) / sum(spans)
        made: list[tuple[tuple[str, ...], list[list[PlacedTile]], float]] = []
        for group, span in zip(shelf, spans, strict=True):
            width = span * tile_width + (span - 1) * TILE_SPACE
            heading = self._heading_of(group, width)
            rows = list(self._tile_rows(group, span, tile_width))
            made.append((heading, rows, width + 2 * GROUP_PAD))
        heights = [
            self._height_of(heading, rows, extra) for heading, rows, _ in made
        ]
        left, height = 0.0, max(heights)
        for (heading, rows, width), own in zip(made, heights, strict=True):
            grown = (height - own) / max(1, len(rows))
            place = left, top, width, height
            yield self._place_group(heading, rows, place, (extra, grown))
            left += width + TILE_SPACE

    def _heading_of(self, group: TileGroup, width: float) -> tuple[str, ...]:
        words = group.heading
        if group.theme:
            words = f"{group.theme.id} {group.theme.title or group.theme.text}"
        if not words:
            return ()
        room = max(3.0, self.narrower * width / self.size)
        return wrap_text(words, room, "bold", self.text_lang, MOST_TITLE_LINES)

    def _tile_rows(
        self, group: TileGroup, span: int, width: float
    ) -> Iterator[list[PlacedTile]]:
        yield from _split_rows(
            [self._set_tile(tile, width) for tile in group.tiles], span
        )

    def _height_of(
        self,
        heading: Sequence[str],
        rows: Sequence[Sequence[PlacedTile]],
        extra: float,
    ) -> float:
        """How high a theme is with its heading, when every row gets so much more."""
        heights = [self._row_height(row, extra) for row in rows]
        below = sum(heights) + TILE_SPACE * max(0, len(rows) - 1)
        return self._heading_height(heading) + below + 2 * GROUP_PAD

    def _heading_height(self, heading: Sequence[str]) -> float:
        if not heading:
            return 0.0
        return len(heading) * TILE_LEADING * self.size + TILE_PAD

    def _row_height(self, row: Sequence[PlacedTile], extra: float) -> float:
        height = max(tile.h for tile in row)
        is_code = self.columns.level is TileLevel.CODES
        most = MOST_CODE_STRETCH if is_code else MOST_STRETCH
        return height + min(extra, most * height)

    def _place_group(
        self,
        heading: tuple[str, ...],
        rows: Sequence[Sequence[PlacedTile]],
        place: tuple[float, float, float, float],
        growth: tuple[float, float],
    ) -> PlacedGroup:
        """A theme with its tiles; each row grows by what all get and by its share of the rest."""
        x, y, w, h = place
        extra, grown = growth
        top = y + GROUP_PAD + self._heading_height(heading)
        tiles: list[PlacedTile] = []
        for row in rows:
            height = self._row_height(row, extra) + grown
            for number, tile in enumerate(row):
                left = x + GROUP_PAD + number * (tile.w + TILE_SPACE)
                tiles.append(tile._replace(x=left, y=top, h=height))
            top += height + TILE_SPACE
        return PlacedGroup(heading, tuple(tiles), x, y, w, h)

    def _set_tile(self, tile: AimTile, width: float) -> PlacedTile:
        """A tile in its words, as high as these are."""
        room = self._text_room(width)
        code = shorten_text(tile.element.id, room, "bold")
        words = f"{GRADE_SIGNS[tile.grade]} {tile.grade_words}"
        text = ""
        lines: tuple[str, ...] = ()
        remarks: tuple[TileRemark, ...] = ()
        if self.columns.level is TileLevel.CODES:
            words = tile.sign
        else:
            text = self._text_of(tile)
            most = self.columns.text.most_lines
            lines = wrap_text(text, room, lang=self.text_lang, most=most)
            remarks = self._wrapped_remarks(self._remarks_of(tile), room)
        return self._close_tile(
            PlacedTile(
                code,
                tile.grade,
                self._head_lines(code, words, room),
                lines,
                remarks,
                self._spoken_words(tile),
                tile.is_gap,
                text,
                w=width,
            )
        )

    def _text_of(self, tile: AimTile) -> str:
        """What a goal says: all that there is room for."""
        is_whole = self.columns.level is TileLevel.SENTENCES
        text = tile.sentence if is_whole else tile.title
        return text.replace(SOFT_HYPHEN, "")

    def _wrapped_remarks(
        self, remarks: Iterable[str], room: float
    ) -> tuple[TileRemark, ...]:
        return tuple(
            TileRemark(words, wrap_text(words, room, "bold", self.lang))
            for words in remarks
        )

    def _head_lines(
        self, code: str, words: str, room: float
    ) -> tuple[str, ...]:
        """The grade beside the code where it has room there, else under it."""
        left = room - measure_width(f"{code} ", "bold")
        if measure_width(words, "bold") <= left:
            return (words,)
        return ("", *wrap_text(words, room, "bold", self.lang))

    def _remarks_of(self, tile: AimTile) -> Iterator[str]:
        if tile.is_unmeasured:
            yield Sentence("! no target").in_language(self.lang)
        if tile.lone_effort and not self.columns.text.is_short:
            yield Sentence(
                "on one effort: {code}", code=tile.lone_effort.id
            ).in_language(self.lang)
        if self.columns.level is TileLevel.SENTENCES:
            yield from tile.facts

    def _spoken_words(self, tile: AimTile) -> str:
        """A tile for who cannot see it."""
        told = [f"{tile.element.id}: {tile.element.text}", tile.grade_words]
        told += self._remarks_of(tile)
        return " ".join(f"{words.rstrip(' .')}." for words in told)

    def _close_tile(self, tile: PlacedTile) -> PlacedTile:
        """A tile with the height of its words."""
        lines = max(1, len(tile.head)) + len(tile.lines)
        lines += sum(len(remark.lines) for remark in tile.remarks)
        height = lines * TILE_LEADING * self.size + 2 * TILE_PAD
        return tile._replace(h=height)

    # themes as tiles

    def set_themes(self, groups: Sequence[TileGroup]) -> TilePlan:
        """Every theme as one tile."""
        width = self._tile_width(self.columns.across)
        tiles = [self._theme_tile(group, width) for group in groups]
        rows = list(_split_rows(tiles, self.columns.across))
        height = self._height_of((), rows, 0.0)
        place = 0.0, 0.0, self.width, height
        group = self._place_group((), rows, place, (0.0, 0.0))
        return TilePlan(
            self.size, TileLevel.THEMES, (group,), self.width, height
        )

    def _theme_tile(self, group: TileGroup, width: float) -> PlacedTile:
        room = self._text_room(width)
        code = group.theme.id if group.theme else ""
        title = group.heading
        if group.theme:
            title = group.theme.title or group.theme.text
        remarks = (group.counts, *group.gaps)
        return self._close_tile(
            PlacedTile(
                shorten_text(code, room, "bold"),
                None,
                (),
                wrap_text(
                    title, room, "bold", self.text_lang, MOST_TITLE_LINES
                ),
                self._wrapped_remarks(remarks, room),
                f"{code} {title}: {', '.join(remarks)}.".strip(),
                bool(group.gaps),
                title,
                w=width,
            )
        )


def _split_rows(
    tiles: Sequence[PlacedTile], across: int
) -> Iterator[list[PlacedTile]]:
    """Tiles in rows of so many."""
    for at in range(0, len(tiles), across):
        yield list(tiles[at : at + across])


def left_out_words(plan: TilePlan, lang: str) -> str:
    """That some themes found no room; empty when all did."""
    if not plan.left_out:
        return ""
    return CountedSentence(
        "and {count} other theme: see the report",
        "and {count} other themes: see the report",
        plan.left_out,
    ).in_language(lang)
