"""An arrangement in columns of a certain width, at natural size.

How high everything is, and where it stands.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from dinet.layout.layered.column_heights import PART_GAP, ColumnHeights
from dinet.layout.layered.coordinates import TRACK_GAP, PlacedCluster
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
"""Between two columns that no link from another cluster passes, in points at natural size."""
MOST_WIDENED_TRACKS = 8
"""A gutter gets wider for at most so many tracks of links; more of them lie closer together."""
MOST_WIDENING = 60.0
"""No gutter is widened more than this, in points at natural size, to fill the page."""
BAND_PAD = 9.0
"""From the side of a band, the ground behind a cluster, to its boxes, in points at natural size."""
BAND_GAP = 10.0
"""Between two bands, in points at natural size."""
HEADING_HEIGHT = 22.0
"""The height of the column headings, in points at natural size."""
CAPTION_HEIGHT = 18.0
"""The height of a caption over a band or group, in points at natural size."""
TILE_GAP = 14.0
"""Between the columns of efforts that serve nothing, in points at natural size."""
LEAST_TILE_COLUMNS = 3
"""The picture is at least so wide that efforts that serve nothing stand in so many columns.

Fewer efforts than that stand in as many columns as there are of them.
"""


class VerticalPositions(NamedTuple):
    """The places of a layout from top to bottom.

    Args:
        tops: Of the nodes of every cluster.
        unlinked_top: The top of the band of what serves nothing.
        tiles: The places in that band.
        bottom: The lowest point.
    """

    tops: tuple[float, ...]
    unlinked_top: float
    tiles: tuple[Tile, ...]
    bottom: float


class UnscaledLayout:
    """The sizes and places of a picture at natural size.

    Args:
        heights: Of what stands in the columns.
        widths: Of the columns, by their names.
        spare: Room to divide: first over the gutters, and when these are wide over the columns.
    """

    def __init__(
        self,
        heights: ColumnHeights,
        widths: Mapping[str, float],
        spare: float = 0.0,
    ) -> None:
        self.heights = heights
        self.cluster_nodes = heights.cluster_nodes
        self.arrangement = heights.cluster_nodes.arrangement
        self.column_names = self.cluster_nodes.column_names
        self.widths = [float(int(widths[name])) for name in self.column_names]
        track_counts = self.cluster_nodes.segments_per_gutter
        widening = min(MOST_WIDENING, spare / max(1, len(track_counts)))
        self.gutters = [
            GUTTER_WIDTH
            + TRACK_GAP * min(MOST_WIDENED_TRACKS, count)
            + widening
            for count in track_counts
        ]
        self.tile_width = min(widths["effort"], USUAL_WIDTHS["effort"])
        self.inner_width = self._fit_inner_width(
            spare, widening * len(self.gutters)
        )
        self.flipped = False
        """The page turns this around: what is read from left to right starts at the right."""

    @property
    def width(self) -> float:
        """The width between the outer sides of the bands."""
        return self.inner_width + 2 * BAND_PAD

    def _fit_inner_width(self, spare: float, given: float) -> float:
        """The width between the inner sides of the bands; the columns are widened to fill it.

        Args:
            spare: The room to divide.
            given: What the gutters have of it.
        """
        gutters, columns = sum(self.gutters), sum(self.widths)
        inner = columns + gutters + spare - given
        if self.arrangement.unlinked_groups:
            tile_gaps = (self._least_tile_columns() - 1) * TILE_GAP
            inner = max(inner, self.least_tiles_width + tile_gaps + spare)
        self.widths = [
            width * (inner - gutters) // columns for width in self.widths
        ]
        return inner

    @property
    def least_tiles_width(self) -> float:
        """The width of the tiles that stand beside each other at least."""
        return self._least_tile_columns() * self.tile_width

    def _least_tile_columns(self) -> int:
        # one effort alone in a third of the page would be a sliver of 14 lines
        return min(LEAST_TILE_COLUMNS, self._count_unlinked())

    def _count_unlinked(self) -> int:
        groups = self.arrangement.unlinked_groups
        return max(1, sum(len(group.heads) for group in groups))

    # heights

    @property
    def height(self) -> float:
        """The height with the column headings."""
        return self.vertical_positions.bottom

    @cached_property
    def vertical_positions(self) -> VerticalPositions:
        """Where the bands stand from top to bottom."""
        top = HEADING_HEIGHT if self.widths else 0.0
        tops: list[float] = []
        heights = self.heights.cluster_heights(self.widths)
        for cluster, height in zip(
            self.cluster_nodes.clusters, heights, strict=True
        ):
            top += BAND_PAD + self._caption_height(cluster.theme)
            tops.append(top)
            top += height + BAND_PAD + BAND_GAP
        if not self.arrangement.unlinked_groups:
            bottom = max(HEADING_HEIGHT, top - BAND_GAP)
            return VerticalPositions(tuple(tops), top, (), bottom)
        tiles, height = self._tile_unlinked()
        bottom = top + height + CAPTION_HEIGHT + 2 * BAND_PAD
        return VerticalPositions(tuple(tops), top, tiles, bottom)

    def _tile_unlinked(self) -> tuple[tuple[Tile, ...], float]:
        """The places of what serves nothing, and their height; their columns are widened to fit."""
        groups = self.arrangement.unlinked_groups
        columns = max(1, self._count_tile_columns())
        self.tile_width = (
            self.inner_width - TILE_GAP * (columns - 1)
        ) // columns
        heads = chain.from_iterable(group.heads for group in groups)
        heights = {
            head: self.heights.family_height(head, self.tile_width)
            for head in heads
        }
        return tile_unlinked(
            groups, heights, columns, PART_GAP, CAPTION_HEIGHT
        )

    def _count_tile_columns(self) -> int:
        """How many columns of tiles stand beside each other."""
        columns = round(
            (self.inner_width + TILE_GAP) / (self.tile_width + TILE_GAP)
        )
        return min(columns, self._count_unlinked())

    def needs_caption(self, theme: str | None) -> bool:
        """Whether a band needs words over it: when others have a theme and it has none."""
        return theme is None and bool(self.arrangement.network.themes)

    def _caption_height(self, theme: str | None) -> float:
        return CAPTION_HEIGHT if self.needs_caption(theme) else 0.0

    # places

    def column_sides(self) -> list[tuple[float, float]]:
        """The left and the right side of every column."""
        left = BAND_PAD
        sides: list[tuple[float, float]] = []
        for width, gutter in zip(
            self.widths, [*self.gutters, 0.0], strict=False
        ):
            sides.append((left, left + width))
            left += width + gutter
        return sides

    def build_boxes(self) -> dict[str, ElementBox]:
        """Every element's box, by id.

        They come cluster by cluster and column by column, from the left and the top; what serves
        nothing comes last.
        """
        self.heights.place_clusters(self.widths)
        boxes = chain(self._build_cluster_boxes(), self._build_tile_boxes())
        return {box.id: box for box in boxes}

    def _build_cluster_boxes(self) -> Iterator[ElementBox]:
        tops = self.vertical_positions.tops
        for cluster, top in zip(
            self.cluster_nodes.clusters, tops, strict=True
        ):
            yield from self._build_boxes_of(cluster, top)

    def _build_boxes_of(
        self, cluster: PlacedCluster, top: float
    ) -> Iterator[ElementBox]:
        """The boxes of a cluster that begins at a height."""
        sides = self.column_sides()
        for node in chain.from_iterable(cluster.columns):
            if not node.is_dummy:
                left, right = sides[node.column]
                yield from self._build_family_boxes(
                    node.name, left, top + node.top, right - left
                )

    def _build_tile_boxes(self) -> Iterator[ElementBox]:
        for tile in self.vertical_positions.tiles:
            if tile.head:
                left, top = self.tile_corner(tile)
                yield from self._build_family_boxes(
                    tile.head, left, top, self.tile_width
                )

    def tile_corner(self, tile: Tile) -> tuple[float, float]:
        """The left top of a tile."""
        columns = self._count_tile_columns()
        column = columns - 1 - tile.column if self.flipped else tile.column
        left = BAND_PAD + column * (self.tile_width + TILE_GAP)
        top_of_tiles = (
            self.vertical_positions.unlinked_top + BAND_PAD + CAPTION_HEIGHT
        )
        return left, top_of_tiles + tile.y

    def _build_family_boxes(
        self, head: str, left: float, top: float, width: float
    ) -> Iterator[ElementBox]:
        """The boxes of a family in a column of a width, under each other."""
        cards = self.heights.cards
        for member, indent, text in self.heights.wrap_family(head, width):
            card = cards[member]
            height = text.height * NATURAL_LETTERS
            yield ElementBox(
                id=member,
                kind=card.kind,
                x=left + indent,
                y=top,
                w=width - indent,
                h=height,
                lines=text.lines,
                remarks=text.remarks,
                code=card.code,
                bar=cards.bar_widths[card.kind] * NATURAL_LETTERS,
                dashed=card.dashed,
            )
            top += height + PART_GAP

    def build_bands(self) -> Iterator[ClusterBand]:
        """The grounds of the bands, from top to bottom; that of what serves nothing is the last."""
        positions, width = self.vertical_positions, self.width
        for cluster, top in zip(
            self.cluster_nodes.clusters, positions.tops, strict=True
        ):
            above = BAND_PAD + self._caption_height(cluster.theme)
            height = above + cluster.height + BAND_PAD
            yield ClusterBand(cluster.theme, 0.0, top - above, width, height)
        if positions.tiles:
            top = positions.unlinked_top
            yield ClusterBand(None, 0.0, top, width, self.height - top)

    def build_routes(self, boxes: dict[str, ElementBox]) -> tuple[Route, ...]:
        """Every link that is drawn."""
        tops = self.vertical_positions.tops
        router = LinkRouter(
            self.cluster_nodes, tops, boxes, self.column_sides()
        )
        return router.build_routes()
