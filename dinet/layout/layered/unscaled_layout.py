"""An arrangement in columns of a certain width, at natural size: how high everything is, and where it stands."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from dinet.layout.layered.column_heights import PART_GAP, Heights
from dinet.layout.layered.coordinates import TRACK
from dinet.layout.layered.link_routes import Routes
from dinet.layout.layered.unlinked_efforts import Tile, tiled
from dinet.layout.plan import Band, Box, Route
from dinet.layout.style.paper import NATURAL

WIDTHS = {
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
GUTTER = 44.0
WIDEST = 60.0
"""No gutter is widened more than this to fill the page."""
BAND_PAD = 9.0
BAND_GAP = 10.0
HEADING = 22.0
"""The height of the column headings."""
CAPTION = 18.0
"""The height of a caption over a band or group."""
TILE_GAP = 14.0
"""Between the columns of what serves nothing."""


class Placed(NamedTuple):
    """The places of a draft from top to bottom.

    Args:
        tops: Of the slots of every band.
        heap: The top of the band of what serves nothing.
        tiles: The places in that band.
        bottom: The lowest point.
    """

    tops: tuple[float, ...]
    heap: float
    tiles: tuple[Tile, ...]
    bottom: float


class Draft:
    """The sizes and places of a picture, without the links.

    Args:
        heights: Of what stands in the columns.
        widths: Of the columns, by their names on the ladder.
        spare: Room to divide: first over the gutters, and when these are wide over the columns.
    """

    def __init__(
        self, heights: Heights, widths: Mapping[str, float], spare: float = 0.0
    ) -> None:
        self.heights, self.stands, self.arrangement = (
            heights,
            heights.stands,
            heights.stands.arrangement,
        )
        self.names = self.stands.names
        self.widths = [float(int(widths[name])) for name in self.names]
        share = min(WIDEST, spare / max(1, len(self.stands.crossings)))
        self.gutters = [
            GUTTER + TRACK * min(8, number) + share for number in self.stands.crossings
        ]
        self.tile = min(widths["effort"], WIDTHS["effort"])
        self.inner = self._inner(spare, share * len(self.gutters))
        self.flipped = False
        """The page turns this around, so what is read from left to right starts at the right."""

    @property
    def width(self) -> float:
        """The width between the outer sides of the bands."""
        return self.inner + 2 * BAND_PAD

    def _inner(self, spare: float, given: float) -> float:
        """The width between the inner sides of the bands; columns that are narrower than what serves nothing are widened."""
        gutters, columns = sum(self.gutters), sum(self.widths)
        inner = columns + gutters + spare - given
        if self.arrangement.loose:
            inner = max(inner, 3 * self.tile + 2 * TILE_GAP + spare)
        self.widths = [width * (inner - gutters) // columns for width in self.widths]
        return inner

    # heights

    @property
    def height(self) -> float:
        """The height with the column headings."""
        return self.placed.bottom

    @cached_property
    def placed(self) -> Placed:
        """Where the bands stand from top to bottom."""
        top, tops = HEADING if self.widths else 0.0, []
        for stand, height in zip(
            self.stands.stands, self.heights.bands(self.widths), strict=True
        ):
            top += BAND_PAD + self._over(stand.theme)
            tops.append(top)
            top += height + BAND_PAD + BAND_GAP
        if not self.arrangement.loose:
            return Placed(tuple(tops), top, (), max(HEADING, top - BAND_GAP))
        tiles, height = self._tiled()
        return Placed(tuple(tops), top, tiles, top + height + CAPTION + 2 * BAND_PAD)

    def _tiled(self) -> tuple[tuple[Tile, ...], float]:
        columns = max(1, round((self.inner + TILE_GAP) / (self.tile + TILE_GAP)))
        self.tile = (self.inner - TILE_GAP * (columns - 1)) // columns
        heights = {
            head: self.heights.family(head, self.tile)
            for heap in self.arrangement.loose
            for head in heap.ids
        }
        return tiled(self.arrangement.loose, heights, columns, PART_GAP, CAPTION)

    def captioned(self, theme: str | None) -> bool:
        """Whether a band needs words over it: when others have a theme and it has none."""
        return theme is None and bool(self.arrangement.network.themes)

    def _over(self, theme: str | None) -> float:
        return CAPTION if self.captioned(theme) else 0.0

    # places

    def sides(self) -> list[tuple[float, float]]:
        """The left and the right side of every column."""
        x, found = BAND_PAD, []
        for width, gutter in zip(self.widths, [*self.gutters, 0.0], strict=False):
            found.append((x, x + width))
            x += width + gutter
        return found

    def boxes(self) -> dict[str, Box]:
        """Every element's box, by id: band by band and column by column, from the left and the top."""
        sides, found = self.sides(), dict[str, Box]()
        self.heights.settle(self.widths)
        for stand, top in zip(self.stands.stands, self.placed.tops, strict=True):
            for slot in (
                slot for column in stand.columns for slot in column if not slot.lane
            ):
                left, right = sides[slot.column]
                found.update(
                    (box.id, box)
                    for box in self._family(
                        slot.name, left, top + slot.top, right - left
                    )
                )
        for tile in self.placed.tiles:
            if tile.head:
                found.update(
                    (box.id, box)
                    for box in self._family(tile.head, *self.corner(tile), self.tile)
                )
        return found

    def corner(self, tile: Tile) -> tuple[float, float]:
        """The left top of a tile."""
        columns = round((self.inner + TILE_GAP) / (self.tile + TILE_GAP))
        column = columns - 1 - tile.column if self.flipped else tile.column
        return BAND_PAD + column * (
            self.tile + TILE_GAP
        ), self.placed.heap + BAND_PAD + CAPTION + tile.y

    def _family(self, head: str, x: float, y: float, width: float) -> Iterator[Box]:
        cards = self.heights.cards
        for member, indent, text in self.heights.texts(head, width):
            card, high = cards[member], text.height * NATURAL
            bar = cards.bars[card.kind] * NATURAL
            yield Box(
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

    def bands(self) -> Iterator[Band]:
        """The grounds of the bands, from top to bottom; that of what serves nothing is the last."""
        for stand, top in zip(self.stands.stands, self.placed.tops, strict=True):
            over = BAND_PAD + self._over(stand.theme)
            yield Band(
                stand.theme, 0.0, top - over, self.width, over + stand.height + BAND_PAD
            )
        if self.placed.tiles:
            yield Band(
                None, 0.0, self.placed.heap, self.width, self.height - self.placed.heap
            )

    def routes(self, boxes: dict[str, Box]) -> tuple[Route, ...]:
        """Every link that is drawn."""
        return Routes(self.stands, self.placed.tops, boxes, self.sides()).all()
