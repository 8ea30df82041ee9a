"""Several goals, targets or efforts written as one.

Why it matters: of two in one nobody can say whether it was reached: the one may be and the
other not. Nor can one see which effort is for which of them.

Bad:

    doelen:
      - tekst: "Meer inwoners eten gezond en minder jongeren roken."

Good:

    doelen:
      - tekst: Meer inwoners eten gezond en met plezier.
        smart-doelen:
          - tekst: In 2028 eet 60% van de inwoners gezond (in 2024 was dit 52%).
            bron: GGD
            inspanningen:
              - Geven van kooklessen.

Source: seen in real documents.
"""

from collections.abc import Callable, Mapping

from dinet.finding import (
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.model import Element, Kind, Target
from dinet.network import Network
from dinet.wording.several_statements import (
    find_effort_statements,
    find_goal_statements,
    find_target_statements,
)

_FINDERS: Mapping[Kind, Callable[[str], list[str]]] = {
    "goal": find_goal_statements,
    "benefit": find_goal_statements,
    "target": find_target_statements,
    "effort": find_effort_statements,
}


@rule("DW207", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Texts with parts that each have a direction, a year or work of their own.

    Two verbs of one subject are one statement. A target whose value stands in a field of its own
    states that, whatever its text adds.
    """
    for element in network:
        finder = _FINDERS.get(element.kind)
        if finder is None or _has_own_value(element):
            continue
        parts = finder(element.text)
        if parts:
            yield (
                element,
                element_sentence(
                    "{id} ({kind}) holds {count} statements: {parts}.",
                    element,
                    count=len(parts),
                    parts=", ".join(f"“{part.strip()}”" for part in parts),
                ),
            )


def _has_own_value(element: Element) -> bool:
    aim = element.target if isinstance(element, Target) else None
    return aim is not None and aim.value is not None


DUTCH = {
    "Several goals, targets or efforts written as one.": (
        "Meer doelen, SMART-doelen of inspanningen in één."
    ),
    (
        "of two in one nobody can say whether it was reached: the one may be and "
        "the other not. Nor can one see which effort is for which of them."
    ): (
        "van twee in één kan niemand zeggen of het is bereikt: het ene misschien "
        "wel en het andere niet. Ook is niet te zien welke inspanning bij welk "
        "van beide hoort."
    ),
    "seen in real documents.": "gezien in echte documenten.",
    "{id} ({kind}) holds {count} statements: {parts}.": (
        "{id} ({kind}) bevat {count} uitspraken: {parts}."
    ),
}
