"""An effort that begins with the reason for it.

Why it matters: the reader looks for what is done and finds why. Often the cell held an
explanation, and the work itself stands nowhere.

Bad:

    doelen:
      - tekst: Meer jongeren weten de weg naar hulp.
        inspanningen:
          - Vanwege signalen van scholen onderzoek naar wachttijden.

Good:

    doelen:
      - tekst: Meer jongeren weten de weg naar hulp.
        smart-doelen:
          - tekst: In 2028 kent 60% van de jongeren het loket (in 2024 was dit 52%).
            bron: enquête
            inspanningen:
              - Onderzoeken van wachttijden, vanwege signalen van scholen.

Source: seen in real documents.
"""

import re
from functools import cache

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.network import Network
from dinet.vocabulary.statement_words import statement_pattern


@rule("DW210", Severity.INFO)
def check(network: Network) -> RuleRemarks:
    """Efforts that begin with a word for a reason; the list is ``reasons.beginnings``."""
    for effort in network.efforts:
        found = _reason_pattern().match(effort.text)
        if found:
            yield (
                effort,
                Sentence(
                    "Effort {id} begins with a reason: “{words} …”.",
                    id=effort.id,
                    words=found[0],
                ),
            )


@cache
def _reason_pattern() -> re.Pattern[str]:
    return statement_pattern("reasons.beginnings")


DUTCH = {
    "An effort that begins with the reason for it.": (
        "Een inspanning die met haar aanleiding begint."
    ),
    (
        "the reader looks for what is done and finds why. Often the cell held an "
        "explanation, and the work itself stands nowhere."
    ): (
        "de lezer zoekt wat er wordt gedaan en vindt waarom. Vaak stond in de cel "
        "een toelichting, en staat het werk zelf nergens."
    ),
    "seen in real documents.": "gezien in echte documenten.",
    "Effort {id} begins with a reason: “{words} …”.": (
        "Inspanning {id} begint met een aanleiding: “{words} …”."
    ),
}
