"""Charts on slides, with numbers that can be edited: coverage by theme, and when efforts run."""

from typing import Any, NamedTuple

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_PATTERN_TYPE
from pptx.util import Pt

from dinet.language import translate_words
from dinet.report.chart_data import (
    CoverageChart,
    PlanningChart,
    grade_pattern,
)
from dinet.writers.slides.slide_texts import (
    SLIDE_HEIGHT,
    SLIDE_MARGIN,
    TEXT_ROOM,
    describe_shape,
    to_rgb,
)

LETTERS = 14
"""The size of all letters in a chart, in points."""
BAR_GAP, PLANNING_GAP = 60, 35
"""Between bars, in hundredths of the width of a bar."""
CHART_GAP = 16.0
"""Between two charts beside each other, in points."""
WHITE, GRID_COLOUR = "#FFFFFF", "#C8C8C8"
_NEW_DATA: Any = CategoryChartData
PATTERNS: dict[str, Any] = {
    "dense": MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL,
    "hatched": MSO_PATTERN_TYPE.LIGHT_UPWARD_DIAGONAL,
}
"""What PowerPoint calls the grounds of grades that are neither full nor open."""


class ChartPlace(NamedTuple):
    """Where a chart stands, in points."""

    left: float
    top: float
    width: float
    height: float


def chart_places(count: int, top: float) -> list[ChartPlace]:
    """The places of so many charts beside each other, from a height to the foot of a slide."""
    width = (TEXT_ROOM - CHART_GAP * (count - 1)) / count
    return [
        ChartPlace(
            SLIDE_MARGIN + number * (width + CHART_GAP),
            top,
            width,
            SLIDE_HEIGHT - SLIDE_MARGIN - top,
        )
        for number in range(count)
    ]


class ChartDrawer:
    """Draws charts.

    Args:
        lang: The language of our own words.
        colour: Of full bars; ``ink`` is that of letters and borders.
    """

    def __init__(self, lang: str, colour: str, ink: str) -> None:
        self._lang = lang
        self._colour, self._ink = to_rgb(colour), to_rgb(ink)

    def draw_coverage(
        self, slide: Any, chart: CoverageChart, place: ChartPlace
    ) -> None:
        """Bars of goals or targets by theme, in pieces by grade, each with its number."""
        data: Any = _NEW_DATA(number_format="0;;;")
        data.categories = chart.names
        for column, counts in zip(chart.columns, chart.counts, strict=True):
            data.add_series(column.name, counts)
        drawn = self._add_chart(slide, data, place, chart.spoken)
        drawn.has_title = True
        drawn.chart_title.text_frame.text = chart.title
        heading = drawn.chart_title.text_frame.paragraphs[0].runs[0].font
        heading.size, heading.bold = Pt(LETTERS), True
        drawn.has_legend = True
        drawn.legend.position = XL_LEGEND_POSITION.BOTTOM
        drawn.legend.include_in_layout = False
        plot = drawn.plots[0]
        plot.gap_width, plot.overlap = BAR_GAP, 100
        plot.has_data_labels = True
        plot.data_labels.position = XL_LABEL_POSITION.CENTER
        plot.data_labels.number_format = "0;;;"
        plot.data_labels.number_format_is_linked = False
        for column, series in zip(chart.columns, plot.series, strict=True):
            ground = grade_pattern(column.grade)
            self._fill_series(series, ground)
            letters = series.data_labels.font
            letters.size, letters.bold = Pt(LETTERS), True
            letters.color.rgb = (
                to_rgb(WHITE) if ground == "full" else self._ink
            )
            series.data_labels.show_value = True
        self._hide_axis(drawn.value_axis)

    def draw_planning(
        self, slide: Any, chart: PlanningChart, place: ChartPlace
    ) -> None:
        """A bar for each effort, from when it begins to when it ends."""
        first, last = chart.years
        data: Any = _NEW_DATA(number_format="0.0")
        data.categories = [effort.name for effort in chart.efforts]
        starts = [effort.start for effort in chart.efforts]
        lengths = [effort.years for effort in chart.efforts]
        data.add_series(translate_words("Start", self._lang), starts)
        data.add_series(translate_words("Years", self._lang), lengths)
        drawn = self._add_chart(slide, data, place, chart.spoken)
        drawn.has_legend = False
        plot = drawn.plots[0]
        plot.gap_width, plot.overlap = PLANNING_GAP, 100
        before, running = plot.series
        before.format.fill.background()
        before.format.line.fill.background()
        self._fill_series(running, "full")
        axis = drawn.value_axis
        axis.minimum_scale, axis.maximum_scale = first, last + 1
        axis.major_unit = 1
        axis.tick_labels.number_format = "0"
        axis.tick_labels.number_format_is_linked = False
        axis.major_gridlines.format.line.color.rgb = to_rgb(GRID_COLOUR)
        # the first effort stands at the top, so the years stand at the far end
        axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH

    def _add_chart(
        self,
        slide: Any,
        data: Any,
        place: ChartPlace,
        spoken: str,
    ) -> Any:
        kind = XL_CHART_TYPE.BAR_STACKED
        shape = slide.shapes.add_chart(kind, *map(Pt, place), data)
        describe_shape(
            shape, spoken, name=translate_words("Chart", self._lang)
        )
        drawn = shape.chart
        drawn.font.size = Pt(LETTERS)
        drawn.font.color.rgb = self._ink
        drawn.category_axis.reverse_order = True
        drawn.category_axis.format.line.color.rgb = self._ink
        return drawn

    def _fill_series(self, series: Any, ground: str) -> None:
        """A ground that can be told apart in grey, with a border."""
        fill = series.format.fill
        if ground in PATTERNS:
            fill.patterned()
            fill.pattern = PATTERNS[ground]
            fill.fore_color.rgb = self._colour
            fill.back_color.rgb = to_rgb(WHITE)
        else:
            fill.solid()
            full = ground == "full"
            fill.fore_color.rgb = self._colour if full else to_rgb(WHITE)
        series.format.line.color.rgb = self._ink
        series.format.line.width = Pt(1)

    def _hide_axis(self, axis: Any) -> None:
        """Take away what the numbers in the bars tell already."""
        axis.visible = False
        axis.has_major_gridlines = False
