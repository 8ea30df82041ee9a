"""Which kinds of element stand nearer to the vision.

In a drawing an arrow may run either way; this tells from which end it serves the other.
"""

from dinet.model import KINDS, Kind, LinkKind, natural_link_kind

_RANK = {kind: rank for rank, kind in enumerate(KINDS)}


def rise_towards_vision(start: Kind, end: Kind) -> int:
    """How many kinds a link comes nearer to the vision, in the order of kinds.

    Below 0 when it goes away from the vision, 0 between elements of one kind.

    Example:
        >>> rise_towards_vision("target", "goal"), rise_towards_vision("goal", "effort")
        (2, -5)
        >>> rise_towards_vision("goal", "goal")
        0
    """
    return _RANK[start] - _RANK[end]


def goes_without_saying(kind: LinkKind, start: Kind, end: Kind) -> bool:
    """Whether a bare arrow between two kinds is read as this kind of link, in this direction.

    Example:
        >>> goes_without_saying("measures", "target", "goal")
        True
        >>> goes_without_saying("refers_to", "target", "goal")
        False
    """
    if rise_towards_vision(start, end) < 0:
        return False
    return kind == natural_link_kind(start, end)
