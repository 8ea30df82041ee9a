"""The tiles of the goals as one SVG, with a legend under them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dinet.language import Sentence
from dinet.layout.render.drawing import (
    DrawnPage,
    GraphicPrimitive,
    NamedGroup,
    PlacedText,
    Rectangle,
    drawing_to_svg,
)
from dinet.layout.style.palette import PictureStyle
from dinet.layout.text.measure import measure_width
from dinet.network import Grade
from dinet.writers.booklet.standalone_page import without_fonts
from dinet.writers.one_page.tile_plan import (
    GROUP_PAD,
    STRIP_WIDTH,
    TILE_LEADING,
    TILE_PAD,
    PlacedGroup,
    PlacedTile,
    TilePlan,
    left_out_words,
)
from dinet.writers.page.overview_view import LegendLine

FIRST_BASE = 0.95
"""From the top of a line to its base, in letter sizes."""
SOLID, BLANK = "solid", "blank"
"""Fills that are no pattern: the colour of goals, and that of the page."""
GRADE_FILLS: Mapping[Grade, str] = {
    Grade.DIRECT: SOLID,
    Grade.OWN_TARGET: "other-2",
    Grade.THROUGH_GOAL: "ongoing",
    Grade.GOAL_BELOW: "ongoing",
    Grade.SHARED_TARGET: "closing",
    Grade.NONE: "other-3",
    Grade.UNKNOWN: BLANK,
}
"""The pattern of each grade: full for what goals have of their own, less and less for the rest."""
GAP_PEN, USUAL_PEN = 1.8, 0.8
"""The border of a goal that misses something, and of others, in points."""
SAMPLE_WIDTH = 14.0
"""Of a pattern in the legend, in points."""
LEGEND_GAP = 1.6
"""Between two entries of the legend, in letter sizes."""
LEGEND_LEADING = 1.6
"""From one row of the legend to the next, in letter sizes."""


class TilePicture(NamedTuple):
    """A drawing with its size in points, and its words for who cannot see it."""

    svg: str
    width: float
    height: float
    alt: str


class TileLegendEntry(NamedTuple):
    """An entry of the legend in its place; the fill is empty where no pattern stands for it."""

    words: str
    fill: str
    x: float
    y: float


def draw_tiles(
    plan: TilePlan,
    legend: Sequence[LegendLine],
    style: PictureStyle,
    words: tuple[str, str],
) -> TilePicture:
    """The picture of a plan.

    Args:
        plan: Where the tiles stand.
        legend: What stands under them.
        style: The colours.
        words: The title of the picture, and the language of its words.
    """
    title, lang = words
    entries = place_legend(legend, plan, lang)
    height = plan.height + legend_height(entries, plan.size)
    parts = [_draw_group(group, plan, style) for group in plan.groups]
    parts += [_draw_tile(tile, plan.size, style) for tile in plan.tiles]
    parts.append(_draw_legend(entries, plan.size, style))
    alt = " ".join([f"{title}.", *(tile.spoken for tile in plan.tiles)])
    page = DrawnPage(
        plan.width,
        height,
        title,
        _describe_legend(legend),
        lang,
        tuple(parts),
        style=style._replace(page="#FFFFFF"),
    )
    svg = without_fonts(drawing_to_svg([page]))
    return TilePicture(svg, plan.width, height, alt)


def _describe_legend(legend: Sequence[LegendLine]) -> str:
    return ", ".join(f"{line.words}: {line.many}" for line in legend)


def place_legend(
    legend: Sequence[LegendLine], plan: TilePlan, lang: str
) -> list[TileLegendEntry]:
    """The entries of the legend beside each other, in as many rows as they take."""
    told = [(_legend_words(line), _legend_fill(line)) for line in legend]
    rest = left_out_words(plan, lang)
    if rest:
        told.append((rest, ""))
    entries: list[TileLegendEntry] = []
    left, row = 0.0, 0
    for words, fill in told:
        sample = SAMPLE_WIDTH + TILE_PAD if fill else 0.0
        width = sample + measure_width(words) * plan.size
        if entries and left + width > plan.width:
            left, row = 0.0, row + 1
        below = plan.height + (row + 0.5) * LEGEND_LEADING * plan.size
        entries.append(TileLegendEntry(words, fill, left, below))
        left += width + LEGEND_GAP * plan.size
    return entries


def _legend_words(line: LegendLine) -> str:
    return f"{line.sign} {line.words}: {line.many}".strip()


def _legend_fill(line: LegendLine) -> str:
    """The pattern of a grade; empty for what else is told of a goal."""
    try:
        return GRADE_FILLS[Grade(line.name)]
    except ValueError:
        return ""


def legend_height(entries: Sequence[TileLegendEntry], size: float) -> float:
    """How high the legend is, in points; 0 without entries."""
    rows = len({entry.y for entry in entries})
    return rows * LEGEND_LEADING * size + 0.4 * size if rows else 0.0


def _draw_legend(
    entries: Sequence[TileLegendEntry], size: float, style: PictureStyle
) -> NamedGroup:
    shapes: list[GraphicPrimitive] = []
    for entry in entries:
        x, base = entry.x, entry.y + 0.6 * size
        if entry.fill:
            top = base - 0.8 * size
            shapes += _draw_strip(
                (x, top, SAMPLE_WIDTH, size), entry.fill, style
            )
            x += SAMPLE_WIDTH + TILE_PAD
        shapes.append(
            PlacedText(x, base, entry.words, size, colour=style.words)
        )
    return NamedGroup("", tuple(shapes))


def _draw_strip(
    area: tuple[float, float, float, float], fill: str, style: PictureStyle
) -> Iterator[GraphicPrimitive]:
    """A piece of pattern."""
    goal = style.inks["goal"]
    colour = {SOLID: goal.bar, BLANK: style.page}.get(fill, fill)
    yield Rectangle(*area, colour, goal.border, USUAL_PEN)


def _draw_group(
    group: PlacedGroup, plan: TilePlan, style: PictureStyle
) -> NamedGroup:
    """The ground of a theme and its title."""
    half = USUAL_PEN / 2
    area = (
        group.x + half,
        group.y + half,
        group.w - USUAL_PEN,
        group.h - USUAL_PEN,
    )
    ground = Rectangle(*area, style.band, style.band_border, USUAL_PEN)
    base = group.y + GROUP_PAD + FIRST_BASE * plan.size
    first = PlacedText(
        group.x + GROUP_PAD, base, "", plan.size, "bold", style.words
    )
    title = first.stack_lines(group.heading)
    return NamedGroup(" ".join(group.heading), (ground, *title))


def _draw_tile(
    tile: PlacedTile, size: float, style: PictureStyle
) -> NamedGroup:
    """A tile: its pattern, its code with the grade, its words and what it misses."""
    ink = style.inks["goal" if tile.grade else "theme"]
    ground = style.page if tile.is_gap else style.inks["goal"].ground
    border = style.gap if tile.is_gap else ink.border
    pen = GAP_PEN if tile.is_gap else USUAL_PEN
    shapes: list[GraphicPrimitive] = [
        Rectangle(tile.x, tile.y, tile.w, tile.h, ground, border, pen)
    ]
    if tile.grade:
        strip = tile.x, tile.y, STRIP_WIDTH, tile.h
        shapes += _draw_strip(strip, GRADE_FILLS[tile.grade], style)
    shapes += _draw_words(tile, size, style)
    return NamedGroup(tile.spoken, tuple(shapes))


def _draw_words(
    tile: PlacedTile, size: float, style: PictureStyle
) -> Iterator[PlacedText]:
    """The lines of a tile, each in its place."""
    x = tile.x + STRIP_WIDTH + TILE_PAD
    base = tile.y + TILE_PAD + FIRST_BASE * size
    colour = style.inks["goal"].text
    yield PlacedText(x, base, tile.code, size, "bold", colour)
    beside, *under = tile.head or ("",)
    grade_colour = style.remark_colour(" ".join(tile.head).strip())
    if beside:
        right = x + measure_width(f"{tile.code} ", "bold") * size
        yield PlacedText(right, base, beside, size, "bold", grade_colour)
    base += TILE_LEADING * size
    head = PlacedText(x, base, "", size, "bold", grade_colour)
    yield from _stack_lines(head, under)
    text = head._replace(
        y=base + len(under) * TILE_LEADING * size,
        face="regular" if tile.grade else "bold",
        colour=colour,
    )
    yield from _stack_lines(text, tile.lines)
    below = text.y + len(tile.lines) * TILE_LEADING * size
    for remark in tile.remarks:
        first = head._replace(
            y=below,
            face="bold" if remark.is_gap else "italic",
            colour=style.gap if remark.is_gap else style.words,
        )
        yield from _stack_lines(first, remark.lines)
        below += len(remark.lines) * TILE_LEADING * size


def _stack_lines(
    first: PlacedText, lines: Sequence[str]
) -> Iterator[PlacedText]:
    return first.stack_lines(lines)


def picture_title(lang: str, *, of_goals: bool) -> str:
    """What the picture is called."""
    if of_goals:
        return Sentence("The goals and how efforts cover them").in_language(
            lang
        )
    return Sentence("The targets and how efforts cover them").in_language(lang)
