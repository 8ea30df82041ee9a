"""Which efforts carry an element: those that no other effort stands before.

A sub-effort serves a goal by way of its effort. When the effort stops nothing comes through it, so
the effort carries the goal and the sub-effort does not: ``impact`` and ``critical`` have it so too.
An element keeps an effort exactly as long as one that carries it goes on.
"""

from dinet.network.snapshot import NO_NEIGHBOURS, Snapshot


def find_carriers(snapshot: Snapshot) -> list[frozenset[int]]:
    """For each element the positions of the efforts that carry it.

    An effort itself is carried by none.
    """
    kinds = snapshot.kinds
    down = [
        NO_NEIGHBOURS if kind == "effort" else below
        for kind, below in zip(kinds, snapshot.down, strict=True)
    ]
    up = [
        [above for above in served if kinds[above] != "effort"]
        for served in snapshot.up
    ]
    return snapshot.gather_names("effort", range(len(kinds)), down, up)
