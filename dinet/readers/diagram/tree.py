"""XML from strangers as a tree in which each element knows its line.

It has no document type, and is not too deep.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.limits import current_limits, limit_error
from dinet.model import Place
from dinet.readers.shared.xml import local_name


class _Builder(TreeBuilder):
    """Builds the tree and remembers on which line each element begins."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self.depth = name, 0
        self.numbers: dict[Element, int] = {}
        self.parser = DefusedXMLParser(target=self, forbid_dtd=True)

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self.depth += 1
        if self.depth > current_limits().depth:
            raise limit_error("depth", self.depth, self.name)
        element = super().start(tag, attrs)
        self.numbers[element] = self.parser.parser.CurrentLineNumber
        return element

    def end(self, tag: str, /) -> Element:
        self.depth -= 1
        return super().end(tag)


class XmlTree:
    """One XML file.

    Args:
        data: The whole file.
        name: Its name without folders.

    Attributes:
        root: Its outermost element.

    Raises:
        DocumentError: It is not well-formed, declares a document type, or is larger or deeper
            than the limits.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        if len(data) > current_limits().part:
            raise limit_error("part", len(data), name)
        builder = _Builder(name)
        self._numbers = builder.numbers
        malformed = Sentence("this is not well-formed XML.")
        try:
            builder.parser.feed(data)
            self.root: Element = builder.parser.close()
        except DefusedXmlException as error:
            what = Sentence(
                "this file declares a document type or entities, and is not read."
            )
            raise DocumentError(what, where=name) from error
        except ParseError as error:
            where = Place(
                file=name, line=max(error.position[0], 1)
            ).as_sentence()
            raise DocumentError(malformed, where=where) from error
        except (ValueError, LookupError) as error:
            raise DocumentError(malformed, where=name) from error

    def place_of(self, element: Element) -> Place:
        """The line on which an element begins."""
        return Place(file=self.name, line=self._numbers[element])


def children_named(element: Element, name: str) -> Iterator[Element]:
    """The children with a name, whatever its namespace."""
    return (child for child in element if local_name(child) == name)
