"""What kind of document some bytes are, for what comes without a name through a pipe.

Packages, PDF and web pages say it themselves. A text is told by its form: the keys of dinet's own
YAML, the bars and marks of Markdown, a first line that names columns. A text that shows none of
these is taken for the native form, whose reader says best what is wrong with it.
"""

import io
import re
import zipfile
from collections.abc import Iterable

from dinet.document.text_lines import decode_text
from dinet.native import keys
from dinet.readers.shared.office_archive import (
    OLE_SIGNATURE,
    UNPACKING_ERRORS,
)
from dinet.vocabulary.roles import find_label, kind_of, role_of

NATIVE_SUFFIX = "din.yaml"
_BYTES_TO_LOOK = 65_536
"""Bytes; the form of a text shows long before, and a large one need not be decoded twice."""
_LINES_TO_LOOK = 60
_LEAST_ROLES = 2
"""Cells that name columns: one may stand in any line."""
_PARTS = (
    ("word/", "docx"),
    ("xl/", "xlsx"),
    ("ppt/", "pptx"),
    ("visio/", "vsdx"),
)
"""Folders in a package, and what has them."""
_STATED = ("mimetype", "META-INF/manifest.xml")
_BYTES_OF_KIND = 2000
"""Bytes; a manifest names the kind of the whole at its beginning."""
_OPEN_DOCUMENTS = (
    (b"opendocument.text", "odt"),
    (b"opendocument.spreadsheet", "ods"),
    (b"opendocument.presentation", "odp"),
)
_KEY = re.compile(
    r"(?P<quote>[\"']?)(?P<word>[^\W\d_][\w' -]*)(?P=quote) ?:(?:\s|$)"
)
_GRAPHML = re.compile(r"<graphml\b", re.IGNORECASE)
_FLOWCHART = re.compile(
    r"\s*(?:(?:---.*?\n---|%%[^\n]*)\s*)*(?:flowchart|graph)\b", re.DOTALL
)
_HEADING = re.compile(r"#{1,6} \S")
_BARS = re.compile(r"\s*\|?\s*:?-{2,}:?\s*\|[\s|:-]*")
_FENCE = re.compile(r"(?:```|~~~)")


def suffix_of(data: bytes) -> str:
    """The suffix of the format that these bytes are in.

    Example:
        >>> suffix_of(b"%PDF-1.7"), suffix_of(b"Doel;Inspanning"), suffix_of(b"doelen: []")
        ('pdf', 'csv', 'din.yaml')
    """
    if data.startswith(b"PK"):
        return _suffix_of_package(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(OLE_SIGNATURE):
        return (
            "docx"  # its reader says what to do with files of an older Office
        )
    text = decode_text(data[:_BYTES_TO_LOOK], "")[0].lstrip("\ufeff")
    return _suffix_of_text(text)


def _suffix_of_package(data: bytes) -> str:
    """What a zip archive is: by its own words when it has any, else by its folders."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            kind = b"".join(_stated_kind(package, name) for name in names)
    except UNPACKING_ERRORS:
        return "docx"
    for words, suffix in _OPEN_DOCUMENTS:
        if words in kind:
            return suffix
    for folder, suffix in _PARTS:
        if any(name.startswith(folder) for name in names):
            return suffix
    return "odt" if "content.xml" in names else "docx"


def _stated_kind(package: zipfile.ZipFile, name: str) -> bytes:
    """How an OpenDocument file calls itself in a part; no more is unpacked than that needs."""
    if name not in _STATED:
        return b""
    with package.open(name) as stated:
        return stated.read(_BYTES_OF_KIND)


def _suffix_of_text(text: str) -> str:
    start = text.lstrip()
    if start.startswith("<"):
        return "graphml" if _GRAPHML.search(start[:2000]) else "html"
    if start.startswith(("{", "[{", "[\n", '["')):
        return "json"
    if _FLOWCHART.match(start):
        return "mmd"
    lines = [line for line in text.splitlines() if line.strip()]
    return _suffix_of_lines(lines[:_LINES_TO_LOOK])


def _suffix_of_lines(lines: list[str]) -> str:
    if any(map(_is_native_key, lines)):
        return NATIVE_SUFFIX
    if _is_markdown(lines):
        return "md"
    for delimiter, suffix in ((";", "csv"), (",", "csv"), ("\t", "txt")):
        if any(_names_columns(line.split(delimiter)) for line in lines):
            return suffix
    if lines and lines[0].startswith("sep="):
        return "csv"
    return "txt" if any(map(_names_kind, lines)) else NATIVE_SUFFIX


def _names_kind(line: str) -> bool:
    """A line says what it is or what stands under it: ``Doel 2: …``, ``Inspanningen``."""
    said = find_label(line.strip()) is not None
    return said or kind_of(role_of(line.strip(" :"))) is not None


def _is_native_key(line: str) -> bool:
    """A line at the margin begins with a key of the native form."""
    found = _KEY.match(line)
    return found is not None and (
        keys.hyphenated_word(found["word"]) in _native_words()
    )


def _native_words() -> Iterable[str]:
    top = (*keys.KIND_KEYS, *keys.IDENTITY, keys.VERSION, keys.DOCUMENT)
    return keys.keys_by_word((*top, keys.LINKS, keys.NOTES))


def _is_markdown(lines: list[str]) -> bool:
    """A table of bars, a block between fences, or headings and something under them."""
    if any(map(_BARS.fullmatch, lines)) or any(map(_FENCE.match, lines)):
        return True
    headings = sum(_HEADING.match(line) is not None for line in lines)
    return 0 < headings < len(lines)


def _names_columns(cells: list[str]) -> bool:
    roles = (role_of(cell.strip(' "')) for cell in cells)
    return sum(role is not None for role in roles) >= _LEAST_ROLES
