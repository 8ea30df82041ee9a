"""Names of people, or how to reach them, in what may be published.

Why it matters: who publishes a programme leaves out officials by name, and addresses and numbers
of people. This rule is asked for before publication; `--redact` then leaves them out.

Bad:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - {tekst: Bouwen van een sporthal., trekker: Anne Voorbeeld}
          - {tekst: Trainen van vrijwilligers (bel 0528 123 456)., trekker: Afdeling Sport}

Good:

    doelen:
      - tekst: Meer kinderen sporten.
        inspanningen:
          - {tekst: Bouwen van een sporthal., trekker: Afdeling Sport}

Source: the Dutch act on open government (Woo), article 5.1, and the GDPR.
"""

from collections.abc import Iterable, Iterator

from dinet.finding import RuleRemarks, Severity, WholeProgramme, rule
from dinet.language import Sentence
from dinet.model import Element, Place
from dinet.network import Network
from dinet.network.element_texts import element_texts


@rule("DX901", Severity.WARNING, by_default=False)
def check(network: Network) -> RuleRemarks:
    """One finding for the programme, with counts and places, and without the names themselves."""
    # the lists of names take a while to load, and only who asks for this rule needs them
    from dinet.redaction.contacts import find_contacts
    from dinet.redaction.owners import people_in
    from dinet.redaction.person_names import DocumentVocabulary

    texts = {
        element.id: [told.text for told in element_texts(element)]
        for element in network
    }
    vocabulary = DocumentVocabulary(
        text for own in texts.values() for text in own
    )
    people: set[str] = set()
    contacts: set[str] = set()
    places: list[Place] = []
    for element in network:
        named = {
            person.name
            for cell in _people_cells(element)
            for person in people_in(cell, vocabulary)
        }
        reached = {
            text[span.start : span.end]
            for text in texts[element.id]
            for span in find_contacts(text)
        }
        if named or reached:
            places += element.places[:1]
        people |= named
        contacts |= reached
    if people or contacts:
        sentence = Sentence(
            "People are named as owners: {people}; addresses and numbers of people: {contacts}. "
            "With --redact owners they are left out.",
            people=len(people),
            contacts=len(contacts),
        )
        yield WholeProgramme(tuple(places)), sentence


def _people_cells(element: Element) -> Iterator[str]:
    roles: Iterable[str] = (held.name for held in element.roles)
    yield from (*element.owners, *element.partners, *roles)


DUTCH = {
    "Names of people, or how to reach them, in what may be published.": (
        "Namen van mensen, of hoe zij te bereiken zijn, in wat gepubliceerd kan worden."
    ),
    (
        "who publishes a programme leaves out officials by name, and addresses and numbers of "
        "people. This rule is asked for before publication; `--redact` then leaves them out."
    ): (
        "wie een programma publiceert, laat namen van ambtenaren weg, en adressen en nummers van "
        "mensen. Deze regel vraagt u vóór publicatie; `--redact` laat ze daarna weg."
    ),
    "the Dutch act on open government (Woo), article 5.1, and the GDPR.": (
        "de Wet open overheid (Woo), artikel 5.1, en de AVG."
    ),
    (
        "People are named as owners: {people}; addresses and numbers of people: {contacts}. "
        "With --redact owners they are left out."
    ): (
        "Als trekker genoemde mensen: {people}; adressen en nummers van mensen: {contacts}. "
        "Met --redact owners worden ze weggelaten."
    ),
}

ALSO_FOUND = {
    "DC103": "the goal has no target: the example needs none.",
}
"""What other rules say of the good example, and why."""
