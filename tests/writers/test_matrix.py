"""The matrix and the planning as files."""

import re
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook

from dinet.layout.style.profile import Profile
from dinet.layout.tables.matrix import build_matrix as modelled
from dinet.layout.text.measure import measure_width
from dinet.model import Effort, Goal, Link, Programme
from dinet.network import Network
from dinet.writers import matrix, matrix_html, matrix_xlsx, planning
from tests.layout.worlds import grown
from tests.network.worlds import world
from tests.writers import hostile

ENGLISH = Profile(lang="en", source="plan.docx")
SMALL = world("I1>S1>D1>T1 I2>D1 I3")
FORMULAS = ("=1+1", "+1", "-1", "@SUM(1)", '=cmd|" /C calc"!A0')
ROLE = "graphics-symbol img"
FACES = {None: "regular", "bold": "bold"}


def sheet(of: Network):
    return load_workbook(
        BytesIO(matrix_xlsx.write(of, (), ENGLISH))
    ).worksheets[0]


def rows(of: Network) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet(of).iter_rows()]


# Excel


def test_the_sheet_has_words_in_its_cells_and_totals():
    assert rows(SMALL) == [
        [
            "Effort",
            "D1 Tekst van D1",
            "S1 Tekst van S1",
            "Number of goals",
            "Number of targets and others",
        ],
        ["I1 Tekst van I1", "by way of S1", "directly", 1, 1],
        ["I2 Tekst van I2", "directly", None, 1, 0],
        ["I3 Tekst van I3", None, None, 0, 0],
        ["Number of efforts", 2, 1, None, None],
        ["of which directly", 1, 1, None, None],
    ]


def test_headings_stay_in_sight_and_no_cells_are_merged():
    found = sheet(SMALL)
    (table,) = found.tables.values()
    assert table.ref == "A1:E4"
    assert found.freeze_panes == "B2"
    assert not found.merged_cells.ranges
    assert (found.print_title_rows, found.print_title_cols) == (
        "$1:$1",
        "$A:$A",
    )


@pytest.mark.parametrize("letters", [20, 150, 600])
def test_upright_headings_have_room_for_all_their_letters(letters):
    """A bold letter of 11 points is 6.2 wide, a line 15 high, a character of a width 5.6."""
    text = ("samen " * 100)[:letters]
    elements = (Goal(id="D1", text=text), Effort(id="I1", text="Bouwen"))
    found = sheet(Network(Programme(elements=elements)))
    lines = int(found.column_dimensions["B"].width * 5.6 / 15)
    height = found.row_dimensions[1].height
    assert height <= 409  # the most that Excel takes
    assert lines * height >= len(f"D1 {text}") * 6.2


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula(text):
    elements = (Goal(id="=D1", text=text), Effort(id="+I1", text=text))
    links = (Link(start="+I1", end="=D1", kind="contributes_to"),)
    found = sheet(Network(Programme(elements=elements, links=links)))
    assert {
        cell.data_type
        for row in found.iter_rows()
        for cell in row
        if isinstance(cell.value, str)
    } == {"s"}
    assert found["A2"].quotePrefix
    assert found["B1"].value == f"=D1 {text}"


def test_hostile_texts_fit_in_a_sheet():
    assert len(rows(hostile.network())) == len(hostile.network().efforts) + 3


# HTML


def test_the_table_has_headings_for_rows_columns_and_themes():
    page = matrix_html.write(SMALL, (), ENGLISH).decode()
    table = page[page.index("<table") : page.index("</table>")]
    assert len(re.findall(r'<th scope="row"', table)) == 5
    assert len(re.findall(r'<th scope="col"', table)) == 5
    assert re.findall(r'<th scope="colgroup" colspan="(\d+)"', table) == ["2"]


def test_a_cell_of_the_table_is_a_sign_for_eyes_and_words_for_ears():
    page = matrix_html.write(SMALL, (), ENGLISH).decode()
    assert (
        '<span aria-hidden="true">■</span><span class="unseen">by way of S1</span>'
        in page
    )


def test_an_effort_that_serves_nothing_is_marked_as_a_gap():
    page = matrix_html.write(SMALL, (), ENGLISH).decode()
    assert page.count('<b class="gap-number">0 !</b>') == 2


def test_the_page_has_no_script_and_no_link_to_elsewhere():
    page = matrix_html.write(hostile.network(), (), ENGLISH).decode()
    assert "<script" not in page
    assert not re.search(r"<[^>]+ (?:src|onload|onerror)=", page)


# SVG


@pytest.mark.parametrize("writer", [matrix, planning])
@pytest.mark.parametrize(
    "of", [SMALL, world(""), grown(80)], ids=["small", "empty", "large"]
)
def test_the_picture_is_well_formed_and_has_a_name(writer, of):
    root = ET.fromstring(writer.write(of, (), ENGLISH))
    assert root.find("{*}title").text.startswith(
        writer.__name__.rpartition(".")[2].capitalize()
    )
    assert root.find("{*}desc").text


@pytest.mark.parametrize("writer", [matrix, planning])
def test_every_line_of_the_picture_says_how_wide_it_is(writer):
    root = ET.fromstring(writer.write(SMALL, (), ENGLISH))
    lines = [each for each in root.iter() if each.tag.endswith("}text")]
    assert lines
    for line in lines:
        wide = measure_width(line.text, FACES[line.get("font-weight")])
        said = float(line.get("textLength"))
        if not line.get("font-style"):
            assert said == pytest.approx(
                wide * float(line.get("font-size")), abs=0.02
            )
        assert said > 0


def test_every_effort_of_the_picture_has_a_name_for_who_cannot_see_it():
    root = ET.fromstring(matrix.write(SMALL, (), ENGLISH))
    names = [
        each.get("aria-label")
        for each in root.iter()
        if each.get("role") == ROLE
    ]
    assert "I3 Tekst van I3. serves nothing here." in names
    for effort in modelled(SMALL).rows:
        assert any(name.startswith(effort.id) for name in names)


@pytest.mark.parametrize("writer", [matrix, planning])
def test_hostile_text_stays_text_in_the_picture(writer):
    root = ET.fromstring(writer.write(hostile.network(), (), ENGLISH))
    tags = {each.tag.rpartition("}")[2] for each in root.iter()}
    assert tags <= {
        "svg",
        "title",
        "desc",
        "defs",
        "style",
        "pattern",
        "rect",
        "g",
        "path",
        "line",
        "text",
    }
