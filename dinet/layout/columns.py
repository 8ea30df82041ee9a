"""The layout of a programme: columns by kind, bands by theme, in letters as large as the page allows."""

from collections.abc import Iterator
from typing import NamedTuple

from dinet.finding import Finding
from dinet.layout.arrangement import LADDER, Arrangement
from dinet.layout.captions import Captions, Key
from dinet.layout.cards import Cards
from dinet.layout.draft import BAND_PAD, CAPTION, HEADING, WIDTHS, Draft
from dinet.layout.measure import width, wrapped
from dinet.layout.paper import NATURAL, SHEETS, SMALLEST, Sheet
from dinet.layout.plan import Band, Box, Layout, Point, Route, Words
from dinet.layout.profile import Profile
from dinet.layout.slots import Stands
from dinet.network import Network

FACTORS = sorted((0.7 + 0.8 * step / 13 for step in range(14)), key=lambda factor: abs(factor - 1))
"""How much wider or narrower than usual all columns are tried, the least different first."""
ROUNDS, STEP, SLIMMEST, FATTEST = 4, 1.12, 0.75, 2.5
"""How often each column is tried a step wider and narrower, and how far it may go from its usual width."""
FEW = 300
"""With more elements than this no page gets letters that can be read, and the search is not worth its time."""
COMFORTABLE, LARGEST = 0.9, 1.15
"""For larger letters than the first no column is made narrow, and no network is blown up more than the second."""
SAMPLE = 32.0
"""The room of a sample line in the legend."""


def laid_out(network: Network, findings: tuple[Finding, ...], profile: Profile) -> Layout:
    """The whole programme on one page, in letters as large as fit.

    Args:
        network: The programme.
        findings: What the rules say about it; the legend counts them.
        profile: The paper, the language of headings and legend, and whether texts are short.

    Returns:
        Every element once. On ``screen`` the letters are 10 points and the page is as high as needed.
    """
    arrangement, cards = Arrangement(network), Cards(network, profile)
    return Page(arrangement, cards, Captions(arrangement, findings, profile), SHEETS[profile.paper]).layout()


class Frame(NamedTuple):
    """How a draft gets onto the page: times ``scale``, and then moved."""

    scale: float
    x: float
    y: float

    def point(self, point: Point) -> Point:
        """A point of the draft on the page."""
        return self.x + point[0] * self.scale, self.y + point[1] * self.scale

    def box(self, box: Box) -> Box:
        """A box of the draft on the page."""
        scale, left, top = self
        x, y, w, h = left + box.x * scale, top + box.y * scale, box.w * scale, box.h * scale
        return Box(box.id, box.kind, x, y, w, h, box.lines, box.remarks, box.code, box.bar * scale, box.dashed)

    def route(self, route: Route) -> Route:
        """A route of the draft on the page."""
        scale, left, top = self
        points = tuple([(left + x * scale, top + y * scale) for x, y in route.points])
        return Route(route.start, route.end, route.kind, route.basis, points, route.dashed)

    def band(self, band: Band) -> Band:
        """A band of the draft on the page."""
        return Band(band.theme, *self.point((band.x, band.y)), band.w * self.scale, band.h * self.scale)


