"""Text with cells divided by tabs, as spreadsheets save it, lines within a cell as paragraphs.

Suffixes: .tsv .tab
"""

from dinet.document.content import Document
from dinet.readers.shared.spreadsheets.delimited import read_delimited


def read(data: bytes, name: str) -> Document:
    """The document in a file of cells divided by tabs.

    It is in UTF-8 or UTF-16, or else in Windows' own encoding, which is noted.

    Raises:
        DocumentError: A quotation mark is not closed; with its line.
    """
    return read_delimited(data, name, "\t")


DUTCH = {
    (
        "Text with cells divided by tabs, as spreadsheets save it, lines within a cell "
        "as paragraphs."
    ): (
        "Tekst met cellen gescheiden door tabs, zoals rekenbladen het opslaan, regels "
        "in een cel als alinea's."
    ),
}
