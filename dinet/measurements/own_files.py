"""The files that a programme keeps itself: each row names the target, the year and the value."""

from collections.abc import Iterator
from typing import NamedTuple

from dinet.language import Sentence
from dinet.measurements.figure_tables import FigureFact, FigureFile
from dinet.measurements.series_choice import figure_as_measurement
from dinet.measurements.word_lists import is_listed
from dinet.model import MEASUREMENT_KINDS, Measurement, MeasurementKind


class NamedMeasurement(NamedTuple):
    """A figure and the target that its row names.

    Args:
        target: An id, code or text, as the file has it.
        measurement: The figure.
    """

    target: str
    measurement: Measurement


def names_targets(file: FigureFile) -> bool:
    """Whether the rows of a file name targets, so that it needs no form."""
    return any(
        fact.label_under("columns.target") and _is_own_value(fact)
        for fact in file.facts
    )


def own_measurements(
    file: FigureFile, lang: str
) -> Iterator[NamedMeasurement]:
    """The figures of a file of one's own, in its order.

    Args:
        file: As ``names_targets`` knows it.
        lang: Of the programme.
    """
    for fact in file.facts:
        target = fact.label_under("columns.target")
        if not target or not _is_own_value(fact) or fact.period is None:
            continue
        measured = figure_as_measurement(fact, file.facts, file, "", lang)
        kind = kind_of_row(fact.label_under("columns.kind"))
        yield NamedMeasurement(
            target, measured.model_copy(update={"kind": kind})
        )


def kind_of_row(word: str) -> MeasurementKind:
    """What a row holds by its own word: what was measured, when it says nothing else.

    Example:
        >>> kind_of_row("streefwaarde"), kind_of_row("")
        ('target', 'realised')
    """
    for kind in MEASUREMENT_KINDS:
        if is_listed(word, f"kinds.{kind}"):
            return kind
    return "realised"


def _is_own_value(fact: FigureFact) -> bool:
    """A figure under the word for a value, or under a year."""
    if fact.period is None:
        return False
    if not fact.heads:
        return True
    return any(is_listed(head, "columns.value") for head in fact.heads)


def no_target_named(file: FigureFile) -> Sentence:
    """What is said of a file that names no targets, with an example of a form."""
    words = next((fact.all_words for fact in file.facts), ("…",))
    return Sentence(
        "this file does not say which targets its figures are of. Give a form that does, with a "
        'line such as: S1: {file}, kolom "{words}"',
        file=file.name,
        words=words[0] if words else "…",
    )
