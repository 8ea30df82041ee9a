"""What ``dinet measured`` does: read figures, and tell how each target stands by them."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import click

from dinet.application.files.output_files import write_result
from dinet.application.measuring.measure_document import (
    MeasuredTargets,
    measure_document,
)
from dinet.cli.answers.json_output import as_json
from dinet.cli.answers.printing import print_lines, wrap_text
from dinet.language import Sentence
from dinet.measurements.status_words import (
    STATUS_SIGNS,
    STATUS_WORDS,
    aim_in_words,
    figures_in_words,
    places_of_figures,
    reasons_for_status,
)
from dinet.measurements.target_status import TargetStatus
from dinet.report.measured.measured_data import measured_as_data
from dinet.report.measured.measured_page import (
    measured_page,
    reference_sentence,
    sums_in_words,
)
from dinet.wording.labels import counted_kind

CHECK_FAILED = 1
"""The status when a target stands as the check looks for."""
_INDENT = "  "


class WishedStatuses(NamedTuple):
    """How it is told, and when the command fails.

    Args:
        form: ``text``, ``json`` or ``html``.
        target: The file to write; None for the screen.
        fail_on: The statuses that a check looks for.
    """

    form: str
    target: str | None
    fail_on: tuple[str, ...]


def run_measured(
    document: str,
    lang: str | None,
    wishes: Mapping[str, Any],
    wished: WishedStatuses,
) -> int:
    """Tell how the targets stand; 1 when one stands as a check looks for.

    Args:
        document: Its path.
        lang: The language of the reader; None for that of the document.
        wishes: ``today`` and what ``open_document`` takes.
        wished: How it is told.
    """
    measured = measure_document(document, lang, **wishes)
    if wished.target:
        data = _whole_file(measured, wished.form).encode()
        write_result(data, wished.target, measured.opened.given)
    elif wished.form == "text":
        print_lines(_measured_lines(measured))
    else:
        click.echo(_whole_file(measured, wished.form), nl=False)
    found = {status.status for status in measured.statuses}
    return CHECK_FAILED if found & set(wished.fail_on) else 0


def _whole_file(measured: MeasuredTargets, form: str) -> str:
    statuses, lang = measured.statuses, measured.opened.lang
    if form == "json":
        data = measured_as_data(statuses, measured.today, lang)
        return f"{as_json(data, indent=2)}\n"
    if form == "html":
        name = measured.opened.name
        text_lang = measured.opened.programme.lang
        return measured_page(statuses, name, lang, text_lang, measured.today)
    return "".join(f"{line}\n" for line in _measured_lines(measured))


def _measured_lines(measured: MeasuredTargets) -> Iterator[str]:
    lang = measured.opened.lang
    count = counted_kind("target", len(measured.statuses)).in_language(lang)
    yield f"{measured.opened.name}: {count}"
    yield wrap_text(reference_sentence(measured.today).in_language(lang))
    if measured.statuses:
        yield wrap_text(sums_in_words(measured.statuses, lang))
    for status in measured.statuses:
        yield ""
        yield from _status_lines(status, lang)


def _status_lines(status: TargetStatus, lang: str) -> Iterator[str]:
    element = status.known.element
    word = STATUS_WORDS[status.status].in_language(lang)
    yield f"{element.id} {STATUS_SIGNS[status.status]} {word}"
    yield wrap_text(element.text, _INDENT)
    aim = aim_in_words(status.aimed, lang)
    if aim:
        asked = Sentence("Asked: {words}", words=aim)
        yield wrap_text(asked.in_language(lang), _INDENT)
    figures = figures_in_words(status.points, lang)
    if figures:
        measured = Sentence("Measured: {words}", words=figures)
        yield wrap_text(measured.in_language(lang), _INDENT)
    for sentence in reasons_for_status(status, lang):
        yield wrap_text(sentence.in_language(lang), _INDENT)
    for place in places_of_figures(status):
        yield wrap_text(place.in_language(lang), _INDENT * 2)
