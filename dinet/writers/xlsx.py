"""Excel workbook: dinet's own format as sheets to fill in, with lists to choose from; dinet \
reads it back unchanged.

Every cell is text, so no date, number or formula is ever made of what people wrote.
"""  # noqa: D205 (one sentence of the catalogue)

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from math import ceil

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from dinet.errors import OutputError
from dinet.finding import Finding
from dinet.language import Sentence, translate_words
from dinet.layout.style.profile import Profile
from dinet.native import encode_programme
from dinet.native.sheets import (
    SheetTexts,
    fixed_choices,
    is_evidence,
    is_for_programs,
    to_sheets,
)
from dinet.network import Network
from dinet.report.chart_data import (
    CoverageChart,
    PlanningChart,
    coverage_chart,
    planning_charts,
)
from dinet.report.targets.target_sheet import TargetSheet, build_target_sheet
from dinet.writers.office.archive import pack_archive
from dinet.writers.office.file_facts import FileFacts, programme_facts
from dinet.writers.office.workbook_charts import WorkbookCharts
from dinet.writers.office.workbook_tables import add_table

_HEAD_FILL = PatternFill("solid", fgColor="D9E2F3")
_BOLD_FONT = Font(name="Calibri", size=11, bold=True)
_WRAPPED_TEXT = Alignment(wrap_text=True, vertical="top")
_UPPER_NUMBER = Alignment(vertical="top", horizontal="right", indent=1)
"""Beside the first line of the name that it is of, and clear of the words after it."""
_WIDE_COLUMN, _USUAL_COLUMN, _NARROW_COLUMN = 70, 18, 8
"""The widths of columns with a long text, with short ones, and with codes; in characters."""
_FILTER_ROOM = 4
"""For the button of the filter in a heading, in characters."""
_TARGET_WIDTHS = (6, 42, 16, 11, 11, 14, 24, 9, 9, 13, 13, 13, 34)
"""Of the sheet of targets, in characters: whole words fit, and together they fit a page."""
_LONG_TEXT = 40
"""A column with a text of more characters than this is a wide one."""
_SAVED = re.compile(
    rb"(?P<start><dcterms:(?:created|modified)[^>]*>)[^<]*(?P<end></dcterms:(?:created|modified)>)"
)
_FONT = re.compile(rb"<font>(.*?)</font>", re.DOTALL)
_FONT_PROPERTY = re.compile(rb"(<(\w+)[^>]*/>)")
_FONT_ORDER = (
    b"b i strike condense extend outline shadow u vertAlign sz color name family charset scheme"
).split()
"""The properties of a font in a workbook, as ISO/IEC 29500 orders them."""
NO_DATE = datetime(1980, 1, 1)  # noqa: DTZ001 (what zip archives call no date)
_LAST_ROW = 2000
"""Lists to choose from go as far as this row; what stands further down is typed."""
_MOST_CHARACTERS = 32_767
"""So many characters Excel holds in a cell."""
_PAGE_CHARACTERS = 190
"""Characters beside each other on an A4 lying down; more cannot be read."""
_SMALLER_PRINT = 1.2
"""What is so many times wider than a page still fits on it, in letters of 7 points."""
_A3_SHARE = 2**0.5
"""So many times wider is an A3."""
MOST_CHART_ROWS = 2000
"""Of efforts in one chart."""
ROWS_BESIDE_CHART = 22
"""A chart is as high as so many rows."""
THEME_COLUMN = 36
"""The width of the names of themes, in characters."""
PLANNING_COLUMNS = (48, 10, 10, 60)
"""Of efforts, when they begin, how long they take, and that in words; in characters."""
_LINE_HEIGHT, _HIGHEST_ROW = 15.0, 400.0
"""The height of a line and of the highest row, in points; Excel knows no row over 409."""
_WIDTH_FACTOR = 1.05
"""How much more room than its characters a line asks for: it ends at a word."""
_ESCAPED_CHARACTER = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would take for the number of a character: an underscore there gets a number itself."""


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The workbook, the same bytes for the same programme."""
    lang = network.programme.lang
    sheets = to_sheets(encode_programme(network.programme, lang), lang)
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        _fill_sheet(book.create_sheet(name), rows)
    add_target_sheet(book, build_target_sheet(network, lang), lang)
    charts = _ChartSheets(book, profile, lang)
    charts.add_sheets(network)
    _add_choices(book, sheets, lang)
    set_properties(
        book, programme_facts(network, network.programme.title or "")
    )
    return to_reproducible_bytes(book, charts.charts)


