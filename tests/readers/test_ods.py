import pytest

from dinet.document.content import Grid, Para
from dinet.errors import DocumentError
from dinet.model import Place
from dinet.readers.ods import read
from tests.documents import archive, noted, told
from tests.workbooks import in_open_sheets, look, open_cell, open_table, opened

HEADER = ["Doel", "SMART-doelen", "Inspanningen"]
ROW = ["Meer sport.", "In 2028 sport 60%.", "Hal bouwen."]
LINES = [
    "D1 Meer sport.",
    "S1 In 2028 sport 60%. > D1",
    "I1 Hal bouwen. > D1, S1",
]
REST = 'table:number-columns-repeated="16384"'


def cell(attributes: str, text: str = "") -> str:
    inside = f"<text:p>{text}</text:p>" if text else ""
    return f"<table:table-cell {attributes}>{inside}</table:table-cell>"


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def texts(*tables: str) -> list[list[str]]:
    parts = read(opened("spreadsheet", "".join(tables)), "plan.ods").parts
    return [
        [part.text]
        if isinstance(part, Para)
        else [each.text for line in part.rows for each in line]
        for part in parts
    ]


def refused(data: bytes) -> str:
    with pytest.raises(DocumentError) as error:
        read(data, "plan.ods")
    return str(error.value)


def test_a_cell_is_named_as_spreadsheets_name_it() -> None:
    found = in_open_sheets(open_table("Blad 1", HEADER, ROW))
    assert told(found) == LINES
    assert (
        found.elements[2].places[0].as_sentence().in_language("nl")
        == "plan.ods!Blad 1!C2"
    )


def test_merged_cells_cover_and_hide_what_stands_under_them() -> None:
    merged = cell('table:number-rows-spanned="2"', "Meer sport.")
    under = "<table:covered-table-cell><text:p>Spook.</text:p></table:covered-table-cell>"
    found = in_open_sheets(
        open_table(
            "S",
            HEADER,
            [merged, None, "Hal bouwen."],
            [under, None, "Lessen geven."],
        )
    )
    assert told(found) == [
        "D1 Meer sport.",
        "I1 Hal bouwen. > D1",
        "I2 Lessen geven. > D1",
    ]
    assert {link.basis for link in found.links} == {"same row", "merged cell"}


def test_repeated_blank_rows_and_cells_cost_nothing() -> None:
    blank = row(cell(REST), attributes='table:number-rows-repeated="1048570"')
    found = texts(
        open_table(
            "S",
            HEADER,
            [*ROW, cell('table:number-columns-repeated="16381"')],
            blank,
            [None, None, "Ver weg."],
        )
    )
    assert found == [[*HEADER, *ROW, "", "", "Ver weg."]]


def test_repeated_cells_with_words_are_all_there() -> None:
    same = cell('table:number-columns-repeated="2"', "x")
    assert texts(
        open_table(
            "S",
            HEADER,
            row(
                open_cell("Doel."),
                same,
                attributes='table:number-rows-repeated="2"',
            ),
        )
    ) == [[*HEADER, "Doel.", "x", "x", "Doel.", "x", "x"]]


@pytest.mark.no_cover
def test_a_sheet_full_of_repeated_words_is_refused() -> None:
    full = row(
        cell(REST, "x"), attributes='table:number-rows-repeated="1048576"'
    )
    assert "cells or more; dinet reads at most 200000" in refused(
        opened("spreadsheet", open_table("S", full))
    )


def test_a_merge_over_a_whole_sheet_reaches_no_further_than_its_words() -> (
    None
):
    whole = cell(
        'table:number-columns-spanned="16384" table:number-rows-spanned="1048576"',
        "Titel",
    )
    assert texts(open_table("S", [whole], HEADER)) == [["Titel"]]


