"""A page around rows: a title, headings that come back on every page, a legend and a page number."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from dinet.language import Sentence
from dinet.layout.render.drawing import LEADING, Drawing, Named, Shape, Text
from dinet.layout.style.paper import sheet
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import width, wrapped
from dinet.network import Network

LEAST, TITLE = 8.0, 16.0
"""The letters of rows are no smaller than the first; the second is the title of a page that is made for a screen."""
GAP = 2.5
"""Between the entries of a legend, in letter sizes."""
SWATCH = 2.2
"""The width of a sample in a legend, in letter sizes."""


class Row(NamedTuple):
    """Something as wide as the page: its height, and what draws it at a given top."""

    height: float
    drawn: Callable[[float], Iterable[Named]]


NOTHING = Row(0.0, lambda _: ())


class Section(NamedTuple):
    """Rows that stand together, and a heading that comes back on each page where they go on."""

    heading: Row
    rows: Sequence[Row]


class Key(NamedTuple):
    """An entry of a legend: what draws its sample at a left side and a base line, if it has one, and the words."""

    words: str
    sample: Callable[[float, float], Shape] | None = None


class Frame:
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
        self.sheet, self.style, self.profile, self.description = (
            sheet(profile.paper),
            profile.style,
            profile,
            description,
        )
        self.title = self._title(network, title)
        self.large = self.sheet.title or TITLE
        self.size = max(LEAST, 0.5 * self.large)
        self.left, self.room = (
            self.sheet.margin,
            self.sheet.width - 2 * self.sheet.margin,
        )
        identity = network.programme.identity
        about = (identity.organisation, identity.period, identity.date, profile.source)
        self.subtitle = " · ".join(each for each in about if each)

    def _title(self, network: Network, title: Sentence) -> str:
        named = network.programme.title or ""
        return ": ".join(
            filter(None, [title.said(self.profile.lang), " ".join(named.split())])
        )

    def pages(
        self, header: Row, sections: Iterable[Section], legend: Sequence[Key]
    ) -> list[Drawing]:
        """Pages with the header on each; as many as are needed, or one of any height when it is for a screen."""
        heading, about = self._heading(), self._about()
        top = sum(row.height for row in about)
        keys = Row(0.0, lambda y: [self._legend(legend, y)[0]])
        below = self._legend(legend, 0.0)[1]
        bottom = self.sheet.height - self.sheet.margin - below
        room = (
            bottom - self.sheet.margin - top - header.height
            if self.sheet.height
            else float("inf")
        )
        found = []
        for rows in paged(sections, room):
            whole = [*about, header, *rows]
            end = self.sheet.margin + sum(row.height for row in whole)
            parts = _stacked(whole, self.sheet.margin)
            height = self.sheet.height or end + below + self.sheet.margin
            under = tuple(keys.drawn(bottom if self.sheet.height else end))
            page = Drawing(
                self.sheet.width,
                height,
                self.title,
                self.description,
                self.profile.lang,
                (*parts, *under),
            )
            found.append(page._replace(heading=heading, style=self.style))
        return found

    def _heading(self) -> tuple[Text, ...]:
        lines = wrapped(
            self.title, self.room / self.large, "bold", self.profile.lang, 2
        )
        like = Text(
            self.left,
            self.sheet.margin + self.large,
            "",
            self.large,
            "bold",
            self.style.words,
        )
        return tuple(like.lines(lines))

    def _about(self) -> list[Row]:
        """Room for the title, and under it whose it is, for when, and from which document."""
        lines = (
            wrapped(self.subtitle, self.room / self.size, most=2)
            if self.subtitle
            else ()
        )
        title = LEADING * self.large * len(self._heading())
        like = Text(self.left, 0, "", self.size, colour=self.style.faint)
        height = title + LEADING * self.size * len(lines) + self.size
        return [
            Row(
                height,
                lambda y: [
                    Named(
                        "", tuple(like._replace(y=y + title + self.size).lines(lines))
                    )
                ],
            )
        ]

    def _legend(self, keys: Sequence[Key], y: float) -> tuple[Named, float]:
        """The legend under a height, and how high it is."""
        shapes, x, down, size = list[Shape](), self.left, 2.0 * self.size, self.size
        for key in keys:
            lines = wrapped(
                key.words,
                self.room / size - SWATCH - 0.6,
                lang=self.profile.lang,
                most=4,
            )
            before = (SWATCH + 0.6) * size if key.sample else 0.0
            wide = before + max(width(line) for line in lines) * size
            if x > self.left and x + wide > self.left + self.room:
                x, down = self.left, down + 1.6 * size
            shapes += [key.sample(x, y + down)] if key.sample else []
            shapes += Text(
                x + before, y + down, "", size, colour=self.style.words
            ).lines(lines)
            down += (len(lines) - 1) * LEADING * size
            x += wide + GAP * size
        return Named("", tuple(shapes)), (down + 0.4 * size if keys else 0.0)


def numbered(pages: Sequence[Drawing], frame: Frame) -> tuple[Drawing, ...]:
    """Pages with their numbers in the margin at the bottom; a single page has none."""
    if len(pages) == 1:
        return tuple(pages)
    found = []
    for number, page in enumerate(pages, start=1):
        words = Sentence(
            "page {number} of {count}", number=number, count=len(pages)
        ).said(frame.profile.lang)
        left = page.width - frame.left - width(words) * LEAST
        text = Text(
            left,
            page.height - 0.4 * frame.sheet.margin,
            words,
            LEAST,
            colour=frame.style.faint,
        )
        found.append(page._replace(number=(text,)))
    return tuple(found)


def paged(sections: Iterable[Section], room: float) -> list[list[Row]]:
    """Rows on pages; a heading stands with a row under it, and again on the next page.

    Args:
        sections: With rows that are no higher than the room.
        room: The height for rows on a page.

    Returns:
        At least one page, which may be empty.
    """
    pages: list[list[Row]] = [[]]
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


def _stacked(rows: Iterable[Row], y: float) -> Iterator[Named]:
    for row in rows:
        yield from row.drawn(y)
        y += row.height
