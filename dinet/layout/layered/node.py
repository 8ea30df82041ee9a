"""What stands in a column: a family of elements, or links that pass the column."""

from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class LayoutNode:
    """A node of the layered graph: it takes a stretch of one column.

    A node is a family of elements, or a dummy node: the room through which links pass a column
    on their way to an element further left.

    Args:
        name: The id of the family's head; for a dummy node, of the element that its links serve.
        column: Its number from the left.
        is_dummy: Whether links pass here.
        order: Where it comes in reading order.
        segments: Of a dummy node: the edge segments that run side by side through it, by what
            they come from. Until the order is known every segment has a dummy node of its own.
        is_goal: It keeps the place that it has among goals in reading order, if that can be.
        left: The nodes of the same cluster that links lead to. ``right`` are those that links
            come from.
        indirect_right: The nodes of the same cluster that serve this one through an element of
            another cluster: it stands near these too.
        far_left: The nodes of other clusters that links lead to, in the next column.
            ``far_right`` likewise.
        height: In points at natural size, like ``top``, which counts from the top of the
            cluster.
    """

    name: str
    column: int
    is_dummy: bool = False
    is_goal: bool = False
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
