"""What lies over the cells of a sheet: remarks of readers, pictures, and texts in drawings."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dinet.model import Place
from dinet.readers.excel.relations import Relations
from dinet.readers.shared.left_out import LeftOutLog
from dinet.readers.shared.office_archive import OfficeArchive
from dinet.readers.shared.xml import (
    attribute_of,
    find_child,
    local_name,
    parse_number,
)

CODES = ("comments", "shapes", "picture")
"""The notes on what lies over a sheet, in their order."""
_TEXTS = ("t",)
_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")


def pass_overlays(
    archive: OfficeArchive, relations: Relations, log: LeftOutLog
) -> None:
    """Remember all that lies over a sheet, each with its cell.

    Args:
        archive: The workbook.
        relations: Of the sheet.
        log: At the place of the sheet.
    """
    comments = relations.part_of_kind("comments")
    drawing = relations.part_of_kind("drawing")
    for comment in archive.read_xml(comments).iter() if comments else ():
        if local_name(comment) == "comment":
            name = attribute_of(comment, "ref") or ""
            log.add(
                "comments", _words_in(comment), _place_named(name, log.file)
            )
    if drawing:
        _pass_drawing(archive.read_xml(drawing), log)


def _pass_drawing(root: Element, log: LeftOutLog) -> None:
    anchors = [child for child in root if local_name(child) in _ANCHORS]
    for anchor in anchors or [root]:
        log.place = _place_of_anchor(anchor, log.file)
        for shape in anchor.iter():
            kind = local_name(shape)
            if kind == "txBody" and _words_in(shape):
                log.add("shapes", _words_in(shape))
            elif kind == "pic":
                log.add("picture", _alternative_text(shape))


def _place_of_anchor(anchor: Element, sheet: Place) -> Place:
    """The cell over which a drawing begins, of which the file counts from 0."""
    begins = find_child(anchor, "from")
    spot: list[int] = []
    for name in ("row", "col"):
        number = find_child(begins, name)
        if number is None:
            return sheet
        spot.append(parse_number((number.text or "").strip()) + 1)
    return sheet.model_copy(update={"row": spot[0], "column": spot[1]})


def _alternative_text(picture: Element) -> str:
    """What the maker of a workbook wrote for who cannot see a picture; empty for nothing."""
    described = find_child(picture, "nvPicPr", "cNvPr")
    if described is None:
        return ""
    return described.get("descr") or described.get("title") or ""


def _place_named(name: str, sheet: Place) -> Place:
    """The place of a cell such as ``B12``; that of the sheet for another name."""
    letters = name.rstrip("0123456789")
    row = parse_number(name[len(letters) :])
    if not row or not letters.isascii() or not letters.isalpha():
        return sheet
    column = 0
    for letter in letters.upper()[:3]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return sheet.model_copy(update={"row": row, "column": column})


def _words_in(element: Element) -> str:
    return " ".join(" ".join(_texts_in(element)).split())


def _texts_in(element: Element) -> Iterator[str]:
    for inner in element.iter():
        if local_name(inner) in _TEXTS:
            yield inner.text or ""
