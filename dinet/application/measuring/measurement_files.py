"""Figures from files of measurements, and the programme whose targets hold them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dinet.application.files.input_files import read_input_file
from dinet.document.content import Document
from dinet.errors import DocumentError, UsageError
from dinet.language import Sentence
from dinet.measurements.figure_tables import FigureFile, read_figures
from dinet.measurements.measured_programme import (
    add_measurements,
    find_targets,
    group_by_target,
)
from dinet.measurements.measurement_form import WishedSeries, read_form
from dinet.measurements.own_files import (
    NamedMeasurement,
    names_targets,
    no_target_named,
    own_measurements,
)
from dinet.measurements.series_choice import SeriesError, choose_series
from dinet.model import Measurement, Programme, clean_text
from dinet.native.problems import ProblemReport
from dinet.native.tree import MarkedText
from dinet.plugins import plugin_folder
from dinet.targets.target_direction import BetterDirection

_FORM_SUFFIXES = (".yaml", ".yml")
_TABLE_READERS = ("csv", "tsv", "xlsx", "ods")
"""Of files with figures; others have no cells that people fill with them."""


class MeasuredProgramme(NamedTuple):
    """A programme with the figures of files in its targets.

    Args:
        programme: With them.
        ways: By the id of a target the better way, where a form says it.
        revisions: Likewise the values that came in place of that of the document.
    """

    programme: Programme
    ways: dict[str, BetterDirection]
    revisions: dict[str, list[Measurement]]


def measure_programme(
    programme: Programme, paths: Sequence[str]
) -> MeasuredProgramme:
    """Read files of measurements, and put their figures into the targets that they name.

    Args:
        programme: As it was read.
        paths: Forms in YAML, or files of one's own that name their targets.

    Raises:
        MissingInputError: There is no such file, or it may not be read.
        DocumentError: A file is not understood, names no target, or a target that there is not;
            or a line of a form fits nothing or several series.
    """
    reading = _MeasurementReading(programme)
    for path in paths:
        reading.read_path(path)
    measured = [
        (target, _as_measured(one))
        for target, one in reading.figures
        if one.kind != "target"
    ]
    revised = [each for each in reading.figures if each[1].kind == "target"]
    return MeasuredProgramme(
        add_measurements(programme, group_by_target(measured)),
        reading.ways,
        group_by_target(revised),
    )


def _as_measured(measurement: Measurement) -> Measurement:
    """A start that somebody measured is a figure too; it changes nothing of the document."""
    if measurement.kind == "baseline":
        return measurement.model_copy(update={"kind": "realised"})
    return measurement


class _MeasurementReading:
    """The figures of all files so far."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.figures: list[tuple[str, Measurement]] = []
        self.ways: dict[str, BetterDirection] = {}
        self.files: dict[Path, FigureFile] = {}

    def read_path(self, path: str) -> None:
        """Read a form, or a file of one's own."""
        if path.casefold().endswith(_FORM_SUFFIXES):
            self._read_form(path)
            return
        file = self._read_file(Path(path))
        if not names_targets(file):
            raise DocumentError(no_target_named(file), where=file.name)
        for named in own_measurements(file, self.programme.lang):
            self._add_own(named, file.name)

    def _add_own(self, named: NamedMeasurement, name: str) -> None:
        place = named.measurement.place
        where = place.as_sentence() if place else name
        self._add_figures(
            self._id_of(named.target, where), [named.measurement]
        )

    def _add_figures(
        self, target: str, figures: Sequence[Measurement]
    ) -> None:
        self.figures += [(target, figure) for figure in figures]

    def _id_of(self, words: str, where: Sentence | str) -> str:
        found = find_targets(self.programme, words)
        if len(found) == 1:
            return found[0].id
        raise DocumentError(_unclear_target(words, len(found)), where=where)

    def _read_form(self, path: str) -> None:
        name = str(clean_text(Path(path).name))
        report = ProblemReport(name)
        reader = plugin_folder("readers").plugin_named("yaml").module
        tree = reader.parse_file(read_input_file(path), report)
        form = read_form(tree, report, self.programme.lang)
        folder = Path(path).parent
        for series in form.series:
            for target in self._targets_of(series.target, report):
                self._add_series(target, series, folder, report)
        report.raise_problems()
        for named in form.figures:
            self._add_own(named, name)

    def _targets_of(
        self, words: MarkedText, report: ProblemReport
    ) -> Iterator[str]:
        found = find_targets(self.programme, words)
        if len(found) == 1:
            yield found[0].id
        else:
            what = _unclear_target(words, len(found))
            report.add_problem(words.mark, what)

    def _add_series(
        self,
        target: str,
        series: WishedSeries,
        folder: Path,
        report: ProblemReport,
    ) -> None:
        wish = series.wish
        file = self._read_file(folder / wish.file)
        try:
            figures = choose_series(file, wish, self.programme.lang)
        except SeriesError as error:
            report.add_problem(series.target.mark, error.sentence)
            return
        self._add_figures(target, figures)
        if wish.better:
            self.ways[target] = wish.better

    def _read_file(self, path: Path) -> FigureFile:
        """The figures of a file; read once, however many lines name it."""
        if path not in self.files:
            self.files[path] = _read_figure_file(path)
        return self.files[path]


def _unclear_target(words: str, count: int) -> Sentence:
    if count:
        return Sentence(
            "{count} targets are called “{words}”: name one by its id.",
            count=count,
            words=words,
        )
    return Sentence(
        "no target is called “{words}”: name it by its id or code.",
        words=words,
    )


def _read_figure_file(path: Path) -> FigureFile:
    name = str(clean_text(path.name))
    plugin = plugin_folder("readers").for_file(path.name)
    if plugin is None or plugin.name not in _TABLE_READERS:
        raise UsageError(
            Sentence(
                "{name} is no file of measurements: give CSV, Excel or OpenDocument, or a form in "
                "YAML.",
                name=name,
            )
        )
    data = read_input_file(path)
    if not data.strip():
        raise DocumentError(Sentence("this file is empty."), where=name)
    document = plugin.module.read(data, name)
    if not isinstance(document, Document):
        what = Sentence("this is a programme, and no file of measurements.")
        raise DocumentError(what, where=name)
    return read_figures(document)
