"""One A4 for the council: the message, the goals as one picture, three findings, what is asked.

Suffixes: .council.pdf

It has tags, so it can be read aloud, by the standard PDF/UA-1; where the day of the programme is
stated it can be kept too, by PDF/A-2a. ``--ask`` says what is asked of the council.
"""

from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.writers.one_page.council_message import council_message
from dinet.writers.one_page.sheet_document import CouncilSheet, typeset_sheet
from dinet.writers.page.overview_view import build_overview


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The page: the same bytes for the same network; it holds no date but that of the document.

    Args:
        network: Its goals are the picture; the largest programmes show their themes.
        findings: What the rules said; told where little else stands out.
        profile: The language of all but the document's own words, the look, and what is asked.

    Raises:
        MissingLibraryError: typst could not set it.
    """
    message = council_message(network, findings, profile)
    view = build_overview(network, findings, profile.source, profile.lang)
    title = network.programme.title or message.title
    sheet = CouncilSheet(message, view.groups, view.legend, title=title)
    return typeset_sheet(sheet, network, profile)


DUTCH = {
    (
        "One A4 for the council: the message, the goals as one picture, three findings, "
        "what is asked."
    ): (
        "Eén A4 voor de raad: de boodschap, de doelen in één plaat, drie bevindingen en "
        "wat er gevraagd wordt."
    ),
}
