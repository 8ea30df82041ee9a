"""The file of a presentation without traces of the template that it was made from, and without a time of day."""

import io
import re
import zipfile
from typing import Any
from xml.sax.saxutils import escape

from dinet.writers.office.archive import one_line, pack_archive
from dinet.writers.slides.slide_texts import DEFAULT_FONT, LANGUAGE_CODES

KEPT_LAYOUTS = ("Title Only",)
_UNWANTED_PART = re.compile(r"docProps/thumbnail|printerSettings")
_UNWANTED_MENTION = re.compile(
    r'<(?:Relationship|Default) [^>]*(?:thumbnail|printerSettings|"jpeg")[^>]*/>'
)
_OFFICE = "http://schemas.openxmlformats.org"


def prepare_presentation(presentation: Any, width: float) -> None:
    """Make a new presentation as wide as wanted, in points, with only the layouts that are used."""
    for layout in [
        each for each in presentation.slide_layouts if each.name not in KEPT_LAYOUTS
    ]:
        presentation.slide_layouts.remove(layout)
    share = width * 12_700 / presentation.slide_width
    presentation.element.sldSz.attrib.pop("type", None)  # which says 4:3
    for shape in (
        *presentation.slide_master.shapes,
        *(each for layout in presentation.slide_layouts for each in layout.shapes),
    ):
        if shape._element.spPr.xfrm is not None:
            shape.left, shape.width = (
                round(shape.left * share),
                round(shape.width * share),
            )


def clean_presentation(presentation: Any, title: str, lang: str) -> bytes:
    """The bytes of a presentation.

    Args:
        presentation: As it is finished.
        title: Goes into its properties.
        lang: Of its words.
    """
    made = io.BytesIO()
    presentation.save(made)
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(made) as archive:
        for name in archive.namelist():
            if not _UNWANTED_PART.search(name):
                parts[name] = _neutralise_part(
                    name, archive.read(name), LANGUAGE_CODES[lang]
                )
    parts["docProps/core.xml"] = _core_properties(title, LANGUAGE_CODES[lang]).encode()
    parts["docProps/app.xml"] = (
        f'<Properties xmlns="{_OFFICE}/officeDocument/2006/extended-properties"><Application>dinet</Application></Properties>'
    ).encode()
    return pack_archive(parts)


def _neutralise_part(name: str, data: bytes, lang: str) -> bytes:
    if not name.endswith((".xml", ".rels")):
        return data
    text = _UNWANTED_MENTION.sub("", data.decode())
    if "/theme/" in name:
        text = re.sub(r'(<a:latin typeface=")[^"]+"', rf'\1{DEFAULT_FONT}"', text)
    if "/slides/" not in name:
        text = text.replace('lang="en-US"', f'lang="{lang}"')
    return text.encode()


def _core_properties(title: str, lang: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<cp:coreProperties xmlns:cp="{_OFFICE}/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{escape(one_line(title))}</dc:title>'
        f"<dc:language>{lang}</dc:language></cp:coreProperties>"
    )
