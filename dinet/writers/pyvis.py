"""The page with its network drawn by vis-network from pyvis's own data, for those who know pyvis.

Suffixes: .pyvis.html

``Network.to_pyvis()`` gives the same picture as a ``pyvis.network.Network`` to go on with. Its
own ``write_html`` and ``show`` are never called: they load style sheets from the internet and
put texts into the page as markup.
"""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyvis
from markupsafe import escape
from pyvis.network import Network as PyvisNetwork

from dinet.errors import MissingLibraryError
from dinet.finding import Finding
from dinet.language import Sentence
from dinet.layout.layered.page_layout import lay_out_programme
from dinet.layout.plan import ElementBox, Route
from dinet.layout.style.palette import CROSSING_COLOUR, KIND_COLOURS, LINK_COLOUR
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.report.style_sheets import inline_source, style_sheet
from dinet.wording.labels import BASIS_NAMES, LINK_NAMES, translator_for
from dinet.writers.page.page_template import (
    PagePicture,
    render_page,
)
from dinet.writers.page.script_facts import to_script_json

CORNER_RADII = {"theme": 0, "programme": 0, "goal": 0, "target": 14}
"""The radius of a box's corners by kind; other kinds have slightly rounded ones."""

HINTS = (
    "Click an element: everything that it serves and that serves it stays bright, and its details stand here.",
    "Drag to move the picture; the buttons under it make it larger and smaller.",
    "By keyboard: search for a word or code and press Enter for the next hit, or follow the codes in the table.",
    "The same content stands in the table, in words.",
)


def write(network: Network, findings: tuple[Finding, ...], profile: Profile) -> bytes:
    """The page, in UTF-8.

    Args:
        network: What it shows.
        findings: What the rules said of it.
        profile: ``lang`` is the language of the page.

    Raises:
        MissingLibraryError: pyvis is there, but the script that it brings along is not.
    """
    drawing = build_pyvis(network, profile.lang)
    data = {
        "nodes": drawing.nodes,
        "edges": drawing.edges,
        "options": json.loads(drawing.options.to_json()),
    }
    name = escape(
        translator_for(profile.lang)(
            "The network as a picture; the table has the same content in words."
        )
    )
    markup = f'<div id="canvas" data-name="{name}"></div><script type="application/json" id="drawing">{to_script_json(data)}</script>'
    legend = (
        ("contributes_to", "serves what it points at"),
        ("dashed", "across themes, past a column, or inferred"),
    )
    styles, libraries = (style_sheet("page/pyvis_styles.css"),), (_vis_network(),)
    return render_page(
        network,
        findings,
        profile,
        PagePicture(markup, "pyvis_page", False, HINTS, legend, styles, libraries),
    )


def build_pyvis(network: Network, lang: str = "") -> PyvisNetwork:
    """The network as pyvis has it.

    Every element stands at its fixed place, physics is off, and titles are plain text.

    Args:
        network: What is drawn.
        lang: The language of the words at links; the document's own when it is left out.

    Returns:
        A directed ``pyvis.network.Network``. Nodes have the ids of the elements.
    """
    lang = lang or network.programme.lang
    layout = lay_out_programme(network, (), Profile(lang=lang, paper="screen"))
    drawing = PyvisNetwork(
        height="900px", width="100%", directed=True, cdn_resources="in_line"
    )
    drawing.toggle_physics(False)
    drawing.set_edge_smooth("cubicBezier")
    drawing.options.edges.smooth.forceDirection = "horizontal"
    drawing.options.interaction.dragNodes = False
    # pyvis's own add_node and add_edge look through all that is there for each one that is added
    drawing.nodes.extend(_node_data(box, network, layout.size) for box in layout.boxes)
    drawing.node_ids.extend(node["id"] for node in drawing.nodes)
    drawing.node_map.update((node["id"], node) for node in drawing.nodes)
    drawing.edges.extend(_edge_data(layout.routes, lang))
    return drawing


def _node_data(box: ElementBox, network: Network, size: float) -> dict[str, Any]:
    ink = KIND_COLOURS[box.kind]
    element = network[box.id]
    told = [line for remark in box.remarks for line in remark.lines]
    return {
        "id": box.id,
        "label": "\n".join(
            (" ".join((f"{box.code} ·", *box.lines[:1])), *box.lines[1:], *told)
        ),
        "title": "\n".join((f"{box.id}: {element.text}", *element.sources)),
        "group": box.kind,
        "shape": "box",
        "x": round(box.x + box.w / 2, 1),
        "y": round(box.y + box.h / 2, 1),
        "fixed": True,
        "physics": False,
        "color": {"background": ink.ground, "border": ink.bar},
        "borderWidth": 2 if box.kind in ("goal", "theme") else 1,
        "shapeProperties": {"borderRadius": CORNER_RADII.get(box.kind, 4)},
        "font": {
            "color": ink.text,
            "size": size,
            "face": "Dinet Sans, Segoe UI, sans-serif",
            "align": "left",
        },
        "widthConstraint": {"minimum": round(box.w - 10, 1)},
        "heightConstraint": {"minimum": round(box.h - 10, 1)},
    }


def _edge_data(routes: tuple[Route, ...], lang: str) -> Iterator[dict[str, Any]]:
    say = translator_for(lang)
    for route in routes:
        yield {
            "from": route.start,
            "to": route.end,
            "arrows": "to",
            "dashes": route.dashed,
            "color": CROSSING_COLOUR if route.dashed else LINK_COLOUR,
            "title": f"{route.start} {say(LINK_NAMES[route.kind].forward)} {route.end} ({say(BASIS_NAMES[route.basis])})",
        }


@lru_cache(maxsize=1)
def _vis_network() -> str:
    """The newest vis-network that pyvis brings along.

    The comment is left out by which a browser would ask for its sources.
    """
    found = Path(pyvis.__file__).parent.glob("lib/vis-*/vis-network.min.js")
    newest = max(
        found,
        key=lambda path: [int(each) for each in re.findall(r"\d+", path.parent.name)],
        default=None,
    )
    if newest is None:
        what = Sentence(
            "{name} needs the library {library}, which is not installed.",
            name="pyvis",
            library="vis-network",
        )
        raise MissingLibraryError(what)
    source = re.sub(r"//# sourceMappingURL=.*", "", newest.read_text(encoding="utf-8"))
    return inline_source(
        re.sub("[\x7f-\x9f]", lambda found: f"\\x{ord(found[0]):02x}", source)
    )  # HTML has no such characters


DUTCH = {
    (
        "The page with its network drawn by vis-network from pyvis's own data, for "
        "those who know pyvis."
    ): (
        "De pagina met het netwerk getekend door vis-network uit de gegevens van "
        "pyvis, voor wie pyvis kent."
    ),
}