class _ChartSheets:
    """Sheets of numbers with charts of these, which dinet does not read back."""

    def __init__(self, book: Workbook, profile: Profile, lang: str) -> None:
        self._book, self._lang = book, lang
        ink = profile.style.words[1:]
        bar = profile.style.inks["goal"].bar[1:]
        self.charts = WorkbookCharts(book, bar, ink)

    def add_sheets(self, network: Network) -> None:
        """A sheet for the coverage and one for the planning, as far as there is any."""
        both = (
            coverage_chart(network, self._lang, of_goals=of_goals)
            for of_goals in (True, False)
        )
        self._add_coverage([chart for chart in both if chart])
        for planned in planning_charts(
            network, self._lang, most=MOST_CHART_ROWS
        ):
            self._add_planning(planned)

    def _add_coverage(self, charts: Sequence[CoverageChart]) -> None:
        if not charts:
            return
        sheet = self._book.create_sheet(
            translate_words("Coverage", self._lang)
        )
        row = 1
        for chart in charts:
            heads = (chart.title, *(column.name for column in chart.columns))
            self._write_row(sheet, row, heads)
            for number, name in enumerate(chart.names):
                counts = [counts[number] for counts in chart.counts]
                self._write_row(sheet, row + number + 1, (name, *counts))
            self.charts.add_coverage(sheet, chart, row)
            row += max(len(chart.names) + 2, ROWS_BESIDE_CHART)
        most = max(len(chart.columns) for chart in charts)
        lay_out_sheet(sheet, [THEME_COLUMN, *[_USUAL_COLUMN] * most])
        sheet.print_title_rows = None
        sheet.page_setup.fitToWidth = 1

    def _add_planning(self, chart: PlanningChart) -> None:
        sheet = self._book.create_sheet(
            translate_words("Planning", self._lang)
        )
        words = ("Effort", "Start", "Years", "Planning")
        heads = [translate_words(word, self._lang) for word in words]
        self._write_row(sheet, 1, heads)
        for number, effort in enumerate(chart.efforts, start=2):
            values = (effort.name, effort.start, effort.years, effort.words)
            self._write_row(sheet, number, values)
        self.charts.add_planning(sheet, chart)
        lay_out_sheet(sheet, PLANNING_COLUMNS)
        sheet.page_setup.fitToWidth = 1
        add_table(sheet, len(chart.efforts), len(heads))

    def _write_row(
        self, sheet: Worksheet, row: int, values: Sequence[str | float]
    ) -> None:
        """Texts as texts and numbers as numbers; the first row of a list is its heading."""
        heading = all(isinstance(value, str) for value in values)
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(row, column)
            if isinstance(value, str):
                put_text(cell, value, heading=heading)
            else:
                cell.value = value
                cell.alignment = _UPPER_NUMBER


def set_properties(book: Workbook, facts: FileFacts) -> None:
    """Give a workbook its title, and say whose it is and of which day as far as that is stated."""
    book.properties.title = facts.title
    book.properties.creator = facts.author
    book.properties.created = NO_DATE
    if facts.day:
        book.properties.created = datetime.combine(facts.day, time())


class AutomaticRow(RowDimension):
    """The height of a row as it opens.

    Excel makes it fit again when somebody types there, unlike a height that is set by hand.
    """

    customHeight = False  # noqa: N815 (its name in the file)


