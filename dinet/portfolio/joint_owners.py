"""Owners who answer for efforts in several programmes."""

from collections.abc import Iterator, Sequence

from dinet.language import CountedSentence, JoinedSentences, Sentence
from dinet.portfolio.documents import (
    PlacedElement,
    PortfolioDocument,
    namespaces_of,
)
from dinet.portfolio.named_programmes import shown_name
from dinet.portfolio.rows import PortfolioRow
from dinet.portfolio.same_elements import MatchedElements
from dinet.portfolio.settled import ElementKey
from dinet.vocabulary.folding import fold_text


class _OwnedEfforts:
    """What one owner answers for.

    Args:
        shown: The owner's name, as it may be shown.
    """

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.efforts: list[PlacedElement] = []


def list_joint_owners(
    documents: Sequence[PortfolioDocument], matched: MatchedElements
) -> list[PortfolioRow]:
    """A row for each owner with efforts in several documents, who has most first.

    An effort that several documents have counts once. That two documents mean the same person or
    office by one name is for a person to check.

    Args:
        documents: All.
        matched: Their elements.
    """
    first_of = {
        key: group.keys[0] for group in matched.groups for key in group.keys
    }
    found: dict[str, _OwnedEfforts] = {}
    for owner, shown, effort in _owned_efforts(documents):
        found.setdefault(owner, _OwnedEfforts(shown)).efforts.append(effort)
    titles = {document.namespace: document.title for document in documents}
    rows = [
        (-_count_distinct(owned.efforts, first_of), owned)
        for owned in found.values()
        if len(namespaces_of(owned.efforts)) > 1
    ]
    rows.sort(key=lambda row: row[0])
    return [_owner_row(owned, -count, titles) for count, owned in rows]


def _owned_efforts(
    documents: Sequence[PortfolioDocument],
) -> Iterator[tuple[str, str, PlacedElement]]:
    """Each owner of each effort: folded, as it may be shown, and the effort."""
    for document in documents:
        for effort in document.known.efforts:
            placed = document.place_element(effort)
            for number, owner in enumerate(effort.owners):
                shown = shown_name(placed.shown.owners, effort.owners, number)
                yield fold_text(owner), shown, placed


def _count_distinct(
    efforts: Sequence[PlacedElement], first_of: dict[ElementKey, ElementKey]
) -> int:
    return len({first_of.get(effort.key, effort.key) for effort in efforts})


def _owner_row(
    owned: _OwnedEfforts, count: int, titles: dict[str, str]
) -> PortfolioRow:
    in_all = CountedSentence(
        "{count} effort in {programmes} programmes",
        "{count} efforts in {programmes} programmes",
        count,
        programmes=len(namespaces_of(owned.efforts)),
    )
    spread = (
        Sentence(
            "{title}: {count}",
            title=titles[name],
            count=_count_in(name, owned),
        )
        for name in namespaces_of(owned.efforts)
    )
    facts = in_all, JoinedSentences(*spread, glue="; ")
    return PortfolioRow(tuple(owned.efforts), "name", facts, name=owned.shown)


def _count_in(namespace: str, owned: _OwnedEfforts) -> int:
    return sum(effort.namespace == namespace for effort in owned.efforts)
