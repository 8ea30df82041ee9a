"""Efforts that are all in one domain, such as systems, in a programme that names domains.

Why it matters: a new system without people who can work with it changes little. Lasting change
most often takes people, processes, data and culture together.

Bad:

    doelen:
      - tekst: Meer inwoners regelen zelf hun zaken.
        inspanningen:
          - {tekst: Bouwen van een loket., extra: {Domein: Data en systemen}}
          - {tekst: Koppelen van registers., extra: {Domein: Data en systemen}}
          - {tekst: Aanschaffen van software., extra: {Domein: Data en systemen}}
          - {tekst: Inrichten van een website., extra: {Domein: Data en systemen}}

Good:

    doelen:
      - tekst: Meer inwoners regelen zelf hun zaken.
        inspanningen:
          - {tekst: Bouwen van een loket., extra: {Domein: Data en systemen}}
          - {tekst: Koppelen van registers., extra: {Domein: Data en systemen}}
          - {tekst: Trainen van medewerkers., extra: {Domein: Mensen}}
          - {tekst: Inrichten van een website., extra: {Domein: Data en systemen}}

Source: the four domains of a Dutch application for networks of goals and efforts.
"""

from dinet.finding import (
    RuleRemarks,
    Severity,
    WholeProgramme,
    most_have,
    rule,
)
from dinet.language import Sentence
from dinet.model import Element
from dinet.network import Network
from dinet.vocabulary.statement_words import statement_pattern, statement_words

_DOMAINS = ("people", "processes", "data", "culture")
"""The names of the lists of words."""
_FEWEST_EFFORTS = 4
"""Of fewer than there are domains nobody expects one in each."""


@rule("DC115", Severity.INFO)
def check(network: Network) -> RuleRemarks:
    """One finding where at least half of the efforts have a domain, and all the same one."""
    efforts = network.efforts
    if len(efforts) < _FEWEST_EFFORTS or not most_have(efforts, _cell_of):
        return
    cells = [cell for cell in map(_cell_of, efforts) if cell]
    domains = {domain for cell in cells for domain in _domains_in(cell)}
    if len(domains) == 1:
        sentence = Sentence(
            "All {n} efforts with a domain are in the same one: “{words}”.",
            n=len(cells),
            words=cells[0],
        )
        yield WholeProgramme(), sentence


def _cell_of(effort: Element) -> str:
    """The words in its column of domains when they name one; else empty."""
    headings = statement_words("domains.headings")
    for cell in effort.extra:
        is_domain = cell.heading.strip(" :.").casefold() in headings
        if is_domain and _domains_in(cell.text):
            return cell.text
    return ""


def _domains_in(words: str) -> list[str]:
    return [
        name
        for name in _DOMAINS
        if statement_pattern(f"domains.{name}").search(words)
    ]


DUTCH = {
    (
        "Efforts that are all in one domain, such as systems, in a programme that names domains."
    ): (
        "Inspanningen die allemaal in één domein liggen, zoals systemen, in een programma dat "
        "domeinen noemt."
    ),
    (
        "a new system without people who can work with it changes little. Lasting change most "
        "often takes people, processes, data and culture together."
    ): (
        "een nieuw systeem zonder mensen die ermee kunnen werken verandert weinig. Blijvende "
        "verandering vraagt meestal om mensen, processen, data en cultuur samen."
    ),
    "the four domains of a Dutch application for networks of goals and efforts.": (
        "de vier domeinen van een Nederlandse toepassing voor doelen-inspanningennetwerken."
    ),
    "All {n} efforts with a domain are in the same one: “{words}”.": (
        "Alle {n} inspanningen met een domein liggen in hetzelfde: “{words}”."
    ),
}

ALSO_FOUND = {
    "DC103": "the goal has no target: the example needs none.",
}
"""What other rules say of the good example, and why."""
