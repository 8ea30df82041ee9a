"""The planning as pages: efforts below each other, time from left to right, phases told apart by fill and letter."""

from collections.abc import Iterator
from typing import NamedTuple

from dinet.language import Sentence
from dinet.layout.render.drawing import (
    EVEN,
    LEADING,
    Area,
    Drawing,
    Named,
    Rule,
    Shape,
    Text,
)
from dinet.layout.style.profile import Profile
from dinet.layout.tables.planning import Bar, Group, Line, Phase, Planning
from dinet.layout.tables.table_pages import SWATCH, Frame, Key, Row, Section, numbered
from dinet.layout.text.measure import Face, shortened, width, wrapped
from dinet.network import Network

EFFORT, WHO = 0.34, 0.15
"""The shares of the page for the efforts and for who does them; the rest is the calendar."""
MOST_LINES = 6
BAR = 1.6
"""The height of a bar, in letter sizes."""
PAD = 0.5
QUARTERS = 14.0
"""A quarter is named when it is at least this wide, in points."""


def calendar(
    planning: Planning, network: Network, profile: Profile
) -> tuple[Drawing, ...]:
    """The planning on as many pages as it takes.

    Args:
        planning: Of the network.
        network: Whose planning it is.
        profile: The paper, and the language of the words around the efforts.

    Returns:
        At least one page; every effort stands on one of them, in letters of at least 8 points.
    """
    return _Calendar(planning, network, profile).pages()


class _Sides(NamedTuple):
    """Where the columns begin, and where the page ends."""

    code: float
    text: float
    who: float
    time: float
    end: float


