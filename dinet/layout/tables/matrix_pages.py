"""The matrix as pages: efforts below each other, goals and targets beside each other.

A sign stands where an effort serves a goal or target.
"""

from collections.abc import Callable, Iterator, Sequence
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
    FIRST_BASE,
    HALF_LETTER,
    SWATCH_WIDTH,
    PageRow,
    RowSection,
    TableLegendEntry,
    TablePageFrame,
    number_pages,
)
from dinet.layout.text.measure import shorten_text, wrap_text
from dinet.model import Effort
from dinet.network import Network

EFFORT_SHARE = 0.34
"""The share of the page for the efforts."""
TOTAL_WIDTH = 2.6
"""The width of a total, in letter sizes."""
NARROWEST_COLUMN, WIDEST_COLUMN = 2.4, 4.0
"""How narrow and how wide a column may be, in letter sizes."""
HEADING_HEIGHT = 13.0
"""The room for the words over a column, in letter sizes."""
CODE_HEIGHT, THEME_HEIGHT = 1.6, 1.9
"""The room for the code under the words, and for a theme above them, in letter sizes."""
MOST_EFFORT_LINES = 2
"""Of an effort; its whole text stands in the tables, and in its name."""
CELL_PAD = 0.45
"""Between the side of a cell and what stands in it, in letter sizes."""
HALF_LETTER_TURNED = 0.33
"""The same for letters that run upwards, from the middle to the right."""
GAP_TOTAL = "0 !"
"""A total of none; the exclamation mark says it without colour."""
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
    """Draws one matrix.

    Attributes:
        lang: The language of the words around the elements; ``text_lang`` is that of the texts.
        size: The size of the letters in points, in which most measures are given.
        text_left: Where the texts of efforts begin; ``cells_left`` and ``cells_right`` are the
            sides of all cells. Right of these stand the totals.
    """

    def __init__(
        self, matrix: DinMatrix, network: Network, profile: Profile
    ) -> None:
        self.matrix = matrix
        self.network = network
        self.lang = profile.lang
        self.text_lang = network.programme.lang
        self.frame = TablePageFrame(
            network, profile, Sentence("Matrix"), self._describe_matrix()
        )
        self.size = self.frame.size
        self.style = self.frame.style
        frame = self.frame
        code_width = frame.widest_code(effort.id for effort in matrix.rows)
        self.text_left = frame.left + code_width + CELL_PAD * self.size
        self.cells_left = frame.left + EFFORT_SHARE * frame.room
        self.page_right = frame.left + frame.room
        self.cells_right = self.page_right - 2 * TOTAL_WIDTH * self.size

    def _describe_matrix(self) -> str:
        words = Sentence(
            "{efforts} efforts by {columns} goals, targets and others that they serve.",
            efforts=len(self.matrix.rows),
            columns=len(self.matrix.columns),
        )
        return words.in_language(self.lang)

    def draw_pages(self) -> tuple[DrawnPage, ...]:
        """All pages: for each band of columns as many as its rows take."""
        room = self.cells_right - self.cells_left
        most_columns = int(room / (NARROWEST_COLUMN * self.size))
        pages: list[DrawnPage] = []
        for band in split_columns(self.matrix.columns, most_columns) or [()]:
            wide = min(WIDEST_COLUMN * self.size, room / max(1, len(band)))
            pages += self.frame.build_pages(
                self._header_row(band, wide),
                self._row_sections(band, wide),
                list(self._legend_entries(whole=band == self.matrix.columns)),
            )
        return number_pages(pages, self.frame)

    def _legend_entries(self, *, whole: bool) -> Iterator[TableLegendEntry]:
        """What each sign means, as far as it occurs, and remarks on the whole matrix."""
        ways, any_weak = self.matrix.ways()
        for way in ways:
            words = WAY_WORDS[way].in_language(self.lang)
            yield TableLegendEntry(words, self._sign_sample(WAY_SIGNS[way]))
        if any_weak:
            words = BRACKETS_LEGEND.in_language(self.lang)
            yield TableLegendEntry(words, self._sign_sample("( )"))
        if not whole:
            yield TableLegendEntry(PARTIAL_LEGEND.in_language(self.lang))
        gap = Sentence("! = serves nothing, or is served by nothing")
        yield TableLegendEntry(gap.in_language(self.lang))
        yield TableLegendEntry(self._describe_matrix())

    def _sign_sample(
        self, sign: str
    ) -> Callable[[float, float], GraphicPrimitive]:
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
        theme_height = THEME_HEIGHT if self.network.themes else 0
        high = (HEADING_HEIGHT + CODE_HEIGHT + theme_height) * self.size

        def draw_header(y: float) -> Iterator[NamedGroup]:
            if self.network.themes:
                yield from self._theme_headings(band, wide, y)
            for column, x in self._placed_columns(band, wide):
                yield self._column_heading(column, x, wide, y + high)
            yield self._total_headings(y + high)

        return PageRow(high, draw_header)

    def _placed_columns(
        self, band: ColumnBand, wide: float
    ) -> Iterator[tuple[MatrixColumn, float]]:
        """The columns of a band with their left sides."""
        for at, column in enumerate(band):
            yield column, self.cells_left + at * wide

    def _theme_headings(
        self, band: ColumnBand, wide: float, y: float
    ) -> Iterator[NamedGroup]:
        """A heading over the columns of each theme; its words are left out where none fit."""
        size, x = self.size, self.cells_left
        for theme, columns in groupby(band, key=lambda column: column.theme):
            long = wide * len(list(columns))
            words = self._theme_words(theme)
            ground = Rectangle(x + 1, y, long - 2, 1.5 * size, self.style.band)
            line = PlacedText(
                x + 0.4 * size,
                y + 1.1 * size,
                shorten_text(words, long / size - 0.8, "bold"),
                size,
                "bold",
                self.style.words,
            )
            yield NamedGroup(
                words, (ground, line) if line.text != "…" else (ground,)
            )
            x += long

    def _theme_words(self, theme: str | None) -> str:
        if not theme:
            return self._translate_words("Without a theme")
        return f"{theme} {display_text(self.network[theme], short=True)}"

    def _column_heading(
        self, column: MatrixColumn, x: float, wide: float, y: float
    ) -> NamedGroup:
        """The code of a column, and over it its words, turned."""
        size = self.size
        ink = self.style.inks[column.element.kind]
        name = shorten_text(column.element.id, (wide - 3) / size, "bold")
        code = PlacedText(
            x + wide / 2,
            y - 0.5 * size,
            name,
            size,
            "bold",
            ink.code,
            centred=True,
        )
        ground = Rectangle(
            x + 1,
            y - CODE_HEIGHT * size,
            wide - 2,
            CODE_HEIGHT * size,
            ink.bar,
        )
        return NamedGroup(
            f"{column.element.id} {column.element.text}",
            (*self._turned_words(column, x, wide, y), ground, code),
        )

    def _turned_words(
        self, column: MatrixColumn, x: float, wide: float, y: float
    ) -> Iterator[PlacedText]:
        """The words of a column in lines that run upwards, in the middle of the column."""
        size, small = self.size, SMALLEST_LETTERS
        most = max(1, int((wide - 0.2 * size) / (LINE_LEADING * small)))
        room = (HEADING_HEIGHT - 0.8) * size / small
        words = display_text(column.element, short=True)
        lines = wrap_text(words, room, lang=self.text_lang, most=most)
        half_of_lines = (len(lines) - 1) * LINE_LEADING * small / 2
        first_x = x + wide / 2 - half_of_lines + HALF_LETTER_TURNED * small
        first = PlacedText(
            first_x,
            y - 2.0 * size,
            "",
            small,
            colour=self.style.words,
            turned=True,
        )
        return first.stack_lines(lines)

    def _total_headings(self, y: float) -> NamedGroup:
        """The headings of efforts and of the totals of rows, and the line under all headings."""
        left, base = self.frame.left, y - 0.5 * self.size
        words = self._translate_words("Effort")
        return NamedGroup(
            "",
            (
                StraightLine(
                    left, y, self.page_right, y, self.style.words, 1.0
                ),
                PlacedText(
                    left, base, words, self.size, "bold", self.style.words
                ),
                self._total_heading(
                    0, self._translate_words("Number of goals"), base
                ),
                self._total_heading(
                    1,
                    self._translate_words("Number of targets and others"),
                    base,
                ),
            ),
        )

    def _total_heading(
        self, number: int, words: str, base: float
    ) -> PlacedText:
        """The words over a column of totals, turned; the columns are numbered from 0."""
        small = SMALLEST_LETTERS
        x = self._total_middle(number) + HALF_LETTER_TURNED * small
        line = shorten_text(words, HEADING_HEIGHT * self.size / small, "bold")
        return PlacedText(
            x, base, line, small, "bold", self.style.words, turned=True
        )

    def _total_middle(self, number: int) -> float:
        return self.cells_right + (number + 0.5) * TOTAL_WIDTH * self.size

    def _translate_words(self, words: str) -> str:
        return Sentence(words).in_language(self.lang)

    # rows

    def _row_sections(self, band: ColumnBand, wide: float) -> list[RowSection]:
        """The rows of efforts, and after these the totals of the columns, if there are any."""
        efforts = [
            self._effort_row(effort, band, wide)
            for effort in self.matrix.rows_in(band)
        ]
        totals = self._total_rows(band, wide) if band else []
        return [RowSection(EMPTY_ROW, efforts), RowSection(EMPTY_ROW, totals)]

    def _total_rows(self, band: ColumnBand, wide: float) -> list[PageRow]:
        """How many efforts serve each column, and how many of these directly."""
        counts = [self.matrix.serving(column) for column in band]
        all_efforts, direct_efforts = zip(*counts, strict=True)
        return [
            self._total_row(
                Sentence("Number of efforts"), all_efforts, wide, gap=True
            ),
            self._total_row(
                Sentence("of which directly"), direct_efforts, wide, gap=False
            ),
        ]

    def _effort_row(
        self, effort: Effort, band: ColumnBand, wide: float
    ) -> PageRow:
        size = self.size
        room = (self.cells_left - self.text_left) / size - CELL_PAD
        words = display_text(effort, short=True)
        lines = wrap_text(
            words, room, lang=self.text_lang, most=MOST_EFFORT_LINES
        )
        high = (LINE_LEADING * len(lines) + 2 * CELL_PAD) * size
        code_width = self.text_left - self.frame.left - CELL_PAD * size

        def draw_effort(y: float) -> Iterator[NamedGroup]:
            middle = y + high / 2 + HALF_LETTER * size
            base = y + (CELL_PAD + FIRST_BASE) * size
            text = PlacedText(
                self.text_left, base, "", size, colour=self.style.words
            )
            shapes = (
                *self.frame.code_shapes(effort, y, code_width, high),
                *text.stack_lines(lines),
                *self._cell_lines(band, wide, y, high),
                *self._cell_signs(effort, band, wide, y, high),
                *self._row_totals(effort, middle),
            )
            yield NamedGroup(self._spoken_name(effort), shapes)

        return PageRow(high, draw_effort)

    def _row_totals(
        self, effort: Effort, y: float
    ) -> Iterator[GraphicPrimitive]:
        """The totals of a row."""
        counts = self.matrix.served(effort)
        is_gap = not any(counts)
        for number, count in enumerate(counts):
            yield self._total_text(
                count, self._total_middle(number), y, gap=is_gap
            )

    def _spoken_name(self, effort: Effort) -> str:
        served = self.matrix.row_words(effort).in_language(self.lang)
        return f"{effort.id} {effort.text.rstrip(' .')}. {served}."

    def _cell_lines(
        self, band: ColumnBand, wide: float, y: float, high: float
    ) -> Iterator[GraphicPrimitive]:
        """The lines around the cells of a row; those between themes are darker."""
        style, below = self.style, y + high
        yield self._line_across(below)
        for at in range(len(band) + 1):
            x = self.cells_left + at * wide
            if at in (0, len(band)) or band[at - 1].theme != band[at].theme:
                yield StraightLine(x, y, x, below, style.faint, 0.7)
            else:
                yield StraightLine(x, y, x, below, style.band_border, 0.4)

    def _cell_signs(
        self,
        effort: Effort,
        band: ColumnBand,
        wide: float,
        y: float,
        high: float,
    ) -> Iterator[GraphicPrimitive]:
        """The sign in each cell, on the ground of the kind of its column."""
        base = y + high / 2 + HALF_LETTER * self.size
        for column, x in self._placed_columns(band, wide):
            cell = self.matrix.cell(effort, column)
            if not cell:
                continue
            ink = self.style.inks[column.element.kind]
            middle = x + wide / 2
            yield Rectangle(x + 1, y + 1, wide - 2, high - 2, ink.ground)
            yield PlacedText(
                middle,
                base,
                cell.sign,
                self.size,
                colour=ink.text,
                centred=True,
            )

    def _total_row(
        self, words: Sentence, counts: Sequence[int], wide: float, *, gap: bool
    ) -> PageRow:
        """A row of totals of the columns; ``gap`` tells whether none is a gap."""
        high = (LINE_LEADING + 2 * CELL_PAD) * self.size
        numbers = Sentence("{counts}", counts=", ".join(map(str, counts)))
        name = JoinedSentences(words, numbers, glue=": ").in_language(
            self.lang
        )

        def draw_totals(y: float) -> Iterator[NamedGroup]:
            base = y + (CELL_PAD + FIRST_BASE) * self.size
            yield NamedGroup(
                name,
                (
                    self._total_title(words, base),
                    *self._column_totals(counts, wide, base, gap=gap),
                    self._line_across(y + high),
                ),
            )

        return PageRow(high, draw_totals)

    def _total_title(self, words: Sentence, base: float) -> PlacedText:
        title = words.in_language(self.lang)
        return PlacedText(
            self.text_left, base, title, self.size, "bold", self.style.words
        )

    def _column_totals(
        self, counts: Sequence[int], wide: float, base: float, *, gap: bool
    ) -> Iterator[PlacedText]:
        for at, count in enumerate(counts):
            middle = self.cells_left + (at + 0.5) * wide
            yield self._total_text(count, middle, base, gap=gap)

    def _line_across(self, y: float) -> StraightLine:
        return StraightLine(
            self.frame.left, y, self.page_right, y, self.style.band_border
        )

    def _total_text(
        self, count: int, x: float, y: float, *, gap: bool
    ) -> PlacedText:
        """A total; where none is a gap, that is shown."""
        if count or not gap:
            return PlacedText(
                x,
                y,
                str(count),
                self.size,
                colour=self.style.words,
                centred=True,
            )
        return PlacedText(
            x, y, GAP_TOTAL, self.size, "bold", self.style.gap, centred=True
        )
