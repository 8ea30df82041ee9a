"""The sheet of targets in workbooks and reports, and the parts of a target on the page."""

import io
import json
import re

import openpyxl
import pytest

import dinet
from dinet.network import Network
from dinet.writers.page.target_facts import target_facts
from tests.builder import network

PLAN = """
    doelen:
      - id: D1
        tekst: Meer mensen fietsen.
        smart-doelen:
          - {id: S1, tekst: In 2029 fietst 45% van de werknemers | forenzen.}
          - {id: S2, tekst: "=1+1 fietsers <b>in</b> 2030"}
          - {id: S3, tekst: In 2031 staan er 20 laadpalen in de wijk.}
      - {id: D2, tekst: Kinderen lopen vaker naar school.}
    """


def target_rows(plan: Network, lang: str) -> list[list[str]]:
    data = dinet.write(plan, (), "xlsx", dinet.Profile(lang))
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["SMART-analyse"]
    rows = sheet.iter_rows(values_only=True)
    return [[str(cell or "") for cell in row] for row in rows]


def test_the_workbook_has_all_targets_on_a_sheet_of_their_own() -> None:
    head, *rows = target_rows(network(PLAN), "nl")
    assert head[:4] == ["Code", "SMART-doel", "Streefwaarde", "Eenheid"]
    assert [row[0] for row in rows[:4]] == ["S1", "S2", "S3", "D2"]
    assert rows[0][2:5] == ["45", "%", "2029"]
    assert rows[1][1] == "=1+1 fietsers <b>in</b> 2030"


def test_a_print_of_the_sheet_fits_on_paper_lying_down() -> None:
    data = dinet.write(network(PLAN), (), "xlsx")
    page = openpyxl.load_workbook(io.BytesIO(data))["SMART-analyse"].page_setup
    assert (page.orientation, page.fitToWidth) == ("landscape", 1)


def test_the_sheet_is_not_read_back_and_leaves_no_note() -> None:
    plan = network(PLAN)
    data = dinet.write(plan, (), "xlsx")
    assert dinet.read_bytes(data, "plan.xlsx") == plan.programme


def test_a_workbook_to_fill_in_has_no_sheet_of_targets() -> None:
    data = dinet.write(network("doelen: []"), (), "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert "SMART-analyse" not in book.sheetnames


@pytest.mark.parametrize("form", ["md", "report_html"])
def test_reports_have_the_sheet_with_every_text_as_it_is(form: str) -> None:
    told = dinet.write(network(PLAN), (), form).decode()
    assert "SMART-doelen ontleed" in told
    assert "Doelen zonder SMART-doel" in told
    assert "<b>in</b>" not in told
    assert told.count("Vul aan: ") == 4


def test_a_table_of_markdown_has_the_same_cells_in_each_row() -> None:
    told = dinet.write(network(PLAN), (), "md").decode()
    part = told.split("## SMART-doelen ontleed")[1].split("##")[0]
    rows = [line for line in part.splitlines() if line.startswith("|")]
    cells = {len(re.findall(r"(?<!\\)\|", row)) for row in rows}
    assert cells == {14}


def page_data(plan: Network) -> dict[str, dict[str, object]]:
    page = dinet.write(plan, (), "html").decode()
    found = re.search(
        r'<script[^>]*type="application/json"[^>]*>(.*?)</script>', page, re.S
    )
    assert found
    elements = json.loads(found[1])["elements"]
    return {element["id"]: element for element in elements}


def test_the_page_is_told_the_parts_of_targets_alone() -> None:
    elements = page_data(network(PLAN))
    assert [name for name, one in elements.items() if "smart" in one] == [
        "S1",
        "S2",
        "S3",
    ]
    smart = elements["S3"]["smart"]
    assert isinstance(smart, dict)
    assert ["In 2031", "termijn"] in smart["pieces"]
    assert ["Tijdgebonden", "ja"] in smart["verdicts"]
    assert smart["missing"].startswith("Vul aan: ")


def test_the_pieces_of_a_target_are_its_text() -> None:
    for target in network(PLAN).targets:
        pieces = target_facts(target, "nl", "nl")["smart"]["pieces"]
        assert "".join(piece for piece, _ in pieces) == target.text
