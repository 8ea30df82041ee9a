"""The tags of an accessible PDF: which pieces of a page's text belong to one paragraph."""

import ctypes
from typing import Any

import pypdfium2_raw as pdfium

_PARAGRAPHS = frozenset(
    "P H H1 H2 H3 H4 H5 H6 Title LBody Lbl TD TH Caption BlockQuote TOCI Note".split()
)
_MOST = 200_000


def paragraph_numbers(page: Any) -> dict[int, int]:
    """The number of the paragraph, heading or cell that each piece of marked content on a page belongs to.

    Empty for a page without tags.
    """
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    found: dict[int, int] = {}
    todo = [
        (pdfium.FPDF_StructTree_GetChildAtIndex(tree, number), 0)
        for number in range(_count_children(tree, tree=True))
    ]
    seen = 0
    while todo and seen < _MOST:
        element, paragraph = todo.pop()
        seen += 1
        if not element:
            continue
        paragraph = seen if _element_kind(element) in _PARAGRAPHS else paragraph
        for number in range(_count_children(element, tree=False)):
            piece = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, number)
            if piece >= 0:
                found[piece] = paragraph
            else:
                todo.append(
                    (
                        pdfium.FPDF_StructElement_GetChildAtIndex(element, number),
                        paragraph,
                    )
                )
    pdfium.FPDF_StructTree_Close(tree)
    return {piece: paragraph for piece, paragraph in found.items() if paragraph}


def _count_children(element: Any, *, tree: bool) -> int:
    count: int = (
        pdfium.FPDF_StructTree_CountChildren(element)
        if tree
        else pdfium.FPDF_StructElement_CountChildren(element)
    )
    return min(max(count, 0), _MOST)


def _element_kind(element: Any) -> str:
    buffer = ctypes.create_string_buffer(64)
    size = pdfium.FPDF_StructElement_GetType(element, buffer, len(buffer))
    return buffer.raw[: max(size - 2, 0)].decode("utf-16-le", "replace")