def test_two_thousand_million_spaces_are_some_spaces() -> None:
    assert texts(
        open_table(
            "S",
            [
                (
                    "<table:table-cell><text:p>a<text:s text:c='2000000000'/>b</text:p>"
                    "</table:table-cell>"
                )
            ],
        )
    ) == [["a b"]]


@pytest.mark.parametrize(
    ("attributes", "text", "shown"),
    [
        ('office:value-type="percentage" office:value="0.85"', "85%", "85%"),
        ('office:value-type="percentage" office:value="0.85"', "", "85%"),
        ('office:value-type="float" office:value="1234.5"', "", "1234,5"),
        ('office:value-type="currency" office:value="12"', "", "12"),
        ('office:value-type="float" office:value="veel"', "", "veel"),
        ('office:value-type="float" office:value="1e999"', "", "1e999"),
        (
            'office:value-type="date" office:date-value="2024-02-29T00:00:00"',
            "",
            "29-2-2024",
        ),
        (
            'office:value-type="date" office:date-value="2024-13-45"',
            "",
            "2024-13-45",
        ),
        (
            'office:value-type="boolean" office:boolean-value="true"',
            "",
            "WAAR",
        ),
        ('office:value-type="string" office:string-value="ja"', "", "ja"),
    ],
)
def test_a_value_is_read_as_the_sheet_shows_it(
    attributes: str, text: str, shown: str
) -> None:
    assert texts(
        open_table(
            "S",
            ["Doel", "Streefwaarde"],
            ["Meer sport.", cell(attributes, text)],
        )
    ) == [["Doel", "Streefwaarde", "Meer sport.", shown]]


def test_hidden_sheets_rows_and_columns_comments_and_drawings_are_left_out_and_told() -> (
    None
):
    comment = (
        "<office:annotation><text:p>naam</text:p>"
        "</office:annotation><text:p>Hal bouwen.</text:p>"
    )
    comment = f"<table:table-cell>{comment}</table:table-cell>"
    drawn = "<draw:frame><draw:text-box><text:p>geheim</text:p></draw:text-box></draw:frame>"
    found = in_open_sheets(
        open_table(
            "Weg",
            HEADER,
            ["A.", "B.", "C."],
            attributes='table:style-name="gone"',
        ),
        open_table(
            "S",
            [*HEADER, "Geheim"],
            ["Meer sport.", "In 2028 sport 60%.", comment, "x"],
            row(
                open_cell("Geheim doel."),
                attributes='table:visibility="collapse"',
            ),
            row(
                open_cell(None),
                attributes='table:visibility="filter" table:number-rows-repeated="1000000"',
            ),
            f"<table:shapes>{drawn}</table:shapes>",
            columns='<table:table-column table:number-columns-repeated="3"/>'
            '<table:table-column table:visibility="collapse"/>',
        ),
    )
    assert told(found) == LINES
    assert [
        (note.code, note.place and note.place.as_sentence().in_language("en"))
        for note in found.notes
    ] == [
        ("hidden_sheet", "plan.ods, sheet Weg"),
        ("comments", "plan.ods!S!C2"),
        ("shapes", "plan.ods, sheet S"),
        ("hidden_rows", "plan.ods, sheet S, row 3"),
        ("hidden_columns", "plan.ods, sheet S, column D"),
    ]


def test_rows_and_columns_in_groups_are_rows_and_columns() -> None:
    grouped = f"<table:table-header-rows>{row(*map(open_cell, HEADER))}</table:table-header-rows>"
    grouped += (
        "<table:table-row-group>"
        f"<table:table-rows>{row(*map(open_cell, ROW))}</table:table-rows></table:table-row-group>"
    )
    columns = "<table:table-column-group><table:table-column/></table:table-column-group>"
    assert (
        told(in_open_sheets(open_table("S", grouped, columns=columns)))
        == LINES
    )


