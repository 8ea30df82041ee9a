"""The tags of an accessible PDF: which pieces of a page's text belong to one paragraph."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2_raw as pdfium

_PARAGRAPHS = frozenset(
    "P H H1 H2 H3 H4 H5 H6 Title LBody Lbl TD TH Caption BlockQuote TOCI Note".split()
)
# How many elements of the tags of a page are looked at, and how many children of one of them: far
# more than a page of text has. What comes after them has no paragraph.
_MOST_ELEMENTS = 200_000
# Room for the name of a kind of element; the longest of those above has ten letters, each of two
# bytes.
_KIND_BYTES = 64


def paragraph_numbers(page: Any) -> dict[int, int]:
    """The number of the paragraph that each piece of marked content on a page belongs to.

    A heading, an item of a list or a cell counts as a paragraph. Empty for a page without tags.
    """
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    numbers: dict[int, int] = {}
    todo = list(_top_elements(tree))
    visited = 0
    while todo and visited < _MOST_ELEMENTS:
        element, paragraph = todo.pop()
        visited += 1
        if not element:
            continue
        if _element_kind(element) in _PARAGRAPHS:
            paragraph = visited
        for number in range(_count_children(element, tree=False)):
            piece = pdfium.FPDF_StructElement_GetChildMarkedContentID(
                element, number
            )
            if piece >= 0:
                numbers[piece] = paragraph
            else:
                child = pdfium.FPDF_StructElement_GetChildAtIndex(
                    element, number
                )
                todo.append((child, paragraph))
    pdfium.FPDF_StructTree_Close(tree)
    return {
        piece: paragraph for piece, paragraph in numbers.items() if paragraph
    }


def _top_elements(tree: Any) -> Iterator[tuple[Any, int]]:
    """The elements that stand in no other, each with 0: it stands in no paragraph."""
    for number in range(_count_children(tree, tree=True)):
        yield pdfium.FPDF_StructTree_GetChildAtIndex(tree, number), 0


def _count_children(element: Any, *, tree: bool) -> int:
    """How many children an element of the tags has, or the whole tree of them."""
    count: int = (
        pdfium.FPDF_StructTree_CountChildren(element)
        if tree
        else pdfium.FPDF_StructElement_CountChildren(element)
    )
    return min(max(count, 0), _MOST_ELEMENTS)


def _element_kind(element: Any) -> str:
    """The name of an element of the tags; its text ends with two bytes of nought."""
    buffer = ctypes.create_string_buffer(_KIND_BYTES)
    size = pdfium.FPDF_StructElement_GetType(element, buffer, len(buffer))
    return buffer.raw[: max(size - 2, 0)].decode("utf-16-le", "replace")
