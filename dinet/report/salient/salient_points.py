"""What stands out in a programme: what a careful person would say of it in the first minute.

At most seven sentences, the gravest first, each with a line that says where it stands or what it
rests on. They tell what the document says, and where it is silent that it is silent: what the
grade *unknown* covers is never called missing.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from dinet.finding import Finding
from dinet.network import Network
from dinet.report.linked_words import say_pieces
from dinet.report.salient.fact_points import (
    busiest_points,
    good_points,
    shared_target_points,
)
from dinet.report.salient.gap_points import (
    targetless_points,
    uncovered_points,
    unmeasured_points,
)
from dinet.report.salient.open_points import (
    loose_points,
    nothing_points,
    open_link_points,
    undetermined_points,
)
from dinet.report.salient.reading_points import (
    finding_points,
    lost_part_points,
    reading_points,
)
from dinet.report.salient.risk_points import (
    bare_target_points,
    fragile_points,
    shared_cover_points,
)
from dinet.report.salient.salient_point import SalientPoint

MOST_POINTS = 7
"""More are not read in a minute."""


def find_salient_points(
    network: Network,
    findings: Sequence[Finding] = (),
    *,
    links_are_told: bool = False,
) -> list[SalientPoint]:
    """What stands out, the gravest first, and last how many findings there are.

    Args:
        network: The programme.
        findings: What the rules said; empty when they said nothing, or were not asked.
        links_are_told: Whether it is told elsewhere that the document does not say what serves
            what.

    Returns:
        At most ``MOST_POINTS``. A programme without goals, targets and efforts has one that says
        so.

    Example:
        >>> from dinet.model import Effort, Goal, Link, Programme
        >>> network = Network(Programme(
        ...     elements=(Goal(id="D1", text="Meer sport"), Effort(id="I1", text="Een hal")),
        ...     links=(Link(start="I1", end="D1", kind="contributes_to"),)))
        >>> print(find_salient_points(network)[0].sentence)
        Goal D1 hangs on one effort: I1.
    """
    told = list(finding_points(findings))
    groups = [
        lost_part_points(network),
        nothing_points(network),
        iter(()) if links_are_told else open_link_points(network),
        *_groups_by_weight(network),
    ]
    first = islice(chain.from_iterable(groups), MOST_POINTS - len(told))
    return [*first, *told]


def _groups_by_weight(network: Network) -> Iterable[Iterator[SalientPoint]]:
    """What stands out in the programme itself, the gravest first; each is found when asked."""
    return (
        uncovered_points(network),
        unmeasured_points(network),
        shared_cover_points(network),
        fragile_points(network),
        targetless_points(network),
        bare_target_points(network),
        loose_points(network),
        undetermined_points(network),
        good_points(network),
        shared_target_points(network),
        busiest_points(network),
        reading_points(network),
    )


def salient_sentences(
    network: Network, findings: Sequence[Finding], lang: str
) -> list[tuple[str, str]]:
    """What stands out as plain text: each sentence with its proof, which may be empty."""
    return [
        (
            say_pieces(point.sentence_pieces(lang)),
            say_pieces(point.proof_pieces(lang)),
        )
        for point in find_salient_points(network, findings)
    ]