class _Calendar:
    def __init__(self, planning: Planning, network: Network, profile: Profile) -> None:
        self.planning, self.lang, self.text_lang = (
            planning,
            profile.lang,
            network.programme.lang,
        )
        self.frame = Frame(network, profile, Sentence("Planning"), self._description())
        self.size, self.style = self.frame.size, self.frame.style
        self.sides = self._columns()

    def _description(self) -> str:
        count = Sentence(
            "The planning is known of {known} of {total} efforts.",
            known=self.planning.known,
            total=len(self.planning.lines),
        )
        return count.said(self.lang)

    def _columns(self) -> _Sides:
        frame, lines = self.frame, self.planning.lines
        code = (
            max([2.4, *(width(self._code(line), "bold") + 1 for line in lines)])
            * self.size
        )
        who = WHO * frame.room if any(line.who for line in lines) else 0.0
        text = frame.left + code + PAD * self.size
        side = frame.left + EFFORT * frame.room
        return _Sides(frame.left, text, side, side + who, frame.left + frame.room)

    def _code(self, line: Line) -> str:
        return shortened(line.effort.id, 5, "bold")

    def pages(self) -> tuple[Drawing, ...]:
        """All pages."""
        sections = [
            Section(self._heading(group), [self._line(line) for line in group.lines])
            for group in self.planning.groups
        ]
        words = self._description()
        legend = [*map(self._key, self.planning.phases), Key(words)]
        return numbered(self.frame.pages(self._header(), sections, legend), self.frame)

    def _key(self, phase: Phase) -> Key:
        wide, high = SWATCH * self.size, 1.1 * self.size
        return Key(
            f"{phase.letter} = {phase.words}",
            lambda x, y: Area(
                x, y - 0.85 * self.size, wide, high, self._fill(phase), self.style.words
            ),
        )

    # the head of the table

    def _header(self) -> Row:
        high = 2.6 * self.size
        return Row(high, lambda y: [Named("", tuple(self._head(y, high)))])

    def _head(self, y: float, high: float) -> Iterator[Shape]:
        sides, size, style = self.sides, self.size, self.style
        base = y + high - 0.5 * size
        yield Text(sides.code, base, self._said("Effort"), size, "bold", style.words)
        if sides.time > sides.who:
            yield Text(
                sides.who + PAD * size,
                base,
                self._said("Who"),
                size,
                "bold",
                style.words,
            )
        for at, (x, wide, year) in enumerate(self._years()):
            if wide > width(str(year), "bold") * size or at == 0:
                yield Text(
                    x + wide / 2,
                    base - 1.2 * size,
                    str(year),
                    size,
                    "bold",
                    style.words,
                    centred=True,
                )
            for quarter in range(4) if wide / 4 >= QUARTERS else ():
                words = Sentence("Q{number}", number=quarter + 1).said(self.lang)
                yield Text(
                    x + (quarter + 0.5) * wide / 4,
                    base,
                    words,
                    size * 0.9,
                    colour=style.faint,
                    centred=True,
                )
        yield Rule(sides.code, y + high, sides.end, y + high, style.words, 1.0)

    def _said(self, words: str) -> str:
        return Sentence(words).said(self.lang)

    def _years(self) -> Iterator[tuple[float, float, int]]:
        """The left side, the width and the number of each year."""
        if self.planning.years:
            first, last = self.planning.years
            wide = (self.sides.end - self.sides.time) / (last - first + 1)
            for year in range(first, last + 1):
                yield self.sides.time + (year - first) * wide, wide, year

    def _grid(self, y: float, high: float) -> Iterator[Shape]:
        """The lines behind a row: one before each year, and fainter ones before quarters that are named."""
        for x, wide, _ in self._years():
            yield Rule(x, y, x, y + high, self.style.band_border, 0.9)
            for quarter in range(1, 4) if wide / 4 >= QUARTERS else ():
                yield Rule(
                    x + quarter * wide / 4,
                    y,
                    x + quarter * wide / 4,
                    y + high,
                    self.style.band_border,
                    0.35,
                )

    # rows

    def _heading(self, group: Group) -> Row:
        words = (
            group.heading
            if isinstance(group.heading, str)
            else group.heading.said(self.lang)
        )
        words = words[:1].upper() + words[1:]
        lines = wrapped(
            words, self.frame.room / self.size - 2 * PAD, "bold", self.text_lang, 2
        )
        high = (LEADING * len(lines) + PAD) * self.size + 3
        like = Text(
            self.sides.code + PAD * self.size,
            0,
            "",
            self.size,
            "bold",
            self.style.words,
        )

        def drawn(y: float) -> Iterator[Named]:
            ground = Area(
                self.sides.code, y + 3, self.frame.room, high - 3, self.style.band
            )
            yield Named(
                "", (ground, *like._replace(y=y + 3 + 1.15 * self.size).lines(lines))
            )

        return Row(high, drawn)

    def _line(self, line: Line) -> Row:
        size, sides = self.size, self.sides
        texts = wrapped(
            line.text,
            (sides.who - sides.text) / size - PAD,
            lang=self.text_lang,
            most=MOST_LINES,
        )
        who = (
            wrapped(
                line.who, (sides.time - sides.who) / size - 2 * PAD, most=MOST_LINES
            )
            if line.who
            else ()
        )
        remarks = self._remarks(line)
        lanes = line.lanes if line.bars else 0
        high = (
            max(
                LEADING * len(texts),
                LEADING * len(who),
                (BAR + 0.3) * lanes + LEADING * len(remarks),
            )
            + 2 * PAD
        ) * size

        def drawn(y: float) -> Iterator[Named]:
            base = y + (PAD + 0.95) * size
            ink = self.style.inks["effort"]
            code = Area(
                sides.code,
                y + 1.5,
                sides.text - sides.code - PAD * size,
                high - 3,
                ink.bar,
            )
            middle = code.x + code.w / 2
            below = base + (BAR + 0.3) * lanes * size
            shapes = (
                *self._grid(y, high),
                code,
                Text(
                    middle,
                    y + high / 2 + 0.35 * size,
                    self._code(line),
                    size,
                    "bold",
                    ink.code,
                    centred=True,
                ),
                *Text(sides.text, base, "", size, colour=self.style.words).lines(texts),
                *Text(
                    sides.who + PAD * size,
                    base,
                    "",
                    size,
                    self._face(line),
                    self.style.words,
                ).lines(who),
                *(
                    shape
                    for bar in line.bars
                    for shape in self._bar(bar, y + (PAD - 0.2) * size)
                ),
                *Text(
                    sides.time + PAD * size, below, "", size, "italic", self.style.faint
                ).lines(remarks),
                Rule(sides.code, y + high, sides.end, y + high, self.style.band_border),
            )
            yield Named(self._name(line), shapes)

        return Row(high, drawn)

    def _remarks(self, line: Line) -> tuple[str, ...]:
        """What is said where bars would stand."""
        said = line.remarks if line.known else [self._said("planning unknown")]
        room = (self.sides.end - self.sides.time) / self.size - 2 * PAD
        return (
            wrapped("; ".join(said), room, "italic", self.text_lang, MOST_LINES)
            if said
            else ()
        )

    def _face(self, line: Line) -> Face:
        return "regular" if line.effort.owners else "italic"

    def _name(self, line: Line) -> str:
        parts = [
            f"{line.effort.id} {line.text}",
            line.who,
            line.words().said(self.lang),
        ]
        return " ".join(f"{part.rstrip(' .')}." for part in parts if part)

    def _bar(self, bar: Bar, y: float) -> Iterator[Shape]:
        sides, size = self.sides, self.size
        first, last = (
            sides.time + share * (sides.end - sides.time)
            for share in self.planning.share(bar)
        )
        top, wide = y + bar.lane * (BAR + 0.3) * size, max(1.5, last - first - 1)
        yield Area(
            first + 0.5, top, wide, BAR * size, self._fill(bar.phase), self.style.words
        )
        if label := self._label(bar, (wide / size) - 1.0):
            long = width(label) * size
            middle = first + 0.5 + wide / 2
            yield Area(
                middle - long / 2 - 0.3 * size,
                top + 0.2 * size,
                long + 0.6 * size,
                (BAR - 0.4) * size,
                self.style.page,
            )
            yield Text(
                middle,
                top + (BAR / 2 + 0.35) * size,
                label,
                size,
                colour=self.style.words,
                centred=True,
            )

    def _fill(self, phase: Phase | None) -> str:
        if phase and phase.fill == EVEN:
            return self.style.inks["effort"].bar
        return phase.fill if phase else self.style.page

    def _label(self, bar: Bar, room: float) -> str:
        """What fits on a bar: the phase, or its letter, or nothing; with an arrow at a side that is open."""
        before, after = "← " * (bar.span.first is None), " →" * (bar.span.last is None)
        words = (
            [bar.phase.words, bar.phase.letter]
            if bar.phase
            else ["–".join(dict.fromkeys(bar.said)), ""]
        )
        labels = (f"{before}{each}{after}".strip() for each in words)
        return next((each for each in labels if each and width(each) <= room), "")
