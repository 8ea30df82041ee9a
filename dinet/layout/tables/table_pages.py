"""A page around rows: a title, headings that come back on each page, a legend, a page number."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from dinet.language import Sentence
from dinet.layout.render.drawing import (
    LINE_LEADING,
    DrawnPage,
    GraphicPrimitive,
    NamedGroup,
    PlacedText,
    Rectangle,
)
from dinet.layout.style.paper import parse_page_size
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import measure_width, shorten_text, wrap_text
from dinet.model import Effort
from dinet.network import Network

SMALLEST_ROW_LETTERS = 8.0
"""The size of the letters of rows at least, in points."""
SCREEN_TITLE_SIZE = 16.0
"""The size of the title of a page that is made for a screen, in points."""
ROW_LETTERS_SHARE = 0.5
"""The letters of rows beside those of the title, where that is not too small."""
LEGEND_GAP = 2.5
"""Between the entries of a legend, in letter sizes."""
LEGEND_ABOVE, LEGEND_BELOW = 2.0, 0.4
"""From the rows to the first base line of the legend, and from its last one to its end."""
LEGEND_LEADING = 1.6
"""From one row of entries to the next, in letter sizes."""
NARROWEST_CODE, WIDEST_CODE = 2.4, 5
"""How narrow and how wide the code of an effort may be, in letter sizes."""
CODE_MARGIN_POINTS = 1.5
"""Left free above and below the ground of a code."""
FIRST_BASE = 0.95
"""From the top of a text to the base of its first line, in letter sizes."""
HALF_LETTER = 0.35
"""From the middle of a capital to its base, in letter sizes."""
SWATCH_WIDTH = 2.2
"""The width of a sample in a legend, in letter sizes."""
SWATCH_GAP = 0.6
"""Between a sample and its words, in letter sizes."""
MOST_LEGEND_LINES = 4
"""So many lines has an entry of a legend; what is longer is cut off."""


class PageRow(NamedTuple):
    """Something as wide as the page: its height, and what draws it at a given top."""

    height: float
    draw_at: Callable[[float], Iterable[NamedGroup]]


EMPTY_ROW = PageRow(0.0, lambda _: ())


class RowSection(NamedTuple):
    """Rows that stand together, and a heading that comes back on each page where they go on."""

    heading: PageRow
    rows: Sequence[PageRow]


class TableLegendEntry(NamedTuple):
    """An entry of a legend: its words, and what draws its sample at a left side and a base line.

    An entry without a sample is a remark on the whole.
    """

    words: str
    sample: Callable[[float, float], GraphicPrimitive] | None = None


class TablePageFrame:
    """What all pages of one drawing share.

    Args:
        network: Whose it is.
        profile: The paper, the look, the language and the name of the document.
        title: What the pages show, such as ``Planning``.
        description: What is on them, in a few sentences.
    """

    def __init__(
        self,
        network: Network,
        profile: Profile,
        title: Sentence,
        description: str,
    ) -> None:
        self.page_size = parse_page_size(profile.paper)
        if (
            profile.trim
        ):  # no paper asks for an end: one page as high as its rows
            self.page_size = self.page_size._replace(height=0.0)
        self.style = profile.style
        self.profile = profile
        self.description = description
        self.title = self._page_title(network, title)
        self.title_size = self.page_size.title_size or SCREEN_TITLE_SIZE
        self.size = max(
            SMALLEST_ROW_LETTERS, ROW_LETTERS_SHARE * self.title_size
        )
        self.margin = self.page_size.margin
        self.left = self.margin
        self.room = self.page_size.width - 2 * self.margin
        self.heading = self._heading_lines()
        identity = network.programme.identity
        about = (
            identity.organisation,
            identity.period,
            identity.date,
            profile.source,
        )
        self.subtitle = " · ".join(filter(None, about))

    def _page_title(self, network: Network, title: Sentence) -> str:
        """What the pages show, and the name of the programme: ``Planning: Samen vooruit``."""
        programme_title = network.programme.title or ""
        name = " ".join(programme_title.split())
        return ": ".join(
            filter(None, [title.in_language(self.profile.lang), name])
        )

    def widest_code(self, ids: Iterable[str]) -> float:
        """The width of the widest of some codes with its ground, in points."""
        codes = map(_shorten_code, ids)
        widths = (measure_width(code, "bold") + 1 for code in codes)
        return max([NARROWEST_CODE, *widths]) * self.size

    def code_shapes(
        self, effort: Effort, y: float, width: float, height: float
    ) -> tuple[Rectangle, PlacedText]:
        """The code of an effort at the left of a row under a height, on a ground of its own."""
        ink = self.style.inks["effort"]
        ground = Rectangle(
            self.left,
            y + CODE_MARGIN_POINTS,
            width,
            height - 2 * CODE_MARGIN_POINTS,
            ink.bar,
        )
        code = PlacedText(
            ground.x + ground.w / 2,
            y + height / 2 + HALF_LETTER * self.size,
            _shorten_code(effort.id),
            self.size,
            "bold",
            ink.code,
            centred=True,
        )
        return ground, code

    def build_pages(
        self,
        header: PageRow,
        sections: Iterable[RowSection],
        legend: Sequence[TableLegendEntry],
    ) -> list[DrawnPage]:
        """Pages with the header and the legend on each.

        As many as are needed, or one of any height when it is for a screen.
        """
        about = self._about_row()
        legend_height = self._build_legend(legend, 0.0)[1]
        room = float("inf")
        if self.page_size.height:
            bottom = self._legend_top(legend_height)
            room = bottom - self.margin - about.height - header.height
        return [
            self._build_page([about, header, *rows], legend, legend_height)
            for rows in split_into_pages(sections, room)
        ]

    def _legend_top(self, legend_height: float) -> float:
        """Where the legend begins on paper, at the bottom of the page."""
        return self.page_size.height - self.margin - legend_height

    def _build_page(
        self,
        rows: Sequence[PageRow],
        legend: Sequence[TableLegendEntry],
        legend_height: float,
    ) -> DrawnPage:
        """A page with these rows; the legend stands at its bottom, on a screen right under them."""
        end = self.margin + sum(row.height for row in rows)
        is_paper = bool(self.page_size.height)
        legend_top = self._legend_top(legend_height) if is_paper else end
        return DrawnPage(
            self.page_size.width,
            self.page_size.height or end + legend_height + self.margin,
            self.title,
            self.description,
            self.profile.lang,
            (
                *_stack_rows(rows, self.margin),
                self._build_legend(legend, legend_top)[0],
            ),
            heading=self.heading,
            style=self.style,
        )

    def _heading_lines(self) -> tuple[PlacedText, ...]:
        lines = wrap_text(
            self.title,
            self.room / self.title_size,
            "bold",
            self.profile.lang,
            2,
        )
        first = PlacedText(
            self.left,
            self.margin + self.title_size,
            "",
            self.title_size,
            "bold",
            self.style.words,
        )
        return tuple(first.stack_lines(lines))

    def _about_row(self) -> PageRow:
        """Room for the title, and under it whose it is, for when, and from which document."""
        lines: Sequence[str] = ()
        if self.subtitle:
            lines = wrap_text(self.subtitle, self.room / self.size, most=2)
        title_height = LINE_LEADING * self.title_size * len(self.heading)
        height = (
            title_height + LINE_LEADING * self.size * len(lines) + self.size
        )

        def draw_subtitle(y: float) -> Iterator[NamedGroup]:
            base = y + title_height + self.size
            first = PlacedText(
                self.left, base, "", self.size, colour=self.style.faint
            )
            yield NamedGroup("", tuple(first.stack_lines(lines)))

        return PageRow(height, draw_subtitle)

    def _build_legend(
        self, legend: Sequence[TableLegendEntry], y: float
    ) -> tuple[NamedGroup, float]:
        """The legend under a height, and how high it is."""
        size = self.size
        shapes: list[GraphicPrimitive] = []
        x, down = self.left, LEGEND_ABOVE * size
        for entry in legend:
            lines = self._legend_lines(entry)
            before = (
                (SWATCH_WIDTH + SWATCH_GAP) * size if entry.sample else 0.0
            )
            wide = before + max(map(measure_width, lines)) * size
            if x > self.left and x + wide > self.left + self.room:
                x, down = self.left, down + LEGEND_LEADING * size
            if entry.sample:
                shapes.append(entry.sample(x, y + down))
            first = PlacedText(
                x + before, y + down, "", size, colour=self.style.words
            )
            shapes += first.stack_lines(lines)
            down += (len(lines) - 1) * LINE_LEADING * size
            x += wide + LEGEND_GAP * size
        height = down + LEGEND_BELOW * size if legend else 0.0
        return NamedGroup("", tuple(shapes)), height

    def _legend_lines(self, entry: TableLegendEntry) -> Sequence[str]:
        return wrap_text(
            entry.words,
            self.room / self.size - SWATCH_WIDTH - SWATCH_GAP,
            lang=self.profile.lang,
            most=MOST_LEGEND_LINES,
        )


def _shorten_code(code: str) -> str:
    return shorten_text(code, WIDEST_CODE, "bold")


def number_pages(
    pages: Sequence[DrawnPage], frame: TablePageFrame
) -> tuple[DrawnPage, ...]:
    """Pages with their numbers in the margin at the bottom; a single page has none."""
    if len(pages) == 1:
        return tuple(pages)
    numbered_pages = []
    for number, page in enumerate(pages, start=1):
        words = Sentence(
            "page {number} of {count}", number=number, count=len(pages)
        )
        text = _page_number(page, words.in_language(frame.profile.lang), frame)
        numbered_pages.append(page._replace(number=(text,)))
    return tuple(numbered_pages)


def _page_number(
    page: DrawnPage, words: str, frame: TablePageFrame
) -> PlacedText:
    """The number of a page, which ends at the right margin."""
    width = measure_width(words) * SMALLEST_ROW_LETTERS
    return PlacedText(
        page.width - frame.left - width,
        page.height - 0.4 * frame.margin,
        words,
        SMALLEST_ROW_LETTERS,
        colour=frame.style.faint,
    )


def split_into_pages(
    sections: Iterable[RowSection], room: float
) -> list[list[PageRow]]:
    """Rows on pages; a heading stands with a row under it, and again on the next page.

    Args:
        sections: With rows that are no higher than the room.
        room: The height for rows on a page.

    Returns:
        At least one page, which may be empty.
    """
    pages: list[list[PageRow]] = [[]]
    used = 0.0
    for heading, rows in sections:
        for at, row in enumerate(rows):
            is_first = at == 0
            if (
                pages[-1]
                and used + row.height + heading.height * is_first > room
            ):
                pages.append([])
                used = 0.0
            together = [row]
            if is_first or not pages[-1]:
                together = [heading, row]
            pages[-1] += together
            used += row.height + (heading.height if len(together) > 1 else 0.0)
    return pages


def _stack_rows(rows: Iterable[PageRow], y: float) -> Iterator[NamedGroup]:
    for row in rows:
        yield from row.draw_at(y)
        y += row.height
