"""What an audit gives as data: by one schema, with what it was made of and by."""

from hashlib import sha256
from pathlib import Path

import pytest

from dinet import __version__
from tests.cli.audited import LIBRARY, WATER, checked_json, put_documents
from tests.cli.running import Run


@pytest.fixture(autouse=True)
def documents(run: Run) -> None:
    put_documents(Path())


def test_one_document_more_and_one_that_is_not_there_fit_one_schema(
    run: Run,
) -> None:
    one = checked_json(run("audit", "water.docx", "--format", "json").out)
    ended = run(
        "audit", "water.docx", "weg.docx", "bieb.din.yaml", "--format", "json"
    )
    first, absent, last = checked_json(ended.out)
    assert ended.status == 66
    assert first == one
    assert absent["refused"]["status"] == 66
    assert absent["document"] == "weg.docx"
    assert last["document"] == "bieb.din.yaml"


def test_a_report_says_of_which_bytes_by_which_version_and_on_which_date(
    run: Run,
) -> None:
    water = checked_json(run("audit", "water.docx", "--format", "json").out)
    library = checked_json(
        run("audit", "bieb.din.yaml", "--format", "json").out
    )
    assert water["sha256"] == sha256(WATER).hexdigest()
    assert library["sha256"] == sha256(LIBRARY.encode()).hexdigest()
    assert water["version"] == __version__
    assert library["reference_date"] == "2027-05-01"
    assert "reference_date" not in water
    told = run("audit", "bieb.din.yaml").out
    assert "Peildatum: 2027-05-01" in told
    assert library["sha256"] in told


def test_a_finding_quotes_what_it_is_about(run: Run) -> None:
    found = checked_json(run("audit", "water.docx", "--format", "json").out)
    quoted = {words for each in found["findings"] for words in each["words"]}
    assert {"Koelere pleinen", "Schoner water"} <= quoted


def test_a_finding_is_known_again_when_only_ids_and_places_shift(
    run: Run,
) -> None:
    def prints_of(text: str) -> dict[str, str]:
        Path("p.din.yaml").write_text(text, encoding="utf-8")
        data = checked_json(run("audit", "p.din.yaml", "--format", "json").out)
        return {
            " ".join(each["words"][0].split()): each["fingerprint"]
            for each in data["findings"]
            if each["code"] == "DC101"
        }

    work = "{tekst: Rust, inspanningen: [Lampen doven]}"
    before = prints_of(f"doelen: [{work}, Meer bomen, Meer vogels]")
    after = prints_of(f"doelen: [Meer egels, Meer  vogels, {work}]")
    assert before["Meer vogels"] == after["Meer vogels"]
    assert before["Meer bomen"] not in after.values()


def test_the_report_goes_whole_into_a_file_and_never_over_a_document(
    run: Run,
) -> None:
    ended = run("audit", "water.docx", "--format", "json", "-o", "uit.json")
    assert ended.out == ""
    checked_json(Path("uit.json").read_text(encoding="utf-8"))
    assert run("audit", "water.docx", "-o", "water.docx").status == 73
    assert Path("water.docx").read_bytes() == WATER
    shown = run("audit", "water.docx").out
    run("audit", "water.docx", "-o", "uit.txt")
    assert Path("uit.txt").read_text(encoding="utf-8") == shown
