"""An abbreviation that the document explains nowhere.

Why it matters: members of a council and residents read the plan too. What they cannot look up
they cannot judge.

Bad:

    doelen:
      - tekst: Meer kinderen hebben een gezond gewicht.
        inspanningen:
          - Uitbreiden van de JLW-aanpak op scholen.

Good:

    doelen:
      - tekst: Meer kinderen hebben een gezond gewicht.
        smart-doelen:
          - tekst: In 2028 heeft 88% van de kinderen een gezond gewicht (in 2024 was dit 84%).
            bron: GGD
            inspanningen:
              - Uitbreiden van de aanpak Jongeren Leven Welbewust (JLW) op scholen.
              - Opleiden van coaches voor de JLW-aanpak.

Source: seen in real documents.
"""

from collections.abc import Iterator

from dinet.finding import (
    RuleRemarks,
    Severity,
    element_sentence,
    rule,
)
from dinet.model import Programme
from dinet.network import Network
from dinet.wording.abbreviations import (
    explained_abbreviations,
    find_abbreviations,
)


@rule("DW212", Severity.INFO)
def check(network: Network) -> RuleRemarks:
    """For each such abbreviation the element that uses it first; one finding for each element.

    Those that everyone knows are left out; the list is ``abbreviations.known``.
    """
    used = {
        element.id: words
        for element in network
        if (words := find_abbreviations(element.text))
    }
    if not used:
        return
    told = set(explained_abbreviations(_texts_of(network.programme)))
    for element_id, words in used.items():
        element = network[element_id]
        new = [word for word in words if word not in told]
        told.update(new)
        if new:
            yield (
                element,
                element_sentence(
                    "{id} ({kind}) has an abbreviation that is explained nowhere: “{words}”.",
                    element,
                    words="”, “".join(new),
                ),
            )


def _texts_of(programme: Programme) -> Iterator[str]:
    """All that may explain an abbreviation."""
    yield programme.title or ""
    yield programme.vision or ""
    for element in programme.elements:
        yield element.text
        yield element.title or ""
        yield element.remark or ""
    for unread in programme.unread:
        yield unread.text


DUTCH = {
    "An abbreviation that the document explains nowhere.": (
        "Een afkorting die het document nergens uitlegt."
    ),
    (
        "members of a council and residents read the plan too. What they cannot "
        "look up they cannot judge."
    ): (
        "ook raadsleden en inwoners lezen het plan. Wat zij niet kunnen opzoeken, "
        "kunnen zij niet beoordelen."
    ),
    "seen in real documents.": "gezien in echte documenten.",
    (
        "{id} ({kind}) has an abbreviation that is explained nowhere: “{words}”."
    ): (
        "{id} ({kind}) heeft een afkorting die nergens wordt uitgelegd: "
        "“{words}”."
    ),
}
