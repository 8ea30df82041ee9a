"""A report to publish: an accessible PDF with summary, picture, table, coverage, findings, \
matrix, planning and notes.

Suffixes: .report.pdf

It has tags, a language, a title, alternative texts and headings of tables, by the standard
PDF/UA-1, so it can be read aloud; where the day of the programme is stated it can be kept too,
by PDF/A-2a. The letters are in the file.
"""  # noqa: D205 (one sentence of the catalogue)

import json

import typst

from dinet.errors import MissingLibraryError
from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.style.profile import Profile
from dinet.layout.tables.matrix import build_matrix
from dinet.layout.tables.planning import build_planning
from dinet.network import Network
from dinet.report.style_sheets import TEMPLATES_FOLDER
from dinet.writers.booklet.contents import build_contents
from dinet.writers.booklet.figures import network_figures, planning_figures
from dinet.writers.booklet.template_values import (
    input_attempts,
    template_values,
)
from dinet.writers.booklet.typeset_picture import pdf_settings, typeset_inputs
from dinet.writers.office.file_facts import programme_facts


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
    settings = pdf_settings(network.programme.identity)
    source = (TEMPLATES_FOLDER / "report" / "report.typ").read_bytes()
    for inputs, everywhere in input_attempts(
        _input_texts(network, findings, profile)
    ):
        try:
            return typeset_inputs(source, inputs, settings, everywhere)
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
    facts = programme_facts(network, contents["title"])
    data = contents | template_values(network, figures, profile)
    data["stated"] = facts.as_template_values()
    pictures = {
        f"picture-{number}": page.svg for number, page in enumerate(figures)
    }
    return {"data": json.dumps(data, ensure_ascii=False), **pictures}


DUTCH = {
    (
        "A report to publish: an accessible PDF with summary, picture, table, "
        "coverage, findings, matrix, planning and notes."
    ): (
        "Een rapport om te publiceren: een toegankelijke pdf met samenvatting, plaat, "
        "tabel, dekking, bevindingen, matrix, planning en notities."
    ),
}
