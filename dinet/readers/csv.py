"""CSV as spreadsheets save it: cells divided by semicolons, commas, tabs or bars, \
lines within a cell as paragraphs.
"""  # noqa: D205 (the summary is one line, which users see)

from dinet.document.content import Document
from dinet.readers.shared.spreadsheets.delimited import read_delimited


def read(data: bytes, name: str) -> Document:
    """The document in a CSV file.

    It is in UTF-8 or UTF-16, or else in Windows' own encoding, which is noted.

    Raises:
        DocumentError: A quotation mark is not closed; with its line.
    """
    return read_delimited(data, name, ";,\t|")


DUTCH = {
    (
        "CSV as spreadsheets save it: cells divided by semicolons, commas, tabs or "
        "bars, lines within a cell as paragraphs."
    ): (
        "CSV zoals rekenbladen het opslaan: cellen gescheiden door puntkomma's, "
        "komma's, tabs of strepen, regels in een cel als alinea's."
    ),
}
