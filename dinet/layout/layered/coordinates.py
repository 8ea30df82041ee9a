"""Where things stand in a band: columns of slots, each as near as it can be to what it is linked with, none overlapping."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import inf

from dinet.layout.layered.arrangement import LADDER, Arrangement
from dinet.layout.layered.layer_order import ordered
from dinet.layout.layered.node import Slot

GAP = 6.0
"""Between two slots of a column, in points at natural size."""
TRACK = 5.0
"""Between two links that run side by side."""
LINE = 2.0
"""The height of one link in a lane."""
PASSES = 4
"""After so many rounds from right to left everything stands where it wants to, as far as one can see."""
ABOVE, BELOW = "\0above", "\0below"
"""The strands of links from other bands; no id holds such a character."""


@dataclass(slots=True)
class Stand:
    """One band: its columns of slots from top to bottom, and its height."""

    theme: str | None
    columns: list[list[Slot]]
    height: float = 0.0

    def settle(self, height: float) -> None:
        """Give every slot its top, in a band of this height: level with what serves it, or else with what it serves."""
        self.height = height
        used = [column for column in self.columns if column]
        for column in used:
            _place(column, [0.0] * len(column), self.height)
        for _ in range(PASSES):
            for column in reversed(used):
                wishes = _wishes(
                    column, lambda slot: slot.right + slot.through or slot.left
                )
                _place(column, wishes, self.height)


def stacked(column: Sequence[Slot]) -> float:
    """The height of a column without any slack."""
    return sum(slot.height for slot in column) + GAP * (len(column) - 1)


def _wishes(
    column: Sequence[Slot], neighbours: Callable[[Slot], list[Slot]]
) -> list[float]:
    """The middle that each slot wants: the mean of its neighbours', or just what the slot above it wants."""
    wishes: list[float | None] = []
    for slot in column:
        near = neighbours(slot)
        wishes.append(
            sum(each.middle for each in near) / len(near)
            if near
            else wishes[-1]
            if wishes
            else None
        )
    known = next((wish for wish in wishes if wish is not None), None)
    return [
        wish if wish is not None else known if known is not None else slot.middle
        for wish, slot in zip(wishes, column, strict=True)
    ]


def _place(column: Sequence[Slot], wishes: Sequence[float], height: float) -> None:
    """The tops that are nearest to the wishes in least squares, without overlap, in this order and within the height.

    Taking from each wish the room that the slots above it need turns this into isotonic
    regression: neighbours that want to pass each other form a block, which goes to the mean of
    their wishes.
    """
    blocks: list[tuple[float, int]] = []
    above = 0.0
    for slot, wish in zip(column, wishes, strict=True):
        total, count = wish - slot.height / 2 - above, 1
        while blocks and blocks[-1][0] / blocks[-1][1] >= total / count:
            more, number = blocks.pop()
            total, count = total + more, count + number
        blocks.append((total, count))
        above += slot.height + GAP
    slack = height - (above - GAP)
    shifts = (
        min(max(total / count, 0.0), slack)
        for total, count in blocks
        for _ in range(count)
    )
    above = 0.0
    for slot, shift in zip(column, shifts, strict=True):
        slot.top = shift + above
        above += slot.height + GAP


