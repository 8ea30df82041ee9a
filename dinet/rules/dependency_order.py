"""An effort that begins before what it depends on.

Why it matters: it waits for what is not there yet, or it goes ahead without. Either the order or
the dependence is not as the plan says.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - {id: I1, tekst: Bouwen van een sporthal., periode: 2027-2028}
          - {id: I2, tekst: Geven van lessen in de hal., periode: 2026, hangt-af-van: I1}

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - {id: I1, tekst: Bouwen van een sporthal., periode: 2026-2027}
          - {id: I2, tekst: Geven van lessen in de hal., periode: 2028, hangt-af-van: I1}

Source: the effort dossier of the handbook Werken aan Programma's.
"""

from dinet.finding import FieldSentence, RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.model import Element
from dinet.network import Network
from dinet.wording.periods import parse_period


@rule("DP607", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Where both periods say plainly when they begin; the same moment is no fault."""
    known = {element.id: element for element in network}
    for link in network.links():
        if link.kind != "depends_on" or not {link.start, link.end} <= set(
            known
        ):
            continue
        element, needed = known[link.start], known[link.end]
        begins, after = _first_month(element), _first_month(needed)
        if begins is not None and after is not None and begins < after:
            sentence = Sentence(
                "{id} ({period}) begins before {other} ({other_period}), on which it depends.",
                id=element.id,
                period=element.period,
                other=needed.id,
                other_period=needed.period,
            )
            yield element, FieldSentence(sentence, "period")


def _first_month(element: Element) -> int | None:
    found = parse_period(element.period) if element.period else None
    return found[0] if found else None


DUTCH = {
    "An effort that begins before what it depends on.": (
        "Een inspanning die begint vóór datgene waarvan ze afhangt."
    ),
    (
        "it waits for what is not there yet, or it goes ahead without. Either the order or the "
        "dependence is not as the plan says."
    ): (
        "ze wacht op wat er nog niet is, of gaat door zonder. De volgorde of de afhankelijkheid "
        "is niet zoals het plan zegt."
    ),
    "the effort dossier of the handbook Werken aan Programma's.": (
        "het inspanningendossier van het handboek Werken aan Programma's."
    ),
    (
        "{id} ({period}) begins before {other} ({other_period}), on which it depends."
    ): (
        "{id} ({period}) begint eerder dan {other} ({other_period}), waarvan ze afhangt."
    ),
}

ALSO_FOUND = {
    "DC103": "the goal has no target: the example needs none.",
}
"""What other rules say of the good example, and why."""
