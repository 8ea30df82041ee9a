"""The matrix as pages: efforts below each other, goals and targets beside each other, a sign where an effort serves one."""

from collections.abc import Callable, Iterator
from itertools import groupby

from dinet.language import Joined, Sentence
from dinet.layout.layered.cards import shown
from dinet.layout.render.drawing import LEADING, Area, Drawing, Named, Rule, Shape, Text
from dinet.layout.style.paper import SMALLEST
from dinet.layout.style.profile import Profile
from dinet.layout.tables.matrix import (
    BRACKETS,
    PARTIAL,
    SIGNS,
    WAYS,
    Column,
    Matrix,
    bands,
)
from dinet.layout.tables.table_pages import (
    NOTHING,
    SWATCH,
    Frame,
    Key,
    Row,
    Section,
    numbered,
)
from dinet.layout.text.measure import shortened, width, wrapped
from dinet.model import Effort
from dinet.network import Network

EFFORT, TOTAL = 0.34, 2.6
"""The share of the page for the efforts; and the width of a total, in letter sizes."""
NARROW, WIDE = 2.4, 4.0
"""How narrow and how wide a column may be, in letter sizes."""
HIGH = 13.0
"""The room for the words over a column, in letter sizes."""
MOST_LINES = 2
"""Of an effort; its whole text stands in the tables, and in its name."""
PAD = 0.45
NONE = "0 !"
Band = tuple[Column, ...]


def crosstable(
    matrix: Matrix, network: Network, profile: Profile
) -> tuple[Drawing, ...]:
    """The matrix on as many pages as it takes.

    Args:
        matrix: Of the network.
        network: Whose matrix it is.
        profile: The paper, and the language of the words around the elements; texts are short,
            whatever it says.

    Returns:
        At least one page. Columns that do not fit beside each other go on on further pages, if
        they can by theme; each page has all headings, and letters of at least 7 points.
    """
    return _Crosstable(matrix, network, profile).pages()


