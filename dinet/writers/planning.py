"""The planning as a calendar: which effort is when in which phase, and who does it, as one \
vector picture.

Suffixes: .planning.svg

Phases are told apart by their fill and their letter, never by colour alone. Without a paper
that is asked for all stands on one page; on paper what is longer than a page goes on on the
next, beside or under it in the same file.
"""  # noqa: D205 (one sentence of the catalogue)

from dinet.finding import Finding
from dinet.layout.render.drawing import drawing_to_svg, state_widths
from dinet.layout.style.profile import Profile
from dinet.layout.tables.planning import build_planning
from dinet.layout.tables.planning_pages import draw_planning_pages
from dinet.network import Network


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The picture, in UTF-8.

    Args:
        network: Every effort has a row; where the document gives no planning, that is said.
        findings: Not used.
        profile: The size of the pages, the language of the words around the efforts, and
            whether texts are short.
    """
    planning = build_planning(network, short=profile.short)
    pages = draw_planning_pages(planning, network, profile)
    drawn = drawing_to_svg(list(map(state_widths, pages)))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn}\n'.encode()


DUTCH = {
    (
        "The planning as a calendar: which effort is when in which phase, and who does "
        "it, as one vector picture."
    ): (
        "De planning als kalender: welke inspanning wanneer in welke fase is en wie "
        "het doet, als één vectorplaat."
    ),
}
