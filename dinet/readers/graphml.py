"""GraphML of dinet, networkx or yEd: boxes with a kind in a field, group, first words or code, and the lines between them.

Groups of yEd are themes unless their name says otherwise. A box that nothing says what it is is
left out, with a note.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.model import BASES, Aim, Basis, Identity, Programme
from dinet.readers.diagram.boxes import Diagram, DiagramBox, Stroke, check_line_count
from dinet.readers.diagram.programme import build_programme
from dinet.readers.diagram.tree import XmlTree, children_named
from dinet.readers.shared.xml import local_name

_KIND_NAMES = ("kind", "type", "soort", "class", "klasse", "category", "categorie")
_TEXT_NAMES = ("text", "tekst")
_LABEL_NAMES = ("label", "name", "naam", "titel")
_DESCRIPTION_NAMES = ("description", "omschrijving", "beschrijving", "toelichting")
_ID_NAMES = ("id", "code", "nummer", "nr")
_LINE_NAMES = (*_KIND_NAMES, "label", "relation", "relatie", "verband", "interaction")
_TEXT_FIELDS = (
    "title",
    "group",
    "phase",
    "period",
    "budget",
    "status",
    "remark",
    "vacant",
)
_LIST_FIELDS = ("wordings", "sources", "owners", "joint_with", "partners")
_OF_DRAWING = frozenset(
    "x y width height color colour size weight shape shape_type viz kinds url coverage".split()
)
"""Names of data that say how a drawing looks, or say again what its lines show."""

ElementData = dict[str, str]


def read(data: bytes, name: str) -> Programme:
    """The programme in a GraphML file.

    Args:
        data: The whole file.
        name: The file's name without folders.

    Raises:
        DocumentError: It is no GraphML, declares a document type, is nested too deeply, or no
            box says what it is.
    """
    tree = XmlTree(data, name)
    if local_name(tree.root) != "graphml":
        what = Sentence(
            "this is XML, but not GraphML: it begins with “{text}”.",
            text=local_name(tree.root)[:40],
        )
        raise DocumentError(what, where=name)
    return build_programme(_GraphReader(tree).read_diagram())


class _GraphReader:
    def __init__(self, tree: XmlTree) -> None:
        self.tree = tree
        keys = list(children_named(tree.root, "key"))
        self.names = {
            each.get("id", ""): _plain_name(each.get("attr.name", "")) for each in keys
        }
        self.usual = {
            kind: dict(_default_data(keys, kind)) for kind in ("graph", "node", "edge")
        }
        self.left: dict[str, None] = {}
        self.boxes: list[DiagramBox] = []
        self.strokes: list[Stroke] = []

    def read_diagram(self) -> Diagram:
        identity: ElementData = {}
        for graph in children_named(self.tree.root, "graph"):
            identity = {**self._read_identity(graph), **identity}
            self._read_graph(graph, None)
        return Diagram(
            self.tree.name,
            tuple(self.boxes),
            tuple(self.strokes),
            identity,
            tuple(self.left),
        )

    def _read_identity(self, graph: Element) -> ElementData:
        said = self._read_data(graph)
        if said.get("lang", "nl") not in ("nl", "en"):
            del said["lang"]
        self._leave_out(
            {
                name: text
                for name, text in said.items()
                if name not in Identity.model_fields
            }
        )
        return {
            name: text for name, text in said.items() if name in Identity.model_fields
        }

    def _leave_out(self, said: Mapping[str, str]) -> None:
        self.left.update(
            dict.fromkeys(
                name
                for name, text in said.items()
                if text.strip() and name not in _OF_DRAWING
            )
        )

    def _read_graph(self, graph: Element, inside: str | None) -> None:
        directed = graph.get("edgedefault") != "undirected"
        for each in graph:
            if local_name(each) == "node":
                self._read_node(each, inside)
            elif local_name(each) == "edge":
                check_line_count(len(self.strokes) + 1, self.tree.place_of(each))
                self.strokes.append(self._read_edge(each, directed=directed))
            elif local_name(each) == "hyperedge":
                self._leave_out({"hyperedge": each.get("id", "") or "1"})

    # boxes

    def _read_node(self, node: Element, inside: str | None) -> None:
        name, said, graphs = (
            node.get("id", ""),
            self._read_data(node),
            list(children_named(node, "graph")),
        )
        says = tuple(said.pop(each) for each in _KIND_NAMES if each in said)
        fields = _take_fields(said, says)
        drawn = _drawn_label(node, "NodeLabel")
        label = (
            drawn
            or _take_first(said, _LABEL_NAMES)
            or fields.get("title")
            or _take_first(said, _DESCRIPTION_NAMES)
            or name
        )
        if more := _take_first(said, _DESCRIPTION_NAMES):
            fields.setdefault("remark", more)
        self._leave_out(
            {each: text for each, text in said.items() if text not in (label, drawn)}
        )
        self.boxes.append(
            DiagramBox(
                name,
                fields.get("text", label),
                self.tree.place_of(node),
                says,
                inside,
                fields,
                holds=bool(graphs),
            )
        )
        for graph in graphs:
            self._read_graph(graph, name)

    # lines

    def _read_edge(self, edge: Element, *, directed: bool) -> Stroke:
        said = self._read_data(edge)
        stated = said.pop("basis", "")
        basis: Basis = next((each for each in BASES if each == stated), "stated")
        words = _take_first(said, _LINE_NAMES) or _drawn_label(edge, "EdgeLabel")
        self._leave_out({name: text for name, text in said.items() if text != words})
        start, end = edge.get("source", ""), edge.get("target", "")
        heads = next(_elements_in_data(edge, "Arrows"), None)
        back, forth = False, directed
        if heads is not None:
            back, forth = (
                heads.get(name, "none") != "none" for name in ("source", "target")
            )
        if back and not forth:
            start, end = end, start
        return Stroke(
            start,
            end,
            self.tree.place_of(edge),
            words,
            back != forth and edge.get("directed") != "false",
            basis,
        )

    # data

    def _read_data(self, element: Element) -> ElementData:
        """The data of an element by the plain names of their keys, with the usual values where it has none."""
        found = dict(self.usual[local_name(element)])
        for each in children_named(element, "data"):
            name = self.names.get(each.get("key", "")) or _plain_name(
                each.get("key", "")
            )
            if name and not len(each):
                found[name] = each.text or ""
        return found


def _plain_name(name: str) -> str:
    return name.strip().casefold()


def _default_data(keys: list[Element], kind: str) -> Iterator[tuple[str, str]]:
    for key in keys:
        default = next(children_named(key, "default"), None)
        if (
            default is not None
            and default.text
            and key.get("for") in (kind, "all", None)
            and key.get("attr.name")
        ):
            yield _plain_name(key.get("attr.name", "")), default.text


def _take_first(said: ElementData, names: tuple[str, ...]) -> str:
    """The first of some data that is not empty, taken out of the data; empty when there is none."""
    name = next((name for name in names if said.get(name, "").strip()), "")
    return said.pop(name) if name else ""


def _take_fields(said: ElementData, says: tuple[str, ...]) -> dict[str, Any]:
    """The fields of the model among the data of a box, taken out of the data."""
    fields: dict[str, Any] = {
        name: said.pop(name) for name in _TEXT_FIELDS if said.get(name)
    }
    fields |= {
        name: tuple(said.pop(name).split("; "))
        for name in _LIST_FIELDS
        if said.get(name)
    }
    for field, names in (("id", _ID_NAMES), ("text", _TEXT_NAMES)):
        name = next((each for each in names if each in said), None)
        if name is not None:
            fields[field] = said.pop(name)
    level = said.pop("level", None)
    if "target" in says and any(name in said for name in Aim.model_fields):
        fields["target"] = {
            name: said.pop(name) for name in Aim.model_fields if name in said
        }
    return fields | (
        {"level": level}
        if level in ("strategic", "operational") and "goal" in says
        else {}
    )


def _elements_in_data(element: Element, name: str) -> Iterator[Element]:
    """Elements of a name in the data of a box or line, not those of the boxes in it."""
    return (
        each
        for data in children_named(element, "data")
        for each in data.iter()
        if local_name(each) == name
    )


def _drawn_label(element: Element, name: str) -> str:
    """The words of the first label of a box or line that has any, on one line."""
    labels = (
        " ".join((each.text or "").split()) for each in _elements_in_data(element, name)
    )
    return next(filter(None, labels), "")


DUTCH = {
    (
        "GraphML of dinet, networkx or yEd: boxes with a kind in a field, group, first "
        "words or code, and the lines between them."
    ): (
        "GraphML van dinet, networkx of yEd: vakken met een soort in een veld, groep, "
        "eerste woorden of code, en de lijnen ertussen."
    ),
}
