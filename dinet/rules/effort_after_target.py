"""An effort that goes on after the year of the target that it serves.

Why it matters: what is done after the date cannot help to reach it. Either the planning or the
year of the target is too hopeful.

Bad:

    smart-doelen:
      - {id: S1, tekst: "In 2028 sport 60% van de kinderen (in 2024 was dit 52%).", bron: GGD}
    doelen:
      - {id: D1, tekst: Meer kinderen sporten., smart-doelen: [S1]}
    inspanningen:
      - {tekst: Bouwen van een sporthal., voor: [D1, S1], periode: 2029-2031}

Good:

    smart-doelen:
      - {id: S1, tekst: "In 2028 sport 60% van de kinderen (in 2024 was dit 52%).", bron: GGD}
    doelen:
      - {id: D1, tekst: Meer kinderen sporten., smart-doelen: [S1]}
    inspanningen:
      - {tekst: Bouwen van een sporthal., voor: [D1, S1], periode: 2026-2028}

Source: questions that auditors ask of a plan.
"""

from dinet.finding import FieldSentence, RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.model import Effort, Element
from dinet.network import Network
from dinet.targets.target_year import last_years
from dinet.vocabulary.statement_words import statement_words
from dinet.wording.deadlines import years_of_period
from dinet.wording.statement_cut import cut_statement


@rule("DP603", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Efforts that end in a year after the last year of a target that they have a link to.

    Not those that look back on what was reached, or embed it: these come after it.
    """
    years = last_years(network)
    for effort in network.efforts:
        last = years_of_period(effort.period)[1] if effort.period else None
        if last is None or _looks_back(effort):
            continue
        for target in network.serves(effort):
            year = years.get(target.id)
            if year is not None and year < last:
                sentence = _describe_late(effort, last, target, year)
                yield effort, FieldSentence(sentence, "period")
                break


def _looks_back(effort: Effort) -> bool:
    """``Evalueren van …``, ``Borgen in de lijn``: the work begins with such a word."""
    first = cut_statement(effort.text).lows[:1]
    return not statement_words("looking_back.words").isdisjoint(first)


def _describe_late(
    effort: Effort, last: int, target: Element, year: int
) -> Sentence:
    return Sentence(
        "Effort {id} runs until {last}, after the year of target {target}: {year}.",
        id=effort.id,
        last=last,
        target=target.id,
        year=year,
    )


DUTCH = {
    ("An effort that goes on after the year of the target that it serves."): (
        "Een inspanning die doorloopt na het jaar van het SMART-doel dat ze "
        "dient."
    ),
    (
        "what is done after the date cannot help to reach it. Either the planning "
        "or the year of the target is too hopeful."
    ): (
        "wat na de datum wordt gedaan, kan niet meer helpen om hem te halen. De "
        "planning of het jaar van het SMART-doel is te hoopvol."
    ),
    "questions that auditors ask of a plan.": (
        "vragen die controleurs aan een plan stellen."
    ),
    (
        "Effort {id} runs until {last}, after the year of target {target}: "
        "{year}."
    ): (
        "Inspanning {id} loopt tot en met {last}, na het jaar van SMART-doel "
        "{target}: {year}."
    ),
}
