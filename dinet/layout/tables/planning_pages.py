"""The planning as pages: efforts below each other, time from left to right, phases told apart by fill and letter."""

from collections.abc import Iterator
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
    SWATCH_WIDTH,
    PageRow,
    RowSection,
    TableLegendEntry,
    TablePageFrame,
    number_pages,
)
from dinet.layout.text.measure import Face, measure_width, shorten_text, wrap_text
from dinet.network import Network

EFFORT_SHARE, WHO_SHARE = 0.34, 0.15
"""The shares of the page for the efforts and for who does them; the rest is the calendar."""
MOST_TEXT_LINES = 6
BAR_HEIGHT = 1.6
"""The height of a bar, in letter sizes."""
CELL_PAD = 0.5
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


class _PlanningPages:
    def __init__(self, planning: Planning, network: Network, profile: Profile) -> None:
        self.planning, self.lang, self.text_lang = (
            planning,
            profile.lang,
            network.programme.lang,
        )
        self.frame = TablePageFrame(
            network, profile, Sentence("Planning"), self._describe_planning()
        )
        self.size, self.style = self.frame.size, self.frame.style
        self.sides = self._find_column_sides()

    def _describe_planning(self) -> str:
        count = Sentence(
            "The planning is known of {known} of {total} efforts.",
            known=self.planning.known,
            total=len(self.planning.lines),
        )
        return count.in_language(self.lang)

    def _find_column_sides(self) -> _ColumnSides:
        frame, lines = self.frame, self.planning.lines
        code = (
            max(
                [
                    2.4,
                    *(
                        measure_width(self._shorten_code(line), "bold") + 1
                        for line in lines
                    ),
                ]
            )
            * self.size
        )
        who = WHO_SHARE * frame.room if any(line.who for line in lines) else 0.0
        text = frame.left + code + CELL_PAD * self.size
        side = frame.left + EFFORT_SHARE * frame.room
        return _ColumnSides(frame.left, text, side, side + who, frame.left + frame.room)

    def _shorten_code(self, line: EffortPlanning) -> str:
        return shorten_text(line.effort.id, 5, "bold")

    def draw_pages(self) -> tuple[DrawnPage, ...]:
        """All pages."""
        sections = [
            RowSection(
                self._heading_row(group),
                [self._effort_row(line) for line in group.lines],
            )
            for group in self.planning.groups
        ]
        words = self._describe_planning()
        legend = [
            *map(self._legend_entry, self.planning.phases),
            TableLegendEntry(words),
        ]
        return number_pages(
            self.frame.build_pages(self._header_row(), sections, legend), self.frame
        )

    def _legend_entry(self, phase: Phase) -> TableLegendEntry:
        wide, high = SWATCH_WIDTH * self.size, 1.1 * self.size
        return TableLegendEntry(
            f"{phase.letter} = {phase.words}",
            lambda x, y: Rectangle(
                x,
                y - 0.85 * self.size,
                wide,
                high,
                self._phase_fill(phase),
                self.style.words,
            ),
        )

    # the head of the table

    def _header_row(self) -> PageRow:
        high = 2.6 * self.size
        return PageRow(
            high, lambda y: [NamedGroup("", tuple(self._header_shapes(y, high)))]
        )

    def _header_shapes(self, y: float, high: float) -> Iterator[GraphicPrimitive]:
        sides, size, style = self.sides, self.size, self.style
        base = y + high - 0.5 * size
        yield PlacedText(
            sides.code, base, self._translate_words("Effort"), size, "bold", style.words
        )
        if sides.time > sides.who:
            yield PlacedText(
                sides.who + CELL_PAD * size,
                base,
                self._translate_words("Who"),
                size,
                "bold",
                style.words,
            )
        for at, (x, wide, year) in enumerate(self._year_places()):
            if wide > measure_width(str(year), "bold") * size or at == 0:
                yield PlacedText(
                    x + wide / 2,
                    base - 1.2 * size,
                    str(year),
                    size,
                    "bold",
                    style.words,
                    centred=True,
                )
            for quarter in range(4) if wide / 4 >= LEAST_QUARTER_WIDTH else ():
                words = Sentence("Q{number}", number=quarter + 1).in_language(self.lang)
                yield PlacedText(
                    x + (quarter + 0.5) * wide / 4,
                    base,
                    words,
                    size * 0.9,
                    colour=style.faint,
                    centred=True,
                )
        yield StraightLine(sides.code, y + high, sides.end, y + high, style.words, 1.0)

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
        """The lines behind a row: one before each year, and fainter ones before quarters that are named."""
        for x, wide, _ in self._year_places():
            yield StraightLine(x, y, x, y + high, self.style.band_border, 0.9)
            for quarter in range(1, 4) if wide / 4 >= LEAST_QUARTER_WIDTH else ():
                yield StraightLine(
                    x + quarter * wide / 4,
                    y,
                    x + quarter * wide / 4,
                    y + high,
                    self.style.band_border,
                    0.35,
                )

    # rows

    def _heading_row(self, group: PlanningGroup) -> PageRow:
        words = (
            group.heading
            if isinstance(group.heading, str)
            else group.heading.in_language(self.lang)
        )
        words = words[:1].upper() + words[1:]
        lines = wrap_text(
            words, self.frame.room / self.size - 2 * CELL_PAD, "bold", self.text_lang, 2
        )
        high = (LINE_LEADING * len(lines) + CELL_PAD) * self.size + 3
        like = PlacedText(
            self.sides.code + CELL_PAD * self.size,
            0,
            "",
            self.size,
            "bold",
            self.style.words,
        )

        def draw_heading(y: float) -> Iterator[NamedGroup]:
            ground = Rectangle(
                self.sides.code, y + 3, self.frame.room, high - 3, self.style.band
            )
            yield NamedGroup(
                "",
                (ground, *like._replace(y=y + 3 + 1.15 * self.size).stack_lines(lines)),
            )

        return PageRow(high, draw_heading)

    def _effort_row(self, line: EffortPlanning) -> PageRow:
        size, sides = self.size, self.sides
        texts = wrap_text(
            line.text,
            (sides.who - sides.text) / size - CELL_PAD,
            lang=self.text_lang,
            most=MOST_TEXT_LINES,
        )
        who = (
            wrap_text(
                line.who,
                (sides.time - sides.who) / size - 2 * CELL_PAD,
                most=MOST_TEXT_LINES,
            )
            if line.who
            else ()
        )
        remarks = self._remark_lines(line)
        lanes = line.lane_count if line.bars else 0
        high = (
            max(
                LINE_LEADING * len(texts),
                LINE_LEADING * len(who),
                (BAR_HEIGHT + 0.3) * lanes + LINE_LEADING * len(remarks),
            )
            + 2 * CELL_PAD
        ) * size

        def draw_effort(y: float) -> Iterator[NamedGroup]:
            base = y + (CELL_PAD + 0.95) * size
            ink = self.style.inks["effort"]
            code = Rectangle(
                sides.code,
                y + 1.5,
                sides.text - sides.code - CELL_PAD * size,
                high - 3,
                ink.bar,
            )
            middle = code.x + code.w / 2
            below = base + (BAR_HEIGHT + 0.3) * lanes * size
            shapes = (
                *self._grid_lines(y, high),
                code,
                PlacedText(
                    middle,
                    y + high / 2 + 0.35 * size,
                    self._shorten_code(line),
                    size,
                    "bold",
                    ink.code,
                    centred=True,
                ),
                *PlacedText(
                    sides.text, base, "", size, colour=self.style.words
                ).stack_lines(texts),
                *PlacedText(
                    sides.who + CELL_PAD * size,
                    base,
                    "",
                    size,
                    self._owner_face(line),
                    self.style.words,
                ).stack_lines(who),
                *(
                    shape
                    for bar in line.bars
                    for shape in self._bar_shapes(bar, y + (CELL_PAD - 0.2) * size)
                ),
                *PlacedText(
                    sides.time + CELL_PAD * size,
                    below,
                    "",
                    size,
                    "italic",
                    self.style.faint,
                ).stack_lines(remarks),
                StraightLine(
                    sides.code, y + high, sides.end, y + high, self.style.band_border
                ),
            )
            yield NamedGroup(self._spoken_name(line), shapes)

        return PageRow(high, draw_effort)

    def _remark_lines(self, line: EffortPlanning) -> tuple[str, ...]:
        """What is said where bars would stand."""
        said = (
            line.remarks if line.known else [self._translate_words("planning unknown")]
        )
        room = (self.sides.end - self.sides.time) / self.size - 2 * CELL_PAD
        return (
            wrap_text("; ".join(said), room, "italic", self.text_lang, MOST_TEXT_LINES)
            if said
            else ()
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

    def _bar_shapes(self, bar: PlanningBar, y: float) -> Iterator[GraphicPrimitive]:
        sides, size = self.sides, self.size
        first, last = (
            sides.time + share * (sides.end - sides.time)
            for share in self.planning.bar_shares(bar)
        )
        top, wide = y + bar.lane * (BAR_HEIGHT + 0.3) * size, max(1.5, last - first - 1)
        yield Rectangle(
            first + 0.5,
            top,
            wide,
            BAR_HEIGHT * size,
            self._phase_fill(bar.phase),
            self.style.words,
        )
        if label := self._bar_label(bar, (wide / size) - 1.0):
            long = measure_width(label) * size
            middle = first + 0.5 + wide / 2
            yield Rectangle(
                middle - long / 2 - 0.3 * size,
                top + 0.2 * size,
                long + 0.6 * size,
                (BAR_HEIGHT - 0.4) * size,
                self.style.page,
            )
            yield PlacedText(
                middle,
                top + (BAR_HEIGHT / 2 + 0.35) * size,
                label,
                size,
                colour=self.style.words,
                centred=True,
            )

    def _phase_fill(self, phase: Phase | None) -> str:
        if phase and phase.fill == EVEN_FILL:
            return self.style.inks["effort"].bar
        return phase.fill if phase else self.style.page

    def _bar_label(self, bar: PlanningBar, room: float) -> str:
        """What fits on a bar: the phase, or its letter, or nothing; with an arrow at a side that is open."""
        before, after = "← " * (bar.span.first is None), " →" * (bar.span.last is None)
        words = (
            [bar.phase.words, bar.phase.letter]
            if bar.phase
            else ["–".join(dict.fromkeys(bar.stated_periods)), ""]
        )
        labels = (f"{before}{each}{after}".strip() for each in words)
        return next(
            (each for each in labels if each and measure_width(each) <= room), ""
        )
