"""What a PDF with tags tells a screen reader."""

from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject


def structure_tags(element: Any) -> Iterator[DictionaryObject]:
    """Every element of a structure tree, in reading order."""
    while isinstance(element, IndirectObject):
        element = element.get_object()
    if isinstance(element, ArrayObject):
        for each in element:
            yield from structure_tags(each)
    elif isinstance(element, DictionaryObject):
        if "/S" in element:
            yield element
        yield from structure_tags(element.get("/K"))
