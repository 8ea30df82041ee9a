"""A corpus in a store: nothing read twice, nothing lost, and open to other programs."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.running import Run

duckdb = pytest.importorskip("duckdb")

PLAN = """
programma: Samen vooruit
organisatie: {organisation}
datum: {year}-01-01
doelen:
  - tekst: Meer kinderen sporten.
    smart: ["In 2028 sport 60% van de kinderen (in 2024: 50%)."]
    inspanningen: ["Een hal bouwen, met \\"kluis\\"; en meer."]
  - tekst: {own}
"""
DOCUMENTS = ("noord/plan-2024", "noord/plan-2026", "zuid/plan-2026")


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    for name in DOCUMENTS:
        file = tmp_path / "plannen" / f"{name}.din.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        organisation, _, year = name.replace("/plan-", " ").partition(" ")
        text = PLAN.format(
            organisation=organisation, year=year, own=f"Rust in {name}."
        )
        file.write_text(text, encoding="utf-8")
    (tmp_path / "plannen" / "leeg.txt").write_text("niets", encoding="utf-8")
    return tmp_path / "plannen"


def asked(run: Run, *words: str) -> list[dict[str, object]]:
    ended = run(
        "corpus", "query", *words, "--store", "c.duckdb", "--format", "json"
    )
    assert ended.status == 0, ended.err
    rows: list[dict[str, object]] = json.loads(ended.out)
    return rows


def test_a_store_answers_over_organisations_and_years_and_reads_nothing_twice(
    run: Run, plans: Path
) -> None:
    add = ("corpus", "add", "plannen", "--store", "c.duckdb", "--jobs", "1")
    first = run(*add)
    assert first.status == 65  # of leeg.txt, which does not stop the others
    assert "geweigerd" in first.out
    again = run(*add)
    assert "4 stonden al in de verzameling." in again.out
    assert "Eerder geweigerd en onveranderd: 1" in again.out
    assert again.status == 65
    orphans = asked(run, "orphan_goals")
    assert [
        (row["organisation"], row["year"], row["goals"], row["orphans"])
        for row in orphans
    ] == [("noord", 2024, 2, 1), ("noord", 2026, 2, 1), ("zuid", 2026, 2, 1)]
    shared = asked(run, "same_text")
    assert {row["text"] for row in shared} == {
        "Meer kinderen sporten.",
        "In 2028 sport 60% van de kinderen (in 2024: 50%).",
        'Een hal bouwen, met "kluis"; en meer.',
    }
    assert {row["times"] for row in shared} == {3}
    assert {row["another_organisation"] for row in shared} == {"zuid"}
    years = asked(run, "over_the_years", "--organisation", "NOORD")
    assert [row["year"] for row in years] == [2024, 2026]
    assert [row["share"] for row in asked(run, "smart_share")] == [1, 1, 1]
    gaps = asked(run, "gaps")
    assert [(row["document"], row["what"]) for row in gaps] == [
        ("leeg.txt", "refused")
    ]

    changed = plans / "zuid" / "plan-2026.din.yaml"
    text = changed.read_text(encoding="utf-8").replace("Rust", "Reuring")
    changed.write_text(text, encoding="utf-8")
    assert "3 stonden al in de verzameling." in run(*add).out
    [row] = asked(run, "orphan_goal_texts", "--organisation", "zuid")
    assert row["text"] == "Reuring in zuid/plan-2026."


def test_what_is_gone_is_told_and_taken_out_when_that_is_asked(
    run: Run, plans: Path
) -> None:
    add = ("corpus", "add", "plannen", "--store", "c.duckdb", "--jobs", "1")
    run(*add)
    kept = asked(run, "select * from same_text")
    (plans / "noord" / "plan-2024.din.yaml").unlink()
    (plans / "leeg.txt").unlink()
    told = " ".join(run(*add).out.split())
    assert "(2): leeg.txt, noord/plan-2024.din.yaml. Ze blijven erin" in told
    assert asked(run, "same_text") == kept
    told = run(*add, "--remove-absent", "--parquet", "tabellen")
    assert "Uit de verzameling gehaald" in told.out
    assert told.status == 0
    assert asked(run, "gaps") == []
    assert {row["times"] for row in asked(run, "same_text")} == {2}
    names = "select distinct document from elements order by 1"
    left = [row["document"] for row in asked(run, names)]
    assert left == ["noord/plan-2026.din.yaml", "zuid/plan-2026.din.yaml"]
    again = run(*add).out
    assert "niet bij deze documenten" not in again


def test_an_answer_that_is_kept_is_never_older_than_the_documents(
    run: Run, plans: Path
) -> None:
    from dinet.corpus.store.store_file import CorpusStore

    add = ("corpus", "add", "--store", "c.duckdb", "--jobs", "1")
    run(*add, "plannen")
    whole = asked(run, "same_text")
    assert asked(run, "select * from kept_same_text") == whole
    # somebody who adds is ended before the answers are kept
    with CorpusStore("c.duckdb") as store:
        store.remove_documents(["zuid/plan-2026.din.yaml"])
    assert asked(run, "same_text") == []
    assert asked(run, "select * from kept_same_text") == whole
    run(*add, "plannen")
    assert asked(run, "same_text") == whole


def test_whose_a_document_is_comes_from_what_is_said_and_that_is_kept(
    run: Run, plans: Path
) -> None:
    listed = "document;organisatie;jaar\nplan-2024.din.yaml;West;2023\nweg.md;X;2020\n"
    Path("lijst.csv").write_text(listed, encoding="utf-8")
    told = run(
        "corpus",
        "add",
        "plannen",
        *("--store", "c.duckdb", "--list", "lijst.csv", "--jobs", "1"),
    )
    assert "de lijst noemt wat er niet is: weg.md" in told.err
    rows = asked(
        run,
        "select organisation, organisation_from, year, year_from from documents order by all",
    )
    assert [tuple(row.values()) for row in rows] == [
        ("West", "list", 2023, "list"),
        ("noord", "document", 2026, "date"),
        ("zuid", "document", 2026, "date"),
    ]


def test_other_programs_read_the_store_and_parquet_holds_all_of_it(
    run: Run, plans: Path
) -> None:
    pandas = pytest.importorskip("pandas")
    run(
        "corpus",
        "add",
        "plannen",
        *("--store", "c.duckdb", "--parquet", "tabellen", "--jobs", "1"),
    )
    run("corpus", "add", "plannen/noord", "--parquet", "los", "--jobs", "1")
    added = run("corpus", "add", "plannen", "--parquet", "los", "--jobs", "1")
    assert added.status == 65
    with duckdb.connect("c.duckdb", read_only=True) as client:
        frame = client.sql("SELECT * FROM elements").df()
        assert isinstance(frame, pandas.DataFrame)
        assert (frame["kind"] == "goal").sum() == 6
        for table in ("elements", "links", "findings", "refused"):
            rows = client.sql(f"FROM {table} ORDER BY ALL").fetchall()
            assert rows
            file = f"read_parquet('tabellen/{table}.parquet')"
            assert client.sql(f"FROM {file} ORDER BY ALL").fetchall() == rows


def test_a_store_says_what_is_wrong_and_a_query_changes_and_reaches_nothing(
    run: Run, plans: Path
) -> None:
    run("corpus", "add", "plannen/zuid", "--store", "c.duckdb", "--jobs", "1")

    def refused(*words: str) -> str:
        ended = run("corpus", *words, "--store", "c.duckdb")
        assert ended.status in (2, 65, 66, 73)
        return ended.err

    assert "orphan_goals" in refused("query", "orphan_gaols")
    assert "kan niet beantwoord" in refused("query", "select nothing from x")
    assert "kan niet beantwoord" in refused("query", "delete from documents")
    reach = "select * from read_csv('plan.din.yaml')"
    assert "kan niet beantwoord" in refused("query", reach)
    text = run(
        "corpus",
        "query",
        "select '=1+1' as som, 'a|b' as streep",
        *("--store", "c.duckdb", "--format", "csv"),
    ).out
    [row] = csv.DictReader(io.StringIO(text), delimiter=";")
    assert row == {"som": "'=1+1", "streep": "a|b"}
    Path("c.duckdb").write_bytes(b"geen verzameling")
    assert "geen bestand van DuckDB" in refused("add", "plannen")


def test_a_second_writer_is_told_to_wait(run: Run, plans: Path) -> None:
    import subprocess
    import sys

    run("corpus", "add", "plannen/zuid", "--store", "c.duckdb", "--jobs", "1")
    held = "import duckdb; c = duckdb.connect('c.duckdb'); print(1, flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", held],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout
        other.stdout.readline()
        ended = run("corpus", "add", "plannen", "--store", "c.duckdb")
        other.communicate(b"\n")
    assert ended.status == 73
    assert "een ander programma schrijft" in ended.err
