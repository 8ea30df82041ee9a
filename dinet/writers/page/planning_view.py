"""The planning of the page: a table of efforts with a bar for every time, and the same in words."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from dinet.layout.render.drawing import HATCHES
from dinet.layout.tables.planning import (
    EffortPlanning,
    Phase,
    Planning,
    PlanningBar,
    PlanningGroup,
    build_planning,
)
from dinet.network import Network
from dinet.wording.periods import MONTHS_A_YEAR, parse_period

LANE_HEIGHT, BAR_HEIGHT = 22, 18
"""The distance between bars that stand under each other, and their height, in pixels.

Across, bars have their places in shares of the calendar.
"""
CALENDAR_MARKUP = Markup(
    '<svg class="time" height="{}" aria-hidden="true" focusable="false">{}</svg>'
)
YEAR_MARKUP = Markup('<line class="year" x1="{}" x2="{}" y1="0" y2="100%"/>')
REFERENCE_MARKUP = Markup(
    '<line class="reference" x1="{}" x2="{}" y1="0" y2="100%"/>'
)
BAR_MARKUP = Markup(
    '<rect class="phase" x="{}" y="{}" width="{}" height="{}" fill="{}"/>'
)
HATCH_MARKUP = Markup(
    '<pattern id="hatch-{}" width="6" height="6" patternUnits="userSpaceOnUse">{}</pattern>'
)


class PlanningView(NamedTuple):
    """What the planning view shows.

    Args:
        planning: All of it.
        lang: The language of the page.
        date: Of the document, in its own words; empty when it has none.
    """

    planning: Planning
    lang: str
    date: str = ""

    @property
    def reference_place(self) -> float | None:
        """Where on the calendar the date of the document stands, in hundredths of its width.

        None when it has none, or names no month, or one outside the calendar.
        """
        month = parse_period(self.date)
        if month is None or month.first is None or month.first != month.last:
            return None
        passed = month.first + 0.5 - self.years.start * MONTHS_A_YEAR
        share = passed / max(1, len(self.years) * MONTHS_A_YEAR)
        return round(100 * share, 2) if 0 < share < 1 else None

    @property
    def years(self) -> range:
        """The years above the calendar; empty when no time could be read."""
        first, last = self.planning.years or (0, -1)
        return range(first, last + 1)

    @property
    def drawn_phases(self) -> list[Phase]:
        """The phases that some bar has: without times there is none, and no legend."""
        bars = [bar for line in self.planning.lines for bar in line.bars]
        drawn = {bar.phase for bar in bars}
        return [phase for phase in self.planning.phases if phase in drawn]

    def heading(self, group: PlanningGroup) -> str:
        """The words above some lines."""
        if isinstance(group.heading, str):
            return group.heading
        return group.heading.in_language(self.lang)

    def words(self, line: EffortPlanning) -> str:
        """All that is known of the planning of an effort."""
        return line.words().in_language(self.lang)

    def bars(self, line: EffortPlanning) -> Markup:
        """The bars of an effort, with a line where each year begins.

        The words beside them say the same.
        """
        shapes = Markup("").join(
            (
                *self._year_lines(),
                *map(self._draw_bar, line.bars),
                *self._reference_line(),
            )
        )
        height = LANE_HEIGHT * line.lane_count
        return CALENDAR_MARKUP.format(height, shapes)

    def hatches(self) -> Markup:
        """The stripes of the phases, to be drawn once."""
        patterns = (
            HATCH_MARKUP.format(name, Markup(lines))  # noqa: S704 - fixed texts of our own
            for name, lines in HATCHES.items()
        )
        return Markup("").join(patterns)

    def fill(self, phase: Phase | None) -> str:
        """What a phase is filled with: stripes, an even colour, or nothing."""
        name = phase.fill if phase else ""
        if name in HATCHES:
            return f"url(#hatch-{name})"
        return "currentColor" if name else "none"

    def _year_lines(self) -> Iterator[Markup]:
        for number in range(1, len(self.years)):
            x = f"{100 * number / len(self.years):.2f}%"
            yield YEAR_MARKUP.format(x, x)

    def _reference_line(self) -> Iterator[Markup]:
        if self.reference_place is not None:
            x = f"{self.reference_place:.2f}%"
            yield REFERENCE_MARKUP.format(x, x)

    def _draw_bar(self, bar: PlanningBar) -> Markup:
        first, last = self.planning.bar_shares(bar)
        left = f"{100 * first:.2f}%"
        width = f"{100 * (last - first):.2f}%"
        top = (
            LANE_HEIGHT * bar.lane + 2
        )  # bars stand in the middle of their lanes
        return BAR_MARKUP.format(
            left, top, width, BAR_HEIGHT, self.fill(bar.phase)
        )


def build_planning_view(network: Network, lang: str) -> PlanningView | None:
    """The planning, or None when the document gives none of any effort."""
    planning = build_planning(network)
    date = network.programme.identity.date or ""
    return PlanningView(planning, lang, date) if planning.known else None
