"""A programme as it would be after an amendment: efforts stopped, texts changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dinet.model import Element, Programme
from dinet.network import Network
from dinet.versions.version_comparison import (
    VersionComparison,
    compare_versions,
)


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a motion asks of a programme.

    Args:
        stopped: The ids of the elements that it strikes out.
        changed: The new text, by the id of the element that it rewords.
    """

    stopped: Sequence[str] = ()
    changed: Mapping[str, str] = field(default_factory=dict)


def amend_programme(network: Network, amendment: Amendment) -> Programme:
    """The programme without what is struck out, and with the new texts.

    What a target says in fields of its own is left out where its text is new: the amendment says
    it now.

    Raises:
        UnknownElementError: The amendment names an element that is not there.

    Example:
        >>> from dinet.model import Effort
        >>> network = Network(Programme(elements=(Effort(id="I1", text="Een hal bouwen"),)))
        >>> amended = amend_programme(network, Amendment(changed={"I1": "Twee hallen bouwen"}))
        >>> amended.elements[0].text
        'Twee hallen bouwen'
    """
    for name in (*amendment.stopped, *amendment.changed):
        _ = network[name]
    stopped = frozenset(amendment.stopped)
    programme = network.programme
    elements = [
        _reword_element(element, amendment)
        for element in network
        if element.id not in stopped
    ]
    links = [
        link
        for link in programme.links
        if stopped.isdisjoint((link.start, link.end))
    ]
    return programme.model_copy(
        update={"elements": tuple(elements), "links": tuple(links)}
    )


def _reword_element(element: Element, amendment: Amendment) -> Element:
    text = amendment.changed.get(element.id)
    if text is None:
        return element
    changes: dict[str, object] = {"text": text, "title": None, "wordings": ()}
    if element.kind == "target":
        changes |= {"target": None, "measurements": ()}
    return element.model_copy(update=changes)


def compare_amended(
    network: Network, amendment: Amendment
) -> VersionComparison:
    """What an amendment does to a programme.

    Every element is itself: nothing has to be paired by words.

    Raises:
        UnknownElementError: The amendment names an element that is not there.
    """
    amended = type(network)(amend_programme(network, amendment))
    same: dict[str, str | None] = {
        element.id: element.id if element.id in amended else None
        for element in network
    }
    return compare_versions(network, amended, same)
