"""A page around rows: a title, headings that come back on every page, a legend and a page number."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from dinet.language import Sentence
from dinet.layout.render.drawing import (
    LINE_LEADING,
    DrawnPage,
    GraphicPrimitive,
    NamedGroup,
    PlacedText,
)
from dinet.layout.style.paper import parse_page_size
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import measure_width, wrap_text
from dinet.network import Network

SMALLEST_ROW_LETTERS, SCREEN_TITLE_SIZE = 8.0, 16.0
"""The letters of rows are no smaller than the first; the second is the title of a page that is made for a screen."""
LEGEND_GAP = 2.5
"""Between the entries of a legend, in letter sizes."""
SWATCH_WIDTH = 2.2
"""The width of a sample in a legend, in letter sizes."""


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
    """An entry of a legend: what draws its sample at a left side and a base line, if it has one, and the words."""

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
        self, network: Network, profile: Profile, title: Sentence, description: str
    ) -> None:
        self.page_size, self.style, self.profile, self.description = (
            parse_page_size(profile.paper),
            profile.style,
            profile,
            description,
        )
        self.title = self._page_title(network, title)
        self.title_size = self.page_size.title_size or SCREEN_TITLE_SIZE
        self.size = max(SMALLEST_ROW_LETTERS, 0.5 * self.title_size)
        self.left, self.room = (
            self.page_size.margin,
            self.page_size.width - 2 * self.page_size.margin,
        )
        identity = network.programme.identity
        about = (identity.organisation, identity.period, identity.date, profile.source)
        self.subtitle = " · ".join(each for each in about if each)

    def _page_title(self, network: Network, title: Sentence) -> str:
        named = network.programme.title or ""
        return ": ".join(
            filter(
                None, [title.in_language(self.profile.lang), " ".join(named.split())]
            )
        )

    def build_pages(
        self,
        header: PageRow,
        sections: Iterable[RowSection],
        legend: Sequence[TableLegendEntry],
    ) -> list[DrawnPage]:
        """Pages with the header on each; as many as are needed, or one of any height when it is for a screen."""
        heading, about = self._heading_lines(), self._about_rows()
        top = sum(row.height for row in about)
        keys = PageRow(0.0, lambda y: [self._build_legend(legend, y)[0]])
        below = self._build_legend(legend, 0.0)[1]
        bottom = self.page_size.height - self.page_size.margin - below
        room = (
            bottom - self.page_size.margin - top - header.height
            if self.page_size.height
            else float("inf")
        )
        found = []
        for rows in split_into_pages(sections, room):
            whole = [*about, header, *rows]
            end = self.page_size.margin + sum(row.height for row in whole)
            parts = _stack_rows(whole, self.page_size.margin)
            height = self.page_size.height or end + below + self.page_size.margin
            under = tuple(keys.draw_at(bottom if self.page_size.height else end))
            page = DrawnPage(
                self.page_size.width,
                height,
                self.title,
                self.description,
                self.profile.lang,
                (*parts, *under),
            )
            found.append(page._replace(heading=heading, style=self.style))
        return found

    def _heading_lines(self) -> tuple[PlacedText, ...]:
        lines = wrap_text(
            self.title, self.room / self.title_size, "bold", self.profile.lang, 2
        )
        like = PlacedText(
            self.left,
            self.page_size.margin + self.title_size,
            "",
            self.title_size,
            "bold",
            self.style.words,
        )
        return tuple(like.stack_lines(lines))

    def _about_rows(self) -> list[PageRow]:
        """Room for the title, and under it whose it is, for when, and from which document."""
        lines = (
            wrap_text(self.subtitle, self.room / self.size, most=2)
            if self.subtitle
            else ()
        )
        title = LINE_LEADING * self.title_size * len(self._heading_lines())
        like = PlacedText(self.left, 0, "", self.size, colour=self.style.faint)
        height = title + LINE_LEADING * self.size * len(lines) + self.size
        return [
            PageRow(
                height,
                lambda y: [
                    NamedGroup(
                        "",
                        tuple(
                            like._replace(y=y + title + self.size).stack_lines(lines)
                        ),
                    )
                ],
            )
        ]

    def _build_legend(
        self, keys: Sequence[TableLegendEntry], y: float
    ) -> tuple[NamedGroup, float]:
        """The legend under a height, and how high it is."""
        shapes, x, down, size = (
            list[GraphicPrimitive](),
            self.left,
            2.0 * self.size,
            self.size,
        )
        for key in keys:
            lines = wrap_text(
                key.words,
                self.room / size - SWATCH_WIDTH - 0.6,
                lang=self.profile.lang,
                most=4,
            )
            before = (SWATCH_WIDTH + 0.6) * size if key.sample else 0.0
            wide = before + max(measure_width(line) for line in lines) * size
            if x > self.left and x + wide > self.left + self.room:
                x, down = self.left, down + 1.6 * size
            shapes += [key.sample(x, y + down)] if key.sample else []
            shapes += PlacedText(
                x + before, y + down, "", size, colour=self.style.words
            ).stack_lines(lines)
            down += (len(lines) - 1) * LINE_LEADING * size
            x += wide + LEGEND_GAP * size
        return NamedGroup("", tuple(shapes)), (down + 0.4 * size if keys else 0.0)


def number_pages(
    pages: Sequence[DrawnPage], frame: TablePageFrame
) -> tuple[DrawnPage, ...]:
    """Pages with their numbers in the margin at the bottom; a single page has none."""
    if len(pages) == 1:
        return tuple(pages)
    found = []
    for number, page in enumerate(pages, start=1):
        words = Sentence(
            "page {number} of {count}", number=number, count=len(pages)
        ).in_language(frame.profile.lang)
        left = page.width - frame.left - measure_width(words) * SMALLEST_ROW_LETTERS
        text = PlacedText(
            left,
            page.height - 0.4 * frame.page_size.margin,
            words,
            SMALLEST_ROW_LETTERS,
            colour=frame.style.faint,
        )
        found.append(page._replace(number=(text,)))
    return tuple(found)


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
            first = at == 0
            if pages[-1] and used + row.height + heading.height * first > room:
                pages.append([])
                used = 0.0
            above = [heading] if first or not pages[-1] else []
            pages[-1] += [*above, row]
            used += row.height + sum(each.height for each in above)
    return pages


def _stack_rows(rows: Iterable[PageRow], y: float) -> Iterator[NamedGroup]:
    for row in rows:
        yield from row.draw_at(y)
        y += row.height
