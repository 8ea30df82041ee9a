"""All documents as one programme: each id under its namespace, one element only where settled."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dinet.model import (
    Amount,
    AnyElement,
    Identity,
    Link,
    Note,
    Programme,
    Unread,
    Waiver,
)
from dinet.network import Network
from dinet.portfolio.documents import PortfolioDocument, namespaced_id
from dinet.portfolio.settled import ElementKey, SettledPairs

_JOINED_FIELDS = (
    "sources",
    "owners",
    "joint_with",
    "partners",
    "planning",
    "roles",
    "extra",
    "stated",
    "places",
)
"""What an element that stands for several has of all of them."""
_FIRST_FIELDS = (
    "code",
    "title",
    "vacant",
    "group",
    "phase",
    "period",
    "budget",
    "status",
    "remark",
)
"""What it has of the first that says it; the others stay in ``stated`` with their places."""


def join_networks(
    documents: Sequence[PortfolioDocument], settled: SettledPairs
) -> Network:
    """One network of all documents, as it may be shown.

    Args:
        documents: In their order.
        settled: Which elements are one; nothing else is made one.
    """
    return Network(_NetworkJoin(settled).join_documents(documents))


class _NetworkJoin:
    """Joins documents under the ids of the portfolio.

    Args:
        settled: Which elements are one.
    """

    def __init__(self, settled: SettledPairs) -> None:
        self._units = settled.unite_settled()
        self._shown_ids: dict[ElementKey, str] = {}

    def join_documents(
        self, documents: Sequence[PortfolioDocument]
    ) -> Programme:
        for document in documents:
            for element in document.known:
                placed = document.place_element(element)
                self._shown_ids[placed.key] = placed.id
        programmes = [document.shown.programme for document in documents]
        return Programme(
            identity=Identity(lang=_most_used_lang(programmes)),
            elements=tuple(self._joined_elements(documents)),
            links=tuple(_join_links(self._renamed_links(documents))),
            notes=tuple(_all_notes(programmes)),
            unread=tuple(_all_unread(programmes)),
            waivers=tuple(_all_waivers(documents)),
        )

    def _joined_elements(
        self, documents: Iterable[PortfolioDocument]
    ) -> Iterator[AnyElement]:
        units: dict[ElementKey, list[Any]] = defaultdict(list)
        for document in documents:
            for element in document.known:
                placed = document.place_element(element)
                shown = placed.shown.model_copy(update={"id": placed.id})
                units[self._units.unit_of(placed.key)].append(shown)
        for elements in units.values():
            yield _join_elements(elements)

    def _renamed_links(
        self, documents: Iterable[PortfolioDocument]
    ) -> Iterator[tuple[str, Link]]:
        """The links of all documents, each with the namespace of its document."""
        for document in documents:
            pairs = zip(
                document.known.programme.links,
                document.shown.programme.links,
                strict=True,
            )
            for known, shown in pairs:
                ends = {
                    "start": self._id_of(document, known.start),
                    "end": self._id_of(document, known.end),
                }
                if ends["start"] != ends["end"]:
                    link = shown.model_copy(update=ends)
                    yield document.namespace, link

    def _id_of(self, document: PortfolioDocument, element_id: str) -> str:
        """The id in the portfolio of the first element of a unit; of what is no element its own."""
        key = document.namespace, element_id
        return self._shown_ids.get(
            self._units.unit_of(key), namespaced_id(*key)
        )


def _join_links(links: Iterable[tuple[str, Link]]) -> Iterator[Link]:
    """The links; what two documents say of elements that are one is one link with both places."""
    found: dict[tuple[str, str, str], dict[str, list[Link]]] = {}
    for namespace, link in links:
        by_document = found.setdefault((link.start, link.end, link.kind), {})
        by_document.setdefault(namespace, []).append(link)
    for by_document in found.values():
        (first, *rest), *others = by_document.values()
        told_again = [link for links in others for link in links]
        every = (first, *told_again)
        places = _join_lists(link.places for link in every)
        agreed = next(filter(None, (link.agreed for link in every)), None)
        yield first.model_copy(update={"places": places, "agreed": agreed})
        yield from rest


def _join_elements(elements: Sequence[AnyElement]) -> AnyElement:
    """One element that holds all that several say; the first one alone stays as it is."""
    first, *others = elements
    if not others:
        return first
    values: dict[str, Any] = {
        field: _join_lists(getattr(element, field) for element in elements)
        for field in _JOINED_FIELDS
    }
    for field in _FIRST_FIELDS:
        found = (getattr(element, field) for element in elements)
        values[field] = next(filter(None, found), None)
    texts = _join_lists((other.text, *other.wordings) for other in others)
    wordings = (*first.wordings, *texts)
    values["wordings"] = tuple(
        dict.fromkeys(text for text in wordings if text != first.text)
    )
    values["amounts"] = _join_amounts(elements)
    return first.model_copy(update=values)


def _join_lists(lists: Iterable[Sequence[Any]]) -> tuple[Any, ...]:
    """All members of some lists, those that are equal once."""
    joined: list[Any] = []
    for members in lists:
        joined += (member for member in members if member not in joined)
    return tuple(joined)


def _join_amounts(elements: Iterable[AnyElement]) -> tuple[Amount, ...]:
    """The amounts of all; one that comes back in another document counts once."""
    found: dict[tuple[object, ...], Amount] = {}
    for element in elements:
        own: dict[tuple[object, ...], Amount] = {}
        for number, amount in enumerate(element.amounts):
            said = amount.value, amount.unit, amount.year
            is_open = amount.value is None
            own[(*said, amount.text if is_open else "", number)] = amount
        for key, amount in own.items():
            found.setdefault(key, amount)
    return tuple(found.values())


def _most_used_lang(programmes: Sequence[Programme]) -> Any:
    langs = [programme.lang for programme in programmes]
    return max(langs, key=langs.count, default="nl")


def _all_notes(programmes: Iterable[Programme]) -> Iterator[Note]:
    for programme in programmes:
        yield from programme.notes


def _all_unread(programmes: Iterable[Programme]) -> Iterator[Unread]:
    for programme in programmes:
        yield from programme.unread


def _all_waivers(
    documents: Iterable[PortfolioDocument],
) -> Iterator[Waiver]:
    """The waivers, each about the element under its new id."""
    for document in documents:
        for waiver in document.shown.programme.waivers:
            about = waiver.element
            if about in document.shown:
                about = namespaced_id(document.namespace, about)
            yield waiver.model_copy(update={"element": about})
