"""The report as one HTML file to read and print: summary, picture, table, coverage, findings, \
matrix, planning and notes.

Suffixes: .report.html

It has no script and asks for nothing, so it can be mailed and published as it is.
"""  # noqa: D205 (one sentence of the catalogue)

from collections.abc import Iterator
from typing import Any

from dinet.finding import Finding
from dinet.layout.layered.page_layout import lay_out_programme
from dinet.layout.render.drawing import drawing_to_svg
from dinet.layout.render.svg import to_svg
from dinet.layout.style.profile import Profile
from dinet.layout.tables.din_table import DinTable
from dinet.layout.tables.matrix import build_matrix
from dinet.layout.tables.planning import Planning, build_planning
from dinet.layout.tables.planning_pages import draw_planning_pages
from dinet.model import Element
from dinet.network import Network
from dinet.report.coverage.breakdown_table import told_breakdowns
from dinet.report.findings.findings_by_rule import findings_by_rule
from dinet.report.summary import count_facts, summarise_programme
from dinet.report.targets.target_sheet import build_target_sheet
from dinet.wording.element_details import DetailLine, detail_lines
from dinet.writers.booklet.contents import PART_HEADINGS, about_report
from dinet.writers.booklet.figures import fits_in_picture
from dinet.writers.booklet.matrix_values import matrix_values
from dinet.writers.booklet.standalone_page import (
    LinkedCells,
    render_standalone_page,
    without_fonts,
)
from dinet.writers.office.archive import one_line
from dinet.writers.page.template_values import (
    build_page_values,
    build_read_views,
)


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The report, in UTF-8.

    Args:
        network: Every element stands in a table.
        findings: What the rules said, with code, reason and place.
        profile: ``lang`` is the language of all but the document's own words; ``source`` is
            named at the foot.
    """
    rules = findings_by_rule(findings, profile.lang, profile.source)
    planning = build_planning(network, short=profile.short)
    details = list(_details_of(network, profile.lang))
    targets = build_target_sheet(network, profile.lang)
    values = {
        **build_page_values(network, rules, profile, {}),
        **build_read_views(network, rules, profile).values,
        **matrix_values(build_matrix(network), network, short=True),
        "cells": _linked_cells(network, profile),
        "parts": _shown_parts(
            planning,
            has_details=bool(details),
            has_targets=bool(targets.tables()),
        ),
        "targets_sheet": targets,
        "breakdowns": told_breakdowns(network, profile.lang),
        "details": details,
        "facts": count_facts(network, findings, profile.lang),
        "told": summarise_programme(network, findings, planning, profile.lang),
        "vision": network.programme.vision or "",
        "conclusion": one_line(profile.conclusion),
        "about": about_report(network.programme.identity, profile),
        "planning": planning,
        **_picture_values(network, findings, profile, planning),
    }
    return render_standalone_page(
        "report/report.html", network, profile, values
    )


def _linked_cells(network: Network, profile: Profile) -> LinkedCells:
    drawn = fits_in_picture(network)
    return LinkedCells(network, DinTable(network), profile, drawn=drawn)


def _details_of(
    network: Network, lang: str
) -> Iterator[tuple[Element, list[DetailLine]]]:
    """The elements with details beside the usual fields, and these."""
    for element in network:
        lines = detail_lines(element, lang)
        if lines:
            yield element, lines


def _shown_parts(
    planning: Planning, *, has_details: bool, has_targets: bool
) -> dict[str, str]:
    """The headings of the parts; some have one only when there is anything under it."""
    parts = dict(PART_HEADINGS)
    if not planning.known:
        del parts["planning"]
    if not has_targets:
        del parts["smart"]
    if not has_details:
        del parts["details"]
    return parts


def _picture_values(
    network: Network,
    findings: tuple[Finding, ...],
    profile: Profile,
    planning: Planning,
) -> dict[str, Any]:
    """The network and the calendar as pictures, empty where there is none."""
    screen = Profile(
        profile.lang,
        "screen",
        profile.short,
        profile.source,
        style=profile.style,
    )
    picture = calendar = ""
    if fits_in_picture(network):
        layout = lay_out_programme(network, findings, screen)
        picture = without_fonts(to_svg(layout, network, lang=profile.lang))
    if planning.known:
        calendar = _draw_calendar(planning, network, screen)
    return {"picture": picture, "calendar_drawn": calendar}


def _draw_calendar(
    planning: Planning, network: Network, screen: Profile
) -> str:
    """The planning without its headings: the report has its own."""
    pages = draw_planning_pages(planning, network, screen)
    bare = [page._replace(heading=()) for page in pages]
    return without_fonts(drawing_to_svg(bare)) if bare else ""


DUTCH = {
    (
        "The report as one HTML file to read and print: summary, picture, table, "
        "coverage, findings, matrix, planning and notes."
    ): (
        "Het rapport als één html-bestand om te lezen en te printen: samenvatting, "
        "plaat, tabel, dekking, bevindingen, matrix en planning."
    ),
}
