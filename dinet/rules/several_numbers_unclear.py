"""Several values in a target without a word that tells which is aimed at.

Why it matters: where it started and where it should end cannot be told apart, so nobody can say
whether it was reached.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - {tekst: "Aandeel kinderen dat sport in 2028: 52% 60%", bron: GGD}
        inspanningen:
          - Bouwen van een sporthal.

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        smart-doelen:
          - tekst: Het aandeel kinderen dat sport stijgt van 52% naar 60% in 2028.
            bron: GGD
            inspanningen:
              - Bouwen van een sporthal.

Source: seen in real documents.
"""

import re

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.model import Target
from dinet.network import Network

_VALUE = r"(?<!\d)\d+(?:[.,]\d+)? ?%"
_ADJACENT = re.compile(rf"{_VALUE}(?: ?[/|;,] ?| ){_VALUE}")
"""Two shares with nothing but white space or a sign between them."""


@rule("DM312", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Targets with two shares beside each other, unless a field holds the value aimed at."""
    for target in network.targets:
        kinds = {measurement.kind for measurement in target.measurements}
        # what was measured does not say what is aimed at
        if kinds - {"realised"} or (target.target and target.target.value):
            continue
        found = _ADJACENT.search(" ".join(target.text.split()))
        if found:
            yield target, _describe_values(target, found[0])


def _describe_values(target: Target, words: str) -> Sentence:
    return Sentence(
        "Target {id} does not say which value is aimed at: “{words}”.",
        id=target.id,
        words=words,
    )


DUTCH = {
    (
        "Several values in a target without a word that tells which is aimed at."
    ): (
        "Meer waarden in een SMART-doel zonder woord dat zegt welke wordt "
        "nagestreefd."
    ),
    (
        "where it started and where it should end cannot be told apart, so nobody "
        "can say whether it was reached."
    ): (
        "waar het begon en waar het moet eindigen is niet te onderscheiden, dus "
        "niemand kan zeggen of het is gehaald."
    ),
    "seen in real documents.": "gezien in echte documenten.",
    "Target {id} does not say which value is aimed at: “{words}”.": (
        "SMART-doel {id} zegt niet welke waarde wordt nagestreefd: “{words}”."
    ),
}
