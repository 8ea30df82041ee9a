"""An audit beside an earlier one: what was found before is told, and fails nothing."""

from pathlib import Path

import pytest

from tests.cli.audited import WATER, checked_json, put_documents
from tests.cli.running import Run

TWO_GAPS = "doelen: [{tekst: Rust, inspanningen: [Lampen doven]}, Bos, Heide]"
NEW_GAP = TWO_GAPS.replace("[{", "[Moeras, {")


@pytest.fixture(autouse=True)
def documents(run: Run) -> None:
    put_documents(Path())
    Path("v1.din.yaml").write_text(TWO_GAPS, encoding="utf-8")
    run("audit", "v1.din.yaml", "--format", "json", "-o", "eerst.json")


def found_before() -> int:
    told = checked_json(Path("eerst.json").read_text(encoding="utf-8"))
    return len(told["findings"])


def test_what_was_found_before_fails_nothing_and_is_told(run: Run) -> None:
    assert run("audit", "v1.din.yaml").status == 1
    ended = run("audit", "v1.din.yaml", "--baseline", "eerst.json")
    assert ended.status == 0
    told = " ".join(ended.out.split())
    assert f"bekend van een eerdere toetsing: {found_before()}" in told
    assert told.count("[bekend van een eerdere toetsing]") == found_before()
    assert "Vergeleken met: eerst.json" in told


def test_only_what_is_new_fails_also_under_another_name_and_other_ids(
    run: Run,
) -> None:
    Path("v2.din.yaml").write_text(NEW_GAP, encoding="utf-8")
    words = ("--baseline", "eerst.json", "--select", "DC101")
    ended = run("audit", "v2.din.yaml", "--format", "json", *words)
    told = checked_json(ended.out)
    standings = {
        each["words"][0]: each["standing"] for each in told["findings"]
    }
    assert standings == {"Moeras": "new", "Bos": "known", "Heide": "known"}
    assert told["counts"]["known"] == 2
    assert told["counts"]["error"] == 3
    assert ended.status == 1


def test_a_second_fault_of_the_same_words_is_new(run: Run) -> None:
    Path("v2.din.yaml").write_text(
        TWO_GAPS.replace("Heide]", "Heide, Heide]"), encoding="utf-8"
    )
    words = ("--baseline", "eerst.json", "--select", "DC101")
    told = checked_json(
        run("audit", "v2.din.yaml", "--format", "json", *words).out
    )
    assert told["counts"]["known"] == 2
    assert told["counts"]["error"] == 3


def test_of_several_documents_each_is_compared_with_itself(run: Run) -> None:
    both = ("v1.din.yaml", "water.docx")
    run("audit", *both, "--format", "json", "-o", "beide.json")
    assert run("audit", *both, "--baseline", "beide.json").status == 0
    assert run("audit", *both, "--baseline", "eerst.json").status == 1
    told = checked_json(
        run("audit", *both, "--baseline", "eerst.json", "--format", "json").out
    )
    assert [each["counts"]["known"] for each in told] == [found_before(), 0]


def test_every_format_tells_new_from_known(run: Run) -> None:
    known = ("audit", "v1.din.yaml", "--baseline", "eerst.json")
    sarif = run(*known, "--format", "sarif").out
    assert sarif.count('"baselineState": "unchanged"') == found_before()
    assert (
        run(*known, "--format", "junit").out.count("<skipped")
        == found_before()
    )
    assert "::error" not in run(*known, "--format", "github").out
    for form in ("md", "html"):
        told = run(*known, "--format", form).out
        assert (
            told.count("bekend van een eerdere toetsing") == found_before() + 1
        )


@pytest.mark.parametrize(
    "text", ["{}", "[]x", "[3]", '{"document": "x", "findings": [{}]}', ""]
)
def test_what_is_no_audit_is_refused_as_a_baseline(
    run: Run, text: str
) -> None:
    Path("b.json").write_text(text, encoding="utf-8")
    ended = run("audit", "water.docx", "--baseline", "b.json")
    assert (ended.status, ended.out) == (65, "")
    assert ended.err.startswith("b.json: ")
    assert run("audit", "water.docx", "--baseline", "weg.json").status == 66


def test_a_report_never_goes_over_its_baseline(run: Run) -> None:
    before = Path("eerst.json").read_bytes()
    ended = run(
        *("audit", "v1.din.yaml", "--baseline", "eerst.json"),
        *("--format", "json", "-o", "eerst.json"),
    )
    assert ended.status == 73
    assert Path("eerst.json").read_bytes() == before
    assert Path("water.docx").read_bytes() == WATER
