"""The file of a presentation without traces of the template that it was made from.

It holds no time of day either, so the same programme gives the same bytes.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from dinet.writers.office.archive import pack_archive
from dinet.writers.office.file_facts import FileFacts, core_properties
from dinet.writers.office.theme import OfficeTheme
from dinet.writers.slides.slide_texts import LANGUAGE_CODES

KEPT_LAYOUTS = ("Title Only",)
_WORKBOOK = re.compile(r"/embeddings/.*\.xlsx")
_TIME_OF_DAY = re.compile(
    rb"<dcterms:(?:created|modified)[^>]*>[^<]*</dcterms:(?:created|modified)>"
)
_UNWANTED_PART = re.compile(r"docProps/thumbnail|printerSettings")
_UNWANTED_MENTION = re.compile(
    r'<(?:Relationship|Default) [^>]*(?:thumbnail|printerSettings|"jpeg")[^>]*/>'
)
_NEGATIVE_AXIS = re.compile(r'(<c:(?:axId|crossAx) val=")-')
"""The library numbers the axes of a chart with numbers that the format does not allow."""
_XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org"
_APPLICATION_PROPERTIES = (
    f'<Properties xmlns="{_OFFICE}/officeDocument/2006/extended-properties">'
    "<Application>dinet</Application></Properties>"
)
EMU_PER_POINT = 12_700
"""The format counts in English Metric Units."""


def prepare_presentation(presentation: Any, width: float) -> None:
    """Make a new presentation as wide as wanted, in points, with only the layouts that are used."""
    for layout in list(presentation.slide_layouts):
        if layout.name not in KEPT_LAYOUTS:
            presentation.slide_layouts.remove(layout)
    share = width * EMU_PER_POINT / presentation.slide_width
    presentation.element.sldSz.attrib.pop("type", None)  # which says 4:3
    for page in (presentation.slide_master, *presentation.slide_layouts):
        _stretch_shapes(page, share)


def _stretch_shapes(page: Any, share: float) -> None:
    """Make what stands on a page of the template so many times wider; heights stay."""
    for shape in page.shapes:
        if (
            shape._element.spPr.xfrm is not None
        ):  # else its place is that of the master
            shape.left = round(shape.left * share)
            shape.width = round(shape.width * share)


def clean_presentation(
    presentation: Any, facts: FileFacts, lang: str, theme: OfficeTheme
) -> bytes:
    """The bytes of a presentation.

    Args:
        presentation: As it is finished.
        facts: Go into its properties.
        lang: Of its words.
        theme: Its letters and colours.
    """
    code = LANGUAGE_CODES[lang]
    packed = io.BytesIO()
    presentation.save(packed)
    parts = dict(_wanted_parts(packed, code, theme))
    parts["docProps/core.xml"] = (
        _XML_HEAD + core_properties(facts, code)
    ).encode()
    parts["docProps/app.xml"] = _APPLICATION_PROPERTIES.encode()
    return pack_archive(parts)


def _wanted_parts(
    packed: io.BytesIO, code: str, theme: OfficeTheme
) -> Iterator[tuple[str, bytes]]:
    """The parts of a presentation that stay, by name, in their order."""
    with zipfile.ZipFile(packed) as archive:
        for name in archive.namelist():
            if not _UNWANTED_PART.search(name):
                part = archive.read(name)
                yield name, _neutralise_part(name, part, code, theme)


def _neutralise_part(
    name: str, data: bytes, code: str, theme: OfficeTheme
) -> bytes:
    """A part without mention of parts that go, in our theme and in the language of the texts."""
    if _WORKBOOK.search(name):
        return _without_time(data)
    if not name.endswith((".xml", ".rels")):
        return data
    text = _UNWANTED_MENTION.sub("", data.decode())
    if "/theme/" in name:
        text = theme.fill_theme(text)
    elif "/slides/" in name or "/charts/" in name:
        text = _NEGATIVE_AXIS.sub(r"\1", theme.name_slide_colours(text))
    if "/slides/" not in name:
        text = text.replace('lang="en-US"', f'lang="{code}"')
    return text.encode()


def _without_time(workbook: bytes) -> bytes:
    """The numbers of a chart as a workbook that does not say when it was made."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    properties = parts.get("docProps/core.xml", b"")
    parts["docProps/core.xml"] = _TIME_OF_DAY.sub(b"", properties)
    return pack_archive(parts)
