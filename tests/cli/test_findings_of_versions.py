"""Findings of two versions: the same where rule and element are the same, however numbered."""

import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.running import Run

OLD = """\
doelen:
  - tekst: Een groen centrum
    smart-doelen:
      - tekst: In 2026 is 20% van het centrum groen, volgens de groenmonitor.
  - tekst: Een veilig centrum
    inspanningen: [Lantaarns vervangen]
  - tekst: Een levendig centrum
"""
NEW = """\
doelen:
  - tekst: Een levendig centrum
  - tekst: Een veilig centrum
  - tekst: Bussen rijden elk kwartier
    inspanningen: [Lantaarns vervangen]
"""


@pytest.fixture
def names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Two versions in a folder of their own, in which commands run."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("oud", OLD), ("nieuw", NEW)):
        Path(f"{name}.din.yaml").write_text(text, encoding="utf-8")
    return "oud.din.yaml", "nieuw.din.yaml"


def test_a_finding_goes_with_its_element_and_not_with_its_number(
    run: Run, names: tuple[str, str]
) -> None:
    told = json.loads(run("compare", *names, "--format", "json").out)
    findings = told["findings"]
    uncovered = {
        side: [
            (one["new"] or one["old"])[0]["text"]
            for one in findings[side]
            if one["rule"] == "goal_without_effort"
        ]
        for side in ("new", "solved")
    }
    # Een levendig centrum was D3 and is D1: uncovered in both, so neither new nor solved
    assert uncovered == {
        "new": ["Een veilig centrum"],
        "solved": ["Een groen centrum"],
    }
    assert [one["left"] for one in findings["solved"]].count(True) >= 1
    sums = findings["sums"]
    assert sums["old"] == sums["stayed"] + sums["solved"]
    assert sums["new"] == sums["stayed"] + sums["added"]
    assert sums["old"] == len(audited(run, names[0]))
    assert sums["new"] == len(audited(run, names[1]))


def audited(run: Run, name: str) -> list[object]:
    """The findings that ``dinet audit`` has of a document."""
    told = json.loads(run("audit", name, "--format", "json").out)
    return list(told["findings"])


def test_people_read_each_finding_with_its_place_in_every_form(
    run: Run, names: tuple[str, str]
) -> None:
    text = run("compare", *names).out
    assert "Bevindingen: het waren er " in text
    solved = text.partition("Opgeloste bevindingen")[2]
    assert "D1 Een groen centrum" in solved
    assert "in oud.din.yaml, regel " in solved
    assert "hier in de nieuwe versie niets tegenover staat" in solved
    page = run("compare", *names, "--format", "html").out
    assert 'href="#findings_solved"' in page
    run("compare", *names, "--format", "xlsx", "-o", "was.xlsx")
    sheet = openpyxl.load_workbook("was.xlsx").active
    kinds = {row[0] for row in sheet.iter_rows(values_only=True)}
    assert {"Nieuwe bevindingen", "Opgeloste bevindingen"} <= kinds
    amended = run("compare", names[0], "--stop", "I1").out
    assert "Nieuwe bevindingen (" in amended


def test_another_form_of_one_programme_says_that_nothing_in_it_differs(
    run: Run, names: tuple[str, str]
) -> None:
    marked = OLD.replace("Een groen centrum", "Een groen centrum ")
    Path("zelfde.din.yaml").write_text(marked, encoding="utf-8")
    same = run("compare", names[0], "zelfde.din.yaml").out
    assert "0 nieuw, dus nu" in same
    assert same.endswith("Geen verschillen.\n")
    folder = Path(__file__).parents[2] / "examples"
    forms = [str(folder / f"coevorden.{form}") for form in ("docx", "xlsx")]
    told = run("compare", *forms).out
    assert "Geen element en geen verband verschilt" in told
    assert "Geen verschillen." not in told
    assert "Nieuwe bevindingen (2)" in told


def test_the_settings_of_the_new_version_hold_for_both(
    run: Run, names: tuple[str, str]
) -> None:
    Path("dinet.toml").write_text(
        '[audit]\nignore = ["goal_without_effort"]\n', encoding="utf-8"
    )
    told = json.loads(run("compare", *names, "--format", "json").out)
    assert "goal_without_effort" not in json.dumps(told["findings"])
    assert "findings" in told
