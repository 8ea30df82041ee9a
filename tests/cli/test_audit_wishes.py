"""What a user may wish of an audit: a date, rules that are off by default, and a short answer."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Run

DATED = """
smart-doelen:
  - {id: S1, tekst: "In 2024 rookt 9% van de jongeren.", bron: GGD}
  - {id: S2, tekst: "In 2028 rookt 5% van de jongeren.", bron: GGD}
"""


@pytest.fixture
def plan() -> Path:
    """A plan of two targets in the folder of the run."""
    path = Path("rook.din.yaml")
    path.write_text(DATED, encoding="utf-8")
    return path


def rules_of(out: str) -> list[str]:
    """The codes of the findings in an audit that was asked for as data."""
    return [finding["code"] for finding in json.loads(out)["findings"]]


def test_deadlines_pass_by_the_date_that_is_given_and_never_by_the_clock(
    run: Run, plan: Path
) -> None:
    command = ("audit", str(plan), "--format", "json")
    assert "DM306" not in rules_of(run(*command).out)
    later = run(*command, "--today", "2025-01-01").out
    assert rules_of(later).count("DM306") == 1
    much_later = run(*command, "--today", "2031-01-01").out
    assert rules_of(much_later).count("DM306") == 2


def test_what_is_no_date_is_refused(run: Run, plan: Path) -> None:
    for words in ("gisteren", "1-1-2025", "2025-13-01"):
        ended = run("audit", str(plan), "--today", words)
        assert (ended.status, ended.out) == (2, "")
        assert words in ended.err


def test_a_rule_that_is_off_by_default_applies_when_it_is_asked_for(
    run: Run,
) -> None:
    efforts = "".join(f"  - Bouwen van hal {number}\n" for number in range(21))
    Path("vol.din.yaml").write_text(f"inspanningen:\n{efforts}", "utf-8")
    command = ("audit", "vol.din.yaml", "--format", "json")
    silent = json.loads(run(*command).out)
    assert "too_many_elements" not in silent["rules"]
    for word in ("DC114", "too_many_elements", "dc114"):
        asked = json.loads(run(*command, "--also", word).out)
        assert "too_many_elements" in asked["rules"]
        assert rules_of(json.dumps(asked)).count("DC114") == 1
    (line,) = [
        line for line in run("rules").out.splitlines() if "DC114" in line
    ]
    assert line.endswith("(alleen op verzoek)")


def test_a_wish_for_an_unknown_rule_is_wrong_use(run: Run, plan: Path) -> None:
    ended = run("audit", str(plan), "--also", "DC141")
    assert (ended.status, ended.out) == (2, "")
    assert "DC141" in ended.err


def test_many_notices_of_one_rule_are_summed_up_and_stay_in_the_data(
    run: Run,
) -> None:
    names = "".join(f"  - Plan van QX{letter} maken\n" for letter in "ABCDE")
    Path("af.din.yaml").write_text(f"inspanningen:\n{names}", "utf-8")
    out = run("audit", "af.din.yaml", "--lang", "en").out
    assert "INFO  DW212 unexplained_abbreviation  (5)" in out
    assert "I1, I2, I3, I4, I5" in out
    assert "QXA" not in out
    data = run("audit", "af.din.yaml", "--format", "json").out
    assert rules_of(data).count("DW212") == 5


def test_a_few_notices_are_told_with_their_words(run: Run) -> None:
    Path("af.din.yaml").write_text("inspanningen: [Plan van QXA]", "utf-8")
    out = run("audit", "af.din.yaml", "--lang", "en").out
    assert "“QXA”" in out
    assert "summed up" not in out
