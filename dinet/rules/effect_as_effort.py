"""An effort that says how things should be, not what is done for it.

Why it matters: what should come about is a goal or a target. Among the efforts it looks like
work, and nobody does it.

Bad:

    doelen:
      - tekst: Meer kinderen hebben een gezond gewicht.
        inspanningen:
          - Alle scholen hebben in 2026 een plan voor een gezond gewicht.

Good:

    doelen:
      - tekst: Meer kinderen hebben een gezond gewicht.
        smart-doelen:
          - tekst: In 2028 heeft 88% van de kinderen een gezond gewicht (in 2024 was dit 84%).
            bron: GGD
            inspanningen:
              - Met alle scholen een plan maken voor een gezond gewicht.

Source: seen in real documents.
"""

from dinet.finding import RuleRemarks, Severity, rule
from dinet.language import Sentence
from dinet.network import Network
from dinet.wording.effect_wording import find_effect_words


@rule("DW206", Severity.WARNING)
def check(network: Network) -> RuleRemarks:
    """Efforts whose subject is a group of people or schools, with a verb of how these are.

    A text that says who does something for them ("we", "de gemeente") is work all the same.
    """
    for effort in network.efforts:
        words = find_effect_words(effort.text)
        if words:
            yield (
                effort,
                Sentence(
                    "Effort {id} is worded as an effect: “{words} …”.",
                    id=effort.id,
                    words=words,
                ),
            )


DUTCH = {
    "An effort that says how things should be, not what is done for it.": (
        "Een inspanning die zegt hoe het moet zijn, niet wat ervoor wordt gedaan."
    ),
    (
        "what should come about is a goal or a target. Among the efforts it looks "
        "like work, and nobody does it."
    ): (
        "wat er moet ontstaan is een doel of een SMART-doel. Tussen de "
        "inspanningen lijkt het werk, en niemand doet het."
    ),
    "seen in real documents.": "gezien in echte documenten.",
    "Effort {id} is worded as an effect: “{words} …”.": (
        "Inspanning {id} is geschreven als effect: “{words} …”."
    ),
}
