"""The way that proves a grade, in one line: ``I1 → S1 → D1``."""

from collections.abc import Sequence

from dinet.model import WEAK_BASES, Element, Link


def path_in_words(path: Sequence[Element], links: Sequence[Link]) -> str:
    """The ids of a way, each arrow from what serves to what is served; empty without a way.

    An arrow between brackets is a link on weak evidence, as in the matrix.

    Args:
        path: From an effort or target to what is graded.
        links: Those between the elements of the path.

    Example:
        >>> from dinet.model import Effort, Goal
        >>> steps = Effort(id="I1", text="Een hal"), Goal(id="D1", text="Meer sport")
        >>> path_in_words(steps, [Link(start="I1", end="D1", kind="contributes_to")])
        'I1 → D1'
    """
    parts = [element.id for element in path[:1]]
    for element, link in zip(path[1:], links, strict=True):
        parts += [_arrow_of(link, element), element.id]
    return " ".join(parts)


def _arrow_of(link: Link, reached: Element) -> str:
    """The arrow of a link to what is reached by it: back when that is where the link begins."""
    arrow = "←" if link.start == reached.id else "→"
    return f"({arrow})" if link.basis in WEAK_BASES else arrow
