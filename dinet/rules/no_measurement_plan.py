"""A target of which nobody says how often it is measured or by whom, where most say it.

Why it matters: a figure comes about only when somebody fetches it in time. The one target without
a plan is the one of which the report will say that there is no figure.

Bad:

    smart-doelen:
      - {id: S1, tekst: In 2028 sport 60% van de kinderen., extra: {Meetfrequentie: jaarlijks}}
      - {id: S2, tekst: In 2028 fietst 70% van de ouders., extra: {Meetfrequentie: elk kwartaal}}
      - {id: S3, tekst: In 2028 leest 80% van de scholieren.}

Good:

    smart-doelen:
      - {id: S1, tekst: In 2028 sport 60% van de kinderen., extra: {Meetfrequentie: jaarlijks}}
      - {id: S2, tekst: In 2028 fietst 70% van de ouders., extra: {Meetfrequentie: elk kwartaal}}

Source: the benefit profile of the handbook Werken aan Programma's.
"""

from dinet.finding import RuleRemarks, Severity, lacking_elements, rule
from dinet.language import Sentence
from dinet.model import Element
from dinet.network import Network
from dinet.vocabulary.statement_words import statement_pattern, statement_words


@rule("DC111", Severity.INFO, "row")
def check(network: Network) -> RuleRemarks:
    """Targets without a column or role of measuring, where at least half of them have one."""
    for target in lacking_elements(network.targets, _has_plan):
        yield (
            target,
            Sentence(
                "Nobody says how often target {id} is measured, or by whom.",
                id=target.id,
            ),
        )


def _has_plan(element: Element) -> bool:
    headings = statement_words("measuring.headings")
    if any(
        cell.text.strip() and cell.heading.strip(" :.").casefold() in headings
        for cell in element.extra
    ):
        return True
    measures = statement_pattern("roles.measurers")
    return any(measures.search(held.role) for held in element.roles)


DUTCH = {
    (
        "A target of which nobody says how often it is measured or by whom, where most say it."
    ): (
        "Een SMART-doel waarvan niet is gezegd hoe vaak of door wie het wordt gemeten, waar dat "
        "van de meeste wel staat."
    ),
    (
        "a figure comes about only when somebody fetches it in time. The one target without a "
        "plan is the one of which the report will say that there is no figure."
    ): (
        "een cijfer komt er alleen als iemand het op tijd ophaalt. Van het ene SMART-doel zonder "
        "plan zal het verslag zeggen dat er geen cijfer is."
    ),
    "the benefit profile of the handbook Werken aan Programma's.": (
        "het batenprofiel van het handboek Werken aan Programma's."
    ),
    "Nobody says how often target {id} is measured, or by whom.": (
        "Van SMART-doel {id} staat nergens hoe vaak of door wie het wordt gemeten."
    ),
}

ALSO_FOUND = {
    "DC105": "the targets have no goal: the example needs none.",
    "DM305": "the targets have no source: the example needs none.",
}
"""What other rules say of the good example, and why."""
