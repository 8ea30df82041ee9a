"""The report as one HTML file to read and print: summary, picture, table, coverage, findings, matrix, planning and notes.

Suffixes: .report.html

It has no script and asks for nothing, so it can be mailed and published as it is.
"""

from typing import Any

from dinet.layout.layered.page_layout import laid_out
from dinet.layout.render.drawing import as_svg
from dinet.layout.render.svg import drawn
from dinet.layout.style.profile import Profile
from dinet.layout.tables.matrix import matrix
from dinet.layout.tables.planning import Planning, planning
from dinet.layout.tables.planning_pages import calendar
from dinet.writers.booklet.matrix_values import crossed
from dinet.writers.booklet.standalone_page import LinkedCells, bare, leaf
from dinet.writers.page.template_values import content, lists

from dinet.finding import Finding
from dinet.network import Network
from dinet.report.findings_by_rule import found
from dinet.report.summary import facts, summary
from dinet.writers.booklet.contents import PARTS
from dinet.writers.booklet.figures import fits
from dinet.writers.page.table import DinTable


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The report, in UTF-8.

    Args:
        network: Every element stands in a table.
        findings: What the rules said, with code, reason and place.
        profile: ``lang`` is the language of all but the document's own words; ``source`` is
            named at the foot.
    """
    told = found(findings, profile.lang, profile.source)
    planned = planning(network, short=profile.short)
    values = content(network, told, profile, {}) | lists(network, told, profile).values
    values |= crossed(matrix(network), network, short=True)
    values |= {
        "cells": LinkedCells(network, DinTable(network), profile, drawn=fits(network)),
        "parts": {
            name: words
            for name, words in PARTS.items()
            if name != "planning" or planned.known
        },
        "facts": facts(network, findings, profile.lang),
        "told": summary(network, findings, planned, profile.lang),
        "vision": network.programme.vision or "",
        "planning": planned,
    }
    return leaf(
        "report.html",
        network,
        profile,
        values | _pictures(network, findings, profile, planned),
    )


def _pictures(
    network: Network, findings: tuple[Finding, ...], profile: Profile, planned: Planning
) -> dict[str, Any]:
    screen = Profile(
        profile.lang, "screen", profile.short, profile.source, style=profile.style
    )
    picture = (
        bare(drawn(laid_out(network, findings, screen), network, lang=profile.lang))
        if fits(network)
        else ""
    )
    pages = (
        [page._replace(heading=()) for page in calendar(planned, network, screen)]
        if planned.known
        else []
    )
    return {"picture": picture, "calendar_drawn": bare(as_svg(pages)) if pages else ""}


DUTCH = {
    (
        "The report as one HTML file to read and print: summary, picture, table, "
        "coverage, findings, matrix, planning and notes."
    ): (
        "Het rapport als één html-bestand om te lezen en te printen: samenvatting, "
        "plaat, tabel, dekking, bevindingen, matrix en planning."
    ),
}
