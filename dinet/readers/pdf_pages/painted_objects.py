"""All that is painted on a page, one object after another, also what stands in forms."""

import ctypes
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

from dinet.readers.pdf_pages.drawn_paths import (
    ClipPath,
    PathReader,
    Transformation,
    matrix_of,
    multiply_matrices,
)

# How many forms deep objects are looked for; a file can nest them without end.
_MOST_DEPTH = 12


class PaintedObject(NamedTuple):
    """A text, a path or a picture, and what it has of the forms in which it stands.

    Args:
        handle: The object of the library.
        matrix: From its coordinates to those of a `PdfPage`.
        clips: The paths outside which it is not seen.
        hidden: It stands on a layer that is switched off.
    """

    handle: Any
    matrix: Transformation
    clips: tuple[ClipPath, ...] = ()
    hidden: bool = False


class PaintedObjects:
    """Walks through the objects of a page in the order of painting.

    Args:
        matrix: From the page's own coordinates to those of a `PdfPage`.
        hidden: The addresses of the objects that stand on layers that are switched off.
        reader: Reads the paths outside which an object is not seen.
    """

    def __init__(
        self,
        matrix: Transformation,
        hidden: Collection[int],
        reader: PathReader,
    ) -> None:
        self._matrix = matrix
        self._hidden = hidden
        self._reader = reader

    def all_on(self, page: Any) -> Iterator[PaintedObject]:
        """Every object but the forms, which stand for what is in them."""
        whole = PaintedObject(page, self._matrix)
        todo = [(whole, children_of_page(page))]
        while todo:
            parent, children = todo[-1]
            child = next(children, None)
            if child is None:
                todo.pop()
                continue
            painted = self._in_parent(child, parent)
            if not is_form(child):
                yield painted
            elif len(todo) < _MOST_DEPTH:
                inside = multiply_matrices(matrix_of(child), painted.matrix)
                form = painted._replace(matrix=inside)
                todo.append((form, children_of_form(child)))

    def _in_parent(self, child: Any, parent: PaintedObject) -> PaintedObject:
        """An object with what it has of the form or page in which it stands."""
        clips = self._reader.read_clips(child, parent.matrix)
        hidden = parent.hidden or address_of(child) in self._hidden
        return PaintedObject(
            child, parent.matrix, (*parent.clips, *clips), hidden
        )


def address_of(handle: Any) -> int:
    """What tells an object of the library from all others of its page."""
    return ctypes.addressof(handle.contents)


def is_form(handle: Any) -> bool:
    """The object is a form, in which others stand."""
    kind: int = pdfium.FPDFPageObj_GetType(handle)
    return bool(kind == pdfium.FPDF_PAGEOBJ_FORM)


def children_of_page(page: Any) -> Iterator[Any]:
    """The objects on a page, without those in forms."""
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        child = pdfium.FPDFPage_GetObject(page, number)
        if child:
            yield child


def children_of_form(form: Any) -> Iterator[Any]:
    """The objects in a form, without those in forms in it."""
    for number in range(max(pdfium.FPDFFormObj_CountObjects(form), 0)):
        child = pdfium.FPDFFormObj_GetObject(form, number)
        if child:
            yield child
