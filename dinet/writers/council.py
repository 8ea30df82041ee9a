"""One A4 for the council: the message, the goals as one picture, three findings, what is asked.

Suffixes: .council.pdf

It has tags, so it can be read aloud, by the standard PDF/UA-1; where the day of the programme is
stated it can be kept too, by PDF/A-2a. ``--ask`` says what is asked of the council.
"""

from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.writers.one_page.sheet_document import (
    programme_sheet,
    typeset_sheet,
)


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
    sheet = programme_sheet(network, findings, profile)
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
