"""The layout of a programme: columns by kind, bands by theme, in letters as large as the page allows."""

from collections.abc import Iterator
from typing import NamedTuple

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.layered.arrangement import Arrangement
from dinet.layout.layered.captions import Captions, LegendEntry
from dinet.layout.layered.cards import Cards
from dinet.layout.layered.column_widths import ColumnWidthSearch
from dinet.layout.layered.coordinates import ClusterNodes
from dinet.layout.layered.unscaled_layout import (
    BAND_PAD,
    CAPTION_HEIGHT,
    HEADING_HEIGHT,
)
from dinet.layout.plan import (
    CaptionLine,
    ClusterBand,
    ElementBox,
    Layout,
    PageArea,
    Point,
    Route,
)
from dinet.layout.style.paper import (
    NATURAL_LETTERS,
    SMALLEST_LETTERS,
    PageSize,
    parse_page_size,
)
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import measure_width, wrap_text
from dinet.limits import current_limits, limit_error
from dinet.network import Network

ROUNDING_TOLERANCE = 0.01
"""Less than this, in points, is a matter of rounding."""
SAMPLE_WIDTH = 32.0
"""The room of a sample line in the legend."""


def lay_out_programme(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> Layout:
    """The whole programme on one page, in letters as large as fit.

    Args:
        network: The programme.
        findings: What the rules say about it; the legend counts them.
        profile: The paper, the language of headings and legend, and whether texts are short.

    Returns:
        Every element once. On ``screen`` the letters are 10 points and the page is as high as
        needed.
    """
    check_size(network)
    arrangement, cards = Arrangement(network), Cards(network, profile, findings)
    return PageComposer(
        arrangement,
        cards,
        Captions(arrangement, findings, profile),
        parse_page_size(profile.paper),
    ).compose_layout()


def check_size(network: Network) -> None:
    """Stop at a network of which nobody can see the picture, and that takes long to draw.

    Raises:
        DocumentError: It has more elements than the limit.
    """
    if len(network) > current_limits().picture:
        raise limit_error(
            "picture",
            len(network),
            "",
            Sentence("The formats html, md and xlsx show all of it."),
        )


class PageTransform(NamedTuple):
    """How a draft gets onto the page: turned around in its width if that is ``flipped``, times ``scale``, and then moved."""

    scale: float
    x: float
    y: float
    flipped: float = 0.0

    def left_on_page(self, x: float, w: float = 0.0) -> float:
        """The left side on the page of what is so wide in the draft."""
        return self.x + (self.flipped - x - w if self.flipped else x) * self.scale

    def move_point(self, point: Point) -> Point:
        """A point of the draft on the page."""
        return self.left_on_page(point[0]), self.y + point[1] * self.scale

    def move_box(self, box: ElementBox) -> ElementBox:
        """A box of the draft on the page."""
        scale, top = self.scale, self.y
        x, y, w, h = (
            self.left_on_page(box.x, box.w),
            top + box.y * scale,
            box.w * scale,
            box.h * scale,
        )
        return ElementBox(
            box.id,
            box.kind,
            x,
            y,
            w,
            h,
            box.lines,
            box.remarks,
            box.code,
            box.bar * scale,
            box.dashed,
        )

    def move_route(self, route: Route) -> Route:
        """A route of the draft on the page."""
        points = tuple(map(self.move_point, route.points))
        return Route(
            route.start, route.end, route.kind, route.basis, points, route.dashed
        )

    def move_band(self, band: ClusterBand) -> ClusterBand:
        """A band of the draft on the page."""
        x, y = self.left_on_page(band.x, band.w), self.y + band.y * self.scale
        return ClusterBand(band.theme, x, y, band.w * self.scale, band.h * self.scale)


class PageComposer:
    """A page in the making.

    Args:
        arrangement: What stands in which band and column.
        cards: The contents of the boxes.
        captions: The words around them.
        sheet: The page; one without height is as high as needed.
    """

    def __init__(
        self,
        arrangement: Arrangement,
        cards: Cards,
        captions: Captions,
        sheet: PageSize,
    ) -> None:
        self.arrangement, self.cards, self.captions, self.page_size = (
            arrangement,
            cards,
            captions,
            sheet,
        )
        self.is_flipped, self.style = (
            captions.profile.direction == "efforts",
            captions.profile.style,
        )
        self.room = sheet.width - 2 * sheet.margin
        self.logo = self._place_logo()
        self.header = tuple(self._header_lines())
        lowest = self.logo.y + self.logo.h + 4 if self.logo else sheet.margin
        self.picture_top = max(
            (lowest, *(line.y + 1.1 * line.size for line in self.header))
        )
        gaps = any(
            remark.startswith("!")
            for each in arrangement.network
            for remark in cards[each.id].remarks
        )
        self.legend, self.samples, self.legend_height = self._build_legend(
            captions.build_legend(cards.common_gaps, remarks=gaps)
        )
        self.cluster_nodes = ClusterNodes(arrangement)
        widths = ColumnWidthSearch(
            self.cluster_nodes, cards, self.room, sheet.largest_scale
        )
        if sheet.height:
            self.scale, self.unscaled = widths.find_largest_scale(
                sheet.height - self.picture_top - self.legend_height - sheet.margin
            )
        else:
            self.scale, self.unscaled = 1.0, widths.lay_out_on_screen()
        self.unscaled.flipped = self.is_flipped

    # the page

    def compose_layout(self) -> Layout:
        """The finished page."""
        draft, sheet = self.unscaled, self.page_size
        wide, high = draft.width * self.scale, draft.height * self.scale
        frame = PageTransform(
            self.scale,
            sheet.margin,
            self.picture_top,
            draft.width if self.is_flipped else 0.0,
        )
        boxes = draft.build_boxes()
        moved = PageTransform(1.0, 0.0, self.picture_top + high)
        return Layout(
            width=sheet.width
            if wide <= self.room + ROUNDING_TOLERANCE
            else wide + 2 * sheet.margin,
            height=sheet.height
            or self.picture_top + high + self.legend_height + sheet.margin,
            size=NATURAL_LETTERS * self.scale,
            title=self.captions.title,
            description=self.captions.description,
            lang=self.cards.lang,
            boxes=tuple(map(frame.move_box, boxes.values())),
            routes=tuple(map(frame.move_route, draft.build_routes(boxes))),
            bands=tuple(map(frame.move_band, draft.build_bands())),
            words=(
                *self.header,
                *self._caption_lines(frame),
                *(line._replace(y=line.y + moved.y) for line in self.legend),
            ),
            samples=tuple(map(moved.move_route, self.samples)),
            style=self.style,
            logo=self.logo,
        )

    def _place_logo(self) -> PageArea | None:
        """At the right top, as high as a title of two lines and at most a quarter of the page wide."""
        sheet, logo = self.page_size, self.style.logo
        if logo is None or not sheet.title_size:
            return None
        wide = min(2.6 * sheet.title_size * logo.aspect_ratio, sheet.width / 4)
        return PageArea(
            sheet.width - sheet.margin - wide,
            sheet.margin - 0.3 * sheet.title_size,
            wide,
            wide / logo.aspect_ratio,
        )

    def _header_lines(self) -> Iterator[CaptionLine]:
        sheet, y = (
            self.page_size,
            self.page_size.margin - 0.3 * self.page_size.title_size,
        )
        room = self.logo.x - 2 * sheet.margin if self.logo else self.room
        size = max(SMALLEST_LETTERS, sheet.title_size / 2)
        for line in (
            wrap_text(
                self.captions.title, room / sheet.title_size, "bold", self.cards.lang, 2
            )
            if sheet.title_size
            else ()
        ):
            y += 1.2 * sheet.title_size
            yield CaptionLine(
                "title", line, sheet.margin, y, sheet.title_size, bold=True
            )
        y += 0.4 * size
        for text, most in (
            ((self.captions.subtitle, 1), (self.captions.vision_line, 3))
            if sheet.title_size
            else ()
        ):
            for line in wrap_text(text, room / size, most=most) if text else ():
                y += 1.35 * size
                yield CaptionLine("subtitle", line, sheet.margin, y, size)

    def _caption_lines(self, frame: PageTransform) -> Iterator[CaptionLine]:
        draft, captions = self.unscaled, self.captions
        for name, (left, right) in zip(
            draft.column_names, draft.column_sides(), strict=True
        ):
            place = (
                frame.left_on_page(left, right - left),
                frame.move_point((0, HEADING_HEIGHT - 8))[1],
            )
            yield CaptionLine(
                "heading",
                captions.column_heading(name),
                *place,
                max(9.0, 12 * frame.scale),
                bold=True,
            )
        for stand, top in zip(
            draft.cluster_nodes.clusters, draft.vertical_positions.tops, strict=True
        ):
            if draft.needs_caption(stand.theme):
                place = self._band_left(frame), frame.move_point((0, top - 7))[1]
                yield CaptionLine(
                    "caption",
                    captions.themeless_caption(),
                    *place,
                    NATURAL_LETTERS * frame.scale,
                    bold=True,
                )
        if draft.vertical_positions.tiles:
            place = (
                self._band_left(frame),
                frame.move_point(
                    (
                        0,
                        draft.vertical_positions.unlinked_top
                        + BAND_PAD
                        + CAPTION_HEIGHT
                        - 9,
                    )
                )[1],
            )
            yield CaptionLine(
                "caption",
                captions.unlinked_caption(),
                *place,
                NATURAL_LETTERS * frame.scale,
                bold=True,
            )
        for tile in (tile for tile in draft.vertical_positions.tiles if tile.caption):
            x, y = draft.tile_corner(tile)
            place = (
                frame.left_on_page(x, draft.tile_width),
                frame.move_point((0, y + CAPTION_HEIGHT - 6))[1],
            )
            yield CaptionLine(
                "caption",
                tile.caption,
                *place,
                NATURAL_LETTERS * frame.scale,
                bold=True,
            )

    def _band_left(self, frame: PageTransform) -> float:
        """Where what is in a band begins."""
        return frame.x + BAND_PAD * frame.scale

    def _build_legend(
        self, keys: tuple[LegendEntry, ...]
    ) -> tuple[list[CaptionLine], list[Route], float]:
        """The words and sample lines of the legend, from the bottom of the picture down, and their height."""
        size = max(SMALLEST_LETTERS, self.page_size.title_size * 0.45)
        words, samples = list[CaptionLine](), list[Route]()
        x, y = self.page_size.margin, 2 * size
        for key in keys:
            text = key.words.in_language(self.captions.profile.lang)
            wide = (SAMPLE_WIDTH if key.kind else 0.0) + measure_width(text) * size
            if (
                x > self.page_size.margin
                and x + wide > self.page_size.width - self.page_size.margin
            ):
                x, y = self.page_size.margin, y + 1.5 * size
            if key.kind:
                points = tuple(
                    (x + 26 - 26 * third / 3, y - 0.35 * size) for third in range(4)
                )
                samples.append(
                    Route(
                        "",
                        "",
                        key.kind,
                        "stated",
                        points[::-1] if self.is_flipped else points,
                        key.dashed,
                    )
                )
            words.append(
                CaptionLine(
                    "legend", text, x + wide - measure_width(text) * size, y, size
                )
            )
            x += wide + 2.5 * size
        return words, samples, y + 0.4 * size
