"""A target of a hundred percent.

Why it matters: of people hardly anything is ever true of all. One who is ill on the day makes
it fail; is that meant?

Bad:

    doelen:
      - tekst: Meer leraren herkennen signalen.
        smart-doelen:
          - {tekst: "In 2027 is 100% van de leraren getraind.", bron: scholen}
        inspanningen:
          - Trainen van leraren.

Good:

    doelen:
      - tekst: Meer leraren herkennen signalen.
        smart-doelen:
          - tekst: In 2027 is 95% van de leraren getraind (in 2024 was dit 20%).
            bron: scholen
            inspanningen:
              - Trainen van leraren.

Source: questions that auditors ask of a plan.
"""

import re

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.model import Target
from dinet.network import Network

_HUNDRED = re.compile(
    r"(?<![\d.,])(?:100(?:[.,]0+)? ?(?:%|procent\b|percent\b)|honderd procent\b|hundred percent\b)",
    re.IGNORECASE,
)


@rule("DM311", Severity.INFO)
def check(network: Network) -> RuleRemarks:
    """Targets that ask a hundred percent, in their field or else in their text.

    What stands in brackets says what it was, or what is counted.
    """
    for target in network.targets:
        found = _HUNDRED.search(_asked_text(target))
        if found:
            yield (
                target,
                Sentence(
                    "Target {id} asks {words}: is there nobody for whom it may fail?",
                    id=target.id,
                    words=found[0],
                ),
            )


def _asked_text(target: Target) -> str:
    value = target.target.value if target.target else None
    return value or re.sub(r"\([^()]*\)", "", target.text)


DUTCH = {
    "A target of a hundred percent.": "Een SMART-doel van honderd procent.",
    (
        "of people hardly anything is ever true of all. One who is ill on the day "
        "makes it fail; is that meant?"
    ): (
        "van mensen is bijna nooit iets voor allemaal waar. Eén zieke op de dag "
        "zelf en het is mislukt; is dat bedoeld?"
    ),
    "questions that auditors ask of a plan.": (
        "vragen die controleurs aan een plan stellen."
    ),
    "Target {id} asks {words}: is there nobody for whom it may fail?": (
        "SMART-doel {id} vraagt {words}: mag het bij niemand mislukken?"
    ),
}
