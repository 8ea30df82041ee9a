"""How targets stand as rules tell it: the arithmetic, and the cells of the last figure."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from dinet.language import JoinedSentences
from dinet.model import Element, Place
from dinet.network import Network

# what judges figures takes longer to load than a small audit to run, and few programmes have any
if TYPE_CHECKING:
    from dinet.measurements.target_status import TargetStatus

_STATUSES_OF: "WeakKeyDictionary[Network, tuple[TargetStatus, ...]]" = (
    WeakKeyDictionary()
)
"""What was judged once: four rules ask it of one network."""


class ToldStatus(NamedTuple):
    """A target that stands in some way.

    Args:
        target: The target.
        reasons: Its arithmetic, as sentences.
        places: The cells of the last figure, or of all figures when none of them counts.
    """

    target: Element
    reasons: JoinedSentences
    places: tuple[Place | None, ...]


def told_statuses(network: Network, status: str) -> Iterator[ToldStatus]:
    """The targets that stand in one way, or that cannot be judged for one reason.

    Args:
        network: Of the programme.
        status: ``too slow`` and so on, or an obstacle such as ``unit``.
    """
    if not _has_realised(network):
        return
    from dinet.measurements.status_words import reasons_for_status

    lang = network.programme.lang
    for judged in _statuses_of(network):
        if status not in (judged.status, judged.obstacle):
            continue
        reasons = JoinedSentences(*reasons_for_status(judged, lang))
        last = judged.last
        figures = last.measurements if last else judged.measured
        places = tuple(figure.place for figure in figures)
        yield ToldStatus(judged.known.element, reasons, places)


def _has_realised(network: Network) -> bool:
    """A figure of some target tells what was reached."""
    return any(
        figure.kind == "realised"
        for target in network.targets
        for figure in target.measurements
    )


def _statuses_of(network: Network) -> "tuple[TargetStatus, ...]":
    """How the targets stand, judged once."""
    from dinet.measurements.target_status import judge_targets

    known = _STATUSES_OF.get(network)
    if known is None:
        known = judge_targets(network)
        _STATUSES_OF[network] = known
    return known
