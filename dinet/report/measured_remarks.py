"""What rules say of how a target stands: its arithmetic in one sentence, at the cells it rests on."""

from collections.abc import Callable, Iterator
from weakref import WeakKeyDictionary

from dinet.finding import PlacedSentence, RuleRemarks
from dinet.language import JoinedSentences, Sentence
from dinet.measurements.target_status import (
    Status,
    TargetStatus,
    judge_targets,
    realised_of,
)
from dinet.model import Target
from dinet.network import Network
from dinet.report.measured_words import reasons_for_status
from dinet.targets.known_target import know_targets

_STATUSES_OF: WeakKeyDictionary[Network, tuple[TargetStatus, ...]] = (
    WeakKeyDictionary()
)
"""What was judged once: four rules ask it of one network."""


def remarks_on_status(
    network: Network, status: Status, word_remark: Callable[..., Sentence]
) -> RuleRemarks:
    """The targets that stand in one way, each with its arithmetic.

    Args:
        network: Of the programme.
        status: In one word.
        word_remark: Makes the sentence of ``id`` and ``reasons``.
    """
    for judged in _statuses_of(network):
        if judged.status == status:
            yield _remark(network, judged, word_remark)


def remarks_on_unit(
    network: Network, word_remark: Callable[..., Sentence]
) -> RuleRemarks:
    """The targets whose figures are in another unit than they ask."""
    for judged in _statuses_of(network):
        if judged.obstacle == "unit":
            yield _remark(network, judged, word_remark)


def _statuses_of(network: Network) -> tuple[TargetStatus, ...]:
    """How the targets stand that were measured; most programmes have none."""
    if not any(map(realised_of, know_targets(network))):
        return ()
    known = _STATUSES_OF.get(network)
    if known is None:
        known = judge_targets(network)
        _STATUSES_OF[network] = known
    return known


def _remark(
    network: Network,
    judged: TargetStatus,
    word_remark: Callable[..., Sentence],
) -> tuple[Target, Sentence]:
    target = judged.known.element
    if not isinstance(target, Target):
        raise TypeError(target)
    reasons = reasons_for_status(judged, network.programme.lang)
    sentence = word_remark(
        id=target.id, reasons=JoinedSentences(*reasons)
    )
    return target, PlacedSentence(sentence, tuple(_figure_places(judged)))


def _figure_places(judged: TargetStatus) -> Iterator[object]:
    """The cell of the last figure, which the finding is about."""
    last = judged.last
    for one in last.measurements if last else ():
        if one.place:
            yield one.place
