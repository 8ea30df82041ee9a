"""A part of a programme that stands on its own: what is a few links away from one element."""

from collections.abc import Callable, Iterable

from dinet.model import Element, Programme
from dinet.network import Network


def network_around(network: Network, element_id: str, steps: int) -> Network:
    """An element, what it serves, what serves it, and what else it is linked with itself.

    Args:
        network: The whole programme.
        element_id: The element in the middle.
        steps: How many links to follow in each direction; at least 1.

    Returns:
        A network of these elements in the order of the whole, with all links between them.

    Raises:
        UnknownElementError: There is no such element.

    Example:
        >>> from dinet.model import Effort, Goal, Link
        >>> whole = Network(Programme(
        ...     elements=(Goal(id="D1", text="Meer sport"), Goal(id="D2", text="Meer wonen"), Effort(id="I1", text="Een hal")),
        ...     links=(Link(start="I1", end="D1", kind="contributes_to"),)))
        >>> [element.id for element in network_around(whole, "D1", 1)]
        ['D1', 'I1']
    """
    middle = network[element_id]
    found = {
        middle.id,
        *(end for link in network.links_of(middle) for end in (link.start, link.end)),
    }
    for follow in (network.serves, network.supports):
        found |= _follow_steps(middle, follow, steps)
    return subnetwork_of(network, found)


def _follow_steps(
    middle: Element, follow: Callable[[Element], Iterable[Element]], steps: int
) -> set[str]:
    found, here = {middle.id}, [middle]
    for _ in range(steps):
        here = [
            each
            for each in dict.fromkeys(
                each for element in here for each in follow(element)
            )
            if each.id not in found
        ]
        found |= {each.id for each in here}
    return found


def subnetwork_of(network: Network, wanted: set[str]) -> Network:
    """The network of some elements, with the links between them."""
    links = tuple(link for link in network.links() if {link.start, link.end} <= wanted)
    elements = tuple(element for element in network if element.id in wanted)
    identity = network.programme.identity
    return Network(
        Programme.model_construct(
            identity=identity, elements=elements, links=links, notes=()
        )
    )
