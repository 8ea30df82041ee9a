"""A target that asks for more than all of a group.

Why it matters: it cannot be reached, so it is a slip of the pen; nobody knows which number was
meant.

Bad:

    doelen:
      - tekst: Jongeren verlaten de school met een diploma.
        smart-doelen:
          - tekst: In 2028 haalt 120% van de leerlingen een diploma (in 2024 was dit 88%).
            bron: DUO
            inspanningen: [Huiswerkbegeleiding op elke school.]

Good:

    doelen:
      - tekst: Jongeren verlaten de school met een diploma.
        smart-doelen:
          - tekst: In 2028 haalt 92% van de leerlingen een diploma (in 2024 was dit 88%).
            bron: DUO
            inspanningen: [Huiswerkbegeleiding op elke school.]

Source: controls on indicators in Dutch budgets (BBV).
"""

from dinet.finding import RuleRemarks, Severity, rule, sentence_at_field
from dinet.language import Sentence
from dinet.network import Network
from dinet.targets.known_target import KnownTarget, know_targets
from dinet.targets.shares import is_impossible_share, is_share_of_group
from dinet.targets.stated_figures import KnownValue


@rule("DM308", Severity.ERROR)
def check(network: Network) -> RuleRemarks:
    """Targets with a share of a group that is more than all of it.

    Indexes, growth and rates that may pass 100% are left alone.
    """
    for known in know_targets(network):
        for value in known.values:
            if is_impossible_share(value) and is_share_of_group(known, value):
                yield known.element, _remark_on(known, value)
                break


def _remark_on(known: KnownTarget, value: KnownValue) -> Sentence:
    sentence = Sentence(
        "Target {id} asks for {words} of a group: more than all of it.",
        id=known.element.id,
        words=value.origin.words,
    )
    origin = value.origin
    return sentence_at_field(sentence, origin.field, origin.words)


DUTCH = {
    "A target that asks for more than all of a group.": (
        "Een SMART-doel dat meer vraagt dan een hele groep."
    ),
    (
        "it cannot be reached, so it is a slip of the pen; nobody knows which number was meant."
    ): (
        "het kan niet gehaald worden, dus het is een verschrijving; niemand weet welk getal "
        "bedoeld was."
    ),
    "controls on indicators in Dutch budgets (BBV).": (
        "controles op indicatoren in begrotingen (BBV)."
    ),
    "Target {id} asks for {words} of a group: more than all of it.": (
        "SMART-doel {id} vraagt {words} van een groep: meer dan de hele groep."
    ),
}
