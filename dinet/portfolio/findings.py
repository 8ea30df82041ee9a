"""All that is to be said of a portfolio: its rows, its one network, its coverage."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import combinations

from dinet.network import Network
from dinet.portfolio.alike_elements import list_alike
from dinet.portfolio.documents import PortfolioDocument, namespaces_of
from dinet.portfolio.joint_efforts import (
    ClaimFinder,
    list_conflicts,
    list_double_money,
    list_joint_efforts,
    list_shared_aims,
)
from dinet.portfolio.joint_owners import list_joint_owners
from dinet.portfolio.named_programmes import NamedProgrammes
from dinet.portfolio.one_network import join_networks
from dinet.portfolio.rows import PortfolioRow
from dinet.portfolio.same_elements import MatchedElements, match_elements
from dinet.portfolio.settled import SettledPairs
from dinet.portfolio.whole_coverage import WholeCoverage, cover_whole

_VERSIONS_SHARE = 0.5
"""Of the elements of the smaller document: two programmes share a few, two years most."""
_MOST_SHARING = 30
"""Documents: what stands in more of them makes no two of them versions."""
_Rows = tuple[PortfolioRow, ...]


@dataclass(frozen=True, slots=True)
class PortfolioRows:
    """What several documents have to do with each other, by what it is about.

    Args:
        claims: An effort that several documents count for the same aim.
        money: An effort of which several documents state money.
        conflicts: A goal or target with two values.
        joint: An effort that stands in several documents.
        shared: A goal or target that stands in several documents.
        named: A programme that is named, and is missing or knows nothing of it.
        owners: An owner with efforts in several documents.
        alike: An element that sounds like one of another document.
    """

    claims: _Rows
    money: _Rows
    conflicts: _Rows
    joint: _Rows
    shared: _Rows
    named: _Rows
    owners: _Rows
    alike: _Rows

    def by_name(self) -> dict[str, _Rows]:
        """All rows by the names above, in that order."""
        return {
            field.name: getattr(self, field.name) for field in fields(self)
        }


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Several documents, and all that is said of them together.

    Args:
        documents: In the order of their namespaces.
        rows: What they have to do with each other.
        network: All of them as one.
        coverage: How all goals and targets are covered: each as in its own document, and one that
            a person settled to be in several as where it is covered best.
        versions: Each two documents that share half of the elements of one of them or more: these
            may be two versions, or two formats, of one programme.
        listed: See ``MatchedElements``.
        settled: How many pairs and names a person settled.
    """

    documents: tuple[PortfolioDocument, ...]
    rows: PortfolioRows
    network: Network
    coverage: WholeCoverage
    versions: tuple[tuple[str, str], ...]
    listed: int
    settled: int


def study_portfolio(
    documents: Iterable[PortfolioDocument],
    settled: SettledPairs | None = None,
) -> Portfolio:
    """Find what several programmes have to do with each other.

    Args:
        documents: With namespaces that differ; their order does not matter.
        settled: What a person decided; None for nothing.

    Example:
        >>> from dinet.model import Effort, Programme
        >>> def plan(name, text):
        ...     network = Network(Programme(elements=(Effort(id="I1", text=text),)))
        ...     return PortfolioDocument(name, name, network, network)
        >>> told = study_portfolio([
        ...     plan("jeugd", "Een sporthal bouwen in Erica"),
        ...     plan("sport", "Bouwen van een sporthal in Erica"),
        ... ])
        >>> [[element.id for element in row.elements] for row in told.rows.joint]
        [['jeugd:I1', 'sport:I1']]
    """
    in_order = sorted(documents, key=lambda document: document.namespace)
    return _study_in_order(tuple(in_order), settled or SettledPairs())


def _study_in_order(
    documents: Sequence[PortfolioDocument], settled: SettledPairs
) -> Portfolio:
    matched = match_elements(documents, settled)
    networks = {document.namespace: document.known for document in documents}
    langs = {name: each.programme.lang for name, each in networks.items()}
    named = NamedProgrammes(documents, matched, settled)
    rows = PortfolioRows(
        claims=tuple(ClaimFinder(matched, networks).list_claims()),
        money=tuple(list_double_money(matched, networks)),
        conflicts=tuple(list_conflicts(matched)),
        joint=tuple(list_joint_efforts(matched)),
        shared=tuple(list_shared_aims(matched)),
        named=tuple(named.list_rows()),
        owners=tuple(list_joint_owners(documents, matched)),
        alike=tuple(list_alike(matched, langs, settled)),
    )
    decided = (settled.same, settled.not_same, settled.programmes)
    return Portfolio(
        tuple(documents),
        rows,
        join_networks(documents, settled),
        cover_whole(documents, settled),
        tuple(_likely_versions(documents, matched)),
        matched.listed,
        sum(map(len, decided)),
    )


def _likely_versions(
    documents: Iterable[PortfolioDocument], matched: MatchedElements
) -> Iterator[tuple[str, str]]:
    """The pairs of documents that may be two versions of one programme."""
    sizes = {document.namespace: 0 for document in documents}
    shared: Counter[tuple[str, str]] = Counter()
    for group in matched.groups:
        names = sorted(namespaces_of(group.members))
        for name in names:
            sizes[name] += 1
        if len(names) <= _MOST_SHARING:
            shared.update(combinations(names, 2))
    for (one, other), count in sorted(shared.items()):
        smaller = min(sizes[one], sizes[other])
        if count > 1 and count >= _VERSIONS_SHARE * smaller:
            yield one, other
