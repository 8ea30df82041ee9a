"""What is lost when efforts stop: impact, and what rests on one effort alone."""

from collections.abc import Iterator, Sequence

from dinet.network.coverage import grade, marks
from dinet.network.results import Critical, Impact, Loss
from dinet.network.snapshot import Snapshot

NOBODY = -1
SEVERAL = -2


def impact(snapshot: Snapshot, marked: bytearray, stopped: Sequence[int]) -> Impact:
    """See ``Network.impact``."""
    gone, elements = frozenset(stopped), snapshot.elements
    after = marks(snapshot, gone)
    fallen = [
        here
        for here, (was, now) in enumerate(zip(marked, after, strict=True))
        if was != now and here not in gone
    ]
    losses = tuple(
        Loss(elements[here], grade(marked[here]), grade(after[here])) for here in fallen
    )
    return Impact(tuple(elements[here] for here in stopped), losses)


def critical(snapshot: Snapshot) -> tuple[Critical, ...]:
    """See ``Network.critical``."""
    rests: dict[int, list[int]] = {}
    for here, effort in enumerate(_resting(snapshot)):
        if effort >= 0:
            rests.setdefault(effort, []).append(here)
    return tuple(
        Critical(snapshot.elements[each], snapshot.chosen(rests[each]))
        for each in sorted(rests)
    )


def _resting(snapshot: Snapshot) -> list[int]:
    """For each element the one effort that it rests on, or NOBODY, or SEVERAL; for efforts NOBODY.

    Only efforts with no other effort in between count, so an element is lost when its one
    nearest effort stops. Each element changes at most twice (nobody, one, several): the pass is
    linear, also through cycles.
    """
    rests = [NOBODY] * len(snapshot.kinds)
    todo: list[int] = []
    for effort in snapshot.of_kind["effort"]:
        todo += _handed_on(snapshot, rests, effort, effort)
    for here in todo:
        todo += _handed_on(snapshot, rests, here, rests[here])
    return rests


def _handed_on(
    snapshot: Snapshot, rests: list[int], here: int, mine: int
) -> Iterator[int]:
    """What comes to rest on something else because of what an element rests on."""
    for each in snapshot.up[here]:
        known = rests[each]
        if known not in (mine, SEVERAL) and snapshot.kinds[each] != "effort":
            rests[each] = mine if known == NOBODY else SEVERAL
            yield each
