"""The elements of a part of an Office file, each with where it stands in the bytes."""

from collections.abc import Iterator
from xml.parsers import expat

from dinet.readers.word.paragraph_spots import end_of_tag


class ByteNode:
    """One element.

    Args:
        tag: Its name as it stands there, such as ``w:p``.
        attributes: By their names as they stand there.
        parent: The element around it; None for the root.

    Attributes:
        begin: Its first byte, ``inner_begin`` the first one after its start tag.
        end: The byte after its last one, ``inner_end`` that after the last one inside it.
    """

    __slots__ = (
        "attributes",
        "begin",
        "children",
        "end",
        "inner_begin",
        "inner_end",
        "parent",
        "tag",
    )

    def __init__(
        self, tag: str, attributes: dict[str, str], parent: "ByteNode | None"
    ) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children: list[ByteNode] = []
        self.begin = self.inner_begin = self.inner_end = self.end = 0

    @property
    def name(self) -> str:
        """Its name without a prefix."""
        return self.tag.rpartition(":")[2]

    def value_of(self, name: str = "val") -> str:
        """An attribute by its name without a prefix; empty when it has none."""
        for key, value in self.attributes.items():
            if key.rpartition(":")[2] == name:
                return value
        return ""

    def child_named(self, *names: str) -> "ByteNode | None":
        """The element that some names lead to, each inside the one before; None if there is none.

        Args:
            names: Without prefixes.
        """
        node: ByteNode | None = self
        for name in names:
            children = node.children if node else []
            node = next((each for each in children if each.name == name), None)
        return node

    def walk_down(self) -> Iterator["ByteNode"]:
        """The element and all in it, in the order in which they begin."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.children)

    def nodes_named(self, *names: str) -> Iterator["ByteNode"]:
        """All elements in it with one of some names."""
        return (node for node in self.walk_down() if node.name in names)

    def walk_up(self) -> Iterator["ByteNode"]:
        """The elements around it, the nearest one first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def prefixes(self) -> dict[str, str]:
        """The names that prefixes have here."""
        known: dict[str, str] = {}
        for node in (self, *self.walk_up()):
            for key, value in node.attributes.items():
                if key.startswith("xmlns:"):
                    known.setdefault(key.removeprefix("xmlns:"), value)
        return known


def parse_byte_tree(data: bytes) -> ByteNode:
    """The root of a part.

    Args:
        data: The part, known to be well-formed and within the limits, in an encoding that holds
            ASCII as it is.

    Example:
        >>> root = parse_byte_tree(b"<a><b/>c</a>")
        >>> (root.inner_begin, root.inner_end), root.children[0].end
        ((3, 8), 7)
    """
    top = ByteNode("", {}, None)
    stack = [top]
    parser = expat.ParserCreate()

    def begin_element(tag: str, attributes: dict[str, str]) -> None:
        node = ByteNode(tag, attributes, stack[-1])
        node.begin = parser.CurrentByteIndex
        node.inner_begin = end_of_tag(data, node.begin)
        stack[-1].children.append(node)
        stack.append(node)

    def end_element(_: str) -> None:
        node = stack.pop()
        here = parser.CurrentByteIndex
        if has_end_tag(data, node):
            node.inner_end, node.end = here, end_of_tag(data, here)
        else:
            node.inner_end = node.end = node.inner_begin

    parser.StartElementHandler = begin_element
    parser.EndElementHandler = end_element
    parser.Parse(data, True)
    (root,) = top.children
    root.parent = None
    return root


def has_end_tag(data: bytes, node: ByteNode) -> bool:
    """Whether an element has an end tag, unlike ``<w:p/>``."""
    return not data.endswith(b"/>", node.begin, node.inner_begin)
