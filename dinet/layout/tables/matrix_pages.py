"""The matrix as pages: efforts below each other, goals and targets beside each other, a sign where an effort serves one."""

from collections.abc import Callable, Iterator
from itertools import groupby

from dinet.language import JoinedSentences, Sentence
from dinet.layout.layered.cards import display_text
from dinet.layout.render.drawing import (
    LINE_LEADING,
    DrawnPage,
    GraphicPrimitive,
    NamedGroup,
    PlacedText,
    Rectangle,
    StraightLine,
)
from dinet.layout.style.paper import SMALLEST_LETTERS
from dinet.layout.style.profile import Profile
from dinet.layout.tables.matrix import (
    BRACKETS_LEGEND,
    PARTIAL_LEGEND,
    WAY_SIGNS,
    WAY_WORDS,
    DinMatrix,
    MatrixColumn,
    split_columns,
)
from dinet.layout.tables.table_pages import (
    EMPTY_ROW,
    SWATCH_WIDTH,
    PageRow,
    RowSection,
    TableLegendEntry,
    TablePageFrame,
    number_pages,
)
from dinet.layout.text.measure import measure_width, shorten_text, wrap_text
from dinet.model import Effort
from dinet.network import Network

EFFORT_SHARE, TOTAL_WIDTH = 0.34, 2.6
"""The share of the page for the efforts; and the width of a total, in letter sizes."""
NARROWEST_COLUMN, WIDEST_COLUMN = 2.4, 4.0
"""How narrow and how wide a column may be, in letter sizes."""
HEADING_HEIGHT = 13.0
"""The room for the words over a column, in letter sizes."""
MOST_EFFORT_LINES = 2
"""Of an effort; its whole text stands in the tables, and in its name."""
CELL_PAD = 0.45
GAP_TOTAL = "0 !"
ColumnBand = tuple[MatrixColumn, ...]


def draw_matrix_pages(
    matrix: DinMatrix, network: Network, profile: Profile
) -> tuple[DrawnPage, ...]:
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
    return _MatrixPages(matrix, network, profile).draw_pages()


