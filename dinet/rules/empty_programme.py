"""A document without a single goal, target or effort: there is nothing to audit.

Why it matters: no findings in an empty document is no good news. Often it is a template that
nobody filled in, or another file than was meant.

Bad:

    programma: Samen sterk

Good:

    doelen:
      - tekst: Meer kinderen sporten elke week.
        inspanningen:
          - Bouwen van een sporthal.

Source: templates of programmes that were sent in as they were.
"""

from dinet.finding import RuleRemarks, Severity, WholeProgramme, rule
from dinet.language import Sentence
from dinet.network import Network


@rule("DI806", Severity.WARNING, missing_from="document")
def check(network: Network) -> RuleRemarks:
    """One finding for the whole document."""
    if not len(network):
        yield (
            WholeProgramme(),
            Sentence(
                "This document has no goals, targets or efforts: it is empty, or an empty template."
            ),
        )


DUTCH = {
    "A document without a single goal, target or effort: there is nothing to audit.": (
        "Een document zonder één doel, SMART-doel of inspanning: er valt niets te controleren."
    ),
    (
        "no findings in an empty document is no good news. Often it is a template that nobody "
        "filled in, or another file than was meant."
    ): (
        "geen bevindingen in een leeg document is geen goed nieuws. Vaak is het een sjabloon dat "
        "niemand heeft ingevuld, of een ander bestand dan bedoeld."
    ),
    "templates of programmes that were sent in as they were.": (
        "sjablonen van programma's die zo zijn ingestuurd."
    ),
    "This document has no goals, targets or efforts: it is empty, or an empty template.": (
        "Dit document heeft geen doelen, SMART-doelen of inspanningen: het is leeg, of een leeg "
        "sjabloon."
    ),
}

ALSO_FOUND = {
    "DC103": "the goals have no targets: the example needs none.",
}
"""What other rules say of the good example, and why."""
