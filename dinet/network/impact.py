"""What is lost when efforts stop: impact, and what rests on one effort alone."""

from collections.abc import Iterator, Sequence

from dinet.network.coverage import grade_of_mark, mark_elements
from dinet.network.results import Critical, Impact, Loss
from dinet.network.snapshot import Snapshot

NO_EFFORT = -1
SEVERAL_EFFORTS = -2


def impact_of_stopping(
    snapshot: Snapshot, marked: bytearray, stopped: Sequence[int]
) -> Impact:
    """See ``Network.impact``."""
    gone, elements = frozenset(stopped), snapshot.elements
    after = mark_elements(snapshot, gone)
    fallen = [
        here
        for here, (was, now) in enumerate(zip(marked, after, strict=True))
        if was != now and here not in gone
    ]
    losses = tuple(
        Loss(elements[here], grade_of_mark(marked[here]), grade_of_mark(after[here]))
        for here in fallen
    )
    return Impact(tuple(elements[here] for here in stopped), losses)


def find_critical_efforts(snapshot: Snapshot) -> tuple[Critical, ...]:
    """See ``Network.critical``."""
    rests: dict[int, list[int]] = {}
    for here, effort in enumerate(_effort_rested_on(snapshot)):
        if effort >= 0:
            rests.setdefault(effort, []).append(here)
    return tuple(
        Critical(snapshot.elements[each], snapshot.elements_at(rests[each]))
        for each in sorted(rests)
    )


def _effort_rested_on(snapshot: Snapshot) -> list[int]:
    """For each element the one effort that it rests on, or NOBODY, or SEVERAL; for efforts NOBODY.

    Only efforts with no other effort in between count, so an element is lost when its one
    nearest effort stops. Each element changes at most twice (nobody, one, several): the pass is
    linear, also through cycles.
    """
    rests = [NO_EFFORT] * len(snapshot.kinds)
    todo: list[int] = []
    for effort in snapshot.of_kind["effort"]:
        todo += _hand_on_effort(snapshot, rests, effort, effort)
    for here in todo:
        todo += _hand_on_effort(snapshot, rests, here, rests[here])
    return rests


def _hand_on_effort(
    snapshot: Snapshot, rests: list[int], here: int, mine: int
) -> Iterator[int]:
    """What comes to rest on something else because of what an element rests on."""
    for each in snapshot.up[here]:
        known = rests[each]
        if known not in (mine, SEVERAL_EFFORTS) and snapshot.kinds[each] != "effort":
            rests[each] = mine if known == NO_EFFORT else SEVERAL_EFFORTS
            yield each
