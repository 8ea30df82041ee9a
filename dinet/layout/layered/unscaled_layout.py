"""An arrangement in columns of a certain width, at natural size: how high everything is, and where it stands."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from dinet.layout.layered.column_heights import PART_GAP, ColumnHeights
from dinet.layout.layered.coordinates import TRACK_GAP
from dinet.layout.layered.link_routes import LinkRouter
from dinet.layout.layered.unlinked_efforts import Tile, tile_unlinked
from dinet.layout.plan import ClusterBand, ElementBox, Route
from dinet.layout.style.paper import NATURAL_LETTERS

USUAL_WIDTHS = {
    "programme": 120.0,
    "theme": 112.0,
    "goal": 165.0,
    "subgoal": 165.0,
    "benefit": 165.0,
    "target": 195.0,
    "capability": 165.0,
    "result": 165.0,
    "effort": 225.0,
}
"""The usual widths of the columns, in points at natural size."""
GUTTER_WIDTH = 44.0
MOST_WIDENING = 60.0
"""No gutter is widened more than this to fill the page."""
BAND_PAD = 9.0
BAND_GAP = 10.0
HEADING_HEIGHT = 22.0
"""The height of the column headings."""
CAPTION_HEIGHT = 18.0
"""The height of a caption over a band or group."""
TILE_GAP = 14.0
"""Between the columns of what serves nothing."""


class VerticalPositions(NamedTuple):
    """The places of a draft from top to bottom.

    Args:
        tops: Of the slots of every band.
        unlinked_top: The top of the band of what serves nothing.
        tiles: The places in that band.
        bottom: The lowest point.
    """

    tops: tuple[float, ...]
    unlinked_top: float
    tiles: tuple[Tile, ...]
    bottom: float


class UnscaledLayout:
    """The sizes and places of a picture, without the links.

    Args:
        heights: Of what stands in the columns.
        widths: Of the columns, by their names on the ladder.
        spare: Room to divide: first over the gutters, and when these are wide over the columns.
    """

    def __init__(
        self, heights: ColumnHeights, widths: Mapping[str, float], spare: float = 0.0
    ) -> None:
        self.heights, self.cluster_nodes, self.arrangement = (
            heights,
            heights.cluster_nodes,
            heights.cluster_nodes.arrangement,
        )
        self.column_names = self.cluster_nodes.column_names
        self.widths = [float(int(widths[name])) for name in self.column_names]
        share = min(
            MOST_WIDENING, spare / max(1, len(self.cluster_nodes.segments_per_gutter))
        )
        self.gutters = [
            GUTTER_WIDTH + TRACK_GAP * min(8, number) + share
            for number in self.cluster_nodes.segments_per_gutter
        ]
        self.tile_width = min(widths["effort"], USUAL_WIDTHS["effort"])
        self.inner_width = self._fit_inner_width(spare, share * len(self.gutters))
        self.flipped = False
        """The page turns this around, so what is read from left to right starts at the right."""

    @property
    def width(self) -> float:
        """The width between the outer sides of the bands."""
        return self.inner_width + 2 * BAND_PAD

    def _fit_inner_width(self, spare: float, given: float) -> float:
        """The width between the inner sides of the bands; columns that are narrower than what serves nothing are widened."""
        gutters, columns = sum(self.gutters), sum(self.widths)
        inner = columns + gutters + spare - given
        if self.arrangement.unlinked_groups:
            inner = max(inner, 3 * self.tile_width + 2 * TILE_GAP + spare)
        self.widths = [width * (inner - gutters) // columns for width in self.widths]
        return inner

    # heights

    @property
    def height(self) -> float:
        """The height with the column headings."""
        return self.vertical_positions.bottom

    @cached_property
    def vertical_positions(self) -> VerticalPositions:
        """Where the bands stand from top to bottom."""
        top, tops = HEADING_HEIGHT if self.widths else 0.0, []
        for stand, height in zip(
            self.cluster_nodes.clusters,
            self.heights.cluster_heights(self.widths),
            strict=True,
        ):
            top += BAND_PAD + self._caption_height(stand.theme)
            tops.append(top)
            top += height + BAND_PAD + BAND_GAP
        if not self.arrangement.unlinked_groups:
            return VerticalPositions(
                tuple(tops), top, (), max(HEADING_HEIGHT, top - BAND_GAP)
            )
        tiles, height = self._tile_unlinked()
        return VerticalPositions(
            tuple(tops), top, tiles, top + height + CAPTION_HEIGHT + 2 * BAND_PAD
        )

    def _tile_unlinked(self) -> tuple[tuple[Tile, ...], float]:
        columns = max(
            1, round((self.inner_width + TILE_GAP) / (self.tile_width + TILE_GAP))
        )
        self.tile_width = (self.inner_width - TILE_GAP * (columns - 1)) // columns
        heights = {
            head: self.heights.family_height(head, self.tile_width)
            for heap in self.arrangement.unlinked_groups
            for head in heap.heads
        }
        return tile_unlinked(
            self.arrangement.unlinked_groups, heights, columns, PART_GAP, CAPTION_HEIGHT
        )

    def needs_caption(self, theme: str | None) -> bool:
        """Whether a band needs words over it: when others have a theme and it has none."""
        return theme is None and bool(self.arrangement.network.themes)

    def _caption_height(self, theme: str | None) -> float:
        return CAPTION_HEIGHT if self.needs_caption(theme) else 0.0

    # places

    def column_sides(self) -> list[tuple[float, float]]:
        """The left and the right side of every column."""
        x, found = BAND_PAD, []
        for width, gutter in zip(self.widths, [*self.gutters, 0.0], strict=False):
            found.append((x, x + width))
            x += width + gutter
        return found

    def build_boxes(self) -> dict[str, ElementBox]:
        """Every element's box, by id: band by band and column by column, from the left and the top."""
        sides, found = self.column_sides(), dict[str, ElementBox]()
        self.heights.place_clusters(self.widths)
        for stand, top in zip(
            self.cluster_nodes.clusters, self.vertical_positions.tops, strict=True
        ):
            for slot in (
                slot for column in stand.columns for slot in column if not slot.is_dummy
            ):
                left, right = sides[slot.column]
                found.update(
                    (box.id, box)
                    for box in self._build_family_boxes(
                        slot.name, left, top + slot.top, right - left
                    )
                )
        for tile in self.vertical_positions.tiles:
            if tile.head:
                found.update(
                    (box.id, box)
                    for box in self._build_family_boxes(
                        tile.head, *self.tile_corner(tile), self.tile_width
                    )
                )
        return found

    def tile_corner(self, tile: Tile) -> tuple[float, float]:
        """The left top of a tile."""
        columns = round((self.inner_width + TILE_GAP) / (self.tile_width + TILE_GAP))
        column = columns - 1 - tile.column if self.flipped else tile.column
        return BAND_PAD + column * (
            self.tile_width + TILE_GAP
        ), self.vertical_positions.unlinked_top + BAND_PAD + CAPTION_HEIGHT + tile.y

    def _build_family_boxes(
        self, head: str, x: float, y: float, width: float
    ) -> Iterator[ElementBox]:
        cards = self.heights.cards
        for member, indent, text in self.heights.wrap_family(head, width):
            card, high = cards[member], text.height * NATURAL_LETTERS
            bar = cards.bar_widths[card.kind] * NATURAL_LETTERS
            yield ElementBox(
                member,
                card.kind,
                x + indent,
                y,
                width - indent,
                high,
                text.lines,
                text.remarks,
                card.code,
                bar,
                card.dashed,
            )
            y += high + PART_GAP

    def build_bands(self) -> Iterator[ClusterBand]:
        """The grounds of the bands, from top to bottom; that of what serves nothing is the last."""
        for stand, top in zip(
            self.cluster_nodes.clusters, self.vertical_positions.tops, strict=True
        ):
            over = BAND_PAD + self._caption_height(stand.theme)
            yield ClusterBand(
                stand.theme, 0.0, top - over, self.width, over + stand.height + BAND_PAD
            )
        if self.vertical_positions.tiles:
            yield ClusterBand(
                None,
                0.0,
                self.vertical_positions.unlinked_top,
                self.width,
                self.height - self.vertical_positions.unlinked_top,
            )

    def build_routes(self, boxes: dict[str, ElementBox]) -> tuple[Route, ...]:
        """Every link that is drawn."""
        return LinkRouter(
            self.cluster_nodes, self.vertical_positions.tops, boxes, self.column_sides()
        ).build_routes()
