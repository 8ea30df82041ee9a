"""``dinet portfolio``: page, report, workbook, data and network of several programmes."""

import io
import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.running import Run
from tests.portfolio.planted import plant_programmes

FILES = {
    f"portfolio.{ending}"
    for ending in (
        "html",
        "docx",
        "xlsx",
        "json",
        "netwerk.json",
        "paren.yaml",
    )
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four programmes in a folder of their own."""
    plans = tmp_path / "plannen"
    plans.mkdir()
    plant_programmes(5, 4).write(plans)
    return plans


def test_every_file_tells_the_same_rows_and_a_second_run_gives_the_same_bytes(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    ended = run("portfolio", str(folder), "-o", str(tmp_path / "uit"))
    assert ended.status == 0
    made = {
        path.name: path.read_bytes() for path in (tmp_path / "uit").iterdir()
    }
    assert set(made) == FILES
    data = json.loads(made["portfolio.json"])
    page = made["portfolio.html"].decode()
    book = openpyxl.load_workbook(io.BytesIO(made["portfolio.xlsx"]))
    listed = {row[5] for row in book.worksheets[0].iter_rows(values_only=True)}
    for row in (*data["claims"], *data["conflicts"]):
        for element in row["elements"]:
            assert element["places"][0]["file"].endswith(".din.yaml")
            assert f'<span class="code">{element["id"]}</span>' in page
            assert element["id"] in listed
    assert f"({data['sums']['claims']})" in ended.out
    assert page.count("<tr class=") == sum(data["sums"].values()) + 1
    run("portfolio", str(folder), "-o", str(tmp_path / "uit"))
    again = {
        path.name: path.read_bytes() for path in (tmp_path / "uit").iterdir()
    }
    assert again == made


def test_the_network_of_all_is_a_document_that_every_command_reads(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    run("portfolio", str(folder), "-o", str(tmp_path / "uit"))
    ended = run("query", "trace", "wonen:S1", "uit/portfolio.netwerk.json")
    assert ended.status == 0
    assert "wonen:S1" in ended.out


def test_the_form_of_pairs_settles_when_a_pair_is_moved_and_is_then_kept(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    run("portfolio", str(folder), "-o", str(tmp_path / "uit"))
    form = tmp_path / "uit" / "portfolio.paren.yaml"
    whole = form.read_text(encoding="utf-8").replace(
        "niet hetzelfde:\nonbeslist:\n", ""
    )
    form.write_text(whole, encoding="utf-8")
    words = ("--pairs", str(form), "--format", "json")
    data = json.loads(run("portfolio", str(folder), *words).out)
    assert {row["certainty"] for row in data["joint"]} == {"certain"}
    ended = run("portfolio", str(folder), "-o", str(tmp_path / "uit"))
    assert ended.status == 0
    assert "portfolio.paren.yaml" in ended.err
    assert form.read_text(encoding="utf-8") == whole


def test_a_document_that_is_refused_gives_its_status_and_the_others_are_told(
    run: Run, folder: Path
) -> None:
    (folder / "stuk.docx").write_bytes(b"geen zip")
    ended = run("portfolio", str(folder))
    assert ended.status != 0
    assert "stuk.docx" in ended.err
    assert "Gezamenlijke inspanningen (4)" in ended.out
    assert run("portfolio", str(folder / "wonen.din.yaml")).status != 0


def test_the_page_speaks_english_when_asked(run: Run, folder: Path) -> None:
    out = run("portfolio", str(folder), "--lang", "en").out
    assert "Counted twice: one effort for one aim (4)" in out
    assert "check: by what the words say" in out


def test_documents_are_read_side_by_side_and_one_that_takes_too_long_is_told(
    run: Run, folder: Path
) -> None:
    one_by_one = run("portfolio", str(folder), "--jobs", "1")
    assert run("portfolio", str(folder), "--jobs", "2") == one_by_one
    goals = "".join(f"  - tekst: Doel {n} is er.\n" for n in range(3000))
    large = f"programma: Groot\ndoelen:\n{goals}"
    (folder / "groot.din.yaml").write_text(large, encoding="utf-8")
    late = run("portfolio", str(folder), "--timeout", "0.01")
    assert late.status == 70
    assert "groot.din.yaml: dit duurt langer dan 0.01 seconden" in late.err


def test_a_document_that_cannot_be_read_is_the_same_in_every_process(
    run: Run, folder: Path
) -> None:
    (folder / "leeg.txt").write_text("niets", encoding="utf-8")
    told = run("portfolio", str(folder), "--format", "json", "--lang", "en")
    assert told.status == 65
    assert "leeg.txt: " in told.err
    [refused] = json.loads(told.out)["refused"]
    assert refused["file"] == "leeg.txt"
