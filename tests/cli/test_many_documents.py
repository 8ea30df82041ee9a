"""Commands on folders and patterns: one row each, and the worst of all as the exit status."""

import json
from pathlib import Path

import pytest

from tests.cli.running import PLAN, Run

GOOD = PLAN.replace("Meer kinderen", "Veel kinderen")


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A folder with two plans, one text that is none, and what is passed over."""
    folder = tmp_path / "plannen"
    (folder / "sub").mkdir(parents=True)
    (folder / "b.din.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "sub" / "a.din.yaml").write_text(GOOD, encoding="utf-8")
    (folder / "leeg.txt").write_text("niets", encoding="utf-8")
    (folder / "~$b.docx").write_bytes(b"slot")
    return folder


def test_an_audit_of_a_folder_is_a_table_and_one_refusal_stops_nothing(
    run: Run, plans: Path
) -> None:
    ended = run("audit", "plannen", "--fail-on", "never")
    lines = ended.out.splitlines()
    assert lines[0].split()[:2] == ["Document", "Gelezen"]
    rows = [line.split("  ")[0] for line in lines if not line.startswith(" ")]
    assert rows[1:4] == ["b.din.yaml", "leeg.txt", "sub/a.din.yaml"]
    assert "geen doelen" in ended.out
    assert "3 documenten: fouten, toegestaan 2, geweigerd 1" in ended.out
    assert ended.status == 65
    assert run("audit", "plannen/**/*.yaml", "--fail-on", "never").status == 0


def test_documents_of_one_series_are_told_apart_and_by_the_words_of_the_command(
    run: Run, plans: Path
) -> None:
    names = []
    for town in ("Nieuw Voorbeeldstad 0001", "Nieuw Voorbeeldstad 0002"):
        for year in (2024, 2026):
            file = plans / town / f"plan-{year}.din.yaml"
            file.parent.mkdir(exist_ok=True)
            file.write_text(PLAN, encoding="utf-8")
            names.append(f"…{town[-4:]}/plan-{year}…")
    series = "plannen/Nieuw*/*.yaml"
    ended = run("audit", series, "--fail-on", "never")
    rows = [line for line in ended.out.splitlines() if "yaml " in line]
    assert [row.split("  ")[0] for row in rows] == names
    assert all(row.endswith("fouten, toegestaan") for row in rows)
    assert "4 documenten: gelezen 4" in run("read", series).out
    asked = run("query", "orphans", series).out
    assert "4 documenten: beantwoord 4" in asked
    compared = run("compare", "plannen", "plannen").out
    assert "documenten: geen wijzigingen" in compared


def test_names_that_look_alike_when_they_are_cut_stand_whole_above_their_rows(
    run: Run, plans: Path
) -> None:
    begin, end = "jaarplan-van-de-gemeente", "voor-het-sociale-domein.din.yaml"
    names = [f"{begin}-{town}-en-omgeving-{end}" for town in "ab"]
    names.append("een-heel-ander-document-met-een-lange-naam.din.yaml")
    for name in names:
        (plans / name).write_text(PLAN, encoding="utf-8")
    told = run("audit", "plannen/*-*.yaml", "--fail-on", "never").out
    lines = told.splitlines()
    assert [line for line in lines if line in names] == sorted(
        names, key=str.casefold
    )


def test_json_lines_come_in_order_and_are_what_json_and_one_document_give(
    run: Run, plans: Path
) -> None:
    lines = run("audit", "plannen", "--format", "jsonl").out.splitlines()
    documents = [json.loads(line) for line in lines]
    names = [document["document"] for document in documents]
    assert names == ["b.din.yaml", "leeg.txt", "sub/a.din.yaml"]
    assert documents[1]["refused"]["status"] == 65
    whole = json.loads(run("audit", "plannen", "--format", "json").out)
    assert whole == documents
    alone = run("audit", "plannen/b.din.yaml", "--format", "json").out
    assert json.loads(alone) == documents[0]


@pytest.mark.slow
def test_a_folder_is_built_as_it_lies_and_only_once(
    run: Run, plans: Path
) -> None:
    (plans / "b.md").write_text(
        "| Doel | Inspanning |\n|---|---|\n| Meer sport | Een hal |\n",
        encoding="utf-8",
    )
    ended = run("build", "plannen/b.*", "-o", "uit")
    assert ended.status == 0, ended.err
    # two documents whose results have the same names get folders of their own
    assert Path("uit/b.md/b.html").is_file()
    assert Path("uit/b.din.yaml/b.html").is_file()
    made = Path("uit/b.md/b.svg")
    before = made.stat().st_mtime_ns
    Path("uit/b.din.yaml/b.svg").unlink()
    assert run("build", "plannen/b.*", "-o", "uit").status == 0
    assert made.stat().st_mtime_ns == before
    assert Path("uit/b.din.yaml/b.svg").is_file()


def test_a_question_is_answered_by_every_document(
    run: Run, plans: Path
) -> None:
    ended = run("query", "orphans", "plannen/**/*.yaml", "--format", "jsonl")
    answers = [json.loads(line) for line in ended.out.splitlines()]
    assert [answer["document"] for answer in answers] == [
        "b.din.yaml",
        "sub/a.din.yaml",
    ]
    assert answers[0]["answer"]["goals_without_effort"] == ["D1"]
    told = run("query", "doelen zonder inspanningen", "plannen/**/*.yaml")
    assert told.out.count("D1") == 2


def test_two_folders_are_compared_by_the_names_of_their_documents(
    run: Run, plans: Path, tmp_path: Path
) -> None:
    new = tmp_path / "nieuw"
    new.mkdir()
    changed = PLAN.replace("60%", "50%")
    (new / "b.yaml").write_text(changed, encoding="utf-8")
    (new / "erbij.yaml").write_text(PLAN, encoding="utf-8")
    (plans / "leeg.txt").unlink()
    ended = run("compare", "plannen", "nieuw", "--fail-on", "softer")
    assert ended.status == 1
    assert "alleen in de oude map: sub/a.din.yaml" in ended.err
    assert "alleen in de nieuwe map: erbij.yaml" in ended.err
    [row] = [line for line in ended.out.splitlines() if line[:6] == "b.yaml"]
    assert row.split()[1:6] == ["1", "1", "0", "0", "0"]
    assert "voldoet niet" in row


def test_options_for_one_document_and_clusters_without_address_are_refused(
    run: Run, plans: Path
) -> None:
    for words in (
        ("read", "plannen", "--report", "r.html"),
        ("read", "plannen", "--format", "html"),
        ("audit", "plannen", "--executor", "dask"),
        ("audit", "plannen", "--select", "bestaatniet"),
        ("audit", "plannen", "-"),
    ):
        ended = run(*words)
        assert ended.status == 2, words
        assert len(ended.err.splitlines()) <= 4
