"""So many links that the network shows no choice any more.

Why it matters: not everything contributes to everything. A drawing in which each line may be true
tells nobody what counts; draw the main lines, or group what belongs together.

Bad:

    doelen:
      - {id: D1, tekst: Meer kinderen sporten.}
      - {id: D2, tekst: Minder kinderen roken.}
      - {id: D3, tekst: Meer ouderen lezen.}
      - {id: D4, tekst: Minder jongeren met schulden.}
      - {id: D5, tekst: Betere lucht.}
      - {id: D6, tekst: Meer groen.}
      - {id: D7, tekst: Minder uitval op school.}
      - {id: D8, tekst: Meer vrijwilligers.}
      - {id: D9, tekst: Minder eenzame ouderen.}
    inspanningen:
      - {tekst: Bouwen van een sporthal., voor: [D1, D2, D3, D4, D5, D6, D7, D8, D9]}
      - {tekst: Trainen van gidsen., voor: [D1, D2, D3, D4, D5, D6, D7, D8, D9]}
      - {tekst: Planten van bomen., voor: [D1, D2, D3, D4, D5, D6, D7, D8, D9]}
      - {tekst: Openen van een loket., voor: [D1, D2, D3, D4, D5, D6, D7, D8, D9]}
      - {tekst: Werven van coaches., voor: [D1, D2, D3, D4, D5, D6, D7, D8, D9]}
      - {tekst: Opleiden van leraren., voor: [D1, D2, D3, D4, D5, D6, D7, D8, D9]}
      - {tekst: Verbouwen van scholen., voor: [D1, D2, D3, D4, D5, D6, D7, D8, D9]}
      - {tekst: Aanleggen van fietspaden., voor: [D1, D2, D3, D4, D5, D6, D7, D8, D9]}

Good:

    smart-doelen:
      - {id: S1, tekst: "In 2028 sport 60% van de kinderen (in 2024 was dit 52%).", bron: GGD}
    doelen:
      - {id: D1, tekst: Meer kinderen sporten., smart-doelen: [S1]}
    inspanningen:
      - {tekst: Bouwen van een sporthal., voor: [D1, S1]}

Source: the handbook Werken aan Programma's: a first network is spaghetti.
"""

from dinet.finding import (
    USUAL_SETTINGS,
    RuleRemarks,
    RuleSettings,
    Severity,
    Threshold,
    WholeProgramme,
    rule,
)
from dinet.language import Sentence
from dinet.model import SERVING_LINKS
from dinet.network import Network

_MOST = Threshold(Sentence("links"), 4)
"""For each element. The real network of a national programme has 284 links for 123 elements; a
matrix in which all eight efforts serve all nine goals has 4.2."""
_FEWEST_ELEMENTS = 15
"""A smaller network is taken in at a glance, however many lines it has."""


@rule("DC113", Severity.WARNING, thresholds=(_MOST,))
def check(
    network: Network, settings: RuleSettings = USUAL_SETTINGS
) -> RuleRemarks:
    """One finding for the programme, with the counts; themes and what hangs in them count not."""
    elements = sum(element.kind != "theme" for element in network)
    links = sum(link.kind in SERVING_LINKS for link in network.links())
    most = settings.number_of(_MOST)
    if elements >= _FEWEST_ELEMENTS and links > most * elements:
        sentence = Sentence(
            "The network has {links} links between {elements} elements: which of them count, "
            "nobody sees.",
            links=links,
            elements=elements,
        )
        yield WholeProgramme(), sentence


DUTCH = {
    "links": "verbanden",
    "So many links that the network shows no choice any more.": (
        "Zo veel verbanden dat het netwerk geen keuze meer laat zien."
    ),
    (
        "not everything contributes to everything. A drawing in which each line may be true "
        "tells nobody what counts; draw the main lines, or group what belongs together."
    ): (
        "niet alles draagt bij aan alles. Een tekening waarin elke lijn waar kan zijn, zegt "
        "niemand wat telt; teken de hoofdlijnen, of voeg samen wat bij elkaar hoort."
    ),
    "the handbook Werken aan Programma's: a first network is spaghetti.": (
        "het handboek Werken aan Programma's: een eerste netwerk is spaghetti."
    ),
    (
        "The network has {links} links between {elements} elements: which of them count, nobody "
        "sees."
    ): (
        "Het netwerk heeft {links} verbanden tussen {elements} elementen: welke ertoe doen, "
        "ziet niemand."
    ),
}