class Stands:
    """The bands of an arrangement as slots, not yet placed.

    Args:
        arrangement: What stands in which band and column.
    """

    def __init__(self, arrangement: Arrangement) -> None:
        self.arrangement = arrangement
        rungs = sorted(
            {
                arrangement.rung[each]
                for strip in arrangement.strips
                for each in strip.ids
            }
        )
        self.column = {rung: number for number, rung in enumerate(rungs)}
        self.names = [LADDER[rung] for rung in rungs]
        self.slots: dict[str, Slot] = {}
        self.home: dict[str, int] = {}
        self.lanes: dict[tuple[str, int, str], Slot] = {}
        self._crossing: list[set[tuple[str, str]]] = [set() for _ in rungs[1:]]
        self.stands = [
            self._stand(number, strip.theme, strip.ids)
            for number, strip in enumerate(arrangement.strips)
        ]
        for link in arrangement.drawn:
            self._tie(link.start, link.end)
        reading = [
            [sorted(column, key=lambda slot: slot.order) for column in stand.columns]
            for stand in self.stands
        ]
        for stand, columns in zip(self.stands, ordered(reading), strict=True):
            stand.columns = columns
        self._bundle()

    @property
    def crossings(self) -> list[int]:
        """How many strands from other bands run along each gutter."""
        return [len(each) for each in self._crossing]

    def _stand(self, number: int, theme: str | None, ids: Iterable[str]) -> Stand:
        stand = Stand(theme, [[] for _ in self.names])
        for order, each in enumerate(ids):
            slot = self.slots[each] = Slot(
                each, self.column[self.arrangement.rung[each]], order=order
            )
            self.home[each] = number
            stand.columns[slot.column].append(slot)
        return stand

    def _tie(self, start: str, end: str) -> None:
        """Make the slots along a link neighbours, with a lane in every column that the link passes.

        Args:
            start: What the link comes from.
            end: What it leads to.
        """
        heads = self.arrangement.head
        one, other = self.slots.get(heads[start]), self.slots.get(heads[end])
        if one is None or other is None or one is other:
            return
        left, right, far = (
            (other, one, start) if other.column <= one.column else (one, other, end)
        )
        chain = [
            left,
            *(
                self._lane(left, far, column)
                for column in range(left.column + 1, right.column)
            ),
            right,
        ]
        if self.home[left.name] != self.home[right.name]:
            chain.pop()
            self._draw(left, right)
            if left.column != right.column:
                self._crossing[right.column - 1].add(
                    (left.name, self.strand(left.name, far))
                )
                right.far_left.append(chain[-1])
                chain[-1].far_right.append(right)
        for near, next_one in pairwise(chain):
            if near.column != next_one.column:
                near.right.append(next_one)
                next_one.left.append(near)

    def _draw(self, left: Slot, right: Slot) -> None:
        """Draw what is served by way of another band towards what serves it so."""
        for each in self.arrangement.above.get(left.name, ()):
            if (
                self.home.get(each) == self.home[right.name]
                and self.slots[each].column < right.column
            ):
                self.slots[each].through.append(right)

    def _lane(self, served: Slot, far: str, column: int) -> Slot:
        """The slot of a strand in a column that it passes."""
        home, strand = self.home[served.name], self.strand(served.name, far)
        key = served.name, column, strand
        if key not in self.lanes:
            self.lanes[key] = Slot(
                served.name,
                column,
                lane=True,
                order=inf,
                strands={strand: None},
                height=LINE,
            )
            self.stands[home].columns[column].append(self.lanes[key])
        lane, first = self.lanes[key], self.slots[self.arrangement.head[far]]
        if self.home[first.name] == home and first.order > served.order:
            lane.order = min(
                lane.order, first.order - 0.5
            )  # after what else serves this element and is nearer to it
        return lane

    def _bundle(self) -> None:
        """Make one lane of strands that came to stand beside each other on their way to the same element."""
        lane_of: dict[Slot, Slot] = {}
        for column in (column for stand in self.stands for column in stand.columns):
            kept = list[Slot]()
            for _, beside in groupby(
                column, key=lambda slot: slot.name if slot.lane else slot
            ):
                lane, *others = beside
                kept.append(lane)
                for slot in others:
                    lane.strands |= slot.strands
                    lane.height += TRACK
                    lane.left += slot.left
                    lane.right += slot.right
                    lane_of[slot] = lane
            column[:] = kept
        for slot in (
            slot for stand in self.stands for column in stand.columns for slot in column
        ):
            slot.left = [lane_of.get(each, each) for each in slot.left]
            slot.right = [lane_of.get(each, each) for each in slot.right]
        self.lanes = {key: lane_of.get(lane, lane) for key, lane in self.lanes.items()}

    def strand(self, served: str, far: str) -> str:
        """Links from another band run together, so they share one strand; others have their own."""
        away = (
            self.home.get(self.arrangement.head[far], self.home[served])
            - self.home[served]
        )
        return far if not away else ABOVE if away < 0 else BELOW
