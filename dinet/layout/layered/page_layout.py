"""The layout of a programme: columns by kind and bands by theme.

Its letters are as large as the page allows.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
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
    UnscaledLayout,
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
from dinet.model import Basis, LinkKind
from dinet.network import Network

ROUNDING_TOLERANCE = 0.01
"""Less than this, in points, is a matter of rounding."""
LOGO_TITLE_LINES = 2.6
"""A logo is as high as a title of two lines: so many times the letters of the title."""
WIDEST_LOGO_SHARE = 1 / 4
"""A logo takes at most this share of the width of the page."""
LOGO_GAP = 4
"""From the logo to the top of the picture, in points."""
TITLE_RISE = 0.3
"""Title and logo reach so far into the upper margin, in letters of the title."""
MOST_TITLE_LINES, MOST_SUBTITLE_LINES, MOST_VISION_LINES = 2, 1, 3
"""The picture needs the room: what takes more lines than this is cut."""
TITLE_LEADING, SUBTITLE_LEADING, LEGEND_LEADING = 1.2, 1.35, 1.5
"""From one line to the next, in letters of these lines."""
SUBTITLE_GAP = 0.4
"""Between title and subtitle, in letters of the subtitle."""
LINE_DEPTH = 1.1
"""From the base line of the lowest line over the picture to the picture, in its letters."""
LEAST_HEADING_SIZE = 9.0
"""Letters of column headings are no smaller than this, in points on paper."""
HEADING_SIZE = 12
"""The letters of column headings, in points at natural size."""
HEADING_RISE, THEMELESS_RISE, UNLINKED_RISE, GROUP_RISE = 8, 7, 9, 6
"""From the base line of a heading or caption to what is under it, in points at natural size."""
LEGEND_SIZE_SHARE = 0.45
"""The letters of the legend, as a share of those of the title."""
LEGEND_GAP = 2.5
"""Between two entries of the legend, in letters."""
SAMPLE_WIDTH = 32.0
"""The room of a sample line in the legend, in points."""
SAMPLE_LENGTH = 26
"""The length of a sample line in the legend, in points."""


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
    arrangement = Arrangement(network)
    cards = Cards(network, profile, findings)
    captions = Captions(arrangement, findings, profile)
    page_size = parse_page_size(profile.paper)
    return PageComposer(
        arrangement, cards, captions, page_size
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
    """How an unscaled layout gets onto the page: scaled, and then moved.

    Args:
        scale: So many times larger.
        x: How far it is moved to the right. ``y`` is how far down.
        flipped: The width in which left and right change places; 0 when they do not.
    """

    scale: float
    x: float
    y: float
    flipped: float = 0.0

    def left_on_page(self, x: float, w: float = 0.0) -> float:
        """The left side on the page of what is so wide in the unscaled layout."""
        left = self.flipped - x - w if self.flipped else x
        return self.x + left * self.scale

    def top_on_page(self, y: float) -> float:
        """A height of the unscaled layout on the page."""
        return self.y + y * self.scale

    def move_point(self, point: Point) -> Point:
        """A point of the unscaled layout on the page."""
        return self.left_on_page(point[0]), self.top_on_page(point[1])

    def move_box(self, box: ElementBox) -> ElementBox:
        """A box of the unscaled layout on the page."""
        return box._replace(
            x=self.left_on_page(box.x, box.w),
            y=self.top_on_page(box.y),
            w=box.w * self.scale,
            h=box.h * self.scale,
            bar=box.bar * self.scale,
        )

    def move_route(self, route: Route) -> Route:
        """A route of the unscaled layout on the page."""
        return route._replace(points=tuple(map(self.move_point, route.points)))

    def move_band(self, band: ClusterBand) -> ClusterBand:
        """A band of the unscaled layout on the page."""
        return ClusterBand(
            band.theme,
            self.left_on_page(band.x, band.w),
            self.top_on_page(band.y),
            band.w * self.scale,
            band.h * self.scale,
        )


class PageComposer:
    """A page in the making.

    Args:
        arrangement: What stands in which cluster and column.
        cards: The contents of the boxes.
        captions: The words around them.
        page_size: The page; one without height is as high as needed.
    """

    def __init__(
        self,
        arrangement: Arrangement,
        cards: Cards,
        captions: Captions,
        page_size: PageSize,
    ) -> None:
        self.arrangement = arrangement
        self.cards = cards
        self.captions = captions
        self.page_size = page_size
        self.is_flipped = captions.profile.direction == "efforts"
        self.style = captions.profile.style
        self.room = page_size.width - 2 * page_size.margin
        self.logo = self._place_logo()
        self.header = tuple(self._header_lines())
        self.picture_top = self._find_picture_top()
        entries = captions.build_legend(
            cards.common_gaps, remarks=self._has_gaps()
        )
        self.legend, self.samples, self.legend_height = self._build_legend(
            entries
        )
        self.cluster_nodes = ClusterNodes(arrangement)
        self.search = ColumnWidthSearch(
            self.cluster_nodes, cards, self.room, page_size.largest_scale
        )

    def _has_gaps(self) -> bool:
        """Whether a box tells that something is missing."""
        remarks = (
            remark
            for element in self.arrangement.network
            for remark in self.cards[element.id].remarks
        )
        return any(remark.startswith("!") for remark in remarks)

    @property
    def scale(self) -> float:
        """How much the picture is scaled."""
        return self._scaled_layout[0]

    @property
    def unscaled(self) -> UnscaledLayout:
        """The layout at natural size."""
        return self._scaled_layout[1]

    @cached_property
    def _scaled_layout(self) -> tuple[float, UnscaledLayout]:
        scale, layout = self._find_scale()
        layout.flipped = self.is_flipped
        return scale, layout

    def _find_scale(self) -> tuple[float, UnscaledLayout]:
        """How much the picture is scaled, and the layout at natural size."""
        if not self.page_size.height:
            return 1.0, self.search.lay_out_on_screen()
        return self.search.find_largest_scale(self._picture_height())

    def _picture_height(self) -> float:
        """The height that words and margins leave to the picture."""
        height = self.page_size.height - self.picture_top - self.legend_height
        return height - self.page_size.margin

    def is_far_too_full(self) -> bool:
        """Whether no widths of columns can give letters that can be read.

        A page that is as high as needed is never too full.
        """
        if not self.page_size.height:
            return False
        return self.search.is_far_too_full(self._picture_height())

    # the page

    def compose_layout(self) -> Layout:
        """The finished page."""
        unscaled, margin = self.unscaled, self.page_size.margin
        flipped = unscaled.width if self.is_flipped else 0.0
        transform = PageTransform(
            self.scale, margin, self.picture_top, flipped
        )
        boxes = unscaled.build_boxes()
        picture_bottom = self.picture_top + unscaled.height * self.scale
        to_bottom = PageTransform(1.0, 0.0, picture_bottom)
        full_height = picture_bottom + self.legend_height + margin
        return Layout(
            width=self._page_width(),
            height=self.page_size.height or full_height,
            size=NATURAL_LETTERS * self.scale,
            title=self.captions.title,
            description=self.captions.description,
            lang=self.cards.lang,
            boxes=tuple(map(transform.move_box, boxes.values())),
            routes=tuple(
                map(transform.move_route, unscaled.build_routes(boxes))
            ),
            bands=tuple(map(transform.move_band, unscaled.build_bands())),
            words=self._place_words(transform, picture_bottom),
            samples=tuple(map(to_bottom.move_route, self.samples)),
            style=self.style,
            logo=self.logo,
        )

    def _page_width(self) -> float:
        """The width of the page; more than was asked for where the picture is wider."""
        picture_width = self.unscaled.width * self.scale
        if picture_width <= self.room + ROUNDING_TOLERANCE:
            return self.page_size.width
        return picture_width + 2 * self.page_size.margin

    def _place_words(
        self, transform: PageTransform, picture_bottom: float
    ) -> tuple[CaptionLine, ...]:
        """All words that are not in boxes, those of the legend last."""
        legend = [
            line._replace(y=line.y + picture_bottom) for line in self.legend
        ]
        return (*self.header, *self._caption_lines(transform), *legend)

    # over the picture

    def _place_logo(self) -> PageArea | None:
        """At the right top, as high as a title of two lines and not too wide."""
        page_size, logo = self.page_size, self.style.logo
        if logo is None or not page_size.title_size:
            return None
        width = min(
            LOGO_TITLE_LINES * page_size.title_size * logo.aspect_ratio,
            page_size.width * WIDEST_LOGO_SHARE,
        )
        left = page_size.width - page_size.margin - width
        return PageArea(
            left, self._header_top(), width, width / logo.aspect_ratio
        )

    def _header_top(self) -> float:
        return self.page_size.margin - TITLE_RISE * self.page_size.title_size

    def _find_picture_top(self) -> float:
        """Where the picture begins: under the logo and all lines over it."""
        lowest = self.page_size.margin
        if self.logo:
            lowest = self.logo.y + self.logo.h + LOGO_GAP
        bottoms = (line.y + LINE_DEPTH * line.size for line in self.header)
        return max((lowest, *bottoms))

    def _header_lines(self) -> list[CaptionLine]:
        """Title, subtitle and vision; none on a page without letters for a title."""
        if not (self.page_size.title_size and self.captions.profile.titled):
            return []
        room = self.room
        if self.logo:
            room = self.logo.x - 2 * self.page_size.margin
        title = list(self._title_lines(room))
        bottom = title[-1].y if title else self._header_top()
        return [*title, *self._subtitle_lines(room, bottom)]

    def _title_lines(self, room: float) -> Iterator[CaptionLine]:
        size, y = self.page_size.title_size, self._header_top()
        for line in wrap_text(
            self.captions.title,
            room / size,
            "bold",
            self.cards.lang,
            MOST_TITLE_LINES,
        ):
            y += TITLE_LEADING * size
            yield CaptionLine(
                "title", line, self.page_size.margin, y, size, bold=True
            )

    def _subtitle_lines(
        self, room: float, bottom: float
    ) -> Iterator[CaptionLine]:
        """Subtitle and vision, under what goes down to a height."""
        size = max(SMALLEST_LETTERS, self.page_size.title_size / 2)
        y = bottom + SUBTITLE_GAP * size
        for text, most in (
            (self.captions.subtitle, MOST_SUBTITLE_LINES),
            (self.captions.vision_line, MOST_VISION_LINES),
        ):
            for line in (
                wrap_text(text, room / size, most=most) if text else ()
            ):
                y += SUBTITLE_LEADING * size
                yield CaptionLine(
                    "subtitle", line, self.page_size.margin, y, size
                )

    # in the picture

    def _caption_lines(
        self, transform: PageTransform
    ) -> Iterator[CaptionLine]:
        """The headings of columns, and the captions of bands and groups."""
        yield from self._heading_lines(transform)
        yield from self._band_captions(transform)
        yield from self._group_captions(transform)

    def _heading_lines(
        self, transform: PageTransform
    ) -> Iterator[CaptionLine]:
        y = transform.top_on_page(HEADING_HEIGHT - HEADING_RISE)
        size = max(LEAST_HEADING_SIZE, HEADING_SIZE * transform.scale)
        sides = self.unscaled.column_sides()
        for name, (left, right) in zip(
            self.unscaled.column_names, sides, strict=True
        ):
            text = self.captions.column_heading(name)
            x = transform.left_on_page(left, right - left)
            yield CaptionLine("heading", text, x, y, size, bold=True)

    def _band_captions(
        self, transform: PageTransform
    ) -> Iterator[CaptionLine]:
        """Over what has no theme, and over what serves nothing."""
        unscaled, positions = self.unscaled, self.unscaled.vertical_positions
        left = transform.x + BAND_PAD * transform.scale
        clusters = unscaled.cluster_nodes.clusters
        for cluster, top in zip(clusters, positions.tops, strict=True):
            if unscaled.needs_caption(cluster.theme):
                y = transform.top_on_page(top - THEMELESS_RISE)
                text = self.captions.themeless_caption()
                yield _caption_line(text, left, y, transform)
        if positions.tiles:
            top = positions.unlinked_top + BAND_PAD + CAPTION_HEIGHT
            y = transform.top_on_page(top - UNLINKED_RISE)
            yield _caption_line(
                self.captions.unlinked_caption(), left, y, transform
            )

    def _group_captions(
        self, transform: PageTransform
    ) -> Iterator[CaptionLine]:
        """Over the groups of what serves nothing."""
        unscaled = self.unscaled
        for tile in unscaled.vertical_positions.tiles:
            if tile.caption:
                left, top = unscaled.tile_corner(tile)
                x = transform.left_on_page(left, unscaled.tile_width)
                y = transform.top_on_page(top + CAPTION_HEIGHT - GROUP_RISE)
                yield _caption_line(tile.caption, x, y, transform)

    # under the picture

    def _build_legend(
        self, entries: Sequence[LegendEntry]
    ) -> tuple[list[CaptionLine], list[Route], float]:
        """The words and sample lines of the legend, from the bottom of the picture down.

        Returns:
            The words, the lines, and the height of it all.
        """
        size = max(
            SMALLEST_LETTERS, self.page_size.title_size * LEGEND_SIZE_SHARE
        )
        left = self.page_size.margin
        right = self.page_size.width - left
        words: list[CaptionLine] = []
        samples: list[Route] = []
        x, y = left, 2 * size
        for entry in entries:
            text = entry.words.in_language(self.captions.profile.lang)
            text_width = measure_width(text) * size
            width = (SAMPLE_WIDTH if entry.kind else 0.0) + text_width
            if x > left and x + width > right:
                x, y = left, y + LEGEND_LEADING * size
            if entry.kind:
                middle = y - 0.35 * size
                sample = self._sample_line(entry.kind, entry.basis, x, middle)
                samples.append(sample._replace(pen=entry.pen))
            words.append(
                CaptionLine("legend", text, x + width - text_width, y, size)
            )
            x += width + LEGEND_GAP * size
        return words, samples, y + 0.4 * size

    def _sample_line(
        self, kind: LinkKind, basis: Basis, x: float, y: float
    ) -> Route:
        """A sample line of the legend: it points the same way as the links of the picture."""
        points = [
            (x + SAMPLE_LENGTH - SAMPLE_LENGTH * third / 3, y)
            for third in range(4)
        ]
        if self.is_flipped:
            points.reverse()
        return Route("", "", kind, basis, tuple(points))


def _caption_line(
    text: str, x: float, y: float, transform: PageTransform
) -> CaptionLine:
    size = NATURAL_LETTERS * transform.scale
    return CaptionLine("caption", text, x, y, size, bold=True)
