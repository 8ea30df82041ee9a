"""What counts in an audit: by options, and by the settings of the folder."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dinet.application.files.folder_settings import read_settings
from dinet.finding import Severity
from tests.cli.audited import checked_json, put_documents
from tests.cli.running import Run

Told = dict[str, Any]


@pytest.fixture
def told(run: Run) -> Callable[..., Told]:
    """The result for ``water.docx`` with some options, as data."""
    put_documents(Path())

    def result(*words: str) -> Told:
        shown = run("audit", "water.docx", "--format", "json", *words).out
        data: Told = checked_json(shown)
        return data

    return result


def levels_of(told: Told) -> set[tuple[str, str]]:
    return {(each["code"], each["severity"]) for each in told["findings"]}


def codes_of(told: Told) -> set[str]:
    return {code for code, _ in levels_of(told)}


def test_a_family_a_code_and_a_name_choose_rules(
    told: Callable[..., Told],
) -> None:
    every = codes_of(told())
    assert {"DC101", "DC103", "DM305"} <= every
    assert codes_of(told("--select", "dc101,DM")) == {"DC101", "DM305"}
    assert codes_of(told("--ignore", "goal_without_effort")) == every - {
        "DC101"
    }
    both = told("--select", "DC", "--ignore", "DC101", "--ignore", "DC103")
    assert not codes_of(both) & {"DC101", "DC103"}
    assert both["filters"]["ignore"] == ["DC101", "DC103"]
    assert "goal_without_effort" not in both["rules"]
    assert "self_link" not in both["rules"]


def test_what_is_not_selected_does_not_fail(run: Run) -> None:
    put_documents(Path())
    assert run("audit", "water.docx").status == 1
    assert run("audit", "water.docx", "--ignore", "DC101").status == 0


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_word_that_means_no_rule_is_wrong_use_once(
    run: Run, option: str
) -> None:
    put_documents(Path())
    ended = run("audit", "water.docx", "bieb.din.yaml", option, "self_lnk")
    assert (ended.status, ended.out) == (2, "")
    assert len(ended.err.splitlines()) == 1
    assert "self_lnk" in ended.err
    assert "self_link" in ended.err


SETTINGS = """
[toetsing]
negeer = ["DM"]
faal-op = "waarschuwing"
[toetsing.niveaus]
DC = "info"
DC103 = "fout"
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("dinet.toml", SETTINGS),
        (
            "setup.cfg",
            "[dinet]\ntoetsing.negeer = DM\ntoetsing.faal-op = warning\n"
            "toetsing.niveaus.DC = info\naudit.levels.DC103 = error\n",
        ),
    ],
)
def test_the_settings_of_a_folder_set_rules_levels_and_the_exit_status(
    told: Callable[..., Told], run: Run, name: str, text: str
) -> None:
    before = codes_of(told())
    Path(name).write_text(text, encoding="utf-8")
    after = told()
    assert codes_of(after) == before - {"DM305"}
    assert {("DC103", "error"), ("DC101", "info")} <= levels_of(after)
    assert after["filters"]["settings"] == name
    assert after["filters"]["levels"]["DC103"] == "error"
    severities = [each["severity"] for each in after["findings"]]
    assert severities == sorted(
        severities, key=["error", "warning", "info"].index
    )
    assert run("audit", "water.docx").status == 1
    assert run("audit", "water.docx", "--ignore", "DC103,DW,DO").status == 0
    shown = " ".join(run("audit", "water.docx").out.split())
    assert f"Instellingen: {name}" in shown
    assert "Zonder deze regels: DM" in shown


def test_options_come_before_the_settings(
    told: Callable[..., Told], run: Run
) -> None:
    Path("dinet.toml").write_text(
        '[audit]\nselect = "DM"\nfail-on = "never"', encoding="utf-8"
    )
    assert codes_of(told()) == {"DM305"}
    assert codes_of(told("--select", "DC101")) == {"DC101"}
    assert run("audit", "water.docx", "--select", "DC101").status == 0
    ended = run(
        "audit", "water.docx", "--select", "DC101", "--fail-on", "info"
    )
    assert ended.status == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[toetsing]\nnegeren = "DM"', "negeren"),
        ("[toetsing]\nnegeer = 3", "negeer"),
        ('[toetsing]\nnegeer = ["DQ"]', "DQ"),
        ('[toetsing.niveaus]\nDC101 = "rood"', "rood"),
        ('[toetsing]\nniveaus = "fout"', "niveaus"),
        ('[toetsing]\nfaal-op = "ooit"', "ooit"),
        ('toetsing = "DM"', "toetsing"),
    ],
)
def test_settings_that_cannot_be_understood_are_told_with_their_file(
    run: Run, text: str, said: str
) -> None:
    put_documents(Path())
    Path("dinet.toml").write_text(text, encoding="utf-8")
    ended = run("audit", "water.docx")
    assert ended.status == 2
    assert ended.err.startswith("dinet.toml: ")
    assert said in ended.err


def test_a_rule_of_ones_own_is_chosen_by_its_code(
    told: Callable[..., Told],
) -> None:
    Path("dinet.toml").write_text(
        '[regels.EIGEN1]\nvraag = "doelen zonder inspanningen"\n'
        '[toetsing.niveaus]\nEIGEN1 = "fout"',
        encoding="utf-8",
    )
    only = told("--select", "eigen1")
    assert levels_of(only) == {("EIGEN1", "error")}
    assert only["rules"] == ["EIGEN1"]
    without = told("--ignore", "EIGEN1")
    assert "EIGEN1" not in codes_of(without)
    assert "own_rules" not in without


def test_a_rule_that_is_off_by_default_is_selected_by_its_code_and_no_family(
    told: Callable[..., Told],
) -> None:
    assert told("--select", "DC114")["rules"] == ["too_many_elements"]
    assert "too_many_elements" not in told("--select", "DC")["rules"]
    both = told("--select", "DC", "--also", "DC114")["rules"]
    assert "too_many_elements" in both


def test_the_date_that_the_user_gives_is_told(
    told: Callable[..., Told],
) -> None:
    assert told("--today", "2031-01-01")["reference_date"] == "2031-01-01"


def test_the_settings_that_the_readme_shows_can_be_read(
    tmp_path: Path,
) -> None:
    readme = Path(__file__).parents[2] / "README.md"
    text = readme.read_text(encoding="utf-8")
    (block,) = re.findall(r"```toml\n(\[toetsing\].*?)```", text, re.DOTALL)
    (tmp_path / "dinet.toml").write_text(block, encoding="utf-8")
    audit = read_settings(tmp_path).audit
    assert audit.ignore == ("DM305",)
    assert audit.fail_on == "warning"
    assert audit.levels == {"DC103": Severity.ERROR}
    (waiver,) = audit.waivers
    assert (waiver.element, waiver.date) == ("D4", "2026-03-01")
