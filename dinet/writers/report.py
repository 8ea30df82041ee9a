"""A report to publish: an accessible PDF with summary, picture, table, coverage, findings, \
matrix, planning and notes.

Suffixes: .report.pdf

It has tags, a language, a title, alternative texts and headings of tables, by the standards
PDF/UA-1 and PDF/A-2a, so it can be read aloud and kept. The letters are in the file.
"""  # noqa: D205 (one sentence of the catalogue)

import json
from datetime import UTC, datetime
from typing import Any

import typst

from dinet.errors import MissingLibraryError
from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.style.profile import Profile
from dinet.layout.tables.matrix import build_matrix
from dinet.layout.tables.planning import build_planning
from dinet.layout.text.measure import FONTS_FOLDER
from dinet.network import Network
from dinet.report.style_sheets import TEMPLATES_FOLDER
from dinet.writers.booklet.contents import build_contents
from dinet.writers.booklet.figures import network_figures, planning_figures
from dinet.writers.booklet.template_values import (
    input_attempts,
    template_values,
)

PDF_STANDARDS = ["ua-1", "a-2a"]
NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)
"""PDF/A asks for a date; this one, which archives call none, is always the same."""


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The report: the same bytes for the same network; it holds no date but that of the document.

    Args:
        network: Every element stands in a table.
        findings: What the rules said, with code, reason and place.
        profile: The pages of the picture (the others are A4), the look, and the language of all
            but the document's own words.

    Raises:
        MissingLibraryError: typst could not set the report.
    """
    reason = ""
    for inputs, everywhere in input_attempts(
        _input_texts(network, findings, profile)
    ):
        try:
            return _typeset_report(inputs, everywhere)
        except typst.TypstError as error:
            reason = str(error)
    raise MissingLibraryError(
        Sentence(
            "typst could not set the report: {reason}.",
            reason=reason.rstrip("."),
        )
    )


def _input_texts(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> dict[str, str]:
    """What the template gets: the contents as JSON, and each picture."""
    planning = build_planning(network, short=profile.short)
    figures = (
        *network_figures(network, findings, profile),
        *planning_figures(planning, network, profile),
    )
    models = build_matrix(network), planning
    contents = build_contents(network, findings, profile, models)
    data = contents | template_values(network, figures, profile)
    pictures = {
        f"picture-{number}": page.svg for number, page in enumerate(figures)
    }
    return {"data": json.dumps(data, ensure_ascii=False), **pictures}


def _typeset_report(inputs: dict[str, str], everywhere: bool) -> bytes:
    """The report in type, also with the letters of this machine when that is asked."""
    fonts = typst.Fonts(
        include_system_fonts=everywhere,
        include_embedded_fonts=False,
        font_paths=[FONTS_FOLDER],
    )
    source = TEMPLATES_FOLDER / "report" / "report.typ"
    settings: dict[str, Any] = {
        "root": source.parent,
        "format": "pdf",
        "pdf_standards": PDF_STANDARDS,
        "timestamp": NO_DATE,
    }
    return bytes(
        typst.compile(source, font_paths=fonts, sys_inputs=inputs, **settings)
    )


DUTCH = {
    (
        "A report to publish: an accessible PDF with summary, picture, table, "
        "coverage, findings, matrix, planning and notes."
    ): (
        "Een rapport om te publiceren: een toegankelijke pdf met samenvatting, plaat, "
        "tabel, dekking, bevindingen, matrix, planning en notities."
    ),
}