class _MatrixPages:
    def __init__(self, matrix: DinMatrix, network: Network, profile: Profile) -> None:
        self.matrix, self.network, self.profile, self.lang = (
            matrix,
            network,
            profile,
            profile.lang,
        )
        self.text_lang = network.programme.lang
        self.frame = TablePageFrame(
            network, profile, Sentence("Matrix"), self._describe_matrix()
        )
        self.size, self.style = self.frame.size, self.frame.style
        frame = self.frame
        code = (
            max(
                [
                    2.4,
                    *(
                        measure_width(self._shorten_code(effort.id), "bold") + 1
                        for effort in matrix.rows
                    ),
                ]
            )
            * self.size
        )
        self.text_left = frame.left + code + CELL_PAD * self.size
        self.cells_left = frame.left + EFFORT_SHARE * frame.room
        self.cells_right = frame.left + frame.room - 2 * TOTAL_WIDTH * self.size

    def _describe_matrix(self) -> str:
        words = Sentence(
            "{efforts} efforts by {columns} goals, targets and others that they serve.",
            efforts=len(self.matrix.rows),
            columns=len(self.matrix.columns),
        )
        return words.in_language(self.lang)

    def _shorten_code(self, name: str) -> str:
        return shorten_text(name, 5, "bold")

    def draw_pages(self) -> tuple[DrawnPage, ...]:
        """All pages."""
        most = int(
            (self.cells_right - self.cells_left) / (NARROWEST_COLUMN * self.size)
        )
        found = []
        for band in split_columns(self.matrix.columns, most) or [()]:
            wide = min(
                WIDEST_COLUMN * self.size,
                (self.cells_right - self.cells_left) / max(1, len(band)),
            )
            found += self.frame.build_pages(
                self._header_row(band, wide),
                self._row_sections(band, wide),
                self._legend_entries(whole=band == self.matrix.columns),
            )
        return number_pages(found, self.frame)

    def _legend_entries(self, *, whole: bool) -> list[TableLegendEntry]:
        ways, weak = self.matrix.ways()
        keys = [
            TableLegendEntry(
                WAY_WORDS[way].in_language(self.lang), self._sign_sample(WAY_SIGNS[way])
            )
            for way in ways
        ]
        keys += (
            [
                TableLegendEntry(
                    BRACKETS_LEGEND.in_language(self.lang), self._sign_sample("( )")
                )
            ]
            if weak
            else []
        )
        keys += (
            [] if whole else [TableLegendEntry(PARTIAL_LEGEND.in_language(self.lang))]
        )
        return [
            *keys,
            TableLegendEntry(
                Sentence("! = serves nothing, or is served by nothing").in_language(
                    self.lang
                )
            ),
            TableLegendEntry(self._describe_matrix()),
        ]

    def _sign_sample(self, sign: str) -> Callable[[float, float], GraphicPrimitive]:
        return lambda x, y: PlacedText(
            x + SWATCH_WIDTH * self.size / 2,
            y,
            sign,
            self.size,
            colour=self.style.words,
            centred=True,
        )

    # the head of the table

    def _header_row(self, band: ColumnBand, wide: float) -> PageRow:
        high = (HEADING_HEIGHT + 1.6 + (1.9 if self.network.themes else 0)) * self.size
        return PageRow(
            high,
            lambda y: [
                *self._theme_headings(band, wide, y),
                *self._column_headings(band, wide, y + high),
                self._total_headings(y + high),
            ],
        )

    def _theme_headings(
        self, band: ColumnBand, wide: float, y: float
    ) -> Iterator[NamedGroup]:
        size, x = self.size, self.cells_left
        for theme, columns in (
            groupby(band, key=lambda column: column.theme)
            if self.network.themes
            else ()
        ):
            long = wide * len(list(columns))
            words = (
                f"{theme} {display_text(self.network[theme], short=True)}"
                if theme
                else Sentence("Without a theme").in_language(self.lang)
            )
            ground = Rectangle(x + 1, y, long - 2, 1.5 * size, self.style.band)
            line = PlacedText(
                x + 0.4 * size,
                y + 1.1 * size,
                shorten_text(words, long / size - 0.8, "bold"),
                size,
                "bold",
                self.style.words,
            )
            yield NamedGroup(words, (ground, line) if line.text != "…" else (ground,))
            x += long

    def _column_headings(
        self, band: ColumnBand, wide: float, y: float
    ) -> Iterator[NamedGroup]:
        """The code of each column, and over it its words, turned."""
        size, small = self.size, SMALLEST_LETTERS
        most = max(1, int((wide - 0.2 * size) / (LINE_LEADING * small)))
        for at, column in enumerate(band):
            x, ink = self.cells_left + at * wide, self.style.inks[column.element.kind]
            words = display_text(column.element, short=True)
            lines = wrap_text(
                words,
                (HEADING_HEIGHT - 0.8) * size / small,
                lang=self.text_lang,
                most=most,
            )
            first = (
                x
                + wide / 2
                - (len(lines) - 1) * LINE_LEADING * small / 2
                + 0.33 * small
            )
            code = Rectangle(x + 1, y - 1.6 * size, wide - 2, 1.6 * size, ink.bar)
            name = shorten_text(column.element.id, (wide - 3) / size, "bold")
            yield NamedGroup(
                f"{column.element.id} {column.element.text}",
                (
                    *PlacedText(
                        first,
                        y - 2.0 * size,
                        "",
                        small,
                        colour=self.style.words,
                        turned=True,
                    ).stack_lines(lines),
                    code,
                    PlacedText(
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

    def _total_headings(self, y: float) -> NamedGroup:
        """The headings of the totals of rows, and the line under all headings."""
        size, small = self.size, SMALLEST_LETTERS
        shapes: list[GraphicPrimitive] = [
            StraightLine(
                self.frame.left,
                y,
                self.frame.left + self.frame.room,
                y,
                self.style.words,
                1.0,
            )
        ]
        shapes.append(
            PlacedText(
                self.frame.left,
                y - 0.5 * size,
                self._translate_words("Effort"),
                size,
                "bold",
                self.style.words,
            )
        )
        for at, words in enumerate(("Number of goals", "Number of targets and others")):
            middle = self.cells_right + (at + 0.5) * TOTAL_WIDTH * size + 0.33 * small
            line = shorten_text(
                self._translate_words(words), HEADING_HEIGHT * size / small, "bold"
            )
            shapes.append(
                PlacedText(
                    middle,
                    y - 0.5 * size,
                    line,
                    small,
                    "bold",
                    self.style.words,
                    turned=True,
                )
            )
        return NamedGroup("", tuple(shapes))

    def _translate_words(self, words: str) -> str:
        return Sentence(words).in_language(self.lang)

    # rows

    def _row_sections(self, band: ColumnBand, wide: float) -> list[RowSection]:
        efforts = [
            self._effort_row(effort, band, wide) for effort in self.matrix.rows_in(band)
        ]
        counts = [self.matrix.serving(column) for column in band]
        totals = [
            self._total_row(
                Sentence("Number of efforts"),
                [count for count, _ in counts],
                wide,
                gap=True,
            ),
            self._total_row(
                Sentence("of which directly"),
                [direct for _, direct in counts],
                wide,
                gap=False,
            ),
        ]
        return [
            RowSection(EMPTY_ROW, efforts),
            RowSection(EMPTY_ROW, totals if band else []),
        ]

    def _effort_row(self, effort: Effort, band: ColumnBand, wide: float) -> PageRow:
        size, style, left = self.size, self.style, self.frame.left
        words = display_text(effort, short=True)
        lines = wrap_text(
            words,
            (self.cells_left - self.text_left) / size - CELL_PAD,
            lang=self.text_lang,
            most=MOST_EFFORT_LINES,
        )
        high = (LINE_LEADING * len(lines) + 2 * CELL_PAD) * size
        ink = style.inks["effort"]

        def draw_effort(y: float) -> Iterator[NamedGroup]:
            code = Rectangle(
                left,
                y + 1.5,
                self.text_left - left - CELL_PAD * size,
                high - 3,
                ink.bar,
            )
            middle = y + high / 2 + 0.35 * size
            shapes = (
                code,
                PlacedText(
                    code.x + code.w / 2,
                    middle,
                    self._shorten_code(effort.id),
                    size,
                    "bold",
                    ink.code,
                    centred=True,
                ),
                *PlacedText(
                    self.text_left,
                    y + (CELL_PAD + 0.95) * size,
                    "",
                    size,
                    colour=style.words,
                ).stack_lines(lines),
                *self._cell_lines(band, wide, y, high),
                *self._cell_signs(effort, band, wide, y, high),
                *self._row_totals(effort, middle),
            )
            yield NamedGroup(self._spoken_name(effort), shapes)

        return PageRow(high, draw_effort)

    def _row_totals(self, effort: Effort, y: float) -> Iterator[GraphicPrimitive]:
        """The totals of a row."""
        counts = self.matrix.served(effort)
        for at, count in enumerate(counts):
            yield self._total_text(
                count,
                self.cells_right + (at + 0.5) * TOTAL_WIDTH * self.size,
                y,
                gap=not any(counts),
            )

    def _spoken_name(self, effort: Effort) -> str:
        return f"{effort.id} {effort.text.rstrip(' .')}. {self.matrix.row_words(effort).in_language(self.lang)}."

    def _cell_lines(
        self, band: ColumnBand, wide: float, y: float, high: float
    ) -> Iterator[GraphicPrimitive]:
        """The lines around the cells of a row; those between themes are darker."""
        style, below = self.style, y + high
        yield StraightLine(
            self.frame.left,
            below,
            self.frame.left + self.frame.room,
            below,
            style.band_border,
        )
        for at in range(len(band) + 1):
            edge = at in (0, len(band)) or band[at - 1].theme != band[at].theme
            x = self.cells_left + at * wide
            yield StraightLine(
                x,
                y,
                x,
                below,
                style.faint if edge else style.band_border,
                0.7 if edge else 0.4,
            )

    def _cell_signs(
        self, effort: Effort, band: ColumnBand, wide: float, y: float, high: float
    ) -> Iterator[GraphicPrimitive]:
        for at, column in enumerate(band):
            if cell := self.matrix.cell(effort, column):
                x = self.cells_left + at * wide
                ink = self.style.inks[column.element.kind]
                yield Rectangle(x + 1, y + 1, wide - 2, high - 2, ink.ground)
                yield PlacedText(
                    x + wide / 2,
                    y + high / 2 + 0.35 * self.size,
                    cell.sign,
                    self.size,
                    colour=ink.text,
                    centred=True,
                )

    def _total_row(
        self, words: Sentence, counts: list[int], wide: float, *, gap: bool
    ) -> PageRow:
        high = (LINE_LEADING + 2 * CELL_PAD) * self.size
        said = JoinedSentences(
            words, Sentence("{counts}", counts=", ".join(map(str, counts))), glue=": "
        ).in_language(self.lang)

        def draw_totals(y: float) -> Iterator[NamedGroup]:
            base = y + (CELL_PAD + 0.95) * self.size
            title = PlacedText(
                self.text_left,
                base,
                words.in_language(self.lang),
                self.size,
                "bold",
                self.style.words,
            )
            numbers = [
                self._total_text(
                    count, self.cells_left + (at + 0.5) * wide, base, gap=gap
                )
                for at, count in enumerate(counts)
            ]
            rule = StraightLine(
                self.frame.left,
                y + high,
                self.frame.left + self.frame.room,
                y + high,
                self.style.band_border,
            )
            yield NamedGroup(said, (title, *numbers, rule))

        return PageRow(high, draw_totals)

    def _total_text(self, count: int, x: float, y: float, *, gap: bool) -> PlacedText:
        """A total; none is told to be a gap where it is one."""
        if count or not gap:
            return PlacedText(
                x, y, str(count), self.size, colour=self.style.words, centred=True
            )
        return PlacedText(
            x, y, GAP_TOTAL, self.size, "bold", self.style.gap, centred=True
        )
