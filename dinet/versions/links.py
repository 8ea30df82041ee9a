"""Which links are gone, new or suspect, and which elements moved from one aim to another."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dinet.model import SERVING_LINKS, Element, Link, LinkKind, Target
from dinet.network import Network
from dinet.versions.changes import MEANING_CHANGES, ElementChange
from dinet.versions.pairing import PairedVersions

_NONE = "-"
"""Before the id of what has none in the new version: no id begins with it."""


@dataclass(frozen=True, slots=True)
class ChangedLink:
    """A link that is in one version only, or that has to be looked at.

    Args:
        start: What serves.
        end: What is served.
        kind: Of the link.
        reasons: What changed at its end while its start did not; empty for a link that is gone or
            new.
    """

    start: Element
    end: Element
    kind: LinkKind
    reasons: tuple[ElementChange, ...] = ()


class VersionLinks:
    """The links of two versions, seen through their pairs.

    Args:
        old: The old version.
        new: The new one.
        paired: Which element is which.
    """

    def __init__(
        self, old: Network, new: Network, paired: PairedVersions
    ) -> None:
        self.old, self.new = old, new
        self.became = {pair.old.id: pair.new.id for pair in paired.pairs}
        self._kept = set(self.became.values())
        self._gone = {element.id for element in paired.gone}
        self._added = {element.id for element in paired.added}

    def gone_links(self) -> Iterator[ChangedLink]:
        """Links between elements that are in both versions, and that the new one has not."""
        there = {_link_key(link) for link in self.new.links()}
        for link in self.old.links():
            start = self.became.get(link.start)
            end = self.became.get(link.end)
            if start and end and (start, end, link.kind) not in there:
                yield _changed_link(self.old, link)

    def new_links(self) -> Iterator[ChangedLink]:
        """Links between elements that are in both versions, and that the old one has not."""
        were = {
            (self.became.get(link.start), self.became.get(link.end), link.kind)
            for link in self.old.links()
        }
        for link in self.new.links():
            is_between_kept = self._kept.issuperset((link.start, link.end))
            if is_between_kept and _link_key(link) not in were:
                yield _changed_link(self.new, link)

    def suspect_links(
        self, changes: Mapping[str, tuple[ElementChange, ...]]
    ) -> Iterator[ChangedLink]:
        """Links to what now asks something else, from what did not change.

        Args:
            changes: By the id in the new version; only of elements that are in both.
        """
        for link in self.new.links():
            if link.kind not in SERVING_LINKS or changes.get(link.start, True):
                continue
            reasons = _changes_of_meaning(changes.get(link.end, ()))
            if reasons:
                yield _changed_link(self.new, link, reasons)

    def moved_aims(
        self, old: Element, new: Element
    ) -> tuple[tuple[Element, ...], tuple[Element, ...]] | None:
        """What an element no longer serves and what it serves instead.

        An aim that was split or merged moves nothing. What served an aim that is gone moved to what
        it serves now; what serves a new aim beside an old one may serve half of that, which was
        split.

        Returns:
            Elements of the old version, then of the new; None when it lost none or gained none.
        """
        was = self._old_aims(old)
        becomes = self._new_aims(new)
        lost = [was[name] for name in was if name not in becomes]
        are_gone = self._gone.issuperset(aim.id for aim in lost)
        gained = [
            aim
            for name, aim in becomes.items()
            if name not in was and (are_gone or name in self._kept)
        ]
        return (tuple(lost), tuple(gained)) if lost and gained else None

    def _old_aims(self, element: Element) -> dict[str, Element]:
        """By the id that each has in the new version; of one that is gone by the sign of none."""
        return {
            self.became.get(aim.id, f"{_NONE}{aim.id}"): aim
            for aim in _aims_of(self.old, element)
            if aim.id in self.became or aim.id in self._gone
        }

    def _new_aims(self, element: Element) -> dict[str, Element]:
        aims = _aims_of(self.new, element)
        known = self._kept | self._added
        return {aim.id: aim for aim in aims if aim.id in known}


def _aims_of(network: Network, element: Element) -> tuple[Element, ...]:
    """What an element serves itself; the goals of its targets when it serves no goal but those.

    A target that stands under three goals would else move an effort to all of them.
    """
    served = network.serves(element)
    aims = tuple(one for one in served if not isinstance(one, Target))
    if aims:
        return aims
    goals = (goal.id for one in served for goal in network.serves(one))
    return tuple(network[name] for name in dict.fromkeys(goals))


def _changes_of_meaning(
    changes: Iterable[ElementChange],
) -> tuple[ElementChange, ...]:
    return tuple(
        change for change in changes if change.kind in MEANING_CHANGES
    )


def _link_key(link: Link) -> tuple[str | None, str | None, LinkKind]:
    return link.start, link.end, link.kind


def _changed_link(
    network: Network, link: Link, reasons: tuple[ElementChange, ...] = ()
) -> ChangedLink:
    return ChangedLink(
        network[link.start], network[link.end], link.kind, reasons
    )
