"""Several ids that stand in one text, where one id was expected."""

import re

from dinet.model import Link
from dinet.network.network import Network

_BETWEEN = re.compile(r"\s*[,;]\s*|\s+(?:en|and)\s+")


def find_listed_ids(network: Network, words: str) -> tuple[str, ...]:
    """The ids that a text lists, in its order.

    Args:
        network: That has elements with these ids.
        words: Of one reference, such as ``D1, D2``.

    Returns:
        Two or more; empty where the text is one id, or any part of it is no id of an element.

    Example:
        >>> from dinet.model import Goal, Programme
        >>> goals = (Goal(id="D1", text="Sport"), Goal(id="D2", text="Rust"))
        >>> network = Network(Programme(elements=goals))
        >>> find_listed_ids(network, "D1, D2"), find_listed_ids(network, "D1, D7")
        (('D1', 'D2'), ())
    """
    if words in network:
        return ()
    parts = tuple(filter(None, _BETWEEN.split(words.strip())))
    if len(parts) < 2 or not all(part in network for part in parts):
        return ()
    return parts


def lists_known_ids(network: Network, link: Link) -> bool:
    """Whether a link runs to nothing only because several ids stand in one of its ends."""
    unknown = [end for end in (link.start, link.end) if end not in network]
    return bool(unknown) and all(
        find_listed_ids(network, end) for end in unknown
    )
