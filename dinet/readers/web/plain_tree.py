"""A page as a tree without lxml: html5lib, in Python alone, builds it.

lxml is compiled for each kind of machine, and there are kinds on which it cannot be had. The tree
knows what the readers of pages ask of one. html5lib mends a page as browsers do; it is slower.
"""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from html5lib.treebuilders import getTreeBuilder

from dinet.limits import current_limits, limit_error

_STANDARD_MODE = "<!DOCTYPE html>"
"""Without it a table would stand in the paragraph before it that was not closed, as in pages of
twenty years ago; lxml ends the paragraph. A second one in the page means nothing."""


class PlainElement:
    """An element with its place in the tree, as far as lxml has the same methods.

    Args:
        tag: Its name in small letters.
        attrib: Its attributes.
        parent: None for the root.
    """

    __slots__ = ("_children", "attrib", "parent", "tag", "tail", "text")

    def __init__(
        self, tag: str, attrib: dict[str, str], parent: "PlainElement | None"
    ) -> None:
        self.tag = tag
        self.attrib = attrib
        self.parent = parent
        self.text = ""
        self.tail = ""
        self._children: list[PlainElement] = []
        if parent is not None:
            parent._children.append(self)

    def __iter__(self) -> Iterator["PlainElement"]:
        return iter(self._children)

    def get(self, name: str, default: str | None = None) -> str | None:
        """The value of an attribute."""
        return self.attrib.get(name, default)

    def getparent(self) -> "PlainElement | None":
        """The element around it."""
        return self.parent

    def iterancestors(self, *tags: str) -> Iterator["PlainElement"]:
        """The elements around it with such names, from the inside outwards."""
        around = self.parent
        while around is not None:
            if not tags or around.tag in tags:
                yield around
            around = around.parent

    def iterchildren(self, *tags: str) -> Iterator["PlainElement"]:
        """The elements directly in it with such names."""
        return (
            child for child in self._children if not tags or child.tag in tags
        )

    def itersiblings(self, *, preceding: bool) -> Iterator["PlainElement"]:
        """The elements beside it: the nearest before it first, or those after it."""
        beside = self.parent._children if self.parent is not None else [self]
        here = next(
            number for number, each in enumerate(beside) if each is self
        )
        return iter(beside[:here][::-1] if preceding else beside[here + 1 :])

    def getprevious(self) -> "PlainElement | None":
        """The element just before it."""
        return next(self.itersiblings(preceding=True), None)

    def iter(self, *tags: str) -> Iterator["PlainElement"]:
        """It and all elements in it with such names, in the order of the page."""
        todo = [self]
        while todo:
            element = todo.pop()
            if not tags or element.tag in tags:
                yield element
            todo += reversed(element._children)

    def itertext(self) -> Iterator[str]:
        """All texts in it, in the order of the page."""
        todo: list[PlainElement | str] = [self]
        while todo:
            piece = todo.pop()
            if isinstance(piece, str):
                yield piece
                continue
            if piece.text:
                yield piece.text
            for child in reversed(piece._children):
                if child.tail:
                    todo.append(child.tail)
                todo.append(child)

    def text_content(self) -> str:
        """All texts in it as one."""
        return "".join(self.itertext())


class _GuardedBuilder(getTreeBuilder("etree", fullTree=False)):  # type: ignore[misc]
    """Builds a tree that is no deeper and no larger than the limits: each costs time and stack."""

    file_name = ""
    inserted = 0

    def insertElementNormal(self, token: Any) -> Any:  # noqa: N802 (the library calls it)
        self.inserted += 1
        limits = current_limits()
        if len(self.openElements) > limits.depth:
            raise limit_error("depth", limits.depth + 1, self.file_name)
        if self.inserted > limits.tags:
            raise limit_error("tags", self.inserted, self.file_name)
        return super().insertElementNormal(token)


def parse_plain_tree(text: str, name: str) -> PlainElement:
    """The root of a page.

    Args:
        text: HTML, whole or a part of a page.
        name: The file's name, for messages.

    Raises:
        DocumentError: It is nested too deeply, or has too many elements.
    """
    builder = type("_Builder", (_GuardedBuilder,), {"file_name": name})
    parser = html5lib.HTMLParser(tree=builder, namespaceHTMLElements=False)
    return _copy_tree(parser.parse(_STANDARD_MODE + text))


def _copy_tree(root: Element) -> PlainElement:
    """The tree of the standard library as ours; comments go, the text behind them stays."""
    top = PlainElement(_local_name(root), dict(root.attrib), None)
    todo = [(root, top)]
    while todo:
        element, copy = todo.pop()
        copy.text = element.text or ""
        last: PlainElement | None = None
        for child in element:
            if isinstance(child.tag, str):
                last = PlainElement(
                    _local_name(child), dict(child.attrib), copy
                )
                last.tail = child.tail or ""
                todo.append((child, last))
            elif last is None:
                copy.text += child.tail or ""
            else:
                last.tail += child.tail or ""
    return top


def _local_name(element: Element) -> str:
    return element.tag.rpartition("}")[2].lower()
