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

LANE_HEIGHT, BAR_HEIGHT = 22, 18
"""The distance between bars that stand under each other, and their height, in pixels;
across a bar is told in shares."""


class PlanningView(NamedTuple):
    """What the planning view shows."""

    planning: Planning
    lang: str

    @property
    def years(self) -> range:
        """The years above the calendar; empty when no time could be read."""
        first, last = self.planning.years or (0, -1)
        return range(first, last + 1)

    def heading(self, group: PlanningGroup) -> str:
        """The words above some lines."""
        return (
            group.heading
            if isinstance(group.heading, str)
            else group.heading.in_language(self.lang)
        )

    def words(self, line: EffortPlanning) -> str:
        """All that is known of the planning of an effort."""
        return line.words().in_language(self.lang)

    def bars(self, line: EffortPlanning) -> Markup:
        """The bars of an effort, with a line where each year begins.

        The words beside them say the same.
        """
        shapes = Markup("").join((*self._year_lines(), *map(self._draw_bar, line.bars)))
        whole = Markup(
            '<svg class="time" height="{}" aria-hidden="true" focusable="false">{}</svg>'
        )
        return whole.format(LANE_HEIGHT * line.lane_count, shapes)

    def hatches(self) -> Markup:
        """The stripes of the phases, to be drawn once."""
        pattern = '<pattern id="hatch-{}" width="6" height="6" patternUnits="userSpaceOnUse">{}</pattern>'
        return Markup("".join(pattern.format(*each) for each in HATCHES.items()))  # noqa: S704 - fixed texts of our own

    def fill(self, phase: Phase | None) -> str:
        """What a phase is filled with: stripes, an even colour, or nothing."""
        name = phase.fill if phase else ""
        return (
            f"url(#hatch-{name})"
            if name in HATCHES
            else "currentColor"
            if name
            else "none"
        )

    def _year_lines(self) -> Iterator[Markup]:
        for at in range(1, len(self.years)):
            x = f"{100 * at / len(self.years):.2f}%"
            yield Markup(
                '<line class="year" x1="{}" x2="{}" y1="0" y2="100%"/>'
            ).format(x, x)

    def _draw_bar(self, bar: PlanningBar) -> Markup:
        first, last = self.planning.bar_shares(bar)
        place = (
            f"{100 * first:.2f}%",
            LANE_HEIGHT * bar.lane + 2,
            f"{100 * (last - first):.2f}%",
            BAR_HEIGHT,
        )
        markup = Markup(
            '<rect class="phase" x="{}" y="{}" width="{}" height="{}" fill="{}"/>'
        )
        return markup.format(*place, self.fill(bar.phase))


def build_planning_view(network: Network, lang: str) -> PlanningView | None:
    """The planning, or None when the document gives none of any effort."""
    found = build_planning(network)
    return PlanningView(found, lang) if found.known else None
