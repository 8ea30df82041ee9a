"""``dinet measured``: how the targets stand, for people, programs and paper."""

import json
from pathlib import Path

from tests.cli.running import Run

FORM = """\
S1: {2022: 50%, 2024: "51%*"}
"""


def given(folder: Path) -> tuple[str, ...]:
    (folder / "metingen.yaml").write_text(FORM, encoding="utf-8")
    return "plan.din.yaml", "--measurements", "metingen.yaml"


def test_people_read_the_status_and_its_arithmetic(
    run: Run, tmp_path: Path
) -> None:
    ended = run("measured", *given(tmp_path), "--today", "2024-12-31")
    assert ended.status == 0
    assert "S1 … te langzaam" in ended.out
    assert "(51 − 50) / (2024 − 2022) = 0,5 per jaar" in ended.out
    assert "metingen.yaml, regel 1" in ended.out


def test_a_check_fails_on_the_status_that_it_looks_for(
    run: Run, tmp_path: Path
) -> None:
    words = given(tmp_path)
    asked = ("too-slow", "te-langzaam", "wrong-way")
    statuses = [
        run("measured", *words, "--fail-on", one).status for one in asked
    ]
    assert statuses == [1, 1, 0]


def test_programs_get_figures_numbers_and_reasons(
    run: Run, tmp_path: Path
) -> None:
    ended = run("measured", *given(tmp_path), "--format", "json")
    target = json.loads(ended.out)["targets"][0]
    assert (target["status"], target["better"]) == ("too slow", "up")
    assert target["pace"]["ratio"] == 0.222222
    assert [one["value"] for one in target["measured"]] == [50, 51]
    assert target["measured"][0]["place"]["line"] == 1


def test_the_page_says_each_status_in_words_and_draws_it_without_colour(
    run: Run, tmp_path: Path
) -> None:
    ended = run("measured", *given(tmp_path), "--format", "html")
    assert (
        'aria-label="S1; 50% (2022), 51% (2024); 60% (2028); te langzaam"'
        in ended.out
    )
    drawing = ended.out.partition("<svg")[2].partition("</svg>")[0]
    assert 'stroke-dasharray="4 3"' in drawing
    assert "#" not in drawing


def test_an_audit_finds_what_the_figures_tell(
    run: Run, tmp_path: Path
) -> None:
    words = given(tmp_path)
    ended = run("audit", *words, "--select", "DM315", "--format", "json")
    finding = json.loads(ended.out)["findings"][0]
    assert finding["code"] == "DM315"
    assert finding["places"][0]["file"] == "metingen.yaml"
    assert run("audit", words[0], "--select", "DM315").out.count("DM315") == 1
