"""Findings on a file that was written by hand say on which line of it to look."""

import json
from pathlib import Path

import pytest

import dinet
from dinet.cli import program
from dinet.verbs import located

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
    found = located(dinet.audit(dinet.read(plan)), plan)
    where = {finding.ids[0]: [str(place.words()) for place in finding.places] for finding in found}
    assert where == {
        "D1": ["plan.din.yaml, line 2"],
        "S1": ["plan.din.yaml, line 4"],
        "D7": ["plan.docx, table 1"],
    }


def test_the_programme_itself_has_no_lines_so_that_it_is_the_same_after_writing(plan: Path) -> None:
    assert [bool(each.places) for each in dinet.read(plan).elements] == [False, True, False]


def test_other_documents_have_their_places_already() -> None:
    findings = dinet.audit(dinet.read("examples/hoogeveen.docx"))
    assert located(findings, "examples/hoogeveen.docx") is findings


def test_the_audit_names_the_line(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        program.main(["audit", str(plan), "--format", "json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {"file": "plan.din.yaml", "line": 2} in [place for each in found for place in each["places"]]
