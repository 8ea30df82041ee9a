"""In which order the slots stand in their columns: reading order, changed where that takes crossings away.

The order follows from the links alone, not from how high the boxes are: so it stays when texts,
widths or pages change. A slot never leaves its band. Several starts are bettered by giving
every slot in turn its best place; that of the fewest crossings is taken. In a start slots stand
at the mean of what they are linked with, and what hangs together with another band stands on
that side. The strands of a lane keep together at first, or else each has its own place from the
start.

Source of mean places: K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual understanding of
hierarchical system structures" (1981).
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from dinet.layout.layered.crossing_minimiser import Linked, Numbers, Shape, Tangle
from dinet.layout.layered.node import Slot


class Start(NamedTuple):
    """An order to better.

    Args:
        together: Whether the strands of a lane have one place at first.
        pulled: Whether it begins with ``_pulled`` rather than with reading order.
        sweeps: So many sweeps come first, from the left and from the right in turn.
    """

    together: bool
    pulled: bool
    sweeps: int = 0


class Size(NamedTuple):
    """How many slots there are, and links between them."""

    slots: int
    links: int

    def holds(self, shape: Shape) -> bool:
        """Whether a shape has no more than these."""
        return (
            len(shape.lane) <= self.slots
            and sum(map(len, shape.right.all)) <= self.links
        )


STARTS = (
    Start(together=True, pulled=False),
    Start(together=True, pulled=True, sweeps=2),
    Start(together=True, pulled=True, sweeps=6),
    Start(together=False, pulled=True, sweeps=1),
    Start(together=False, pulled=True, sweeps=4),
    Start(together=False, pulled=True, sweeps=8),
    Start(together=False, pulled=False, sweeps=8),
)
REACH = 12
"""A better place is looked for so far up and down."""
TRIED = Size(1200, 3000)
"""Of no more than so many all starts are tried; of more only two, and only neighbours change places."""
TURNED = Size(300, 400)
"""Of no more than so many every pair of neighbours is turned."""
KEPT = 256
"""So many orders are kept: one programme is drawn in many formats."""
Band = list[list[Slot]]


def ordered(reading: Sequence[Band]) -> list[Band]:
    """Bands of columns with few crossings; of two orders with as many, the one that is tried first: reading order.

    Args:
        reading: The columns of every band, from the top, each in reading order.
    """
    slots = [slot for band in reading for column in band for slot in column]
    number = {slot: at for at, slot in enumerate(slots)}
    first: dict[tuple[str, int, Slot | None], int] = {}
    lane = tuple(
        first.setdefault((slot.name, slot.column, None if slot.lane else slot), at)
        for at, slot in enumerate(slots)
    )

    def numbers(lists: Iterable[Sequence[Slot]]) -> Numbers:
        return tuple(tuple(number[slot] for slot in each) for each in lists)

    left = Linked(
        numbers(slot.left for slot in slots),
        numbers([*slot.left, *slot.far_left] for slot in slots),
    )
    right = Linked(
        numbers(slot.right for slot in slots),
        numbers([*slot.right, *slot.far_right] for slot in slots),
    )
    found = _best(Shape(tuple(numbers(band) for band in reading), left, right, lane))
    return [[[slots[at] for at in column] for column in band] for band in found]


@lru_cache(KEPT)
def _best(shape: Shape) -> tuple[Numbers, ...]:
    """The order with the fewest crossings of those that are tried."""
    few = TRIED.holds(shape)
    tangles = []
    for start in STARTS if few else STARTS[:2]:
        bands = _pulled(shape) if start.pulled else shape.bands
        tangle = Tangle(
            shape, bands, together=start.together, reach=REACH if few else 1
        )
        for number in range(start.sweeps):
            tangle.sweep(right=number % 2 == 1)
        tangle.untangle()
        if start.together:
            tangle.loosen()
            tangle.untangle()
        tangles.append(tangle)
    best = min(tangles, key=Tangle.crossings)
    if TURNED.holds(shape):
        best.turn()
    best.read()
    return best.numbers()


def _pulled(shape: Shape) -> list[list[list[int]]]:
    """Reading order, but in the first column with a choice what bands above pull at comes first, and what bands below do last."""
    band_of = {
        slot: number
        for number, band in enumerate(shape.bands)
        for column in band
        for slot in column
    }
    bands = [[list(column) for column in band] for band in shape.bands]
    for band in bands:
        for column in band:
            if len(column) > 1:
                column.sort(key=lambda slot: _pull(shape, slot, band_of))
                break
    return bands


def _pull(shape: Shape, slot: int, band_of: dict[int, int]) -> float:
    """How much a slot and what serves it in its band are linked with bands below rather than above, for each of them."""
    pull, seen, todo = 0, set[int](), [slot]
    while todo:
        here = todo.pop()
        if here not in seen:
            seen.add(here)
            ends = (
                band_of[end]
                for end in chain(shape.left.all[here], shape.right.all[here])
            )
            pull += sum((end > band_of[here]) - (end < band_of[here]) for end in ends)
            todo += shape.right.near[here]
    return pull / len(seen)
