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
from dinet.readers.diagram.boxes import Box, Diagram, Stroke, count
from dinet.readers.diagram.programme import programme
from dinet.readers.diagram.tree import Tree, children
from dinet.readers.shared.xml import tag

_KIND = ("kind", "type", "soort", "class", "klasse", "category", "categorie")
_TEXT = ("text", "tekst")
_LABEL = ("label", "name", "naam", "titel")
_MORE = ("description", "omschrijving", "beschrijving", "toelichting")
_ID = ("id", "code", "nummer", "nr")
_AT_LINE = (*_KIND, "label", "relation", "relatie", "verband", "interaction")
_PLAIN = ("title", "group", "phase", "period", "budget", "status", "remark", "vacant")
_LISTS = ("wordings", "sources", "owners", "joint_with", "partners")
_OF_DRAWING = frozenset(
    "x y width height color colour size weight shape shape_type viz kinds url coverage".split()
)
"""Names of data that say how a drawing looks, or say again what its lines show."""

Data = dict[str, str]


def read(data: bytes, name: str) -> Programme:
    """The programme in a GraphML file.

    Args:
        data: The whole file.
        name: The file's name without folders.

    Raises:
        DocumentError: It is no GraphML, declares a document type, is nested too deeply, or no
            box says what it is.
    """
    tree = Tree(data, name)
    if tag(tree.root) != "graphml":
        what = Sentence(
            "this is XML, but not GraphML: it begins with “{text}”.",
            text=tag(tree.root)[:40],
        )
        raise DocumentError(what, where=name)
    return programme(_Graphs(tree).diagram())


class _Graphs:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        keys = list(children(tree.root, "key"))
        self.names = {
            each.get("id", ""): _plain(each.get("attr.name", "")) for each in keys
        }
        self.usual = {
            kind: dict(_usual(keys, kind)) for kind in ("graph", "node", "edge")
        }
        self.left: dict[str, None] = {}
        self.boxes: list[Box] = []
        self.strokes: list[Stroke] = []

    def diagram(self) -> Diagram:
        identity: Data = {}
        for graph in children(self.tree.root, "graph"):
            identity = {**self._identity(graph), **identity}
            self._graph(graph, None)
        return Diagram(
            self.tree.name,
            tuple(self.boxes),
            tuple(self.strokes),
            identity,
            tuple(self.left),
        )

    def _identity(self, graph: Element) -> Data:
        said = self._data(graph)
        if said.get("lang", "nl") not in ("nl", "en"):
            del said["lang"]
        self._leave(
            {
                name: text
                for name, text in said.items()
                if name not in Identity.model_fields
            }
        )
        return {
            name: text for name, text in said.items() if name in Identity.model_fields
        }

    def _leave(self, said: Mapping[str, str]) -> None:
        self.left.update(
            dict.fromkeys(
                name
                for name, text in said.items()
                if text.strip() and name not in _OF_DRAWING
            )
        )

    def _graph(self, graph: Element, inside: str | None) -> None:
        directed = graph.get("edgedefault") != "undirected"
        for each in graph:
            if tag(each) == "node":
                self._node(each, inside)
            elif tag(each) == "edge":
                count(len(self.strokes) + 1, self.tree.place(each))
                self.strokes.append(self._edge(each, directed=directed))
            elif tag(each) == "hyperedge":
                self._leave({"hyperedge": each.get("id", "") or "1"})

    # boxes

    def _node(self, node: Element, inside: str | None) -> None:
        name, said, graphs = (
            node.get("id", ""),
            self._data(node),
            list(children(node, "graph")),
        )
        says = tuple(said.pop(each) for each in _KIND if each in said)
        fields = _fields(said, says)
        drawn = _drawn(node, "NodeLabel")
        label = (
            drawn
            or _first(said, _LABEL)
            or fields.get("title")
            or _first(said, _MORE)
            or name
        )
        if more := _first(said, _MORE):
            fields.setdefault("remark", more)
        self._leave(
            {each: text for each, text in said.items() if text not in (label, drawn)}
        )
        self.boxes.append(
            Box(
                name,
                fields.get("text", label),
                self.tree.place(node),
                says,
                inside,
                fields,
                holds=bool(graphs),
            )
        )
        for graph in graphs:
            self._graph(graph, name)

    # lines

    def _edge(self, edge: Element, *, directed: bool) -> Stroke:
        said = self._data(edge)
        stated = said.pop("basis", "")
        basis: Basis = next((each for each in BASES if each == stated), "stated")
        words = _first(said, _AT_LINE) or _drawn(edge, "EdgeLabel")
        self._leave({name: text for name, text in said.items() if text != words})
        start, end = edge.get("source", ""), edge.get("target", "")
        heads = next(_inside(edge, "Arrows"), None)
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
            self.tree.place(edge),
            words,
            back != forth and edge.get("directed") != "false",
            basis,
        )

    # data

    def _data(self, element: Element) -> Data:
        """The data of an element by the plain names of their keys, with the usual values where it has none."""
        found = dict(self.usual[tag(element)])
        for each in children(element, "data"):
            name = self.names.get(each.get("key", "")) or _plain(each.get("key", ""))
            if name and not len(each):
                found[name] = each.text or ""
        return found


def _plain(name: str) -> str:
    return name.strip().casefold()


def _usual(keys: list[Element], kind: str) -> Iterator[tuple[str, str]]:
    for key in keys:
        default = next(children(key, "default"), None)
        if (
            default is not None
            and default.text
            and key.get("for") in (kind, "all", None)
            and key.get("attr.name")
        ):
            yield _plain(key.get("attr.name", "")), default.text


def _first(said: Data, names: tuple[str, ...]) -> str:
    """The first of some data that is not empty, taken out of the data; empty when there is none."""
    name = next((name for name in names if said.get(name, "").strip()), "")
    return said.pop(name) if name else ""


def _fields(said: Data, says: tuple[str, ...]) -> dict[str, Any]:
    """The fields of the model among the data of a box, taken out of the data."""
    fields: dict[str, Any] = {name: said.pop(name) for name in _PLAIN if said.get(name)}
    fields |= {
        name: tuple(said.pop(name).split("; ")) for name in _LISTS if said.get(name)
    }
    for field, names in (("id", _ID), ("text", _TEXT)):
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


def _inside(element: Element, name: str) -> Iterator[Element]:
    """Elements of a name in the data of a box or line, not those of the boxes in it."""
    return (
        each
        for data in children(element, "data")
        for each in data.iter()
        if tag(each) == name
    )


def _drawn(element: Element, name: str) -> str:
    """The words of the first label of a box or line that has any, on one line."""
    labels = (" ".join((each.text or "").split()) for each in _inside(element, name))
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
