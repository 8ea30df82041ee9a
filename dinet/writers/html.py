"""One page to explore: network, table, coverage, findings; it works offline and asks the network for nothing.

Opens from a mail attachment on any desktop. The picture is drawn in the page itself: sharp, printable, found by the
browser's own search, and reachable by keyboard and screen reader.
"""

from collections.abc import Iterator

from dinet.finding import Finding
from dinet.layout.columns import laid_out
from dinet.layout.plan import Layout
from dinet.layout.profile import Profile
from dinet.layout.vector import drawn
from dinet.network import Network
from dinet.writers.page.shell import Picture, page, template_text

HINTS = (
    "Click an element: everything that it serves and that serves it stays bright, and its details stand here.",
    "By keyboard: arrow left towards the goals, right towards the efforts, up and down along the column; "
    "Enter gives the details, Escape closes them.",
    "An effort that serves a goal by way of a target has no line of its own to that goal.",
    "The same content stands in the table, in words.",
)


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The page, in UTF-8.

    Args:
        network: What it shows.
        findings: What the rules said of it.
        profile: ``lang`` is the language of the page; the picture is laid out for a screen whatever the paper.
    """
    layout = laid_out(network, findings, profile._replace(paper="screen"))
    legend = tuple(_legend(layout))
    bare = layout._replace(words=tuple(each for each in layout.words if each.role != "legend"), samples=())
    markup = drawn(bare, network, interactive=True, lang=profile.lang)
    return page(network, findings, profile, Picture(markup, (template_text("svg.js"),), HINTS, legend))


def _legend(layout: Layout) -> Iterator[tuple[str, str]]:
    """The kinds of lines that this picture has; the page shows its legend under the picture, where zooming leaves it."""
    if any(not each.dashed and each.kind != "part_of" for each in layout.routes):
        yield "contributes_to", "serves what it points at"
    if any(each.dashed for each in layout.routes):
        yield "dashed", "across themes, past a column, or inferred"
    if any(each.kind == "part_of" for each in layout.routes):
        yield "part_of", "belongs to"