class Page:
    """A page in the making.

    Args:
        arrangement: What stands in which band and column.
        cards: The contents of the boxes.
        captions: The words around them.
        sheet: The page; one without height is as high as needed.
    """

    def __init__(self, arrangement: Arrangement, cards: Cards, captions: Captions, sheet: Sheet) -> None:
        self.arrangement, self.cards, self.captions, self.sheet = arrangement, cards, captions, sheet
        self.room = sheet.width - 2 * sheet.margin
        self.header = tuple(self._header())
        self.top = max((line.y + 0.6 * line.size for line in self.header), default=sheet.margin)
        gaps = any(remark.startswith("!") for each in arrangement.network for remark in cards[each.id].remarks)
        self.legend, self.samples, self.legend_height = self._legend(captions.legend(cards.everywhere, remarks=gaps))
        self.stands = Stands(arrangement)
        widths = self._widths()
        draft = Draft(self.stands, cards, widths)
        self.scale = min(self._fits(draft)) if sheet.height else 1.0
        spare = max(0.0, self.room / self.scale - draft.width)
        self.draft = Draft(self.stands, cards, widths, spare) if spare else draft

    # the search for the largest letters

    def _widths(self) -> dict[str, float]:
        """The best widths: all columns wider or narrower together, and then each for itself."""
        if not self.sheet.height:
            usual = Draft(self.stands, self.cards, WIDTHS)
            wide = sum(usual.widths) or usual.tile
            factor = min(max(1 + (self.room - usual.width) / wide, min(FACTORS)), FATTEST)
            return {name: width * factor for name, width in WIDTHS.items()}
        if len(self.arrangement.network) > FEW:
            return WIDTHS

        def large(widths: dict[str, float]) -> tuple[float, float]:
            wide, high = (min(each, COMFORTABLE) for each in self._fits(Draft(self.stands, self.cards, widths)))
            return min(wide, high), wide + high  # room that does not help yet lets the next column grow

        widths = max(({name: wide * factor for name, wide in WIDTHS.items()} for factor in FACTORS), key=large)
        for name in sorted({*(LADDER[rung] for rung in self.stands.rungs), "effort"}) * ROUNDS:
            tried = (widths[name] * step for step in (1, STEP, 1 / STEP))
            widths = max((widths | {name: wide} for wide in tried if SLIMMEST < wide / WIDTHS[name] < FATTEST), key=large)
        return widths

    def _fits(self, draft: Draft) -> tuple[float, float]:
        """The scales at which a draft is as wide and as high as the page has room for."""
        height = self.sheet.height - self.top - self.legend_height - self.sheet.margin
        return min(LARGEST, self.room / draft.width), min(LARGEST, height / draft.height)

    # the page

    def layout(self) -> Layout:
        """The finished page."""
        draft, sheet = self.draft, self.sheet
        wide, high = draft.width * self.scale, draft.height * self.scale
        frame = Frame(self.scale, sheet.margin, self.top)
        boxes = draft.boxes()
        moved = Frame(1.0, 0.0, self.top + high)
        return Layout(
            width=max(sheet.width, wide + 2 * sheet.margin),
            height=sheet.height or self.top + high + self.legend_height + sheet.margin,
            size=NATURAL * self.scale,
            title=self.captions.title,
            description=self.captions.description,
            lang=self.cards.lang,
            boxes=tuple(map(frame.box, boxes.values())),
            routes=tuple(map(frame.route, draft.routes(boxes))),
            bands=tuple(map(frame.band, draft.bands())),
            words=(*self.header, *self._words(frame), *(line._replace(y=line.y + moved.y) for line in self.legend)),
            samples=tuple(map(moved.route, self.samples)),
        )

    def _header(self) -> Iterator[Words]:
        sheet, y = self.sheet, self.sheet.margin - 0.3 * self.sheet.title
        size = max(SMALLEST, sheet.title / 2)
        for line in wrapped(self.captions.title, self.room / sheet.title, "bold", self.cards.lang, 2) if sheet.title else ():
            y += 1.2 * sheet.title
            yield Words("title", line, sheet.margin, y, sheet.title, bold=True)
        y += 0.4 * size
        for text, most in ((self.captions.subtitle, 1), (self.captions.vision, 3)) if sheet.title else ():
            for line in wrapped(text, self.room / size, most=most) if text else ():
                y += 1.35 * size
                yield Words("subtitle", line, sheet.margin, y, size)

    def _words(self, frame: Frame) -> Iterator[Words]:
        draft, captions = self.draft, self.captions
        for name, (left, _) in zip(draft.names, draft.sides(), strict=True):
            place = frame.point((left, HEADING - 8))
            yield Words("heading", captions.heading(name), *place, max(9.0, 12 * frame.scale), bold=True)
        for stand, top in zip(draft.stands.stands, draft.placed.tops, strict=True):
            if draft.captioned(stand.theme):
                yield Words("caption", captions.homeless(), *frame.point((BAND_PAD, top - 7)), NATURAL * frame.scale, bold=True)
        if draft.placed.tiles:
            place = frame.point((BAND_PAD, draft.placed.heap + BAND_PAD + CAPTION - 9))
            yield Words("caption", captions.loose(), *place, NATURAL * frame.scale, bold=True)
        for tile in (tile for tile in draft.placed.tiles if tile.caption):
            x, y = draft.corner(tile)
            yield Words("caption", tile.caption, *frame.point((x, y + CAPTION - 6)), NATURAL * frame.scale, bold=True)

    def _legend(self, keys: tuple[Key, ...]) -> tuple[list[Words], list[Route], float]:
        """The words and sample lines of the legend, from the bottom of the picture down, and their height."""
        size = max(SMALLEST, self.sheet.title * 0.45)
        words, samples = list[Words](), list[Route]()
        x, y = self.sheet.margin, 2 * size
        for key in keys:
            text = key.words.said(self.captions.profile.lang)
            wide = (SAMPLE if key.kind else 0.0) + width(text) * size
            if x > self.sheet.margin and x + wide > self.sheet.width - self.sheet.margin:
                x, y = self.sheet.margin, y + 1.5 * size
            if key.kind:
                points = tuple((x + 26 - 26 * third / 3, y - 0.35 * size) for third in range(4))
                samples.append(Route("", "", key.kind, "stated", points, key.dashed))
            words.append(Words("legend", text, x + wide - width(text) * size, y, size))
            x += wide + 2.5 * size
        return words, samples, y + 0.4 * size
