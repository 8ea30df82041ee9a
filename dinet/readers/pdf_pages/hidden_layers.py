"""Layers that are switched off: what is on them, nobody sees, neither on the screen nor on paper.

The library does not tell which layers are on. It does draw pages as a reader of PDF shows them:
what makes no difference to the picture of a page when it is taken away is not seen.
"""

import ctypes
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import pypdfium2_raw as pdfium

from dinet.readers.pdf_pages.painted_objects import (
    address_of,
    children_of_form,
    children_of_page,
    is_form,
)

# What a file with layers has in its catalogue, and what may keep that from being found.
_LAYERS, _ENCRYPTED = b"/OCProperties", b"/Encrypt"
_OBJECT_STREAM = re.compile(rb"/ObjStm\b[^\0]{0,400}?stream\r?\n")
# How much of one stream of objects is unpacked to look for layers, in bytes. A
# catalogue is one of the first objects of such a stream.
_MOST_UNPACKED = 2_000_000
# How many of those streams are looked at; a file with more is taken to have layers.
_MOST_STREAMS = 2000
# How long and wide the picture of a page is at most, in its own points: letters leave a trace in
# much smaller ones.
_PICTURE_POINTS = 1000
# The colour of paper, as alpha, red, green and blue of 8 bits each.
_WHITE = 0xFFFFFFFF
# How many layers, and forms with text, of one page are tried: a map has a hundred at most. What
# comes after them counts as seen.
_MOST_TRIED = 100
# Room for the name of a mark or a layer, in bytes; what a longer one has more is not read.
_NAME_BYTES = 512
# How many forms deep text is looked for; a file can nest them without end.
_MOST_DEPTH = 12

_Layer = tuple[str, ...]


class HiddenLayers:
    """Tells what stands on layers that are switched off, page after page.

    Args:
        data: The whole file.
    """

    def __init__(self, data: bytes) -> None:
        self._has_layers = _may_have_layers(data)
        self._shown: set[_Layer] = set()
        """The layers that were seen on some page: they are on."""

    def hidden_on(self, page: Any) -> frozenset[int]:
        """The addresses of the objects of a page that stand on layers that are switched off.

        A form that does is among them, and not what is in it.
        """
        if not self._has_layers:
            return frozenset()
        groups = self._groups_to_try(page)
        if not groups:
            return frozenset()
        seen = _picture_of(page)
        hidden: set[int] = set()
        for layer, members in list(groups.items())[:_MOST_TRIED]:
            if not _is_seen(page, members, seen):
                hidden |= {address_of(member) for member in members}
            elif layer[0]:
                self._shown.add(layer)
        return frozenset(hidden)

    def _groups_to_try(self, page: Any) -> dict[_Layer, list[Any]]:
        """The objects of a page by layer; every form with text, whose layer is not told, alone."""
        groups: defaultdict[_Layer, list[Any]] = defaultdict(list)
        for painted in _objects_of(page):
            layer = tuple(_layers_of(painted))
            if not layer and _is_form_with_text(painted):
                layer = ("", str(address_of(painted)))
            if layer and layer not in self._shown:
                groups[layer].append(painted)
        return groups


def _may_have_layers(data: bytes) -> bool:
    """The file names layers, or is packed so that this cannot be told."""
    if _LAYERS in data or _ENCRYPTED in data:
        return True
    for number, start in enumerate(_OBJECT_STREAM.finditer(data)):
        if number >= _MOST_STREAMS:
            return True
        unpacked = _unpacked_start(data, start.end())
        if unpacked is None or _LAYERS in unpacked:
            return True
    return False


def _unpacked_start(data: bytes, start: int) -> bytes | None:
    """The first part of a packed stream; None when it is packed in another way."""
    try:
        return zlib.decompressobj().decompress(
            data[start : start + _MOST_UNPACKED], _MOST_UNPACKED
        )
    except zlib.error:
        return None


def _objects_of(page: Any) -> Iterator[Any]:
    """The objects of a page, forms and what is in them too, the outer before the inner."""
    todo = [children_of_page(page)]
    while todo:
        painted = next(todo[-1], None)
        if painted is None:
            todo.pop()
            continue
        yield painted
        if is_form(painted) and len(todo) < _MOST_DEPTH:
            todo.append(children_of_form(painted))


def _layers_of(painted: Any) -> Iterator[str]:
    """The names of the layers on which an object stands, the outermost first."""
    for number in range(max(pdfium.FPDFPageObj_CountMarks(painted), 0)):
        mark = pdfium.FPDFPageObj_GetMark(painted, number)
        if _text_of(pdfium.FPDFPageObjMark_GetName, mark) == "OC":
            yield _text_of(
                pdfium.FPDFPageObjMark_GetParamStringValue, mark, b"Name"
            )


def _text_of(getter: Any, *arguments: Any) -> str:
    """What a function of the library writes as text; empty when it writes none."""
    buffer = (ctypes.c_ushort * (_NAME_BYTES // 2))()
    length = ctypes.c_ulong()
    if not getter(*arguments, buffer, _NAME_BYTES, length):
        return ""
    written = bytes(buffer)[: max(length.value - 2, 0)]
    return written.decode("utf-16-le", "replace")


def _is_form_with_text(painted: Any) -> bool:
    """An object is a form in which text stands."""
    return is_form(painted) and any(
        pdfium.FPDFPageObj_GetType(child) == pdfium.FPDF_PAGEOBJ_TEXT
        for child in children_of_form(painted)
    )


def _is_seen(page: Any, members: Iterable[Any], before: bytes) -> bool:
    """The picture of a page is another one without these objects."""
    for member in members:
        pdfium.FPDFPageObj_SetIsActive(member, 0)
    without = _picture_of(page)
    for member in members:
        pdfium.FPDFPageObj_SetIsActive(member, 1)
    return without != before


def _picture_of(page: Any) -> bytes:
    """The page as a reader of PDF shows it, in grey."""
    width, height = (
        pdfium.FPDF_GetPageWidthF(page),
        pdfium.FPDF_GetPageHeightF(page),
    )
    scale = min(_PICTURE_POINTS / max(width, height, 1), 1)
    size = max(int(width * scale), 1), max(int(height * scale), 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(*size, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, *size, _WHITE)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, *size, 0, 0)
        length = pdfium.FPDFBitmap_GetStride(bitmap) * size[1]
        return ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), length)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
