"""A goal that is reached when something is delivered.

Why it matters: a plan that is adopted or a day that is held changes nothing by itself. The goal
is what people should notice of it; the product belongs with the efforts.

Bad:

    doelen:
      - tekst: Er is een beleidsplan vastgesteld.

Good:

    doelen:
      - tekst: Meer inwoners bewegen elke week.
        smart-doelen:
          - tekst: In 2028 beweegt 60% van de inwoners elke week (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - Vaststellen van een beleidsplan.

Source: the handbook Werken aan Programma's.
"""

from dinet.finding import (
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.model import Benefit, Goal
from dinet.network import Network
from dinet.wording.work_wording import find_output_words


@rule("DW205", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Goals and benefits that say of a product that it is ready, or that work on a product.

    Of the latter ("organiseren van een sportdag") the verb has a rule of its own; here the day is
    quoted.
    """
    for element in network.elements_of(Goal, Benefit):
        words = find_output_words(element.text)
        if words:
            yield (
                element,
                element_sentence(
                    "{id} ({kind}) names what is delivered, not what changes by it: “{words}”.",
                    element,
                    words=words,
                ),
            )


DUTCH = {
    "A goal that is reached when something is delivered.": (
        "Een doel dat is bereikt zodra er iets is opgeleverd."
    ),
    (
        "a plan that is adopted or a day that is held changes nothing by itself. "
        "The goal is what people should notice of it; the product belongs with "
        "the efforts."
    ): (
        "een plan dat is vastgesteld of een dag die is gehouden, verandert op "
        "zichzelf niets. Het doel is wat mensen ervan moeten merken; het product "
        "hoort bij de inspanningen."
    ),
    "the handbook Werken aan Programma's.": (
        "het handboek Werken aan Programma's."
    ),
    (
        "{id} ({kind}) names what is delivered, not what changes by it: "
        "“{words}”."
    ): (
        "{id} ({kind}) noemt wat wordt opgeleverd, niet wat daardoor verandert: "
        "“{words}”."
    ),
}