def test_colours_come_from_the_cell_its_column_and_the_parents_of_its_style() -> (
    None
):
    columns = '<table:table-column/><table:table-column table:default-cell-style-name="FFA9D08E"/>'
    cells = [
        look("a", "child"),
        "b",
        look("c", "clear"),
        look("d", "FFFFFFFF"),
    ]
    (grid,) = read(
        opened(
            "spreadsheet",
            open_table("S", ["a", "b", "c", "d"], cells, columns=columns),
        ),
        "plan.ods",
    ).parts
    assert isinstance(grid, Grid)
    assert [each.fill for each in grid.rows[1]] == [
        "#ffe699",
        "#a9d08e",
        None,
        None,
    ]


def test_lines_and_lists_in_a_cell_are_paragraphs_and_items() -> None:
    slanted = (
        "<text:p><text:span text:style-name='italic'>Drie</text:span></text:p>"
    )
    many = (
        "<table:table-cell>"
        f"<text:p>Een<text:line-break/>Twee</text:p>{slanted}</table:table-cell>"
    )
    (grid,) = read(
        opened("spreadsheet", open_table("S", ["x", many])), "plan.ods"
    ).parts
    assert isinstance(grid, Grid)
    assert [block.text for block in grid.rows[0][1].blocks] == [
        "Een",
        "Twee",
        "Drie",
    ]
    assert grid.rows[0][1].blocks[2].spans[0].italic


def test_a_formula_without_a_result_is_left_and_told() -> None:
    found = in_open_sheets(
        open_table(
            "S", HEADER, ROW, [None, None, cell('table:formula="of:=A1"')]
        )
    )
    (note,) = found.notes
    assert (note.code, note.place) == (
        "formula_unknown",
        Place(file="plan.ods", sheet="S", row=3, column=3),
    )


def test_sheets_are_read_by_the_same_rules_as_those_of_excel() -> None:
    found = in_open_sheets(
        open_table("Jeugd", HEADER, ROW),
        open_table("Zorg", HEADER, [], ["Minder roken.", None, "Lessen."]),
    )
    assert told(found)[:4] == [
        "T1 Jeugd",
        "T2 Zorg",
        "D1 Meer sport. > T1",
        "D2 Minder roken. > T2",
    ]
    assert noted(found) == ["theme_from_heading", "theme_from_heading"]


def test_a_protected_file_is_refused_with_advice() -> None:
    manifest = (
        '<m:manifest xmlns:m="urn:x"><m:file-entry>'
        "<m:encryption-data/></m:file-entry></m:manifest>"
    )
    assert refused(
        archive({"META-INF/manifest.xml": manifest, "content.xml": "\x01"})
    ) == (
        "plan.ods: this file is protected with a password. "
        "Save it without password, or as PDF, and give that."
    )


def test_a_document_of_another_kind_is_refused_with_advice() -> None:
    assert refused(opened("text", "<text:p>Doel</text:p>")) == (
        "plan.ods: this OpenDocument file is of another kind than its name says. "
        "Open it, save it as .odt or .ods, and give that."
    )


def test_entities_are_refused() -> None:
    bomb = archive(
        {"content.xml": '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'}
    )
    assert "declares entities" in refused(bomb)


def test_rows_that_a_filter_hides_are_read_and_rows_that_people_hide_are_not() -> (
    None
):
    found = in_open_sheets(
        open_table(
            "S",
            HEADER,
            ["Meer sport.", "In 2028 sport 60%.", "Hal bouwen."],
            row(
                open_cell("Meer rust."),
                open_cell(None),
                open_cell("Banken plaatsen."),
                attributes='table:visibility="filter"',
            ),
            row(
                open_cell("Meer groen."),
                attributes='table:visibility="collapse"',
            ),
        )
    )
    assert told(found)[-1] == "I2 Banken plaatsen. > D2"
    assert [
        (note.code, note.values["text"], note.place and note.place.row)
        for note in found.notes
    ] == [
        ("hidden_rows", "Meer groen.", 4),
        ("filtered_rows", "Meer rust. | Banken plaatsen.", 3),
    ]
