"""HTML or script in a text.

Why it matters: who shows the plan on a page, in a portal or in a message may run what stands
there. dinet itself shows it as text.

Bad:

    doelen:
      - tekst: "Meer <script>alert(1)</script> kinderen bewegen."

Good:

    doelen:
      - tekst: Meer kinderen van < 12 jaar bewegen.
        smart-doelen:
          - tekst: In 2028 beweegt 60% van de kinderen elke dag (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - Geven van sportlessen.

Source: known attacks on programs that show or open what others wrote.
"""

import re

from dinet.finding import (
    PlacedSentence,
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.network import Network
from dinet.network.element_texts import element_texts

_ACTIVE = re.compile(
    r"<(?:script|iframe|object|embed|svg|img|style|link|meta|form|input|video|audio|base|a)\b"
    r"[^<>]{0,80}>?"
    r"|javascript:\w|<\w+\s[^<>]{0,200}\bon[a-z]{3,20} ?=",
    re.IGNORECASE,
)
_LONGEST_QUOTE = 40
"""In characters."""


@rule("DX902", Severity.ERROR)
def check(network: Network) -> RuleRemarks:
    """Elements with a tag that does something, in their text or in any field."""
    for element in network:
        for field in element_texts(element):
            # nearly no text has either of these
            if "<" not in field.text and ":" not in field.text:
                continue
            found = _ACTIVE.search(field.text)
            if found:
                yield (
                    element,
                    PlacedSentence(
                        element_sentence(
                            "{id} ({kind}) has HTML or script in it: “{words}”.",
                            element,
                            words=found[0][:_LONGEST_QUOTE],
                        ),
                        (field.place,),
                    ),
                )
                break


DUTCH = {
    "HTML or script in a text.": "HTML of script in een tekst.",
    (
        "who shows the plan on a page, in a portal or in a message may run what "
        "stands there. dinet itself shows it as text."
    ): (
        "wie het plan op een pagina, in een portaal of in een bericht toont, "
        "voert misschien uit wat daar staat. dinet zelf toont het als tekst."
    ),
    "known attacks on programs that show or open what others wrote.": (
        "bekende aanvallen op programma's die tonen of openen wat anderen "
        "schreven."
    ),
    "{id} ({kind}) has HTML or script in it: “{words}”.": (
        "In {id} ({kind}) staat HTML of script: “{words}”."
    ),
}
