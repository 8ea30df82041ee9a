"""A document that comes through a pipe has no name; its bytes tell what it is."""

import subprocess
import sys

import pytest

from dinet.application.files.kind_of_bytes import suffix_of
from tests.documents import archive, table, word
from tests.workbooks import open_table, opened, sheet, workbook

HEAD, ROW = ["Ambitie", "Maatregel"], ["Schonere lucht.", "Bussen op stroom."]
TABLE = "| Ambitie | Maatregel |\n|---|---|\n| Schonere lucht. | Bussen. |\n"
DOCUMENTS = {
    "Word": (word(table(HEAD, ROW)), "docx"),
    "Excel": (workbook(sheet("S", HEAD, ROW)), "xlsx"),
    "open text": (opened("text", open_table("T", HEAD, ROW)), "odt"),
    "open sheet": (
        archive(
            {
                "content.xml": "<x/>",
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            }
        ),
        "ods",
    ),
    "PDF after a stray line": (b"\n%PDF-1.4\n%\xe2\xe3", "pdf"),
    "older Office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "docx"),
    "damaged package": (b"PK\x03\x04" + b"x" * 40, "docx"),
    "web page": (b"\xef\xbb\xbf <!DOCTYPE html><p>Doelen", "html"),
    "graph": (b'<?xml version="1.0"?><graphml/>', "graphml"),
    "JSON": (b'{"doelen": []}', "json"),
    "Markdown table": (TABLE.encode(), "md"),
    "Markdown headings": (b"# Plan\n\nLucht\n", "md"),
    "Mermaid": (b"%% plan\nflowchart LR\n a --> b", "mmd"),
    "semicolons": (b"Ambitie;Maatregel\nLucht;Bussen", "csv"),
    "commas in UTF-16": ("Goal,Effort\nAir,Buses".encode("utf-16"), "csv"),
    "tabs under a title": (b"Plan 2027\nAmbitie\tMaatregel\n", "txt"),
    "lines that say what they are": (b"Plan\nDoel 1: Lucht\n", "txt"),
    "native": (b"# met uitleg\ndoelen:\n  - Lucht, schoner\n", "din.yaml"),
    "native in English": (b"goals:\n- Cleaner air\n", "din.yaml"),
    "what nobody knows": (b"Goedemiddag.", "din.yaml"),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_bytes_tell_what_they_are(name: str) -> None:
    data, suffix = DOCUMENTS[name]
    assert suffix_of(data) == suffix


def test_a_word_document_through_a_pipe_is_read_as_one() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dinet", "read", "-"],
        input=word(table(HEAD, ROW)),
        capture_output=True,
        check=True,
    )
    first = done.stdout.decode().splitlines()[0]
    assert first == "stdin.docx: 1 doel, 1 inspanning"
