"""Charts in a workbook, beside the numbers that they are made of: coverage and planning."""

import re
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dinet.report.chart_data import (
    CoverageChart,
    PlanningChart,
    grade_pattern,
)
from dinet.writers.office.archive import one_line

CHART_WIDTH = 24.0
"""In centimetres: a lying A4 without its margins."""
BASE_HEIGHT, BAR_HEIGHT = 4.0, 0.9
"""Of a chart without bars, and of each bar, in centimetres."""
MOST_HEIGHT = 60.0
"""In centimetres; more bars get thinner."""
BAR_GAP = 50
"""Between bars, in hundredths of the width of a bar."""
PATTERNS: dict[str, Any] = {"dense": "wdUpDiag", "hatched": "ltUpDiag"}
"""What Excel calls the grounds of grades that are neither full nor open."""
_CHART_NAME = re.compile('(<(?:xdr:)?cNvPr id="[0-9]+" name="Chart )([0-9]+)"')


class WorkbookCharts:
    """The charts of a workbook.

    Args:
        book: To which their sheets are added.
        colour: Of full bars, without a number sign; ``ink`` is that of borders.
    """

    def __init__(self, book: Workbook, colour: str, ink: str) -> None:
        self.book = book
        # the library takes a text where its types want a class
        self._colour: Any = colour
        self._ink: Any = ink
        self._paper: Any = "FFFFFF"
        self._spoken: list[str] = []

    def add_coverage(
        self, sheet: Worksheet, chart: CoverageChart, first_row: int
    ) -> None:
        """Bars by theme, in pieces by grade.

        Args:
            sheet: Holds the numbers: a row for each theme, with its name before them.
            chart: What it tells.
            first_row: Of the headings of these rows.
        """
        drawn = self._start_chart(chart.title, len(chart.names))
        last = first_row + len(chart.names)
        columns = len(chart.columns) + 1
        data = Reference(
            sheet,
            min_col=2,
            max_col=columns,
            min_row=first_row,
            max_row=last,
        )
        drawn.add_data(data, titles_from_data=True)
        drawn.set_categories(
            Reference(sheet, min_col=1, min_row=first_row + 1, max_row=last)
        )
        drawn.y_axis.delete = True
        drawn.y_axis.majorGridlines = None
        for column, series in zip(chart.columns, drawn.series, strict=True):
            series.graphicalProperties = self._fill_and_border(
                grade_pattern(column.grade)
            )
            series.dLbls = DataLabelList(numFmt="0;;;")
            series.dLbls.showVal = True
            for other in ("SerName", "CatName", "LegendKey", "Percent"):
                setattr(series.dLbls, f"show{other}", False)
        self._place(sheet, drawn, columns + 2, first_row, chart.spoken)

    def add_planning(self, sheet: Worksheet, chart: PlanningChart) -> None:
        """A bar for each effort, from when it begins to when it ends.

        Args:
            sheet: Holds in its first columns each effort, when it begins and how long it takes.
            chart: What it tells.
        """
        drawn = self._start_chart(chart.title, len(chart.efforts))
        last = len(chart.efforts) + 1
        data = Reference(sheet, min_col=2, max_col=3, min_row=1, max_row=last)
        drawn.add_data(data, titles_from_data=True)
        drawn.set_categories(
            Reference(sheet, min_col=1, min_row=2, max_row=last)
        )
        before, running = drawn.series
        before.graphicalProperties = GraphicalProperties(
            noFill=True, ln=LineProperties(noFill=True)
        )
        running.graphicalProperties = self._fill_and_border("full")
        drawn.legend = None
        axis = drawn.y_axis
        first, last = chart.years
        axis.scaling.min, axis.scaling.max = float(first), last + 1.0
        axis.majorUnit, axis.number_format = 1, "0"
        axis.tickLblPos = "high"
        axis.delete = False
        self._place(sheet, drawn, 6, 1, chart.spoken)

    def _start_chart(self, title: str, bars: int) -> Any:
        drawn: Any = BarChart()  # whose types say less than it takes
        drawn.type, drawn.grouping = "bar", "stacked"
        drawn.overlap, drawn.gapWidth = 100, BAR_GAP
        drawn.title = title
        drawn.width = CHART_WIDTH
        drawn.height = min(BASE_HEIGHT + BAR_HEIGHT * bars, MOST_HEIGHT)
        drawn.legend.position = "b"
        drawn.x_axis.scaling.orientation = "maxMin"
        drawn.x_axis.delete = False
        return drawn

    def _fill_and_border(self, name: str) -> GraphicalProperties:
        """A ground that can be told apart in grey, with a border."""
        look = GraphicalProperties()
        if name in PATTERNS:
            look.pattFill = PatternFillProperties(prst=PATTERNS[name])
            look.pattFill.fgClr = ColorChoice(srgbClr=self._colour)
            look.pattFill.bgClr = ColorChoice(srgbClr=self._paper)
        else:
            look.solidFill = self._colour if name == "full" else self._paper
        look.ln = LineProperties(solidFill=self._ink)
        return look

    def _place(
        self,
        sheet: Worksheet,
        drawn: BarChart,
        column: int,
        row: int,
        spoken: str,
    ) -> None:
        sheet.add_chart(drawn, f"{get_column_letter(column)}{row}")
        self._spoken.append(spoken)

    def describe_charts(self, parts: dict[str, bytes]) -> None:
        """Give every chart in a saved workbook the words of a screen reader.

        Args:
            parts: Of the file, by name; the drawings are replaced.
        """
        spoken = iter(self._spoken)
        for name in sorted(_drawings_in(parts), key=_number_in):
            text = parts[name].decode()
            parts[name] = _CHART_NAME.sub(
                lambda found: (
                    f"{found[0]} descr={quoteattr(one_line(next(spoken)))}"
                ),
                text,
            ).encode()


def _drawings_in(parts: dict[str, bytes]) -> Sequence[str]:
    return [name for name in parts if name.startswith("xl/drawings/drawing")]


def _number_in(name: str) -> int:
    return int(re.sub(r"\D", "", name) or 0)
