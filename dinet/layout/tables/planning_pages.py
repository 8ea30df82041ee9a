"""The planning as pages: efforts below each other, time from left to right.

Phases are told apart by fill and letter.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dinet.language import Sentence
from dinet.layout.render.drawing import (
    EVEN_FILL,
    LINE_LEADING,
    DrawnPage,
    GraphicPrimitive,
    NamedGroup,
    PlacedText,
    Rectangle,
    StraightLine,
)
from dinet.layout.style.profile import Profile
from dinet.layout.tables.planning import (
    EffortPlanning,
    Phase,
    Planning,
    PlanningBar,
    PlanningGroup,
)
from dinet.layout.tables.table_pages import (
    FIRST_BASE,
    HALF_LETTER,
    SWATCH_WIDTH,
    PageRow,
    RowSection,
    TableLegendEntry,
    TablePageFrame,
    number_pages,
)
from dinet.layout.text.measure import Face, measure_width, wrap_text
from dinet.network import Network

EFFORT_SHARE, WHO_SHARE = 0.34, 0.15
"""The shares of the page for the efforts and for who does them; the rest is the calendar."""
MOST_TEXT_LINES = 6
"""So many lines of an effort, its owners or remarks; what is longer is cut off."""
HEADER_HEIGHT = 2.6
"""The height of the head of the table: years, and quarters under them; in letter sizes."""
BAR_HEIGHT = 1.6
"""The height of a bar, in letter sizes."""
LANE_HEIGHT = BAR_HEIGHT + 0.3
"""From the top of one bar to that of the bar under it, in letter sizes."""
CELL_PAD = 0.5
"""Between the side of a cell and what stands in it, in letter sizes."""
HEADING_MARGIN_POINTS = 3
"""Left free above the heading of a group."""
LEAST_QUARTER_WIDTH = 14.0
"""A quarter is named when it is at least this wide, in points."""


def draw_planning_pages(
    planning: Planning, network: Network, profile: Profile
) -> tuple[DrawnPage, ...]:
    """The planning on as many pages as it takes.

    Args:
        planning: Of the network.
        network: Whose planning it is.
        profile: The paper, and the language of the words around the efforts.

    Returns:
        At least one page; every effort stands on one of them, in letters of at least 8 points.
    """
    return _PlanningPages(planning, network, profile).draw_pages()


class _ColumnSides(NamedTuple):
    """Where the columns begin, and where the page ends."""

    code: float
    text: float
    who: float
    time: float
    end: float


class _EffortCells(NamedTuple):
    """The lines of text in the cells of one effort, and how many bars stand under each other."""

    texts: Sequence[str]
    who: Sequence[str]
    remarks: Sequence[str]
    lane_count: int

    @property
    def height(self) -> float:
        """The height that the highest of the cells asks for, in letter sizes."""
        calendar = LANE_HEIGHT * self.lane_count + LINE_LEADING * len(
            self.remarks
        )
        texts = LINE_LEADING * len(self.texts)
        who = LINE_LEADING * len(self.who)
        return max(texts, who, calendar) + 2 * CELL_PAD


class _PlanningPages:
    """Draws one planning.

    Attributes:
        lang: The language of the words around the efforts; ``text_lang`` is that of the texts.
        size: The size of the letters in points, in which most measures are given.
    """

    def __init__(
        self, planning: Planning, network: Network, profile: Profile
    ) -> None:
        self.planning = planning
        self.lang = profile.lang
        self.text_lang = network.programme.lang
        self.frame = TablePageFrame(
            network, profile, Sentence("Planning"), self._describe_planning()
        )
        self.size = self.frame.size
        self.style = self.frame.style
        self.sides = self._find_column_sides()

    def _describe_planning(self) -> str:
        count = Sentence(
            "The planning is known of {known} of {total} efforts.",
            known=self.planning.known,
            total=len(self.planning.lines),
        )
        return count.in_language(self.lang)

    def _find_column_sides(self) -> _ColumnSides:
        frame = self.frame
        has_who = any(line.who for line in self.planning.lines)
        who_width = WHO_SHARE * frame.room if has_who else 0.0
        code_width = frame.widest_code(
            line.effort.id for line in self.planning.lines
        )
        who = frame.left + EFFORT_SHARE * frame.room
        return _ColumnSides(
            code=frame.left,
            text=frame.left + code_width + CELL_PAD * self.size,
            who=who,
            time=who + who_width,
            end=frame.left + frame.room,
        )

    def draw_pages(self) -> tuple[DrawnPage, ...]:
        """All pages: a section for each group, and the phases in the legend."""
        sections = []
        for group in self.planning.groups:
            rows = [self._effort_row(line) for line in group.lines]
            sections.append(RowSection(self._heading_row(group), rows))
        legend = [self._legend_entry(phase) for phase in self.planning.phases]
        legend.append(TableLegendEntry(self._describe_planning()))
        pages = self.frame.build_pages(self._header_row(), sections, legend)
        return number_pages(pages, self.frame)

    def _legend_entry(self, phase: Phase) -> TableLegendEntry:
        """The letter and the words of a phase, and a rectangle with its fill."""
        wide, high = SWATCH_WIDTH * self.size, 1.1 * self.size
        fill = self._phase_fill(phase)

        def draw_sample(x: float, y: float) -> Rectangle:
            top = y - 0.85 * self.size
            return Rectangle(x, top, wide, high, fill, self.style.words)

        return TableLegendEntry(f"{phase.letter} = {phase.words}", draw_sample)

    # the head of the table

    def _header_row(self) -> PageRow:
        high = HEADER_HEIGHT * self.size
        return PageRow(
            high,
            lambda y: [NamedGroup("", tuple(self._header_shapes(y, high)))],
        )

    def _header_shapes(
        self, y: float, high: float
    ) -> Iterator[GraphicPrimitive]:
        """The names of the columns, the calendar, and the line under these."""
        sides, colour = self.sides, self.style.words
        base = y + high - 0.5 * self.size
        words = self._translate_words("Effort")
        yield PlacedText(sides.code, base, words, self.size, "bold", colour)
        if sides.time > sides.who:
            words = self._translate_words("Who")
            x = sides.who + CELL_PAD * self.size
            yield PlacedText(x, base, words, self.size, "bold", colour)
        yield from self._calendar_words(base)
        yield StraightLine(
            sides.code, y + high, sides.end, y + high, colour, 1.0
        )

    def _calendar_words(self, base: float) -> Iterator[PlacedText]:
        """The years as far as there is room, the first always, and the quarters under them."""
        size = self.size
        year_base = base - 1.2 * size
        for at, (x, wide, year) in enumerate(self._year_places()):
            words, middle = str(year), x + wide / 2
            if at == 0 or wide > measure_width(words, "bold") * size:
                yield PlacedText(
                    middle,
                    year_base,
                    words,
                    size,
                    "bold",
                    self.style.words,
                    centred=True,
                )
            if wide / 4 >= LEAST_QUARTER_WIDTH:
                yield from self._quarter_words(x, wide, base)

    def _quarter_words(
        self, x: float, wide: float, base: float
    ) -> Iterator[PlacedText]:
        """The four quarters of a year with this left side and width."""
        for quarter in range(4):
            words = Sentence("Q{number}", number=quarter + 1)
            yield PlacedText(
                x + (quarter + 0.5) * wide / 4,
                base,
                words.in_language(self.lang),
                self.size * 0.9,
                colour=self.style.faint,
                centred=True,
            )

    def _translate_words(self, words: str) -> str:
        return Sentence(words).in_language(self.lang)

    def _year_places(self) -> Iterator[tuple[float, float, int]]:
        """The left side, the width and the number of each year."""
        if self.planning.years:
            first, last = self.planning.years
            wide = (self.sides.end - self.sides.time) / (last - first + 1)
            for year in range(first, last + 1):
                yield self.sides.time + (year - first) * wide, wide, year

    def _grid_lines(self, y: float, high: float) -> Iterator[GraphicPrimitive]:
        """The lines behind a row: before each year, and fainter before quarters with a name."""
        colour, below = self.style.band_border, y + high
        for x, wide, _ in self._year_places():
            yield StraightLine(x, y, x, below, colour, 0.9)
            if wide / 4 < LEAST_QUARTER_WIDTH:
                continue
            for quarter in range(1, 4):
                quarter_x = x + quarter * wide / 4
                yield StraightLine(
                    quarter_x, y, quarter_x, below, colour, 0.35
                )

    # rows

    def _heading_row(self, group: PlanningGroup) -> PageRow:
        """The heading of a group, on a ground over the whole width."""
        size, left = self.size, self.sides.code
        room = self.frame.room / size - 2 * CELL_PAD
        lines = wrap_text(
            self._heading_words(group), room, "bold", self.text_lang, most=2
        )
        ground_height = (LINE_LEADING * len(lines) + CELL_PAD) * size
        high = ground_height + HEADING_MARGIN_POINTS

        def draw_heading(y: float) -> Iterator[NamedGroup]:
            top = y + HEADING_MARGIN_POINTS
            ground = Rectangle(
                left,
                top,
                self.frame.room,
                high - HEADING_MARGIN_POINTS,
                self.style.band,
            )
            x, base = left + CELL_PAD * size, top + 1.15 * size
            first = PlacedText(x, base, "", size, "bold", self.style.words)
            yield NamedGroup("", (ground, *first.stack_lines(lines)))

        return PageRow(high, draw_heading)

    def _heading_words(self, group: PlanningGroup) -> str:
        heading = group.heading
        if isinstance(heading, Sentence):
            heading = heading.in_language(self.lang)
        return heading[:1].upper() + heading[1:]

    def _effort_row(self, line: EffortPlanning) -> PageRow:
        """An effort, who does it, its bars on the calendar, and under these what is said of it."""
        cells = self._effort_cells(line)
        high = cells.height * self.size
        code_width = self.sides.text - self.sides.code - CELL_PAD * self.size

        def draw_effort(y: float) -> Iterator[NamedGroup]:
            shapes = (
                *self._grid_lines(y, high),
                *self.frame.code_shapes(line.effort, y, code_width, high),
                *self._text_shapes(line, cells, y),
                *self._calendar_shapes(line, cells, y),
                self._line_under(y + high),
            )
            yield NamedGroup(self._spoken_name(line), shapes)

        return PageRow(high, draw_effort)

    def _effort_cells(self, line: EffortPlanning) -> _EffortCells:
        sides, size = self.sides, self.size
        text_room = (sides.who - sides.text) / size - CELL_PAD
        who_room = (sides.time - sides.who) / size - 2 * CELL_PAD
        who: Sequence[str] = ()
        if line.who:
            who = wrap_text(line.who, who_room, most=MOST_TEXT_LINES)
        return _EffortCells(
            wrap_text(
                line.text, text_room, lang=self.text_lang, most=MOST_TEXT_LINES
            ),
            who,
            self._remark_lines(line),
            line.lane_count if line.bars else 0,
        )

    def _text_shapes(
        self, line: EffortPlanning, cells: _EffortCells, y: float
    ) -> Iterator[PlacedText]:
        """The text of an effort and who does it; words in place of an owner are slanted."""
        size, colour = self.size, self.style.words
        base = y + (CELL_PAD + FIRST_BASE) * size
        text = PlacedText(self.sides.text, base, "", size, colour=colour)
        yield from text.stack_lines(cells.texts)
        x = self.sides.who + CELL_PAD * size
        who = PlacedText(x, base, "", size, self._owner_face(line), colour)
        yield from who.stack_lines(cells.who)

    def _calendar_shapes(
        self, line: EffortPlanning, cells: _EffortCells, y: float
    ) -> Iterator[GraphicPrimitive]:
        """The bars of an effort, and under these what is no time on a calendar."""
        size = self.size
        bars_top = y + (CELL_PAD - 0.2) * size
        for bar in line.bars:
            yield from self._bar_shapes(bar, bars_top)
        first_base = y + (CELL_PAD + FIRST_BASE) * size
        base = first_base + LANE_HEIGHT * cells.lane_count * size
        x = self.sides.time + CELL_PAD * size
        remark = PlacedText(x, base, "", size, "italic", self.style.faint)
        yield from remark.stack_lines(cells.remarks)

    def _line_under(self, y: float) -> StraightLine:
        return StraightLine(
            self.sides.code, y, self.sides.end, y, self.style.band_border
        )

    def _remark_lines(self, line: EffortPlanning) -> tuple[str, ...]:
        """What is said where bars would stand; empty when bars say all."""
        remarks = line.remarks
        if not line.known:
            remarks = (self._translate_words("planning unknown"),)
        if not remarks:
            return ()
        words = "; ".join(remarks)
        room = (self.sides.end - self.sides.time) / self.size - 2 * CELL_PAD
        return wrap_text(
            words, room, "italic", self.text_lang, MOST_TEXT_LINES
        )

    def _owner_face(self, line: EffortPlanning) -> Face:
        return "regular" if line.effort.owners else "italic"

    def _spoken_name(self, line: EffortPlanning) -> str:
        parts = [
            f"{line.effort.id} {line.text}",
            line.who,
            line.words().in_language(self.lang),
        ]
        return " ".join(f"{part.rstrip(' .')}." for part in parts if part)

    def _bar_shapes(
        self, bar: PlanningBar, y: float
    ) -> Iterator[GraphicPrimitive]:
        """A bar in its lane under a height, and on it what fits of its phase."""
        size, sides = self.size, self.sides
        calendar_width = sides.end - sides.time
        start_share, end_share = self.planning.bar_shares(bar)
        left = sides.time + start_share * calendar_width
        right = sides.time + end_share * calendar_width
        # a point stays free between bars; a bar of one month in many years can still be seen
        wide = max(1.5, right - left - 1)
        ground = Rectangle(
            left + 0.5,
            y + bar.lane * LANE_HEIGHT * size,
            wide,
            BAR_HEIGHT * size,
            self._phase_fill(bar.phase),
            self.style.words,
        )
        yield ground
        label = self._bar_label(bar, (wide / size) - 1.0)
        if label:
            yield from self._label_shapes(label, ground)

    def _label_shapes(
        self, label: str, bar: Rectangle
    ) -> Iterator[GraphicPrimitive]:
        """Words in the middle of a bar, on a ground of their own so that hatching spares them."""
        size = self.size
        long = measure_width(label) * size
        middle = bar.x + bar.w / 2
        yield Rectangle(
            middle - long / 2 - 0.3 * size,
            bar.y + 0.2 * size,
            long + 0.6 * size,
            (BAR_HEIGHT - 0.4) * size,
            self.style.page,
        )
        base = bar.y + (BAR_HEIGHT / 2 + HALF_LETTER) * size
        yield PlacedText(
            middle, base, label, size, colour=self.style.words, centred=True
        )

    def _phase_fill(self, phase: Phase | None) -> str:
        if phase and phase.fill == EVEN_FILL:
            return self.style.inks["effort"].bar
        return phase.fill if phase else self.style.page

    def _bar_label(self, bar: PlanningBar, room: float) -> str:
        """What fits on a bar: the phase, or its letter, or nothing.

        An arrow stands at a side that is open. Without a phase its periods stand there.
        """
        before = "← " if bar.span.first is None else ""
        after = " →" if bar.span.last is None else ""
        if bar.phase:
            choices = (bar.phase.words, bar.phase.letter)
        else:
            choices = ("–".join(dict.fromkeys(bar.stated_periods)), "")
        for words in choices:
            label = f"{before}{words}{after}".strip()
            if label and measure_width(label) <= room:
                return label
        return ""
