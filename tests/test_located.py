"""Findings on a file that was written by hand say on which line of it to look."""

import json
from pathlib import Path

import pytest

import dinet
from dinet.api import locate_findings
from dinet.application.read_document import read_located
from dinet.cli import program
from tests.workbooks import open_table, opened

PLAN = """\
doelen:
  - tekst: Meer kinderen sporten.
    smart-doelen:
      - In 2028 sport 60% van de kinderen.
  - id: D7
    tekst: Minder jongeren roken.
    herkomst: {bestand: plan.docx, tabel: 1}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "plan.din.yaml"
    file.write_text(PLAN, encoding="utf-8")
    return file


def test_a_finding_without_a_place_gets_its_line(plan: Path) -> None:
    assert told(plan) == {
        "D1": ["plan.din.yaml, line 2"],
        "S1": ["plan.din.yaml, line 4"],
        "D7": ["plan.docx, table 1"],
    }


def told(file: Path) -> dict[str, list[str]]:
    """Where each finding on a file is, in words, by the element that it is about."""
    found = locate_findings(dinet.audit(dinet.read(file)), file)
    return {
        finding.ids[0]: [str(place.as_sentence()) for place in finding.places]
        for finding in found
    }


def test_in_a_workbook_it_gets_its_sheet_and_row(
    plan: Path, tmp_path: Path
) -> None:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(dinet.write(dinet.Network(dinet.read(plan)), (), "xlsx"))
    where = {
        "D1": ["plan.xlsx, sheet Doelen, row 2"],
        "S1": ["plan.xlsx, sheet Smart-doelen, row 2"],
    }
    assert told(file) == where | {"D7": ["plan.docx, table 1"]}


@pytest.mark.parametrize("form", ["yaml", "xlsx"])
def test_one_reading_tells_where_every_element_begins(
    form: str, plan: Path
) -> None:
    name = f"jeugd.din.{form}"
    data = dinet.write(dinet.Network(dinet.read(plan)), (), form)
    decoded = read_located(data, name)
    places = {
        element.id: decoded.place_of(element.id, name)
        for element in decoded.programme.elements
    }
    assert list(places) == ["D1", "D7", "S1"]
    assert all(
        place and place.file == name and (place.line or place.row)
        for place in places.values()
    )
    assert len(set(places.values())) == 3
    assert decoded.place_of("D99", name) is None


def test_in_a_workbook_that_libreoffice_saved_too(tmp_path: Path) -> None:
    file = tmp_path / "plan.ods"
    goals = open_table(
        "Doelen", ["id", "tekst"], ["", ""], ["", "Meer kinderen sporten."]
    )
    file.write_bytes(
        opened(
            "spreadsheet", open_table("Programma", ["Veld", "Waarde"]) + goals
        )
    )
    assert told(file) == {"D1": ["plan.ods, sheet Doelen, row 3"]}


def test_a_workbook_of_somebody_else_has_its_places_already(
    tmp_path: Path,
) -> None:
    file = tmp_path / "plan.ods"
    file.write_bytes(
        opened(
            "spreadsheet",
            open_table("Blad1", ["Doel", "Inspanning"], ["Meer sport.", ""]),
        )
    )
    assert told(file) == {"D1": ["plan.ods!Blad1!A2"]}


def test_the_programme_itself_has_no_lines_so_that_it_is_the_same_after_writing(
    plan: Path,
) -> None:
    assert [bool(each.places) for each in dinet.read(plan).elements] == [
        False,
        True,
        False,
    ]


def test_other_documents_have_their_places_already() -> None:
    findings = dinet.audit(dinet.read("examples/hoogeveen.docx"))
    assert locate_findings(findings, "examples/hoogeveen.docx") is findings


def test_the_audit_names_the_line(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        program.main(["audit", str(plan), "--format", "json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {"file": "plan.din.yaml", "line": 2} in [
        place for each in found for place in each["places"]
    ]


def test_a_report_on_a_plan_names_the_line(plan: Path, tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        program.main(
            [
                "write",
                str(plan),
                "--format",
                "md",
                "-o",
                str(tmp_path / "plan.md"),
            ]
        )
    assert "regel 2" in (tmp_path / "plan.md").read_text(encoding="utf-8")


def test_a_line_names_the_file_as_it_is_called_when_names_are_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan, names = tmp_path / "plan-testkamp.din.yaml", tmp_path / "namen.txt"
    plan.write_text(PLAN, encoding="utf-8")
    names.write_text("Testkamp\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        program.main(["audit", str(plan), "--redact", str(names)])
    said = capsys.readouterr()
    assert "regel 2" in said.out
    assert "testkamp" not in (said.out + said.err).casefold()
