"""What a reader of the document does not see is not read, and what is left out is named.

In every format that can hide it.
"""

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from dinet.api import read_bytes
from dinet.errors import DocumentError
from tests.documents import (
    TRANSITIONAL,
    Xml,
    archive,
    cell,
    noted,
    para,
    row,
    run,
    table,
    told,
    word,
)
from tests.workbooks import open_table, opened, sheet, workbook

HEAD, ROW = ["Doel", "Inspanning"], ["Meer sport.", "Een hal bouwen."]
LINES = ["D1 Meer sport.", "I1 Een hal bouwen. > D1"]
SECRET = "Geheim plan."


def styled(kind: str, properties: str) -> str:
    return f'<w:style w:type="{kind}" w:styleId="Weg"><w:name w:val="Weg"/>{properties}</w:style>'


def in_style(
    kind: str, use: str, properties: str = "<w:rPr><w:vanish/></w:rPr>"
) -> bytes:
    """A Word document with a style of its own, used in a paragraph of the last cell."""
    runs = f"<w:r><w:rPr>{use if kind == 'character' else ''}</w:rPr><w:t>{SECRET}</w:t></w:r>"
    hidden = Xml(
        f"<w:p><w:pPr>{use if kind == 'paragraph' else ''}</w:pPr>{runs}</w:p>"
    )
    return word(
        table(HEAD, [ROW[0], cell([ROW[1], hidden])]),
        styles=styled(kind, properties),
    )


def changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        files = {
            name: packed.read(name).decode() for name in packed.namelist()
        }
    return archive(files | {part: change(files[part])})


def in_sheet(change: Callable[[str], str]) -> bytes:
    return changed(
        workbook(sheet("S", HEAD, ROW, [SECRET, SECRET])),
        "xl/worksheets/sheet1.xml",
        change,
    )


def page(inside: str = "", style: str = "") -> bytes:
    return (
        f"<style>{style}</style><table><tr><td>Doel<td>Inspanning<tr>"
        f"<td>{ROW[0]}<td>{ROW[1]}{inside}</table>"
    ).encode()


DELETED_CELL = Xml(
    f'<w:tc><w:tcPr><w:cellDel w:id="1"/></w:tcPr>{para(SECRET)}</w:tc>'
)
UNDER = open_table("S", HEAD, ROW).replace(
    "</table:table>",
    '<table:table-row><table:table-cell table:number-columns-spanned="2">'
    "<text:p>Doel</text:p></table:table-cell>"
    f"<table:covered-table-cell><text:p>{SECRET}</text:p>"
    "</table:covered-table-cell></table:table-row></table:table>",
)
HIDDEN = {
    "style of a run": (
        "docx",
        in_style("character", '<w:rStyle w:val="Weg"/>'),
        "hidden_text",
    ),
    "style of a paragraph": (
        "docx",
        in_style("paragraph", '<w:pStyle w:val="Weg"/>'),
        "hidden_text",
    ),
    "no height": (
        "xlsx",
        in_sheet(lambda xml: xml.replace('<row r="3"', '<row r="3" ht="0"')),
        "hidden_rows",
    ),
    "identity": (
        "html",
        page(f"<i id=weg>{SECRET}</i>", "#weg{display:none}"),
        "hidden_text",
    ),
    "on a screen": (
        "html",
        page(
            f"<i class=weg>{SECRET}</i>", "@media screen{.weg{display:none}}"
        ),
        "hidden_text",
    ),
    "no opacity": (
        "html",
        page(f"<i style='opacity:0'>{SECRET}</i>"),
        "hidden_text",
    ),
    "no size": (
        "html",
        page(f"<i style='font-size: 0px'>{SECRET}</i>"),
        "hidden_text",
    ),
    "a field": ("html", page(f"<textarea>{SECRET}</textarea>"), "fields_left"),
    "an input": ("html", page(f"<input value='{SECRET}'>"), "fields_left"),
    "a drawing": ("html", page(f"<svg><text>{SECRET}</text></svg>"), "shapes"),
}


TOLD_WITH_ITS_WORDS = ("hidden_rows", "fields_left", "shapes")
"""What people see, or can see with one click; letters that are hidden are never copied."""


@pytest.mark.parametrize("name", HIDDEN)
def test_what_is_not_seen_is_left_out_and_named(name: str) -> None:
    suffix, data, code = HIDDEN[name]
    found = read_bytes(data, f"plan.{suffix}")
    assert told(found) == LINES
    assert code in noted(found)
    is_told = code in TOLD_WITH_ITS_WORDS
    assert (SECRET in found.model_dump_json()) is is_told