class _Crosstable:
    def __init__(self, matrix: Matrix, network: Network, profile: Profile) -> None:
        self.matrix, self.network, self.profile, self.lang = (
            matrix,
            network,
            profile,
            profile.lang,
        )
        self.text_lang = network.programme.lang
        self.frame = Frame(network, profile, Sentence("Matrix"), self._description())
        self.size, self.style = self.frame.size, self.frame.style
        frame = self.frame
        code = (
            max(
                [
                    2.4,
                    *(
                        width(self._code(effort.id), "bold") + 1
                        for effort in matrix.rows
                    ),
                ]
            )
            * self.size
        )
        self.text = frame.left + code + PAD * self.size
        self.cells = frame.left + EFFORT * frame.room
        self.end = frame.left + frame.room - 2 * TOTAL * self.size

    def _description(self) -> str:
        words = Sentence(
            "{efforts} efforts by {columns} goals, targets and others that they serve.",
            efforts=len(self.matrix.rows),
            columns=len(self.matrix.columns),
        )
        return words.said(self.lang)

    def _code(self, name: str) -> str:
        return shortened(name, 5, "bold")

    def pages(self) -> tuple[Drawing, ...]:
        """All pages."""
        most = int((self.end - self.cells) / (NARROW * self.size))
        found = []
        for band in bands(self.matrix.columns, most) or [()]:
            wide = min(WIDE * self.size, (self.end - self.cells) / max(1, len(band)))
            found += self.frame.pages(
                self._header(band, wide),
                self._sections(band, wide),
                self._legend(whole=band == self.matrix.columns),
            )
        return numbered(found, self.frame)

    def _legend(self, *, whole: bool) -> list[Key]:
        ways, weak = self.matrix.ways()
        keys = [
            Key(WAYS[way].said(self.lang), self._sample(SIGNS[way])) for way in ways
        ]
        keys += [Key(BRACKETS.said(self.lang), self._sample("( )"))] if weak else []
        keys += [] if whole else [Key(PARTIAL.said(self.lang))]
        return [
            *keys,
            Key(
                Sentence("! = serves nothing, or is served by nothing").said(self.lang)
            ),
            Key(self._description()),
        ]

    def _sample(self, sign: str) -> Callable[[float, float], Shape]:
        return lambda x, y: Text(
            x + SWATCH * self.size / 2,
            y,
            sign,
            self.size,
            colour=self.style.words,
            centred=True,
        )

    # the head of the table

    def _header(self, band: Band, wide: float) -> Row:
        high = (HIGH + 1.6 + (1.9 if self.network.themes else 0)) * self.size
        return Row(
            high,
            lambda y: [
                *self._themes(band, wide, y),
                *self._heads(band, wide, y + high),
                self._totals(y + high),
            ],
        )

    def _themes(self, band: Band, wide: float, y: float) -> Iterator[Named]:
        size, x = self.size, self.cells
        for theme, columns in (
            groupby(band, key=lambda column: column.theme)
            if self.network.themes
            else ()
        ):
            long = wide * len(list(columns))
            words = (
                f"{theme} {shown(self.network[theme], short=True)}"
                if theme
                else Sentence("Without a theme").said(self.lang)
            )
            ground = Area(x + 1, y, long - 2, 1.5 * size, self.style.band)
            line = Text(
                x + 0.4 * size,
                y + 1.1 * size,
                shortened(words, long / size - 0.8, "bold"),
                size,
                "bold",
                self.style.words,
            )
            yield Named(words, (ground, line) if line.text != "…" else (ground,))
            x += long

    def _heads(self, band: Band, wide: float, y: float) -> Iterator[Named]:
        """The code of each column, and over it its words, turned."""
        size, small = self.size, SMALLEST
        most = max(1, int((wide - 0.2 * size) / (LEADING * small)))
        for at, column in enumerate(band):
            x, ink = self.cells + at * wide, self.style.inks[column.element.kind]
            words = shown(column.element, short=True)
            lines = wrapped(
                words, (HIGH - 0.8) * size / small, lang=self.text_lang, most=most
            )
            first = x + wide / 2 - (len(lines) - 1) * LEADING * small / 2 + 0.33 * small
            code = Area(x + 1, y - 1.6 * size, wide - 2, 1.6 * size, ink.bar)
            name = shortened(column.element.id, (wide - 3) / size, "bold")
            yield Named(
                f"{column.element.id} {column.element.text}",
                (
                    *Text(
                        first,
                        y - 2.0 * size,
                        "",
                        small,
                        colour=self.style.words,
                        turned=True,
                    ).lines(lines),
                    code,
                    Text(
                        x + wide / 2,
                        y - 0.5 * size,
                        name,
                        size,
                        "bold",
                        ink.code,
                        centred=True,
                    ),
                ),
            )

    def _totals(self, y: float) -> Named:
        """The headings of the totals of rows, and the line under all headings."""
        size, small = self.size, SMALLEST
        shapes: list[Shape] = [
            Rule(
                self.frame.left,
                y,
                self.frame.left + self.frame.room,
                y,
                self.style.words,
                1.0,
            )
        ]
        shapes.append(
            Text(
                self.frame.left,
                y - 0.5 * size,
                self._said("Effort"),
                size,
                "bold",
                self.style.words,
            )
        )
        for at, words in enumerate(("Number of goals", "Number of targets and others")):
            middle = self.end + (at + 0.5) * TOTAL * size + 0.33 * small
            line = shortened(self._said(words), HIGH * size / small, "bold")
            shapes.append(
                Text(
                    middle,
                    y - 0.5 * size,
                    line,
                    small,
                    "bold",
                    self.style.words,
                    turned=True,
                )
            )
        return Named("", tuple(shapes))

    def _said(self, words: str) -> str:
        return Sentence(words).said(self.lang)

    # rows

    def _sections(self, band: Band, wide: float) -> list[Section]:
        efforts = [
            self._row(effort, band, wide) for effort in self.matrix.rows_in(band)
        ]
        counts = [self.matrix.serving(column) for column in band]
        totals = [
            self._sum(
                Sentence("Number of efforts"),
                [count for count, _ in counts],
                wide,
                gap=True,
            ),
            self._sum(
                Sentence("of which directly"),
                [direct for _, direct in counts],
                wide,
                gap=False,
            ),
        ]
        return [Section(NOTHING, efforts), Section(NOTHING, totals if band else [])]

    def _row(self, effort: Effort, band: Band, wide: float) -> Row:
        size, style, left = self.size, self.style, self.frame.left
        words = shown(effort, short=True)
        lines = wrapped(
            words,
            (self.cells - self.text) / size - PAD,
            lang=self.text_lang,
            most=MOST_LINES,
        )
        high = (LEADING * len(lines) + 2 * PAD) * size
        ink = style.inks["effort"]

        def drawn(y: float) -> Iterator[Named]:
            code = Area(left, y + 1.5, self.text - left - PAD * size, high - 3, ink.bar)
            middle = y + high / 2 + 0.35 * size
            shapes = (
                code,
                Text(
                    code.x + code.w / 2,
                    middle,
                    self._code(effort.id),
                    size,
                    "bold",
                    ink.code,
                    centred=True,
                ),
                *Text(
                    self.text, y + (PAD + 0.95) * size, "", size, colour=style.words
                ).lines(lines),
                *self._lines(band, wide, y, high),
                *self._signs(effort, band, wide, y, high),
                *self._served(effort, middle),
            )
            yield Named(self._name(effort), shapes)

        return Row(high, drawn)

    def _served(self, effort: Effort, y: float) -> Iterator[Shape]:
        """The totals of a row."""
        counts = self.matrix.served(effort)
        for at, count in enumerate(counts):
            yield self._number(
                count, self.end + (at + 0.5) * TOTAL * self.size, y, gap=not any(counts)
            )

    def _name(self, effort: Effort) -> str:
        return f"{effort.id} {effort.text.rstrip(' .')}. {self.matrix.row_words(effort).said(self.lang)}."

    def _lines(self, band: Band, wide: float, y: float, high: float) -> Iterator[Shape]:
        """The lines around the cells of a row; those between themes are darker."""
        style, below = self.style, y + high
        yield Rule(
            self.frame.left,
            below,
            self.frame.left + self.frame.room,
            below,
            style.band_border,
        )
        for at in range(len(band) + 1):
            edge = at in (0, len(band)) or band[at - 1].theme != band[at].theme
            x = self.cells + at * wide
            yield Rule(
                x,
                y,
                x,
                below,
                style.faint if edge else style.band_border,
                0.7 if edge else 0.4,
            )

    def _signs(
        self, effort: Effort, band: Band, wide: float, y: float, high: float
    ) -> Iterator[Shape]:
        for at, column in enumerate(band):
            if cell := self.matrix.cell(effort, column):
                x = self.cells + at * wide
                ink = self.style.inks[column.element.kind]
                yield Area(x + 1, y + 1, wide - 2, high - 2, ink.ground)
                yield Text(
                    x + wide / 2,
                    y + high / 2 + 0.35 * self.size,
                    cell.sign,
                    self.size,
                    colour=ink.text,
                    centred=True,
                )

    def _sum(
        self, words: Sentence, counts: list[int], wide: float, *, gap: bool
    ) -> Row:
        high = (LEADING + 2 * PAD) * self.size
        said = Joined(
            words, Sentence("{counts}", counts=", ".join(map(str, counts))), glue=": "
        ).said(self.lang)

        def drawn(y: float) -> Iterator[Named]:
            base = y + (PAD + 0.95) * self.size
            title = Text(
                self.text,
                base,
                words.said(self.lang),
                self.size,
                "bold",
                self.style.words,
            )
            numbers = [
                self._number(count, self.cells + (at + 0.5) * wide, base, gap=gap)
                for at, count in enumerate(counts)
            ]
            rule = Rule(
                self.frame.left,
                y + high,
                self.frame.left + self.frame.room,
                y + high,
                self.style.band_border,
            )
            yield Named(said, (title, *numbers, rule))

        return Row(high, drawn)

    def _number(self, count: int, x: float, y: float, *, gap: bool) -> Text:
        """A total; none is told to be a gap where it is one."""
        if count or not gap:
            return Text(
                x, y, str(count), self.size, colour=self.style.words, centred=True
            )
        return Text(x, y, NONE, self.size, "bold", self.style.gap, centred=True)
