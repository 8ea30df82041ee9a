"""What lines look like in the picture of a page, for its legend and for the scripts that draw."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from dinet.layout.layered.captions import THICK_WORDS, WEAK_WORDS
from dinet.layout.plan import PENS
from dinet.layout.render.svg import HEAD_PATHS, WEAK_CIRCLE, LineEnd
from dinet.layout.style.palette import COLOUR_STYLE
from dinet.model import LINK_KINDS, SERVING_LINKS, WEAK_BASES, LinkKind
from dinet.network import Network
from dinet.network.link_points import divided_points
from dinet.wording.labels import LINK_NAMES


class LegendLine(NamedTuple):
    """One line of the legend under the picture; the page hides those that it does not draw.

    Args:
        kind: Of the line; ``weak`` for the sign of weak evidence.
        words: What it means, in English.
        head: What stands at the end of what is served.
        tail: What stands where the line starts, if anything.
        look: The classes of the sample; empty for those of its kind.
    """

    kind: str
    words: str
    head: LineEnd
    tail: LineEnd | None = None
    look: str = ""


def page_legend(network: Network) -> tuple[LegendLine, ...]:
    """A line for each kind of link that a network has, and one for weak evidence.

    Those that carry support come first. A network without links has none.
    """
    return tuple(_legend_lines(network))


def _legend_lines(network: Network) -> Iterator[LegendLine]:
    links = network.links()
    kinds = {_legend_kind(link.kind) for link in links}
    for kind in LINK_KINDS:
        if kind in kinds:
            yield LegendLine(kind, _legend_words(kind), _head_path(kind))
    if any(link.basis in WEAK_BASES for link in links):
        arrow = _head_path("contributes_to")
        weak = "contributes_to weak"
        yield LegendLine("weak", WEAK_WORDS.words, arrow, WEAK_CIRCLE, weak)
    if divided_points(network):
        arrow = _head_path("contributes_to")
        thick = f"contributes_to points pen{len(PENS)}"
        yield LegendLine("points", THICK_WORDS.words, arrow, look=thick)


def _legend_kind(kind: LinkKind) -> LinkKind:
    """The kind as which the legend tells a link: all that serve are drawn alike."""
    return "contributes_to" if kind in SERVING_LINKS else kind


def _legend_words(kind: LinkKind) -> str:
    if kind == "contributes_to":
        return "serves what it points at"
    return LINK_NAMES[kind].forward


def _head_path(kind: LinkKind) -> LineEnd:
    return HEAD_PATHS[COLOUR_STYLE.link_style(kind, weak=False).head]


def line_ends() -> dict[str, Any]:
    """The heads of lines for the scripts that draw.

    Returns:
        ``heads``, the name of one for each kind of link, and ``ends``, for each name its path
        and how that is filled; that of weak evidence is ``weak``.
    """
    styles = {
        kind: COLOUR_STYLE.link_style(kind, weak=False) for kind in LINK_KINDS
    }
    heads = {
        kind: look.head.replace(" ", "-") for kind, look in styles.items()
    }
    ends = {kind: tuple(_head_path(kind)) for kind in LINK_KINDS}
    named = {heads[kind]: end for kind, end in ends.items()}
    return {"heads": heads, "ends": named | {"weak": tuple(WEAK_CIRCLE)}}
