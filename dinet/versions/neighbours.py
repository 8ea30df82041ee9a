"""What the neighbours of two elements say of their being one: they should be one as well."""

from collections.abc import Mapping, Sequence

from dinet.network import Network
from dinet.versions.likeness import AlikeTexts

Likeness = dict[tuple[str, str], float]
"""By the id in the old version and that in the new."""

_ROUNDS = 3
"""In the edited years at hand nothing changed after the third."""
_NEIGHBOURS_SHARE = 0.35
"""Of the likeness: the words of an element say more than all that it hangs with."""


def add_neighbours(
    alike: Sequence[AlikeTexts], old: Network, new: Network
) -> Likeness:
    """The likeness of pairs, stronger or weaker by that of what they hang with.

    An element that hangs alone in one of both versions keeps the likeness of its text.

    Args:
        alike: The pairs that may be made.
        old: The old version.
        new: The new one.
    """
    of_text = {(pair.old, pair.new): pair.likeness for pair in alike}
    sides = neighbours_of(old), neighbours_of(new)
    likeness = dict(of_text)
    for _ in range(_ROUNDS):
        likeness = _add_once(of_text, likeness, sides)
    return likeness


Sides = tuple[frozenset[str], frozenset[str]]
"""The ids of what an element serves, and of what serves it."""


def neighbours_of(network: Network) -> dict[str, Sides]:
    """What each element serves, and what serves it, by its id."""
    return {
        element.id: (
            frozenset(served.id for served in network.serves(element)),
            frozenset(serving.id for serving in network.supports(element)),
        )
        for element in network
    }


def _add_once(
    of_text: Likeness,
    likeness: Likeness,
    sides: tuple[dict[str, Sides], dict[str, Sides]],
) -> Likeness:
    """One round: the likeness of the texts with that of the neighbours of the round before."""
    best = _Partners(likeness)
    added = {}
    for (old, new), own in of_text.items():
        shares = [
            best.share_partners(first, second)
            for first, second in zip(sides[0][old], sides[1][new], strict=True)
            if first and second
        ]
        around = sum(shares) / len(shares) if shares else own
        added[old, new] = own + _NEIGHBOURS_SHARE * (around - own)
    return added


class _Partners:
    """The likeness of pairs, by each of both members.

    Args:
        likeness: Of the pairs.
    """

    def __init__(self, likeness: Likeness) -> None:
        self._of_old: dict[str, dict[str, float]] = {}
        self._of_new: dict[str, dict[str, float]] = {}
        for (old, new), value in likeness.items():
            self._of_old.setdefault(old, {})[new] = value
            self._of_new.setdefault(new, {})[old] = value

    def share_partners(
        self, old: frozenset[str], new: frozenset[str]
    ) -> float:
        """How well each of two groups finds its best partner in the other, on average."""
        found = sum(_best_in(new, self._of_old.get(one)) for one in old)
        found += sum(_best_in(old, self._of_new.get(one)) for one in new)
        return found / (len(old) + len(new))


def _best_in(
    group: frozenset[str], partners: Mapping[str, float] | None
) -> float:
    if not partners:
        return 0.0
    return max(
        (value for partner, value in partners.items() if partner in group),
        default=0.0,
    )
