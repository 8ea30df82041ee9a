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
        >>> goals = Goal(id="D1", text="Meer sport"), Goal(id="D2", text="Meer wonen")
        >>> elements = (*goals, Effort(id="I1", text="Een hal"))
        >>> links = (Link(start="I1", end="D1", kind="contributes_to"),)
        >>> whole = Network(Programme(elements=elements, links=links))
        >>> [element.id for element in network_around(whole, "D1", 1)]
        ['D1', 'I1']
    """
    middle = network[element_id]
    wanted = {middle.id}
    for link in network.links_of(middle):
        wanted |= {link.start, link.end}
    wanted |= _follow_steps(middle, network.serves, steps)
    wanted |= _follow_steps(middle, network.supports, steps)
    return subnetwork_of(network, wanted)


def _follow_steps(
    middle: Element, follow: Callable[[Element], Iterable[Element]], steps: int
) -> set[str]:
    """The ids of all elements that so many steps in one direction reach."""
    reached, edge = {middle.id}, [middle]
    for _ in range(steps):
        beyond: list[Element] = []
        for element in edge:
            for neighbour in follow(element):
                if neighbour.id not in reached:
                    reached.add(neighbour.id)
                    beyond.append(neighbour)
        edge = beyond
    return reached


def subnetwork_of(network: Network, wanted: set[str]) -> Network:
    """The network of some elements, with the links between them."""
    links = tuple(
        link for link in network.links() if {link.start, link.end} <= wanted
    )
    elements = tuple(element for element in network if element.id in wanted)
    identity = network.programme.identity
    # what was valid in the whole is valid in a part, so nothing is checked again
    part = Programme.model_construct(
        identity=identity, elements=elements, links=links, notes=()
    )
    return Network(part)
