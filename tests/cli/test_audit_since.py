"""An audit beside the older version of a document: what was there already fails nothing."""

from pathlib import Path

import pytest

from tests.cli.audited import checked_json
from tests.cli.running import Run

OLD = """
    doelen:
      - tekst: Rust op straat
        inspanningen: [Lantaarns doven na middernacht]
      - Meer bos rond de dorpen
      - Een levendige haven
"""
NEW = """
    doelen:
      - De heide blijft open
      - tekst: Rust op straat
        inspanningen: [Lantaarns doven na middernacht]
      - Rond de dorpen groeit meer bos
"""
BESIDE = ("--since", "oud.din.yaml", "--select", "DC101")


@pytest.fixture(autouse=True)
def versions(run: Run) -> None:
    Path("oud.din.yaml").write_text(OLD, encoding="utf-8")
    Path("nieuw.din.yaml").write_text(NEW, encoding="utf-8")


def test_a_finding_is_known_however_its_element_is_numbered_and_worded(
    run: Run,
) -> None:
    ended = run("audit", "nieuw.din.yaml", *BESIDE, "--format", "json")
    told = checked_json(ended.out)
    standings = {
        each["words"][0]: each["standing"] for each in told["findings"]
    }
    assert standings == {
        "De heide blijft open": "new",
        "Rond de dorpen groeit meer bos": "known",
    }
    since = {"document": "oud.din.yaml", "solved": 1}
    assert told["filters"]["since"] == since
    assert ended.status == 1


def test_every_report_tells_what_stood_in_the_older_version(run: Run) -> None:
    for form in ("text", "md", "html", "github"):
        told = run("audit", "nieuw.din.yaml", *BESIDE, "--format", form).out
        assert told.count("stond al in oud.din.yaml") == 1, form
    told = " ".join(run("audit", "nieuw.din.yaml", *BESIDE).out.split())
    assert "nieuw sinds oud.din.yaml: 1, stond er al: 1, opgelost: 1" in told


def test_a_version_beside_itself_has_nothing_new(run: Run) -> None:
    ended = run("audit", "oud.din.yaml", "--since", "oud.din.yaml")
    assert ended.status == 0
    assert "nieuw sinds oud.din.yaml: 0" in " ".join(ended.out.split())


def test_two_documents_have_no_one_older_version(run: Run) -> None:
    ended = run("audit", "oud.din.yaml", "nieuw.din.yaml", *BESIDE)
    assert ended.status == 2
    assert "--since is voor één document" in ended.err