def test_a_run_may_show_what_its_style_hides() -> None:
    shown = in_style(
        "character", '<w:rStyle w:val="Weg"/><w:vanish w:val="0"/>'
    )
    assert told(read_bytes(shown, "plan.docx"))[-1] == f"I2 {SECRET} > D1"


def test_a_cell_that_was_deleted_is_not_read() -> None:
    rows = [
        row(HEAD),
        Xml(f"<w:tr><w:tc>{para(ROW[0])}</w:tc>{DELETED_CELL}</w:tr>"),
    ]
    found = read_bytes(
        word(Xml(f"<w:tbl>{''.join(rows)}</w:tbl>")), "plan.docx"
    )
    assert (told(found), noted(found)) == (
        ["D1 Meer sport."],
        ["tracked_changes"],
    )


def test_rules_for_paper_hide_nothing_on_a_screen() -> None:
    found = read_bytes(
        page(
            "<i class=nee> Met tribune.</i>",
            "@media print{.nee{display:none} .ja{color:red}}",
        ),
        "plan.html",
    )
    assert told(found)[1] == "I1 Een hal bouwen. Met tribune. > D1"


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "style",
    [
        "@media " * 50_000,
        "@media print{" * 50_000,
        "@media print{" + "a{}" * 100_000,
        "print " * 90_000,
    ],
)
def test_a_strange_style_sheet_takes_no_time(style: str) -> None:
    assert told(read_bytes(page("", style), "plan.html")) == LINES


def test_text_under_a_merged_cell_is_named() -> None:
    merged = read_bytes(
        workbook(sheet("S", HEAD, ROW, ["", SECRET], merges=["B2:B3"])),
        "plan.xlsx",
    )
    assert (told(merged), [note.values for note in merged.notes]) == (
        LINES,
        [{"text": SECRET}],
    )
    assert "under_merged" in noted(
        read_bytes(opened("spreadsheet", UNDER), "plan.ods")
    )


def test_a_drawing_that_only_older_programs_show_is_read() -> None:
    inside = f"<w:pict><w:txbxContent>{para('Een tekstvak.')}</w:txbxContent></w:pict>"
    both = (
        f"<mc:Choice><w:drawing>{inside}</w:drawing>"
        f"</mc:Choice><mc:Fallback>{inside}</mc:Fallback>"
    )
    for drawn in (f"<mc:Fallback>{inside}</mc:Fallback>", both):
        box = Xml(
            f"<w:p><w:r><mc:AlternateContent>{drawn}</mc:AlternateContent></w:r></w:p>"
        )
        read = read_bytes(word(table(HEAD, ROW), box), "plan.docx")
        assert [left.text for left in read.unread] == ["Een tekstvak."]


@pytest.mark.parametrize(
    "inside",
    [
        "<w:altChunk/>",
        '<w:p><w:r><w:object><o:OLEObject xmlns:o="o"/></w:object></w:r></w:p>',
    ],
)
def test_embedded_documents_are_named(inside: str) -> None:
    assert noted(
        read_bytes(word(table(HEAD, ROW), Xml(inside)), "plan.docx")
    ) == ["embedded"]


def test_running_titles_of_a_word_document_are_named() -> None:
    found = read_bytes(
        word(
            table(HEAD, ROW),
            header1=para("Gemeenteblad"),
            footer2=para(run("3")),
        ),
        "plan.docx",
    )
    assert [note.values for note in found.notes] == [
        {"count": "1", "text": "Gemeenteblad"},
        {"count": "1", "text": "3"},
    ]


def test_an_archive_with_two_parts_of_one_name_is_refused() -> None:
    data = io.BytesIO(word(table(HEAD, ROW)))
    with (
        zipfile.ZipFile(data, "a") as packed,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        packed.writestr(
            "word/document.xml", f'<w:document xmlns:w="{TRANSITIONAL}"/>'
        )
    with pytest.raises(
        DocumentError, match="two parts of this file have one name"
    ):
        read_bytes(data.getvalue(), "plan.docx")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "cp1252"])
def test_xml_may_be_in_any_encoding_that_it_names(encoding: str) -> None:
    files = {}
    with zipfile.ZipFile(io.BytesIO(word(table(HEAD, ROW)))) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    named = {"utf-16-be": "UTF-16BE", "utf-16": "UTF-16"}.get(
        encoding, "windows-1252"
    )
    text = re.sub(r"^<\?xml.*?\?>", "", files["word/document.xml"].decode())
    files["word/document.xml"] = (
        f'<?xml version="1.0" encoding="{named}"?>{text}'.encode(encoding)
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name, data in files.items():
            target.writestr(name, data)
    assert told(read_bytes(made.getvalue(), "plan.docx")) == LINES
