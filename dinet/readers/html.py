"""Web pages, and what Word and LibreOffice save as web page: text, lists, and tables with \
merged cells and colours.

Scripts, styles, hidden text, remarks and footnotes are left out, and nothing is fetched: no
picture, of which the alternative text is noted, no style sheet, no other page.

Suffixes: .html .htm .xhtml
"""  # noqa: D205 (the summary is one line, which users see)

import re

from dinet.document.content import Document
from dinet.document.text_lines import decode_text
from dinet.model import Note, Programme
from dinet.readers.markdown.diagrams import with_diagrams
from dinet.readers.web.document import tree_to_document
from dinet.readers.web.mermaid_elements import take_diagrams
from dinet.readers.web.page import parse_page

_DECLARED_ENCODING = re.compile(
    rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._-]{2,20})"""
)
_KNOWN_ENCODINGS = re.compile(
    r"(?:us-ascii|(?:iso-?8859|windows|cp|latin|koi8|mac|gb|big5|shift|euc)[\w-]*)"
)
_BYTES_TO_LOOK = 4096
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_AS_BROWSERS_DO = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
}


def read(data: bytes, name: str) -> Document | Programme:
    """The document in a web page; in one that is only a diagram, the programme itself.

    Raises:
        DocumentError: It does not keep to the limits, or holds several diagrams and nothing else.
    """
    text, notes = _decode_page(data, name)
    root = parse_page(text, name)
    has_diagrams = root is not None and "mermaid" in text
    diagrams = take_diagrams(root) if has_diagrams else []
    return with_diagrams(tree_to_document(root, name, notes), diagrams)


def _decode_page(data: bytes, name: str) -> tuple[str, tuple[Note, ...]]:
    """The text by the encoding that the page names when that fits, or else as of any text file."""
    encoding = _declared_encoding(data)
    if _KNOWN_ENCODINGS.fullmatch(encoding) and not data.startswith(
        _BYTE_ORDER_MARKS
    ):
        try:
            return data.decode(_AS_BROWSERS_DO.get(encoding, encoding)), ()
        except (UnicodeDecodeError, LookupError):
            pass
    return decode_text(data, name)


def _declared_encoding(data: bytes) -> str:
    """The encoding that a page names at its beginning; empty when it names none."""
    declared = _DECLARED_ENCODING.search(data[:_BYTES_TO_LOOK])
    return declared[1].decode().casefold() if declared else ""


DUTCH = {
    (
        "Web pages, and what Word and LibreOffice save as web page: text, lists, and "
        "tables with merged cells and colours."
    ): (
        "Webpagina's, en wat Word en LibreOffice als webpagina opslaan: tekst, "
        "lijsten, en tabellen met samengevoegde cellen en kleuren."
    ),
}
