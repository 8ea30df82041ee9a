"""Which kinds of element stand nearer to the vision, for drawings, in which an arrow may run either way."""

from dinet.model import KINDS, Kind, LinkKind, natural_link_kind

_RANK = {kind: rank for rank, kind in enumerate(KINDS)}


def rise_towards_vision(start: Kind, end: Kind) -> int:
    """How many rungs a link from one kind to another comes nearer to the vision; below 0 when it goes away from it.

    Example:
        >>> rise_towards_vision("target", "goal"), rise_towards_vision("goal", "effort"), rise_towards_vision("goal", "goal")
        (2, -5, 0)
    """
    return _RANK[start] - _RANK[end]


def goes_without_saying(kind: LinkKind, start: Kind, end: Kind) -> bool:
    """Whether a bare arrow between elements of two kinds is read as a link of this kind in this direction.

    Example:
        >>> goes_without_saying("measures", "target", "goal"), goes_without_saying("refers_to", "target", "goal")
        (True, False)
    """
    return rise_towards_vision(start, end) >= 0 and kind == natural_link_kind(
        start, end
    )
