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

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dinet.finding import RuleRemarks, Severity, WholeProgramme, rule
from dinet.language import Sentence
from dinet.model import Element, Place
from dinet.network import Network
from dinet.network.element_texts import element_texts

if TYPE_CHECKING:
    from dinet.redaction.person_names import DocumentVocabulary


@rule("DX901", Severity.WARNING, by_default=False)
def check(network: Network) -> RuleRemarks:
    """One finding for the programme, with counts and places, and without the names themselves."""
    people: set[str] = set()
    contacts: set[str] = set()
    places: list[Place] = []
    vocabulary = _words_of_programme(network)
    for element in network:
        named = set(_people_in(element, vocabulary))
        reached = set(_contacts_in(element))
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


def _words_of_programme(network: Network) -> "DocumentVocabulary":
    # the lists of names take a while to load, and only who asks for this rule needs them
    from dinet.redaction.person_names import DocumentVocabulary

    return DocumentVocabulary(
        told.text for element in network for told in element_texts(element)
    )


def _people_in(
    element: Element, vocabulary: "DocumentVocabulary"
) -> Iterator[str]:
    from dinet.redaction.owners import people_in

    for cell in _people_cells(element):
        for person in people_in(cell, vocabulary):
            yield person.name


def _contacts_in(element: Element) -> Iterator[str]:
    from dinet.redaction.contacts import find_contacts

    for told in element_texts(element):
        for span in find_contacts(told.text):
            yield told.text[span.start : span.end]


def _people_cells(element: Element) -> Iterator[str]:
    yield from element.owners
    yield from element.partners
    yield from (held.name for held in element.roles)


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
