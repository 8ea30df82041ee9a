"""Two versions of a programme compared: what is said of them, whoever reads it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dinet.model import AIM_KINDS, Element
from dinet.network import Network
from dinet.network.grades import Grade
from dinet.versions.changed_findings import ChangedFindings
from dinet.versions.changes import ElementChange, find_changes
from dinet.versions.division import DividedElement
from dinet.versions.links import ChangedLink, VersionLinks
from dinet.versions.pairing import (
    PairedElements,
    PairedVersions,
    pair_versions,
)


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """An element of both versions, and what changed of it; no changes when nothing did."""

    paired: PairedElements
    changes: tuple[ElementChange, ...]


@dataclass(frozen=True, slots=True)
class ChangedGrade:
    """An aim of both versions that is covered otherwise.

    Args:
        element: In the new version.
        old: Its grade in the old version.
        new: Its grade in the new one.
        old_efforts: How many efforts served it in the old version, through others too.
        new_efforts: How many serve it in the new one.
    """

    element: Element
    old: Grade
    new: Grade
    old_efforts: int
    new_efforts: int


class VersionSums(NamedTuple):
    """How many elements came to what: both sides add up, so that nothing falls through."""

    old: int
    new: int
    paired: int
    gone: int
    added: int
    split_old: int
    split_new: int
    merged_old: int
    merged_new: int


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """All that differs between two versions of a programme.

    Args:
        old: The old version.
        new: The new one.
        pairs: Elements of both, in the order of the new version.
        gone: Only in the old version.
        added: Only in the new one.
        split: One that became several.
        merged: Several that became one.
        gone_links: Between elements of both versions.
        new_links: Between elements of both versions.
        suspect_links: To an aim that asks something else, from what did not change.
        grades: Aims of both versions that are covered better or worse.
        findings: What the rules say of one version only; None when both were not audited.
    """

    old: Network
    new: Network
    pairs: tuple[ComparedPair, ...]
    gone: tuple[Element, ...]
    added: tuple[Element, ...]
    split: tuple[DividedElement, ...]
    merged: tuple[DividedElement, ...]
    gone_links: tuple[ChangedLink, ...]
    new_links: tuple[ChangedLink, ...]
    suspect_links: tuple[ChangedLink, ...]
    grades: tuple[ChangedGrade, ...]
    findings: ChangedFindings | None = None

    @property
    def sums(self) -> VersionSums:
        """``old`` is paired, gone, split and merged elements; ``new`` likewise."""
        return VersionSums(
            len(self.old),
            len(self.new),
            len(self.pairs),
            len(self.gone),
            len(self.added),
            len(self.split),
            _count_parts(self.split),
            _count_parts(self.merged),
            len(self.merged),
        )

    @property
    def is_equal(self) -> bool:
        """Nothing differs."""
        is_changed = any(pair.changes for pair in self.pairs)
        differing = (
            self.gone,
            self.added,
            self.split,
            self.merged,
            self.gone_links,
            self.new_links,
            self.grades,
        )
        return not is_changed and not any(differing)


def compare_versions(
    old: Network,
    new: Network,
    settled: Mapping[str, str | None] | None = None,
) -> VersionComparison:
    """Compare two versions of a programme, without trusting ids.

    Args:
        old: The old version.
        new: The new one.
        settled: See ``pair_versions``.

    Example:
        >>> from dinet.model import Effort, Goal, Programme
        >>> goal = Goal(id="D1", text="Meer sport")
        >>> was = Network(Programme(elements=(goal, Effort(id="I1", text="Een hal bouwen"))))
        >>> becomes = Network(Programme(elements=(goal,)))
        >>> [element.id for element in compare_versions(was, becomes).gone]
        ['I1']
    """
    paired = pair_versions(old, new, settled)
    links = VersionLinks(old, new, paired)
    pairs = tuple(_compare_pairs(paired, links))
    changes = {pair.paired.new.id: pair.changes for pair in pairs}
    return VersionComparison(
        old,
        new,
        pairs,
        paired.gone,
        paired.added,
        paired.split,
        paired.merged,
        tuple(links.gone_links()),
        tuple(links.new_links()),
        tuple(links.suspect_links(changes)),
        tuple(_changed_grades(paired, old, new)),
    )


def _compare_pairs(
    paired: PairedVersions, links: VersionLinks
) -> Iterator[ComparedPair]:
    lang = links.new.programme.lang
    for pair in paired.pairs:
        changes = find_changes(pair.old, pair.new, lang)
        moved = links.moved_aims(pair.old, pair.new)
        if moved:
            was, becomes = map(_list_ids, moved)
            changes += (ElementChange("moved", was, becomes, "unknown"),)
        yield ComparedPair(pair, changes)


def _list_ids(elements: tuple[Element, ...]) -> str:
    return ", ".join(element.id for element in elements)


def _changed_grades(
    paired: PairedVersions, old: Network, new: Network
) -> Iterator[ChangedGrade]:
    for pair in paired.pairs:
        if pair.new.kind not in AIM_KINDS:
            continue
        was, becomes = old.grade(pair.old), new.grade(pair.new)
        if was != becomes:
            yield ChangedGrade(
                pair.new,
                was,
                becomes,
                len(old.efforts_for(pair.old)),
                len(new.efforts_for(pair.new)),
            )


def _count_parts(divided: tuple[DividedElement, ...]) -> int:
    return sum(len(one.parts) for one in divided)
