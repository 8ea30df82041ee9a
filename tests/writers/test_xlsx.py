"""The workbook.

Pleasant to fill in, the same bytes each time, and nothing in it is ever a formula or a date.
"""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

import dinet
from dinet.model import Effort, Goal, Identity, Link, Programme
from dinet.native import ProblemReport, decode_file, encode_programme
from dinet.native.sheets import to_sheets, to_tree
from dinet.network import Network
from tests.builder import programme as plan_of
from tests.strategies import FEW_EXAMPLES, programmes


def book(programme: Programme) -> openpyxl.Workbook:
    return openpyxl.load_workbook(
        io.BytesIO(dinet.write(Network(programme), (), "xlsx"))
    )


@settings(
    max_examples=FEW_EXAMPLES,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)
@given(programmes)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_sheets_give_back_every_programme(lang: str, this: Programme) -> None:
    tree = to_tree(to_sheets(encode_programme(this, lang), lang))
    assert decode_file(tree, ProblemReport("plan.xlsx")).programme == this


def test_people_read_ids_in_cells_and_evidence_beside_them() -> None:
    programme = dinet.read("examples/hoogeveen.docx")
    sheet = book(programme)["Inspanningen"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = rows[0]
    assert head[:3] == ["id", "tekst", "voor"]
    assert rows[1][head.index("voor")] == "D1"
    assert "samengevoegde cel" in rows[1][head.index("herkomst van voor")]


@pytest.mark.parametrize("name", ["xlsx", "matrix_xlsx"])
def test_rows_are_as_high_as_their_text_and_a_print_can_be_read(
    name: str,
) -> None:
    written = dinet.write(
        Network(dinet.read("examples/hoogeveen.docx")), (), name
    )
    for sheet in openpyxl.load_workbook(io.BytesIO(written)):
        widths = {
            letter: each.width
            for letter, each in sheet.column_dimensions.items()
        }
        for row in sheet.iter_rows():
            lines = max(
                len(str(cell.value or "")) / widths[cell.column_letter]
                for cell in row
            )
            assert (sheet.row_dimensions[row[0].row].height or 15) >= 15 * min(
                lines, 26
            )
        assert (
            sheet.page_setup.orientation,
            sheet.sheet_properties.pageSetUpPr.fitToPage,
        ) == ("landscape", True)
        is_a3 = sheet.page_setup.paperSize == int(sheet.PAPERSIZE_A3)
        room = 268 if is_a3 else 190  # characters beside each other
        last = (sheet.print_area or "").rpartition("$")[0].rpartition("$")[2]
        printed = sum(
            width
            for letter, width in widths.items()
            if not last or (len(letter), letter) <= (len(last), last)
        )
        assert printed <= room * sheet.page_setup.fitToWidth
        assert is_a3 == (printed > 190)
    with zipfile.ZipFile(
        io.BytesIO(written)
    ) as archive:  # a height set by hand would stay when somebody types more
        assert b'customHeight="1"' not in archive.read(
            "xl/worksheets/sheet1.xml"
        )


def test_sheets_are_tables_with_a_filter_and_print_no_evidence() -> None:
    whole = book(dinet.read("examples/hoogeveen.docx"))
    names = [name for sheet in whole for name in sheet.tables]
    assert len(set(names)) == len(names)
    for sheet in (whole["Doelen"], whole["Inspanningen"]):
        (table,) = sheet.tables.values()
        heads = [cell.value for cell in sheet[1]]
        assert [each.name for each in table.tableColumns] == heads
        assert table.ref == sheet.dimensions
        last = sheet.print_area.rpartition("$")[0].rpartition("$")[2]
        beyond = [cell.value for cell in sheet[1] if cell.column_letter > last]
        assert "herkomst" in beyond
        assert all(head.startswith("herkomst") for head in beyond)


def test_every_sheet_prints_one_page_wide_and_codes_for_programs_are_hidden() -> (
    None
):
    plan = dinet.read("examples/hoogeveen.docx")
    whole = book(plan)
    assert {sheet.page_setup.fitToWidth for sheet in whole} == {1}
    notes = whole["Leesnotities"]
    hidden = {
        cell.value
        for cell in notes[1]
        if notes.column_dimensions[cell.column_letter].hidden
    }
    assert hidden == {"code", "waarden"}
    written = dinet.write(Network(plan), (), "xlsx")
    notes_back = dinet.read_bytes(written, "plan.xlsx").notes
    assert notes_back[: len(plan.notes)] == plan.notes


@pytest.mark.parametrize("name", ["xlsx", "matrix_xlsx"])
def test_fonts_say_their_properties_in_the_order_of_the_format(
    name: str,
) -> None:
    plan = Network(dinet.read("examples/hoogeveen.docx"))
    with zipfile.ZipFile(io.BytesIO(dinet.write(plan, (), name))) as archive:
        styles = archive.read("xl/styles.xml").decode()
    bold = styles.partition("<font><b ")[2].partition("</font>")[0]
    assert 0 < bold.index("<sz ") < bold.index("<name ")


def test_coverage_and_planning_are_charts_with_words_of_what_stands_beside_them() -> (
    None
):
    plan = dinet.read("examples/coevorden.docx")
    written = dinet.write(Network(plan), (), "xlsx")
    whole = openpyxl.load_workbook(io.BytesIO(written))
    sheet = whole["Planning"]
    first = [cell.value for cell in sheet[2]]
    assert first[0].startswith("I8 ")
    assert first[1:3] == [2023.5, 1.5]
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    assert "'Planning'!$C$2:$C$14" in chart
    assert "I8: " in drawing.partition('descr="')[2].partition('"')[0]
    assert dinet.read_bytes(written, "plan.xlsx").elements == plan.elements


def test_an_id_added_to_a_cell_is_a_stated_link() -> None:
    programme = Programme(
        elements=(
            Goal(id="D1", text="Meer sport."),
            Effort(id="I1", text="Bouwen."),
            Effort(id="I2", text="Werven."),
        ),
        links=(
            Link(
                start="I1", end="D1", kind="contributes_to", basis="same row"
            ),
        ),
    )
    sheets = to_sheets(encode_programme(programme, "nl"), "nl")
    place = sheets["Inspanningen"][0].index("voor")
    sheets["Inspanningen"][2][place] = "D1"
    report = ProblemReport("plan.xlsx")
    read = decode_file(to_tree(sheets), report).programme
    assert [(link.start, link.basis) for link in read.links] == [
        ("I1", "same row"),
        ("I2", "stated"),
    ]


@pytest.mark.parametrize(
    "text",
    ["=2+2 is geen formule", "+31 keer", "-5% in 2027", "@ons", "1-2", "010"],
)
def test_a_text_that_looks_like_something_else_stays_text(text: str) -> None:
    cell = book(Programme(elements=(Goal(id="D1", text=text),)))["Doelen"][
        "B2"
    ]
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")


def test_the_same_programme_gives_the_same_bytes_and_names_nobody() -> None:
    network = Network(dinet.read("examples/coevorden.docx"))
    one, other = (dinet.write(network, (), "xlsx") for _ in range(2))
    assert one == other
    core = zipfile.ZipFile(io.BytesIO(one)).read("docProps/core.xml").decode()
    assert "openpyxl" not in core
    assert "dcterms:" not in core


def test_phases_and_levels_can_be_chosen_from_a_list() -> None:
    whole = book(
        Programme(
            identity=Identity(title="Jong"),
            elements=(Goal(id="D1", text="Meer sport."),),
        )
    )
    assert [
        each.formula1
        for each in whole["Doelen"].data_validations.dataValidation
    ] == ["'Keuzelijsten'!$A$2:$A$3"]
    assert [cell.value for cell in whole["Keuzelijsten"]["B"]] == [
        "fase",
        "doorlopend",
        "voorbereiding",
        "uitvoering",
        "evaluatie en borging",
    ]


def test_weights_of_links_stand_in_a_column_where_they_can_be_changed() -> (
    None
):
    plan = plan_of(
        """
        doelen: [{id: D1, tekst: Sport}, {id: D2, tekst: Rust}]
        inspanningen:
          - {id: I1, tekst: Hal, voor: [{naar: D1, gewicht: 60%}, {naar: D2, gewicht: "12,5"}]}
          - {id: I2, tekst: Veld, voor: D1}
        """
    )
    workbook = book(plan)
    sheet = workbook["Inspanningen"]
    heading = [cell.value for cell in sheet[1]]
    column = heading.index("gewicht van voor")
    assert sheet[2][column].value == "D1: 60%; D2: 12,5"
    assert sheet[3][column].value is None
    assert "herkomst van voor" not in heading
    sheet[2][column].value = "D1: 40%"
    sheet[3][column].value = "D1: 60%"
    changed = io.BytesIO()
    workbook.save(changed)
    weights = {
        (link.start, link.end): link.weight
        for link in dinet.read_bytes(changed.getvalue(), "plan.xlsx").links
    }
    assert weights == {
        ("I1", "D1"): "40%",
        ("I1", "D2"): None,
        ("I2", "D1"): "60%",
    }
