"""Numbers of rules and visionary goals that a folder settles, and that every report tells."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dinet.cli.options import AUDIT_FORMATS
from tests.cli.audited import checked_json
from tests.cli.running import Run
from tests.cli.test_audit_formats import text_of_report
from tests.documents import table, word

Told = dict[str, Any]
PLAN = """
doelen:
  - id: D1
    tekst: Meer rust
    inspanningen:
      - {tekst: Lampen doven, trekker: Kim de Wit}
      - {tekst: Bomen planten, trekker: Kim de Wit}
  - {id: D2, tekst: Meer egels, opmerking: Een stip op de horizon.}
  - {id: D3, tekst: Visionair leiderschap in de wijk}
"""
TOML = """
[toetsing.drempels]
DO505 = 2
DC114.inspanningen = 1
[toetsing.beleid]
visionair = ["stip op de horizon", "d1", "D9"]
"""
INI = """
[dinet]
toetsing.drempels.DO505 = 2
audit.thresholds.DC114.efforts = 1
toetsing.beleid.visionair = stip op de horizon, d1, D9
"""


@pytest.fixture
def told(run: Run) -> Callable[..., Told]:
    """The result for the plan with some options, as data."""
    Path("p.din.yaml").write_text(PLAN, encoding="utf-8")

    def result(*words: str) -> Told:
        shown = run("audit", "p.din.yaml", "--format", "json", *words)
        data: Told = checked_json(shown.out)
        return data

    return result


def found(told: Told) -> set[tuple[str, str]]:
    """Codes of findings and what each is about."""
    return {
        (each["code"], element)
        for each in told["findings"]
        for element in each["elements"] or [""]
    }


@pytest.mark.parametrize(
    ("name", "text"), [("dinet.toml", TOML), ("setup.cfg", INI)]
)
def test_a_folder_sets_numbers_of_rules_and_names_visionary_goals(
    told: Callable[..., Told], name: str, text: str
) -> None:
    assert not {"DO505", "DC114"} & {code for code, _ in found(told())}
    assert ("DC103", "") in found(told())
    Path(name).write_text(text, encoding="utf-8")
    after = told()
    assert {("DO505", "I1"), ("DC114", "I2")} <= found(after)
    assert {each for each in found(after) if each[0] == "DC103"} == {
        ("DC103", "D3")
    }
    filters = after["filters"]
    assert filters["thresholds"]["DO505"] == {"efforts": 2}
    assert filters["thresholds"]["DW211"] == {"characters": 400}
    assert filters["visionary"] == {
        "words": ["stip op de horizon", "d1", "D9"],
        "goals": ["D1", "D2"],
        "unknown": ["D9"],
    }


def test_options_set_them_too_and_come_before_the_folder(
    told: Callable[..., Told],
) -> None:
    Path("dinet.toml").write_text(TOML, encoding="utf-8")
    after = told("--threshold", "owner_overload=3", "--visionary", "D3")
    assert not {"DO505", "DC103"} & {code for code, _ in found(after)}
    assert after["filters"]["thresholds"]["DO505"] == {"efforts": 3}


@pytest.mark.parametrize(
    ("threshold", "hint"),
    [
        ("DO55=3", "DO505"),
        ("DC101=2", "DC112, DC113, DC114"),
        ("DC114=3", "inspanningen"),
        ("DC114.inspaningen=3", "Bedoelde u inspanningen?"),
        ("DO505=een", "een"),
        ("DO505=1", "vanaf 2"),
        ("DO505=99999999999999999999", "geheel getal"),
        ("DC=3", "DC114"),
        ("DO505", "geheel getal"),
    ],
)
def test_a_threshold_that_is_none_is_wrong_use(
    run: Run, threshold: str, hint: str
) -> None:
    ended = run("audit", "plan.din.yaml", "--threshold", threshold)
    assert (ended.status, ended.out) == (2, "")
    assert hint in ended.err


@pytest.mark.parametrize(
    ("settings", "hint"),
    [
        ("[toetsing.beleid]\nvisionar = ['D1']", "visionair"),
        ("[toetsing.beleid]\nvisionair = 3", "lijst"),
        ("[toetsing]\nbeleid = 3", "beleid"),
        ("[toetsing]\ndrempels = 3", "drempels"),
        ("[toetsing.drempels]\nDO50 = 3", "DO505"),
    ],
)
def test_settings_that_mean_nothing_name_the_file(
    run: Run, settings: str, hint: str
) -> None:
    Path("dinet.toml").write_text(settings, encoding="utf-8")
    ended = run("audit", "plan.din.yaml")
    assert ended.status == 2
    assert "dinet.toml" in ended.err
    assert hint in ended.err


def test_a_mark_in_a_column_and_a_theme_name_a_visionary_goal(
    run: Run,
) -> None:
    plan = table(
        ["Thema", "Doel", "Visionair", "Inspanning"],
        ["Later", "Meer rust", "x", "Lampen doven"],
        ["Visionaire doelen", "Meer egels", "", "Hagen planten"],
        ["Later", "Meer uilen", "nee", "Kasten hangen"],
    )
    Path("p.docx").write_bytes(word(plan))
    words = ("--visionary", "visionair", "--format", "json")
    ended = run("audit", "p.docx", *words)
    data = checked_json(ended.out)
    assert data["filters"]["visionary"]["goals"] == ["D1", "D2"]


@pytest.mark.parametrize("form", AUDIT_FORMATS)
def test_every_report_tells_the_numbers_and_the_visionary_goals(
    run: Run, form: str
) -> None:
    Path("p.docx").write_bytes(
        word(table(["Doel", "Inspanning"], ["Meer rust", "Lampen doven"]))
    )
    asked = ("--threshold", "DW211=321", "--visionary", "D1")
    run("audit", "p.docx", "--format", form, "-o", "uit", *asked)
    text = text_of_report(Path("uit").read_bytes(), form)
    assert "321" in text
    assert "ision" in text  # visionary, or in Dutch


def test_a_rule_tells_which_of_its_numbers_can_be_set(run: Run) -> None:
    assert "vermogens 15, inspanningen 20" in run("rules", "DC114").out
    assert "Drempels" not in run("rules", "DC101").out


def test_a_page_has_the_findings_by_these_numbers(run: Run) -> None:
    Path("p.din.yaml").write_text(PLAN, encoding="utf-8")
    Path("dinet.toml").write_text(TOML, encoding="utf-8")
    run("write", "p.din.yaml", "--format", "md", "-o", "uit.md")
    assert "DO505" in Path("uit.md").read_text(encoding="utf-8")
