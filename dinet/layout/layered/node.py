"""What takes a stretch of a column."""

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class LayoutNode:
    """What takes a stretch of a column: a family of elements, or a lane through which links pass this column.

    Args:
        name: The id of the family's head; for a lane, of the element that its links serve.
        column: Its number from the left.
        is_dummy: Whether it is a lane.
        order: Where it comes in reading order.
        segments: Of a lane: the links in it that run side by side, by what they come from. As
            long as the order is sought, each has a slot of its own.
        left: The slots of the same band that links lead to. ``right`` are those that links come
            from.
        indirect_right: The slots of the same band that serve this one by way of another band: it
            stands near these too.
        far_left: The slots of other bands that links lead to, in the next column. ``far_right``
            likewise.
        height: In points at natural size, like ``top``, which counts from the top of the band.
    """

    name: str
    column: int
    is_dummy: bool = False
    order: float = 0.0
    segments: dict[str, None] = field(default_factory=dict)
    left: "list[LayoutNode]" = field(default_factory=list)
    right: "list[LayoutNode]" = field(default_factory=list)
    indirect_right: "list[LayoutNode]" = field(default_factory=list)
    far_left: "list[LayoutNode]" = field(default_factory=list)
    far_right: "list[LayoutNode]" = field(default_factory=list)
    height: float = 0.0
    top: float = 0.0

    @property
    def middle(self) -> float:
        """Half-way down."""
        return self.top + self.height / 2