def lay_out_sheet(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Set the widths of columns, the heights of rows by what they hold, and a readable print.

    Args:
        sheet: With all its texts.
        widths: Of its columns, in characters.
    """
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        lines = _lines_in_row(row, widths)
        if lines > 1:
            height = min(lines * _LINE_HEIGHT, _HIGHEST_ROW)
            automatic = AutomaticRow(sheet, index=number, ht=height)
            sheet.row_dimensions[number] = automatic
    _set_up_print(sheet, sum(widths))


def _set_up_print(sheet: Worksheet, width: float) -> None:
    """Print lying down, on pages that can be read, with the headings on each.

    That is on A4, and on A3 what is too wide for it, so that it takes fewer pages.
    """
    page = sheet.page_setup
    page.orientation = "landscape"
    is_wide = width > _PAGE_CHARACTERS
    page.paperSize = sheet.PAPERSIZE_A3 if is_wide else sheet.PAPERSIZE_A4
    room = _PAGE_CHARACTERS * (_A3_SHARE if is_wide else 1)
    # a little more than a page is printed a little smaller
    page.fitToWidth = ceil(width / room / _SMALLER_PRINT)
    page.fitToHeight = 0  # as many as there are
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _lines_in_row(row: Sequence[object], widths: Sequence[float]) -> int:
    """About how many lines the longest text of a row takes."""
    return max(
        (
            _count_lines(str(value), width)
            for value, width in zip(row, widths, strict=True)
            if value
        ),
        default=1,
    )


def _count_lines(text: str, width: float) -> int:
    """About how many lines a text takes in a cell."""
    rooms = (_WIDTH_FACTOR * len(line) / width for line in text.split("\n"))
    return sum(max(1, ceil(room)) for room in rooms)


def _fill_sheet(sheet: Worksheet, rows: list[list[str]]) -> None:
    """Write the rows of a sheet, the first as headings; what is empty becomes no cell."""
    for number, row in enumerate(rows, start=1):
        heading = number == 1
        for column, text in enumerate(row, start=1):
            if text or heading:
                put_text(sheet.cell(number, column), text, heading=heading)
    printed = [_is_for_people(sheet.title, head) for head in rows[0]]
    lay_out_sheet(sheet, _column_widths(rows, printed))
    sheet.freeze_panes = "A2"
    add_table(sheet, len(rows) - 1, len(rows[0]))
    _hide_words_of_programs(sheet, rows[0])
    _print_columns(sheet, printed, len(rows))


def _is_for_people(sheet: str, heading: str) -> bool:
    """Whether a column is read or filled in, and does not hold where something was read."""
    return not is_evidence(heading) and not is_for_programs(sheet, heading)


def _hide_words_of_programs(sheet: Worksheet, heads: Sequence[str]) -> None:
    """Leave what only dinet reads back, such as English codes of notes, out of sight."""
    for number, head in enumerate(heads, start=1):
        if is_for_programs(sheet.title, head):
            sheet.column_dimensions[get_column_letter(number)].hidden = True


def _print_columns(
    sheet: Worksheet, printed: Sequence[bool], rows: int
) -> None:
    """Print the columns for people, and what stands between them, and no others."""
    shown = [number for number, told in enumerate(printed, start=1) if told]
    if not shown or len(shown) == len(printed):
        return
    letters = [
        get_column_letter(number) for number in range(shown[0], shown[-1] + 1)
    ]
    sheet.print_area = f"{letters[0]}1:{letters[-1]}{rows}"
    widths = (sheet.column_dimensions[letter].width for letter in letters)
    _set_up_print(sheet, sum(widths))


def add_target_sheet(book: Workbook, targets: TargetSheet, lang: str) -> None:
    """The sheet of all targets, which dinet does not read back; none without targets or goals."""
    rows = [row.cells() for row in (*targets.targets, *targets.goals)]
    if not rows:
        return
    remark = Sentence("What is changed in this sheet is not read back.")
    legend = f"{targets.legend} {remark.in_language(lang)}"
    sheet = book.create_sheet(translate_words("SMART analysis", lang))
    for number, row in enumerate((targets.heads, *rows), start=1):
        for column, text in enumerate(row, start=1):
            put_text(sheet.cell(number, column), text, heading=number == 1)
    put_text(sheet.cell(len(rows) + 3, 2), legend, heading=False)
    lay_out_sheet(sheet, _TARGET_WIDTHS)
    add_table(sheet, len(rows), len(targets.heads))
    sheet.freeze_panes = "C2"


def _column_widths(
    rows: Sequence[Sequence[str]], printed: Sequence[bool]
) -> list[int]:
    """The widths of the columns of a sheet, in characters.

    Where what is printed is wider than an A3 lying down, its columns with long texts get less:
    a row that goes on beside it on a second sheet of paper is read by nobody.
    """
    widths = [_column_width(texts) for texts in zip(*rows, strict=True)]
    told = [
        width for width, shown in zip(widths, printed, strict=True) if shown
    ]
    wide = [width for width in told if width > _LONG_TEXT]
    too_wide = sum(told) - int(_A3_SHARE * _PAGE_CHARACTERS)
    if too_wide <= 0 or not wide:
        return widths
    most = max(_LONG_TEXT, (sum(wide) - too_wide) // len(wide))
    return [
        min(width, most) if shown else width
        for width, shown in zip(widths, printed, strict=True)
    ]


def _column_width(texts: Iterable[str]) -> int:
    """The width of a column with these texts, in characters."""
    longest = max(map(len, texts))
    if longest > _LONG_TEXT:
        return min(_WIDE_COLUMN, longest + _FILTER_ROOM)
    return min(_USUAL_COLUMN, max(_NARROW_COLUMN, longest + _FILTER_ROOM))


def put_text(cell: Cell | MergedCell, text: str, *, heading: bool) -> None:
    """Write a text into a cell so that it stays text.

    That holds for what looks like a formula, a number or a date too.

    Raises:
        OutputError: It is longer than a cell holds.
    """
    if isinstance(cell, MergedCell):  # no sheet of ours has any
        return
    written = _ESCAPED_CHARACTER.sub("_x005F_", text)
    _check_length(written, f"{cell.parent.title}!{cell.coordinate}")
    cell.value = written
    cell.data_type = (
        "s"  # else openpyxl makes a formula of a text that begins with =
    )
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    cell.number_format = "@"
    cell.alignment = _WRAPPED_TEXT
    if heading:
        cell.font = _BOLD_FONT
        cell.fill = _HEAD_FILL


def _check_length(text: str, place: str) -> None:
    """Refuse a text that openpyxl would cut off; Excel counts in units of UTF-16."""
    size = len(text.encode("utf-16-le")) // 2
    if size > _MOST_CHARACTERS:
        what = Sentence(
            "this text has {count} characters; a cell holds at most {most}.",
            count=size,
            most=_MOST_CHARACTERS,
        )
        hint = Sentence("The formats yaml and json hold it.")
        raise OutputError(what, hint, where=place)


def _add_choices(book: Workbook, sheets: SheetTexts, lang: str) -> None:
    """Drop-downs for the columns that have fixed words, from a sheet of lists."""
    lists = book.create_sheet(translate_words("Lists", lang))
    choices = [*fixed_choices(lang)]
    for column, (key, words) in enumerate(choices, start=1):
        heading = key.in_language(lang)
        place = _add_list(lists, column, heading, words)
        for name, rows in sheets.items():
            if heading in rows[0]:
                _add_drop_down(book[name], rows[0].index(heading) + 1, place)
    lay_out_sheet(lists, [_USUAL_COLUMN] * len(choices))


def _add_list(
    lists: Worksheet, column: int, heading: str, words: Sequence[str]
) -> str:
    """Write the words of a list under each other; the place where these stand."""
    put_text(lists.cell(1, column), heading, heading=True)
    for number, word in enumerate(words, start=2):
        put_text(lists.cell(number, column), word, heading=False)
    letter = get_column_letter(column)
    return f"'{lists.title}'!${letter}$2:${letter}${len(words) + 1}"


def _add_drop_down(sheet: Worksheet, column: int, place: str) -> None:
    """Offer the words that stand in a place in a column; others may be typed."""
    choice = DataValidation(
        type="list", formula1=place, allow_blank=True, showErrorMessage=False
    )
    letter = get_column_letter(column)
    choice.add(f"{letter}2:{letter}{_LAST_ROW}")
    sheet.add_data_validation(choice)


def to_reproducible_bytes(
    book: Workbook, charts: WorkbookCharts | None = None
) -> bytes:
    """The bytes of the workbook without the time of day that its archive would hold.

    Args:
        book: As it is finished.
        charts: Those in it; None for none.
    """
    saved = io.BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts["xl/styles.xml"] = _FONT.sub(_in_order, parts["xl/styles.xml"])
    core = parts["docProps/core.xml"]
    parts["docProps/core.xml"] = _without_time(core, book.properties.created)
    if charts:
        charts.describe_charts(parts)
    return pack_archive(parts)


def _in_order(font: re.Match[bytes]) -> bytes:
    """A font with its properties in the order of the format; openpyxl has one of its own."""
    properties = _FONT_PROPERTY.findall(font[1])
    properties.sort(key=lambda found: _FONT_ORDER.index(found[1]))
    return b"<font>%s</font>" % b"".join(whole for whole, _ in properties)


def _without_time(core: bytes, stated: datetime) -> bytes:
    """The properties without a time of saving, or with the day that is stated.

    openpyxl sets the time of day whatever it is told.
    """
    if stated == NO_DATE:
        return _SAVED.sub(b"", core)
    return _SAVED.sub(
        rb"\g<start>%sZ\g<end>" % stated.isoformat().encode(), core
    )


DUTCH = {
    (
        "Excel workbook: dinet's own format as sheets to fill in, with lists to choose "
        "from; dinet reads it back unchanged."
    ): (
        "Excel-werkmap: dinets eigen formaat als bladen om in te vullen, met "
        "keuzelijsten; dinet leest het ongewijzigd terug."
    ),
}
