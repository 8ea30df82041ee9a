"""The layout of a programme: columns by kind, bands by theme, in letters as large as the page allows."""

from collections.abc import Iterator
from typing import NamedTuple

from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.layered.arrangement import Arrangement
from dinet.layout.layered.captions import Captions, Key
from dinet.layout.layered.cards import Cards
from dinet.layout.layered.column_widths import Widths
from dinet.layout.layered.coordinates import Stands
from dinet.layout.layered.unscaled_layout import BAND_PAD, CAPTION, HEADING
from dinet.layout.plan import Area, Band, Box, Layout, Point, Route, Words
from dinet.layout.style.paper import NATURAL, SMALLEST, Sheet, sheet
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import width, wrapped
from dinet.limits import limits, over
from dinet.network import Network

HAIR = 0.01
"""Less than this, in points, is a matter of rounding."""
SAMPLE = 32.0
"""The room of a sample line in the legend."""


def laid_out(
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
    return Page(
        arrangement,
        cards,
        Captions(arrangement, findings, profile),
        sheet(profile.paper),
    ).layout()


def check_size(network: Network) -> None:
    """Stop at a network of which nobody can see the picture, and that takes long to draw.

    Raises:
        DocumentError: It has more elements than the limit.
    """
    if len(network) > limits().picture:
        raise over(
            "picture",
            len(network),
            "",
            Sentence("The formats html, md and xlsx show all of it."),
        )


class Frame(NamedTuple):
    """How a draft gets onto the page: turned around in its width if that is ``flipped``, times ``scale``, and then moved."""

    scale: float
    x: float
    y: float
    flipped: float = 0.0

    def across(self, x: float, w: float = 0.0) -> float:
        """The left side on the page of what is so wide in the draft."""
        return self.x + (self.flipped - x - w if self.flipped else x) * self.scale

    def point(self, point: Point) -> Point:
        """A point of the draft on the page."""
        return self.across(point[0]), self.y + point[1] * self.scale

    def box(self, box: Box) -> Box:
        """A box of the draft on the page."""
        scale, top = self.scale, self.y
        x, y, w, h = (
            self.across(box.x, box.w),
            top + box.y * scale,
            box.w * scale,
            box.h * scale,
        )
        return Box(
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

    def route(self, route: Route) -> Route:
        """A route of the draft on the page."""
        points = tuple(map(self.point, route.points))
        return Route(
            route.start, route.end, route.kind, route.basis, points, route.dashed
        )

    def band(self, band: Band) -> Band:
        """A band of the draft on the page."""
        x, y = self.across(band.x, band.w), self.y + band.y * self.scale
        return Band(band.theme, x, y, band.w * self.scale, band.h * self.scale)


class Page:
    """A page in the making.

    Args:
        arrangement: What stands in which band and column.
        cards: The contents of the boxes.
        captions: The words around them.
        sheet: The page; one without height is as high as needed.
    """

    def __init__(
        self, arrangement: Arrangement, cards: Cards, captions: Captions, sheet: Sheet
    ) -> None:
        self.arrangement, self.cards, self.captions, self.sheet = (
            arrangement,
            cards,
            captions,
            sheet,
        )
        self.flip, self.style = (
            captions.profile.direction == "efforts",
            captions.profile.style,
        )
        self.room = sheet.width - 2 * sheet.margin
        self.logo = self._logo()
        self.header = tuple(self._header())
        lowest = self.logo.y + self.logo.h + 4 if self.logo else sheet.margin
        self.top = max((lowest, *(line.y + 1.1 * line.size for line in self.header)))
        gaps = any(
            remark.startswith("!")
            for each in arrangement.network
            for remark in cards[each.id].remarks
        )
        self.legend, self.samples, self.legend_height = self._legend(
            captions.legend(cards.everywhere, remarks=gaps)
        )
        self.stands = Stands(arrangement)
        widths = Widths(self.stands, cards, self.room, sheet.largest)
        if sheet.height:
            self.scale, self.draft = widths.best(
                sheet.height - self.top - self.legend_height - sheet.margin
            )
        else:
            self.scale, self.draft = 1.0, widths.on_screen()
        self.draft.flipped = self.flip

    # the page

    def layout(self) -> Layout:
        """The finished page."""
        draft, sheet = self.draft, self.sheet
        wide, high = draft.width * self.scale, draft.height * self.scale
        frame = Frame(
            self.scale, sheet.margin, self.top, draft.width if self.flip else 0.0
        )
        boxes = draft.boxes()
        moved = Frame(1.0, 0.0, self.top + high)
        return Layout(
            width=sheet.width if wide <= self.room + HAIR else wide + 2 * sheet.margin,
            height=sheet.height or self.top + high + self.legend_height + sheet.margin,
            size=NATURAL * self.scale,
            title=self.captions.title,
            description=self.captions.description,
            lang=self.cards.lang,
            boxes=tuple(map(frame.box, boxes.values())),
            routes=tuple(map(frame.route, draft.routes(boxes))),
            bands=tuple(map(frame.band, draft.bands())),
            words=(
                *self.header,
                *self._words(frame),
                *(line._replace(y=line.y + moved.y) for line in self.legend),
            ),
            samples=tuple(map(moved.route, self.samples)),
            style=self.style,
            logo=self.logo,
        )

    def _logo(self) -> Area | None:
        """At the right top, as high as a title of two lines and at most a quarter of the page wide."""
        sheet, logo = self.sheet, self.style.logo
        if logo is None or not sheet.title:
            return None
        wide = min(2.6 * sheet.title * logo.shape, sheet.width / 4)
        return Area(
            sheet.width - sheet.margin - wide,
            sheet.margin - 0.3 * sheet.title,
            wide,
            wide / logo.shape,
        )

    def _header(self) -> Iterator[Words]:
        sheet, y = self.sheet, self.sheet.margin - 0.3 * self.sheet.title
        room = self.logo.x - 2 * sheet.margin if self.logo else self.room
        size = max(SMALLEST, sheet.title / 2)
        for line in (
            wrapped(self.captions.title, room / sheet.title, "bold", self.cards.lang, 2)
            if sheet.title
            else ()
        ):
            y += 1.2 * sheet.title
            yield Words("title", line, sheet.margin, y, sheet.title, bold=True)
        y += 0.4 * size
        for text, most in (
            ((self.captions.subtitle, 1), (self.captions.vision, 3))
            if sheet.title
            else ()
        ):
            for line in wrapped(text, room / size, most=most) if text else ():
                y += 1.35 * size
                yield Words("subtitle", line, sheet.margin, y, size)

    def _words(self, frame: Frame) -> Iterator[Words]:
        draft, captions = self.draft, self.captions
        for name, (left, right) in zip(draft.names, draft.sides(), strict=True):
            place = frame.across(left, right - left), frame.point((0, HEADING - 8))[1]
            yield Words(
                "heading",
                captions.heading(name),
                *place,
                max(9.0, 12 * frame.scale),
                bold=True,
            )
        for stand, top in zip(draft.stands.stands, draft.placed.tops, strict=True):
            if draft.captioned(stand.theme):
                place = self._left(frame), frame.point((0, top - 7))[1]
                yield Words(
                    "caption",
                    captions.homeless(),
                    *place,
                    NATURAL * frame.scale,
                    bold=True,
                )
        if draft.placed.tiles:
            place = (
                self._left(frame),
                frame.point((0, draft.placed.heap + BAND_PAD + CAPTION - 9))[1],
            )
            yield Words(
                "caption", captions.loose(), *place, NATURAL * frame.scale, bold=True
            )
        for tile in (tile for tile in draft.placed.tiles if tile.caption):
            x, y = draft.corner(tile)
            place = frame.across(x, draft.tile), frame.point((0, y + CAPTION - 6))[1]
            yield Words(
                "caption", tile.caption, *place, NATURAL * frame.scale, bold=True
            )

    def _left(self, frame: Frame) -> float:
        """Where what is in a band begins."""
        return frame.x + BAND_PAD * frame.scale

    def _legend(self, keys: tuple[Key, ...]) -> tuple[list[Words], list[Route], float]:
        """The words and sample lines of the legend, from the bottom of the picture down, and their height."""
        size = max(SMALLEST, self.sheet.title * 0.45)
        words, samples = list[Words](), list[Route]()
        x, y = self.sheet.margin, 2 * size
        for key in keys:
            text = key.words.said(self.captions.profile.lang)
            wide = (SAMPLE if key.kind else 0.0) + width(text) * size
            if (
                x > self.sheet.margin
                and x + wide > self.sheet.width - self.sheet.margin
            ):
                x, y = self.sheet.margin, y + 1.5 * size
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
                        points[::-1] if self.flip else points,
                        key.dashed,
                    )
                )
            words.append(Words("legend", text, x + wide - width(text) * size, y, size))
            x += wide + 2.5 * size
        return words, samples, y + 0.4 * size
