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
from itertools import chain
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
from dinet.layout.style.palette import (
    KIND_COLOURS,
    LINK_COLOUR,
    WEAK_COLOUR,
)
from dinet.layout.style.profile import Profile
from dinet.network import Network
from dinet.report.style_sheets import inline_source, style_sheet
from dinet.wording.labels import BASIS_NAMES, LINK_NAMES, translator_for
from dinet.writers.page.page_template import (
    PagePicture,
    render_page,
)
from dinet.writers.page.picture_legend import page_legend
from dinet.writers.page.script_facts import to_script_json

CORNER_RADII = {"theme": 0, "programme": 0, "goal": 0, "target": 14}
"""The radius of a box's corners by kind; other kinds have slightly rounded ones."""

BORDER_WIDTHS = {"theme": 2, "goal": 2}
"""The width of a box's border by kind, in pixels; other kinds have thinner ones."""

HINTS = (
    (
        "Click an element: everything that it serves and that serves it stays bright, "
        "and its details stand here."
    ),
    "Drag to move the picture; the buttons under it make it larger and smaller.",
    (
        "By keyboard: search for a word or code and press Enter for the next hit, "
        "or follow the codes in the table."
    ),
    "The same content stands in the table, in words.",
)


def write(
    network: Network, findings: tuple[Finding, ...], profile: Profile
) -> bytes:
    """The page, in UTF-8.

    Args:
        network: What it shows.
        findings: What the rules said of it.
        profile: ``lang`` is the language of the page.

    Raises:
        MissingLibraryError: pyvis is there, but the script that it brings along is not.
    """
    picture = PagePicture(
        _canvas_markup(build_pyvis(network, profile.lang), profile.lang),
        "pyvis_page",
        False,
        HINTS,
        page_legend(network),
        styles=(style_sheet("page/pyvis_styles.css"),),
        libraries=(_vis_network(),),
        data={"mostUnfolded": len(network)},
    )
    return render_page(network, findings, profile, picture)


def _canvas_markup(drawing: PyvisNetwork, lang: str) -> str:
    """The place where vis-network draws, and the data that it draws."""
    data = {
        "nodes": drawing.nodes,
        "edges": drawing.edges,
        "options": json.loads(drawing.options.to_json()),
    }
    words = (
        "The network as a picture; the table has the same content in words."
    )
    name = escape(translator_for(lang)(words))
    return (
        f'<div id="canvas" data-name="{name}"></div>'
        f'<script type="application/json" id="drawing">{to_script_json(data)}</script>'
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
    drawing = _empty_drawing()
    # pyvis's own add_node and add_edge look through all that is there for each one that is added
    drawing.nodes.extend(
        _node_data(box, network, layout.size) for box in layout.boxes
    )
    drawing.node_ids.extend(node["id"] for node in drawing.nodes)
    drawing.node_map.update((node["id"], node) for node in drawing.nodes)
    drawing.edges.extend(_edge_data(layout.routes, lang))
    return drawing


def _empty_drawing() -> PyvisNetwork:
    drawing = PyvisNetwork(
        height="900px", width="100%", directed=True, cdn_resources="in_line"
    )
    drawing.toggle_physics(False)
    drawing.set_edge_smooth("cubicBezier")
    drawing.options.edges.smooth.forceDirection = "horizontal"
    drawing.options.interaction.dragNodes = False
    return drawing


def _node_data(
    box: ElementBox, network: Network, size: float
) -> dict[str, Any]:
    """A box as vis-network has it: what it says, where it stands, how it looks."""
    element = network[box.id]
    return {
        "id": box.id,
        "label": _box_label(box),
        "title": "\n".join((f"{box.id}: {element.text}", *element.sources)),
        "group": box.kind,
        "shape": "box",
        "x": round(box.x + box.w / 2, 1),
        "y": round(box.y + box.h / 2, 1),
        "fixed": True,
        "physics": False,
        **_box_look(box, size),
    }


def _box_label(box: ElementBox) -> str:
    """The code before the first line, the other lines, and the remarks."""
    remarks = chain.from_iterable(remark.lines for remark in box.remarks)
    first = " ".join((f"{box.code} ·", *box.lines[:1]))
    return "\n".join((first, *box.lines[1:], *remarks))


def _box_look(box: ElementBox, size: float) -> dict[str, Any]:
    ink = KIND_COLOURS[box.kind]
    # vis-network puts five points of room around a label at every side
    width = round(box.w - 10, 1)
    height = round(box.h - 10, 1)
    return {
        "color": {"background": ink.ground, "border": ink.bar},
        "borderWidth": BORDER_WIDTHS.get(box.kind, 1),
        "shapeProperties": {"borderRadius": CORNER_RADII.get(box.kind, 4)},
        "font": {
            "color": ink.text,
            "size": size,
            "face": "Dinet Sans, Segoe UI, sans-serif",
            "align": "left",
        },
        "widthConstraint": {"minimum": width},
        "heightConstraint": {"minimum": height},
    }


def _edge_data(
    routes: tuple[Route, ...], lang: str
) -> Iterator[dict[str, Any]]:
    """The links as vis-network has them, each with a title that says it in words."""
    say = translator_for(lang)
    for route in routes:
        words = say(LINK_NAMES[route.kind].forward)
        basis = say(BASIS_NAMES[route.basis])
        yield {
            "from": route.start,
            "to": route.end,
            "arrows": _line_ends(route),
            "dashes": route.is_weak,
            "color": WEAK_COLOUR if route.is_weak else LINK_COLOUR,
            "title": f"{route.start} {words} {route.end} ({basis})",
            **({"label": route.weight} if route.weight else {}),
        }


def _line_ends(route: Route) -> str | dict[str, Any]:
    """The ends of a line as vis-network has them: an arrow, or a diamond at a whole."""
    head = "diamond" if route.kind == "part_of" else "arrow"
    if head == "arrow" and not route.is_weak:
        return "to"
    tail = {"enabled": route.is_weak, "type": "circle"}
    return {"to": {"enabled": True, "type": head}, "from": tail}


@lru_cache(maxsize=1)
def _vis_network() -> str:
    """The newest vis-network that pyvis brings along.

    The comment is left out by which a browser would ask for its sources.
    """
    files = Path(pyvis.__file__).parent.glob("lib/vis-*/vis-network.min.js")
    newest = max(files, key=_version_of, default=None)
    if newest is None:
        what = Sentence(
            "{name} needs the library {library}, which is not installed.",
            name="pyvis",
            library="vis-network",
        )
        raise MissingLibraryError(what)
    source = re.sub(
        r"//# sourceMappingURL=.*", "", newest.read_text(encoding="utf-8")
    )
    # HTML has no such characters
    return inline_source(re.sub("[\x7f-\x9f]", _escape_control, source))


def _version_of(script: Path) -> list[int]:
    """The version in the name of a script's folder."""
    return [int(number) for number in re.findall(r"\d+", script.parent.name)]


def _escape_control(found: re.Match[str]) -> str:
    return f"\\x{ord(found[0]):02x}"


DUTCH = {
    (
        "The page with its network drawn by vis-network from pyvis's own data, for "
        "those who know pyvis."
    ): (
        "De pagina met het netwerk getekend door vis-network uit de gegevens van "
        "pyvis, voor wie pyvis kent."
    ),
}
