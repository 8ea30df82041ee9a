"""One slide for the council, of shapes that can be edited: message, goals, findings, what is asked.

Suffixes: .council.pptx

Everything is told in the notes too. ``--ask`` says what is asked of the council.
"""

from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.writers.one_page.sheet_document import programme_sheet
from dinet.writers.one_page.slide_shapes import draw_council_slide


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The presentation: the same bytes for the same network and findings.

    Args:
        network: Its goals are tiles; of the largest programmes its themes.
        findings: What the rules said; told where little else stands out.
        profile: The language of our own words, the look, and what is asked.
    """
    sheet = programme_sheet(network, findings, profile)
    return draw_council_slide(sheet, network, profile)


DUTCH = {
    (
        "One slide for the council, of shapes that can be edited: message, goals, findings, "
        "what is asked."
    ): (
        "Eén dia voor de raad, van vormen die te bewerken zijn: boodschap, doelen, "
        "bevindingen en wat er gevraagd wordt."
    ),
}
