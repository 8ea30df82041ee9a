"""The form that says which series of a file is which target.

::

    S6: {bestand: statline.csv, kolom: "Jongeren met jeugdzorg (%)", regio: Hoogeveen}
    S3: {2023: 70%, 2024: 78%}
    metingen:
      - {doel: S5, jaar: 2024, waarde: 55, eenheid: "%", opmerking: eigen telling}
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dinet.language import Sentence
from dinet.measurements.cell_figures import (
    CellFigure,
    notation_of,
    parse_figure,
)
from dinet.measurements.own_files import NamedMeasurement, kind_of_row
from dinet.measurements.periods import Period, parse_period
from dinet.measurements.series_choice import (
    SeriesWish,
    provisional_word,
    sample_in,
)
from dinet.measurements.word_lists import has_listed_word, is_listed
from dinet.model import Measurement
from dinet.native.problems import ProblemReport
from dinet.native.tree import (
    Fields,
    LeftOpen,
    MarkedText,
    Series,
    Value,
    values_of,
)
from dinet.targets.target_direction import BetterDirection

_LINE = re.compile(
    r"\s*,?\s*(?P<key>[^\W\d]\w*)\s+(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>[^,]+))"
)
"""``kolom "Jongeren (%)", regio GM0118`` behind the name of a file."""


class WishedSeries(NamedTuple):
    """A target as the form names it, and a series that answers it."""

    target: MarkedText
    wish: SeriesWish


class MeasurementForm(NamedTuple):
    """What a form says.

    Args:
        series: In the order of the form.
        figures: Those that stand in the form itself.
    """

    series: tuple[WishedSeries, ...]
    figures: tuple[NamedMeasurement, ...]


def read_form(
    form: Value, report: ProblemReport, lang: str
) -> MeasurementForm:
    """What a form of measurements says.

    Args:
        form: As it stands in its YAML.
        report: Hears what cannot be understood.
        lang: Of the programme.
    """
    reading = _FormReading(report, lang)
    if isinstance(form, Fields):
        reading.read_lines(form)
    else:
        report.add_problem(form.mark, _expected_form())
    return MeasurementForm(tuple(reading.series), tuple(reading.figures))


def _expected_form() -> Sentence:
    return Sentence(
        "write here a target and its series, such as: "
        'S1: statline.csv, kolom "…", regio …'
    )


class _FormReading:
    """What was read so far."""

    def __init__(self, report: ProblemReport, lang: str) -> None:
        self.report = report
        self.lang = lang
        self.series: list[WishedSeries] = []
        self.figures: list[NamedMeasurement] = []

    def read_lines(self, form: Fields) -> None:
        for key, value in form.items():
            if is_listed(key, "form.figures"):
                self._read_rows(value)
            elif is_listed(key, "form.lines") and isinstance(value, Fields):
                self.read_lines(value)
            else:
                for one in values_of(value):
                    self._read_line(key, one)

    def _read_line(self, target: MarkedText, value: Value) -> None:
        if isinstance(value, Fields) and any(map(parse_period, value)):
            self._read_years(target, value)
        elif isinstance(value, Fields):
            self._read_wish(target, list(_filled_fields(value)), value)
        elif isinstance(value, MarkedText):
            name, _, rest = value.partition(",")
            pairs = [("bestand", name.strip()), *_pairs_in(rest)]
            self._read_wish(target, pairs, value)
        else:
            self.report.add_problem(value.mark, _expected_form())

    def _read_wish(
        self, target: MarkedText, pairs: list[tuple[str, str]], value: Value
    ) -> None:
        found: dict[str, str] = {}
        words: list[str] = []
        columns: list[tuple[str, str]] = []
        for key, text in pairs:
            role = _role_of(key)
            if role == "series":
                words.append(text)
            elif role:
                found[role] = text
            else:
                columns.append((key, text))
        if not found.get("file"):
            self.report.add_problem(value.mark, _expected_form())
            return
        wish = SeriesWish(
            found["file"],
            tuple(words),
            found.get("region", ""),
            tuple(columns),
            found.get("sheet", ""),
            found.get("unit", ""),
            _way_of(found.get("better", "")),
        )
        self.series.append(WishedSeries(target, wish))

    def _read_years(self, target: MarkedText, years: Fields) -> None:
        texts = [text for _, text in _filled_fields(years)]
        notation = notation_of(texts)
        for year, text in years.items():
            if isinstance(text, MarkedText) and not isinstance(text, LeftOpen):
                fields = {"year": str(year), "value": str(text)}
                self._add_figure(target, fields, text, notation)

    def _read_rows(self, rows: Value) -> None:
        texts = [
            str(value)
            for row in values_of(rows)
            if isinstance(row, Fields)
            for key, value in row.items()
            if is_listed(key, "columns.value")
        ]
        notation = notation_of(texts)
        for row in values_of(rows):
            fields = dict(_named_fields(row))
            target = fields.get("target")
            if target is None:
                self.report.add_problem(
                    row.mark,
                    Sentence("this row names no target, year and value."),
                )
                continue
            self._add_figure(target, fields, row, notation)

    def _add_figure(
        self,
        target: str,
        fields: dict[str, str],
        value: Value,
        notation: str,
    ) -> None:
        period = parse_period(fields.get("year", ""))
        figure = parse_figure(fields.get("value", ""), notation)
        if period is None or figure is None:
            self.report.add_problem(
                value.mark,
                Sentence("this row has no year, or no figure that is one."),
            )
            return
        place = self.report.place_of(value.mark)
        measured = _measurement_of(fields, period, figure, self.lang)
        measured = measured.model_copy(update={"place": place})
        self.figures.append(NamedMeasurement(str(target), measured))


def _measurement_of(
    fields: dict[str, str], period: Period, figure: CellFigure, lang: str
) -> Measurement:
    """What a row of a form says, without its place."""
    status = fields.get("status", "")
    is_called = has_listed_word(status, "cells.provisional")
    is_provisional = period.is_provisional or is_called
    remark = fields.get("remark")
    return Measurement(
        kind=kind_of_row(fields.get("kind", "")),
        year=str(period.year),
        text=figure.text,
        number=figure.number,
        unit=fields.get("unit") or figure.unit or None,
        status=provisional_word(lang) if is_provisional else None,
        sample=fields.get("sample") or sample_in(remark or ""),
        margin=fields.get("margin") or figure.margin or None,
        source=fields.get("source"),
        remark=remark,
    )


def _filled_fields(fields: Fields) -> Iterator[tuple[str, str]]:
    for key, value in fields.items():
        members = value if isinstance(value, Series) else [value]
        for member in members:
            is_open = isinstance(member, LeftOpen)
            if isinstance(member, MarkedText) and not is_open:
                yield str(key), str(member)


def _pairs_in(line: str) -> Iterator[tuple[str, str]]:
    """The keys and words of a form that is written in one line."""
    for found in _LINE.finditer(line):
        yield found["key"], (found["quoted"] or found["bare"] or "").strip()


def _role_of(key: str) -> str:
    for role in ("file", "series", "region", "sheet", "unit", "better"):
        if is_listed(key, f"form.{role}"):
            return role
    return ""


def _way_of(word: str) -> BetterDirection | None:
    if is_listed(word, "form.up"):
        return "up"
    return "down" if is_listed(word, "form.down") else None


def _named_fields(row: Value) -> Iterator[tuple[str, str]]:
    if not isinstance(row, Fields):
        return
    columns = ("target", "year", "value", "unit", "source", "remark", "kind")
    for key, text in _filled_fields(row):
        for name in (*columns, "status"):
            if is_listed(key, f"columns.{name}"):
                yield name, text
        for name in ("sample", "margin"):
            if is_listed(key, f"attributes.{name}"):
                yield name, text
