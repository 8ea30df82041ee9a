"""What is lost when efforts stop: impact, and what rests on one effort alone."""

from collections.abc import Iterator, Sequence

from dinet.network.coverage import grade_elements, grade_of_mark
from dinet.network.results import Critical, Impact, Loss
from dinet.network.snapshot import NOWHERE, SEVERAL, Snapshot


def impact_of_stopping(
    snapshot: Snapshot, marked: bytearray, stopped: Sequence[int]
) -> Impact:
    """See ``Network.impact``."""
    after = grade_elements(snapshot, frozenset(stopped), like=marked).marks
    losses = _find_losses(snapshot, marked, after, frozenset(stopped))
    return Impact(
        tuple(snapshot.elements[position] for position in stopped), losses
    )


def _find_losses(
    snapshot: Snapshot,
    before: bytearray,
    after: bytearray,
    stopped: frozenset[int],
) -> tuple[Loss, ...]:
    """What has another grade than before, without what stopped; in the order of the programme."""
    losses = []
    for position, (was, now) in enumerate(zip(before, after, strict=True)):
        if was != now and position not in stopped:
            element = snapshot.elements[position]
            losses.append(
                Loss(element, grade_of_mark(was), grade_of_mark(now))
            )
    return tuple(losses)


def find_critical_efforts(snapshot: Snapshot) -> tuple[Critical, ...]:
    """See ``Network.critical``."""
    rests_on: dict[int, list[int]] = {}
    for position, effort in enumerate(_effort_rested_on(snapshot)):
        if effort >= 0:
            rests_on.setdefault(effort, []).append(position)
    return tuple(
        Critical(
            snapshot.elements[effort], snapshot.elements_at(rests_on[effort])
        )
        for effort in sorted(rests_on)
    )


def _effort_rested_on(snapshot: Snapshot) -> list[int]:
    """For each element the one effort that it rests on, or NOWHERE, or SEVERAL.

    For efforts themselves it is NOWHERE. Only efforts with no other effort in between count,
    so an element is lost when its one nearest effort stops. Each element changes at most twice
    (no effort, one, several): the pass is linear, also through cycles.
    """
    rests = [NOWHERE] * len(snapshot.kinds)
    changed: list[int] = []
    for effort in snapshot.of_kind["effort"]:
        changed += _hand_on_effort(snapshot, rests, effort, effort)
    for position in changed:  # the list grows while it is read
        changed += _hand_on_effort(snapshot, rests, position, rests[position])
    return rests


def _hand_on_effort(
    snapshot: Snapshot, rests: list[int], position: int, effort: int
) -> Iterator[int]:
    """Let all that an element serves rest on its effort too; gives what changed by it."""
    for above in snapshot.up[position]:
        known = rests[above]
        if (
            known not in (effort, SEVERAL)
            and snapshot.kinds[above] != "effort"
        ):
            rests[above] = effort if known == NOWHERE else SEVERAL
            yield above
