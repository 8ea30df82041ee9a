"""A text that a spreadsheet takes for a formula.

Why it matters: who opens the plan as CSV or pastes it into a workbook may run it. A formula may
also be what is left of a value that was never computed.

Bad:

    doelen:
      - tekst: Meer kinderen bewegen.
        inspanningen:
          - tekst: Bouwen van een sporthal.
            budget: "=SUM(D2:D9)"

Good:

    doelen:
      - tekst: Meer kinderen bewegen.
        smart-doelen:
          - tekst: In 2028 beweegt 60% van de kinderen elke dag (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - tekst: Bouwen van een sporthal.
                budget: "-5.000"

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

_FORMULA = re.compile(
    r"[=+@-] ?[A-Za-z_.]+\d*[(!|:].*|=[+-]?\$?[A-Za-z]{1,3}\$?\d.*"
    r"|=[-+\d(\"].*|[=+@-][^|]*\|[^!]*!.*"
)
_LONGEST_QUOTE = 40
"""In characters."""


@rule("DX903", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Elements with a text or field that begins as a call or a reference does.

    A number with a sign and a typed bullet are let be.
    """
    for element in network:
        for field in element_texts(element):
            if field.text[:1] in "=+-@" and _FORMULA.match(field.text):
                yield (
                    element,
                    PlacedSentence(
                        element_sentence(
                            "{id} ({kind}) has what a spreadsheet takes for a formula: “{words}”.",
                            element,
                            words=field.text[:_LONGEST_QUOTE],
                        ),
                        (field.place,),
                    ),
                )
                break


DUTCH = {
    "A text that a spreadsheet takes for a formula.": (
        "Een tekst die een rekenblad voor een formule houdt."
    ),
    (
        "who opens the plan as CSV or pastes it into a workbook may run it. A "
        "formula may also be what is left of a value that was never computed."
    ): (
        "wie het plan als CSV opent of in een werkmap plakt, voert het misschien "
        "uit. Een formule kan ook de rest zijn van een waarde die nooit is "
        "uitgerekend."
    ),
    "known attacks on programs that show or open what others wrote.": (
        "bekende aanvallen op programma's die tonen of openen wat anderen "
        "schreven."
    ),
    ("{id} ({kind}) has what a spreadsheet takes for a formula: “{words}”."): (
        "In {id} ({kind}) staat wat een rekenblad voor een formule houdt: "
        "“{words}”."
    ),
}
