"""An effort without an owner, in a programme that names one of most.

Why it matters: what nobody answers for is nobody's work. Beside efforts that have an owner, an
empty place is easily overlooked.

Bad:

    inspanningen:
      - tekst: Bouwen van een sporthal.
        trekker: Afdeling Vastgoed
      - tekst: Trainen van vrijwilligers.

Good:

    inspanningen:
      - id: I1
        tekst: Bouwen van een sporthal.
        trekker: Afdeling Vastgoed
      - tekst: Kiezen van een aannemer.
        onderdeel-van: I1
      - tekst: Trainen van vrijwilligers.
        trekker: Sportraad

Source: the handbook Werken aan Programma's puts a name on every element.
"""

from dinet.finding import RuleRemarks, Severity, lacking_elements, rule
from dinet.language import Sentence
from dinet.model import Effort
from dinet.network import Network


@rule("DO501", Severity.WARNING, missing_from="row")
def check(network: Network) -> RuleRemarks:
    """Efforts that no one answers for; a part of an effort is answered for by who has the whole.

    A programme that names few owners keeps them elsewhere, and nothing is said.
    """
    for effort in lacking_elements(network.efforts, _has_owner):
        if not any(map(_has_owner, network.wholes_of(effort))):
            yield effort, Sentence("Effort {id} has no owner.", id=effort.id)


def _has_owner(effort: Effort) -> bool:
    """Somebody is named as its owner, or words say that somebody is still to be found."""
    return bool(effort.owners or effort.roles or effort.vacant)


DUTCH = {
    "An effort without an owner, in a programme that names one of most.": (
        "Een inspanning zonder trekker, in een programma dat die van de meeste noemt."
    ),
    (
        "what nobody answers for is nobody's work. Beside efforts that have an owner, an "
        "empty place is easily overlooked."
    ): (
        "waar niemand voor staat, doet niemand. Naast inspanningen met een trekker valt "
        "een lege plek licht weg."
    ),
    (
        "the handbook Werken aan Programma's puts a name on every element."
    ): "het handboek Werken aan Programma's zet bij elk element een naam.",
    "Effort {id} has no owner.": "Inspanning {id} heeft geen trekker.",
}

ALSO_FOUND = {
    "DC102": "the efforts have no goal: the example needs none.",
}
"""What other rules say of the good example, and why."""
