"""The documents of a portfolio, and their elements under the name of their document."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from dinet.model import Element, Place
from dinet.network import Network
from dinet.portfolio.namespaces import SEPARATOR


@dataclass(frozen=True)
class PortfolioDocument:
    """One document of a portfolio.

    Args:
        namespace: What stands before the ids of its elements.
        file: The name of its file, as it may be shown.
        known: What was read, by which elements are compared.
        shown: The same elements in the same order, as they may be shown: names that are left
            out there are still compared.
    """

    namespace: str
    file: str
    known: Network
    shown: Network

    @property
    def title(self) -> str:
        """What the programme is called; its namespace when it does not say."""
        return self.shown.programme.title or self.namespace

    @cached_property
    def _shown_elements(self) -> dict[str, Element]:
        pairs = zip(self.known, self.shown, strict=True)
        return {known.id: shown for known, shown in pairs}

    def place_element(self, element: Element) -> "PlacedElement":
        """An element of what was read, under the name of this document."""
        shown = self._shown_elements[element.id]
        return PlacedElement(self.namespace, element, shown, self.file)


class PlacedElement(NamedTuple):
    """An element of a document of a portfolio.

    Args:
        namespace: Of its document.
        known: As it was read.
        shown: As it may be shown.
        file: The name of its file, as it may be shown.
    """

    namespace: str
    known: Element
    shown: Element
    file: str

    @property
    def own_code(self) -> str:
        """By what the document calls it; empty where dinet may have counted.

        An id such as I3 may come from the document or from counting, and nothing tells which.
        """
        if self.known.code:
            return self.known.code
        counted = rf"{self.known.prefix}[\d.]+"
        is_counted = re.fullmatch(counted, self.known.id)
        return "" if is_counted else self.known.id

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it stands; of a file of dinet's own form, which tells no places, the file."""
        return self.shown.places or (Place(file=self.file),)

    @property
    def id(self) -> str:
        """Its id in the portfolio: ``hoogeveen:D3``."""
        return namespaced_id(self.namespace, self.shown.id)

    @property
    def key(self) -> tuple[str, str]:
        """What no other element of the portfolio has."""
        return self.namespace, self.known.id


def namespaced_id(namespace: str, element_id: str) -> str:
    """An id as it is in the portfolio.

    Example:
        >>> namespaced_id("hoogeveen", "D3")
        'hoogeveen:D3'
    """
    return f"{namespace}{SEPARATOR}{element_id}"


def namespaces_of(elements: Iterable[PlacedElement]) -> tuple[str, ...]:
    """The documents in which some elements stand, each once, in the order of the elements."""
    return tuple(dict.fromkeys(element.namespace for element in elements))
